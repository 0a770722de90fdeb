"""The mailbox on its IMAP server: looked into, read, and (only when told to) tidied. The only file that knows IMAP."""

import base64
import contextlib
import datetime as dt
import imaplib
import ipaddress
import re
import ssl
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

TIMEOUT = 30.0
# Above this only the beginning is fetched: the words are read, the files are left on the server and said to be.
MOST_BYTES = 30 * 1024 * 1024
BEGINNING = 300_000
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
ARRIVED = re.compile(rb'INTERNALDATE "\s?(\d{1,2})-(\w{3})-(\d{4}) (\d{2}):(\d{2}):(\d{2}) ([+-])(\d{2})(\d{2})"')
SIZE = re.compile(rb"RFC822\.SIZE (\d+)")


class MailboxTrouble(Exception):
    """The mailbox cannot be read; an Indonesian sentence without address or password."""


@dataclass(frozen=True)
class Place:
    """Where the mailbox is. `secure`: `tls` from the first byte, `starttls`, or `none` (this machine only)."""

    host: str
    port: int
    user: str
    password: str
    folder: str
    secure: str

    @property
    def name(self) -> str:
        """By which its messages are told from those of another mailbox; no password."""
        return f"{self.host}/{self.user}/{self.folder}"[:200]


@dataclass(frozen=True)
class Fetched:
    """A message and when the server took it in (INTERNALDATE). `cut`: only its beginning is here."""

    raw: bytes
    arrived: dt.datetime | None
    size: int
    cut: bool


