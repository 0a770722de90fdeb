"""A mail as bytes, whatever its shape, read into what the desk needs. Never raises: the worst mail is still a mail."""

import datetime as dt
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from email import message_from_bytes
from email.message import Message
from email.policy import Compat32
from email.utils import getaddresses, parsedate_to_datetime

from ppid.mailbox.words import TEXT_LENGTH, decoded, header_text, text_of_html

# Deeper or longer than this no honest mail is; the rest is told as cut, not lost: the message stays on the server.
MOST_PARTS = 200
DEEPEST = 20
# The parser keeps every line and every part as an object of its own, and looks at each line once for every open
# boundary. Beyond these numbers a mail of allowed size would take gigabytes or hours: only its beginning is read.
BEGINNING = 300_000
MOST_LINES = 600_000
MOST_DASHED = 5_000
MOST_BOUNDARIES = 300
# Python's reading of a header takes the square of its length.
LONGEST_HEADER = 20_000
LONGEST_CONTENT_HEADER = 4_000
BETWEEN_ADDRESSES = re.compile(r"[\s<>,;:\"()]+")
HEAD_ENDS = re.compile(rb"\r?\n\r?\n")
MESSAGE_ID = re.compile(r"<[^<>\s]{3,300}>")
TO_US = ("To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "Resent-To")
MACHINES = ("mailer-daemon", "postmaster", "mail-daemon")


@dataclass(frozen=True)
class Attached:
    """A file of a mail, as it came: name and type are the sender's words, judged later by the content.

    `whole`: False where the mail was cut, so that its end may be missing.
    """

    name: str
    content: bytes
    whole: bool = True


@dataclass(frozen=True)
class ReadMail:
    """What a mail says. `automatic` is why no person wrote it ("" if one did): `auto`, `bulk`, `bounce`.

    `hop`: when our own server took it in, by the topmost Received line; the sender's Date is not looked at.
    `fingerprint` is the same for the same mail delivered twice. `cut`: not all of it was read; `broken`: no sound MIME.
    """

    message_id: str
    sender_name: str
    sender: str
    recipients: tuple[str, ...]
    references: tuple[str, ...]
    subject: str
    text: str
    attached: tuple[Attached, ...]
    automatic: str
    hop: dt.datetime | None
    fingerprint: str
    cut: bool
    broken: bool


class _Short(Compat32):
    """Headers no longer than an honest one."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value[: LONGEST_CONTENT_HEADER if name.lower().startswith("content-") else LONGEST_HEADER]


SHORT = _Short()


def read(raw: bytes, *, whole: bool = True) -> ReadMail:
    """Read a message, or its beginning (`whole` False); one that no parser understands is its head and raw text."""
    if whole and _heavy(raw):
        raw, whole = raw[:BEGINNING], False
    try:
        return _read(raw, message_from_bytes(raw, policy=SHORT), whole)
    except Exception:
        # The standard library's parser raises all sorts on hostile mail. Nothing may be lost for that.
        return read_plainly(raw)


def read_plainly(raw: bytes) -> ReadMail:
    """Who wrote what about which subject, and the rest as raw text, files left out: for what nothing else can read."""
    head = HEAD_ENDS.search(raw, 0, BEGINNING)
    try:
        top = raw[: head.end()] if head else b""
        # What a parser chokes on stands in the types of the parts; without them a head is lines.
        known = _read(top, message_from_bytes(re.sub(rb"(?im)^(content-|mime-)", rb"x-\1", top), policy=SHORT), False)
    except Exception:
        known = _read(b"", Message(), False)
    text = raw[head.end() :] if head else raw
    return replace(
        known, text=decoded(text[:TEXT_LENGTH]), attached=(), fingerprint=hashlib.sha256(raw).hexdigest(), broken=True
    )


def _heavy(raw: bytes) -> bool:
    lines = max(raw.count(b"\n"), raw.count(b"\r"))
    boundaries = sum(1 for _found in re.finditer(rb"(?i)boundary", raw))
    return lines > MOST_LINES or raw.count(b"\n--") > MOST_DASHED or boundaries > MOST_BOUNDARIES


def _read(raw: bytes, message: Message, whole: bool) -> ReadMail:
    body = _Body(whole=whole)
    body.collect(message)
    text = body.text()
    name, address = _sender(message)
    return ReadMail(
        message_id=_first(MESSAGE_ID.findall(header_text(_header(message, "Message-ID")))),
        sender_name=name,
        sender=address,
        recipients=tuple(dict.fromkeys(_addresses(message))),
        references=_references(message),
        subject=header_text(_header(message, "Subject")),
        text=text,
        attached=tuple(body.attached),
        automatic=_automatic(message, address),
        hop=_hop(message),
        fingerprint=_fingerprint(raw, message),
        cut=body.cut or not whole,
        # A mail that says twice who wrote it can be read in two ways (RFC 5322, 3.6).
        broken=body.broken or len(list(_headers(message, "From"))) > 1,
    )


@dataclass
class _Body:
    """The parts of a message, walked once: the text a person reads, and the files."""

    lines: list[str] = field(default_factory=list)
    attached: list[Attached] = field(default_factory=list)
    parts: int = 0
    cut: bool = False
    broken: bool = False
    whole: bool = True

    def text(self) -> str:
        told = "\n\n".join(line.strip("\n") for line in self.lines if line.strip())
        self.cut = self.cut or len(told) > TEXT_LENGTH
        return told[:TEXT_LENGTH]

    def collect(self, part: Message, depth: int = 0) -> None:
        self.parts += 1
        if depth > DEEPEST or self.parts > MOST_PARTS:
            self.cut = True
            return
        kind = part.get_content_type()
        if kind == "message/rfc822" or (part.is_multipart() and not kind.startswith("multipart/")):
            self._enclosed(part, depth)
        elif kind == "multipart/alternative" and part.is_multipart():
            self._alternatives(part, depth)
        elif part.is_multipart():
            for child in _children(part):
                self.collect(child, depth + 1)
        else:
            self._leaf(part, kind)
        # Filled by the parser, and again when the content is opened.
        self.broken = self.broken or bool(part.defects)

    def _enclosed(self, part: Message, depth: int) -> None:
        """A mail within the mail: its text with a line above that says whose it is, its files with ours."""
        for child in _children(part):
            said = (header_text(_header(child, name)) for name in ("From", "Subject"))
            self.lines.append("--- " + " · ".join(word for word in said if word))
            self.collect(child, depth + 1)

    def _alternatives(self, part: Message, depth: int) -> None:
        """The plain text when it says anything, else the HTML; files of every version."""
        versions = []
        for child in _children(part):
            version = _Body(parts=self.parts, whole=self.whole)
            version.collect(child, depth + 1)
            self.parts, self.cut = version.parts, self.cut or version.cut
            self.broken = self.broken or version.broken
            self.attached += version.attached
            versions.append((child.get_content_type() != "text/plain", version.lines))
        spoken = [lines for _rich, lines in sorted(versions, key=lambda row: row[0]) if any(map(str.strip, lines))]
        self.lines += spoken[0] if spoken else []

    def _leaf(self, part: Message, kind: str) -> None:
        name = _file_name(part)
        content = _content(part)
        shown = part.get_content_disposition() != "attachment" and not name
        if shown and kind in {"text/plain", "text/html"}:
            told = decoded(content, _charset(part))
            self.lines.append(text_of_html(told) if kind == "text/html" else told.replace("\r\n", "\n"))
        elif kind.startswith("multipart/") or (shown and kind in {"message/delivery-status", "text/rfc822-headers"}):
            # A mail in parts whose boundary is missing or never comes is one text; its words are not lost.
            self.lines.append(decoded(content, _charset(part)))
        elif content:
            self.attached.append(Attached(name or f"lampiran-{len(self.attached) + 1}", content, self.whole))


def _children(part: Message) -> list[Message]:
    held = part.get_payload()
    return [child for child in held if isinstance(child, Message)] if isinstance(held, list) else []


def _content(part: Message) -> bytes:
    found = part.get_payload(decode=True)
    if isinstance(found, bytes):
        return found
    held = part.get_payload()
    return held.encode("utf-8", "surrogateescape") if isinstance(held, str) else b""


def _charset(part: Message) -> str:
    try:
        found = part.get_content_charset("")
    except (LookupError, ValueError):
        return ""
    return found if isinstance(found, str) else ""


def _file_name(part: Message) -> str:
    try:
        found = part.get_filename("")
    except (LookupError, ValueError, TypeError):
        return ""
    return header_text(found or "")


def _header(message: Message, name: str) -> str:
    """The first header of that name as it came, 8-bit letters as surrogates; "" where there is none."""
    return _first(list(_headers(message, name)))


def _headers(message: Message, name: str) -> Iterator[str]:
    wanted = name.lower()
    for key, value in message.raw_items():
        if key.lower() == wanted:
            yield str(value)


def _sender(message: Message) -> tuple[str, str]:
    """Name and address of who wrote it: From, else Reply-To, else Sender."""
    for name in ("From", "Reply-To", "Sender"):
        raw = _header(message, name)
        if not raw.strip():
            continue
        for shown, address in getaddresses([raw.replace("\n", " ").replace("\r", " ")]):
            if "@" in address:
                return header_text(shown), _plain(address)
        text = header_text(raw)
        return ("", found) if (found := next(_addresses_in(text), "")) else (text, "")
    return "", ""


def _plain(address: str) -> str:
    return header_text(address)[:254]


def _addresses(message: Message) -> Iterator[str]:
    for name in TO_US:
        for raw in _headers(message, name):
            yield from (found.lower() for found in _addresses_in(header_text(raw)))


def _addresses_in(text: str) -> Iterator[str]:
    """Every `name@host` of a text, in one pass over it however long its words are."""
    for word in BETWEEN_ADDRESSES.split(text):
        name, _at, host = word.partition("@")
        if name and host and "@" not in host:
            yield word[:254]


def _references(message: Message) -> tuple[str, ...]:
    found = (one for name in ("In-Reply-To", "References") for raw in _headers(message, name)
             for one in MESSAGE_ID.findall(" ".join(raw.split())))  # fmt: skip
    return tuple(dict.fromkeys(found))[:100]


def _automatic(message: Message, sender: str) -> str:
    """Whether a program wrote it (RFC 3834): bounces, answering machines, lists. Such mail is never answered."""
    said = {name: _header(message, name).strip().lower() for name in (
        "Auto-Submitted", "Precedence", "X-Autoreply", "X-Autorespond", "X-Failed-Recipients", "Return-Path",
    )}  # fmt: skip
    machine = sender.split("@", maxsplit=1)[0].lower() in MACHINES
    if machine or message.get_content_type() == "multipart/report" or said["Return-Path"] == "<>":
        return "bounce"
    if said["X-Failed-Recipients"]:
        return "bounce"
    if said["Auto-Submitted"] and said["Auto-Submitted"].split(";")[0].strip() != "no":
        return "auto"
    if said["X-Autoreply"] or said["X-Autorespond"] or said["Precedence"] == "auto_reply":
        return "auto"
    lists = any(_header(message, name).strip() for name in ("List-Id", "List-Post", "List-Unsubscribe"))
    return "bulk" if lists or said["Precedence"] in {"bulk", "list", "junk"} else ""


def _hop(message: Message) -> dt.datetime | None:
    topmost = _header(message, "Received")
    try:
        at = parsedate_to_datetime(" ".join(topmost.rsplit(";", 1)[1].split()))
    except (IndexError, ValueError, TypeError, OverflowError):
        return None
    return at if at.tzinfo is not None else at.replace(tzinfo=dt.UTC)


def _fingerprint(raw: bytes, message: Message) -> str:
    """Over what the sender wrote, not over what the servers on the way added.

    Without Message-ID two mails may be alike to the letter and still be two: then the way they came counts too.
    """
    digest = hashlib.sha256()
    said = [_header(message, name) for name in ("Message-ID", "From", "Date", "Subject")]
    if not said[0].strip():
        said += _headers(message, "Received")
    for value in said:
        digest.update(" ".join(value.split()).encode("utf-8", "surrogateescape") + b"\x00")
    head = HEAD_ENDS.search(raw)
    digest.update(raw[head.end() :].replace(b"\r\n", b"\n").rstrip() if head else raw)
    return digest.hexdigest()


def _first(found: list[str]) -> str:
    return found[0] if found else ""