def place_of(url: str) -> Place:
    """`imaps://user:password@host[:993]/INBOX`, `imap+tls://…` (STARTTLS), `imap://…` to this machine only."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise MailboxTrouble("IMAP_URL tidak terbaca. Tulis imaps://pengguna:sandi@server/INBOX.") from None
    secure = {"imaps": "tls", "imap+tls": "starttls", "imap": "none"}.get(parts.scheme)
    if secure is None or not parts.hostname or not parts.username:
        raise MailboxTrouble("IMAP_URL tidak terbaca. Tulis imaps://pengguna:sandi@server/INBOX.")
    if secure == "none" and not _this_machine(parts.hostname):
        raise MailboxTrouble("IMAP_URL tanpa TLS hanya untuk server di mesin ini. Pakai imaps:// atau imap+tls://.")
    return Place(
        host=parts.hostname,
        port=port or (993 if secure == "tls" else 143),
        user=unquote(parts.username),
        password=unquote(parts.password or ""),
        folder=unquote(parts.path.strip("/")) or "INBOX",
        secure=secure,
    )


def _this_machine(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


class Mailbox:
    """An open mailbox. Only `put_away` changes it; reading sets no flag (BODY.PEEK, EXAMINE)."""

    def __init__(self, imap: imaplib.IMAP4, validity: int) -> None:
        self.imap = imap
        self.validity = validity

    def uids(self, *, above: int = 0) -> list[int]:
        """The messages with a higher number than `above`, the oldest first."""
        answer = self._ask("SEARCH", None, "UID", f"{above + 1}:*") if above else self._ask("SEARCH", None, "ALL")
        found = {int(word) for line in answer if isinstance(line, bytes) for word in line.split() if word.isdigit()}
        # `n:*` names the newest message even when it is older than n.
        return sorted(uid for uid in found if uid > above)

    def fetch(self, uid: int) -> Fetched | None:
        """The message, or None when it is gone meanwhile. Never more of it than `MOST_BYTES`."""
        facts = b" ".join(_pieces(self._ask("FETCH", str(uid), "(RFC822.SIZE INTERNALDATE)")))
        size = int(found[1]) if (found := SIZE.search(facts)) else 0
        most = BEGINNING if size > MOST_BYTES else MOST_BYTES + 1
        # A partial answer bounds the memory, also where the server told no size or a wrong one.
        answer = self._ask("FETCH", str(uid), f"(BODY.PEEK[]<0.{most}>)")
        raw = next((bytes(row[1]) for row in answer if isinstance(row, tuple)), None)
        if raw is None:
            return None
        cut = len(raw) >= most
        return Fetched(raw[:BEGINNING] if cut else raw, arrived_at(facts), max(size, len(raw)), cut)

    def put_away(self, uid: int, folder: str) -> None:
        """Move a message that is safe in the database to `folder`, made if need be.

        A server that knows neither MOVE nor UIDPLUS keeps it: it could only copy it again at every round.
        """
        if "MOVE" in self.imap.capabilities:
            with contextlib.suppress(MailboxTrouble):
                self._ask("MOVE", str(uid), quoted(folder))
                return
            self.imap.create(quoted(folder))
            self._ask("MOVE", str(uid), quoted(folder))
        elif "UIDPLUS" in self.imap.capabilities:
            with contextlib.suppress(MailboxTrouble):
                self.imap.create(quoted(folder))
            self._ask("COPY", str(uid), quoted(folder))
            self._ask("STORE", str(uid), "+FLAGS.SILENT", r"(\Deleted)")
            self._ask("EXPUNGE", str(uid))

    def _ask(self, command: str, *words: str | None) -> list[bytes | tuple[bytes, bytes]]:
        try:
            status, answer = self.imap.uid(command, *(word for word in words if word is not None))
        except TimeoutError:
            raise _silent() from None
        except (imaplib.IMAP4.error, OSError) as error:
            raise MailboxTrouble(
                f"Server surel tidak menjawab permintaan {command} ({type(error).__name__})."
            ) from error
        if status != "OK":
            raise MailboxTrouble(f"Server surel menolak permintaan {command}.")
        return list(answer)


@contextlib.contextmanager
def opened(place: Place, *, ca_file: str = "", writing: bool = False) -> Iterator[Mailbox]:
    """Sign in and open the folder; certificates and names are checked, by `ca_file` too where it is given."""
    imap = _connected(place, ca_file)
    try:
        _sign_in(imap, place)
        status, _answer = imap.select(quoted(place.folder), readonly=not writing)
        if status != "OK":
            raise MailboxTrouble(f"Kotak surat “{place.folder}” tidak ada di server.")
        validity = next((int(word) for word in imap.response("UIDVALIDITY")[1] or () if word), 0)
        yield Mailbox(imap, validity)
    except TimeoutError:
        raise _silent() from None
    except (imaplib.IMAP4.error, OSError) as error:
        raise MailboxTrouble(f"Sambungan ke server surel terputus ({type(error).__name__}).") from error
    finally:
        with contextlib.suppress(imaplib.IMAP4.error, OSError):
            imap.logout()
        with contextlib.suppress(OSError):
            imap.shutdown()


def _sign_in(imap: imaplib.IMAP4, place: Place) -> None:
    try:
        if f"{place.user}{place.password}".isascii():
            imap.login(place.user, place.password)
        else:
            # LOGIN is ASCII only; PLAIN is UTF-8 (RFC 4616).
            imap.authenticate("PLAIN", lambda _asked: f"\0{place.user}\0{place.password}".encode())
    except imaplib.IMAP4.abort:
        raise
    except imaplib.IMAP4.error:
        raise MailboxTrouble("Server surel menolak pengguna atau sandinya. Periksa IMAP_URL.") from None
    # Many servers tell what they can only to whom they know.
    status, told = imap.capability()
    if status == "OK" and told and isinstance(told[-1], bytes):
        imap.capabilities = tuple(told[-1].decode("ascii", "replace").upper().split())


def _connected(place: Place, ca_file: str) -> imaplib.IMAP4:
    try:
        context = ssl.create_default_context()
        if ca_file:
            context.load_verify_locations(ca_file)
    except (OSError, ssl.SSLError):
        raise MailboxTrouble("IMAP_CA_FILE tidak terbaca. Isi jalur ke berkas sertifikat PEM.") from None
    try:
        if place.secure == "tls":
            return imaplib.IMAP4_SSL(place.host, place.port, ssl_context=context, timeout=TIMEOUT)
        imap = imaplib.IMAP4(place.host, place.port, timeout=TIMEOUT)
        if place.secure == "starttls":
            _start_tls(imap, context)
    except ssl.SSLCertVerificationError:
        raise MailboxTrouble(
            "Sertifikat server surel tidak dapat dipercaya. Periksa namanya, atau IMAP_CA_FILE."
        ) from None
    except TimeoutError:
        raise _silent() from None
    except (OSError, imaplib.IMAP4.error) as error:
        raise MailboxTrouble(
            f"Server surel tidak dapat dihubungi ({type(error).__name__}). Periksa alamat dan porta di IMAP_URL."
        ) from error
    return imap


def _start_tls(imap: imaplib.IMAP4, context: ssl.SSLContext) -> None:
    """Without TLS the password does not leave this machine, whatever the server offers instead."""
    try:
        if "STARTTLS" not in imap.capabilities:
            raise MailboxTrouble("Server surel tidak menawarkan STARTTLS; sandi tidak dikirim. Pakai imaps://.")
        imap.starttls(context)
    except BaseException:
        with contextlib.suppress(OSError):
            imap.shutdown()
        raise


def _silent() -> MailboxTrouble:
    return MailboxTrouble(
        f"Server surel tidak menjawab dalam {TIMEOUT:.0f} detik. Dicoba lagi pada putaran berikutnya."
    )


def arrived_at(facts: bytes) -> dt.datetime | None:
    """INTERNALDATE (RFC 3501) as an aware moment."""
    found = ARRIVED.search(facts)
    if found is None:
        return None
    day, month, year, hour, minute, second, sign, hours, minutes = (part.decode() for part in found.groups())
    east = dt.timedelta(hours=int(hours), minutes=int(minutes)) * (-1 if sign == "-" else 1)
    try:
        zone = dt.timezone(east)
        return dt.datetime(
            int(year), MONTHS.index(month) + 1, int(day), int(hour), int(minute), int(second), tzinfo=zone
        )
    except ValueError:
        return None


def quoted(folder: str) -> str:
    """A folder's name as IMAP wants it: quoted, and letters beyond ASCII in its own UTF-7 (RFC 3501, 5.1.3)."""
    told = ""
    for plain, other in re.findall(r"([\x20-\x7e]+)|([^\x20-\x7e]+)", folder):
        if plain:
            told += plain.replace("&", "&-")
        else:
            told += _utf7(other)
    return '"' + told.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _utf7(text: str) -> str:
    packed = base64.b64encode(text.encode("utf-16-be")).decode("ascii").rstrip("=").replace("/", ",")
    return f"&{packed}-"


def _pieces(answer: list[bytes | tuple[bytes, bytes]]) -> Iterator[bytes]:
    for row in answer:
        if isinstance(row, tuple):
            yield from row
        elif isinstance(row, bytes):
            yield row
