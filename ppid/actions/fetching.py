"""The round to the mailbox: every message that is not safe yet is taken in, the oldest first."""

import datetime as dt
from collections import Counter
from dataclasses import asdict, dataclass, field

from django.conf import settings
from django.db.models import Max

from ppid.actions import incoming
from ppid.mailbox.server import Fetched, Mailbox, MailboxTrouble, opened, place_of
from ppid.models.incoming import FetchedMessage


@dataclass(frozen=True)
class FetchRound:
    """What a round came to. `known`: had come before; `errors`: Indonesian sentences, no address in them."""

    mailbox: str
    fetched: int = 0
    new: int = 0
    joined: int = 0
    automatic: int = 0
    known: int = 0
    errors: list[str] = field(default_factory=list)

    def as_json(self) -> dict[str, object]:
        return asdict(self)


def fetch(*, at: dt.datetime) -> FetchRound:
    """One round. A message stays on the server; with IMAP_ARCHIVE it is moved there, once its row has committed."""
    if not settings.IMAP_URL:
        return FetchRound("", errors=["IMAP_URL belum diisi (docs/settings.md)."])
    try:
        place = place_of(settings.IMAP_URL)
    except MailboxTrouble as trouble:
        return FetchRound("", errors=[str(trouble)])
    counts: Counter[str] = Counter()
    errors = []
    try:
        with opened(place, ca_file=settings.IMAP_CA_FILE, writing=bool(settings.IMAP_ARCHIVE)) as box:
            _empty(box, place.name, counts, at)
    except MailboxTrouble as trouble:
        errors.append(str(trouble))
    folder = f"{place.host}/{place.folder}"
    return FetchRound(folder, sum(counts.values()), errors=errors, **counts)


def _empty(box: Mailbox, name: str, counts: Counter[str], at: dt.datetime) -> None:
    seen = FetchedMessage.objects.filter(mailbox=name, validity=box.validity)
    if settings.IMAP_ARCHIVE:
        # What was moved is gone from here, so what is here is little; a crash before moving is mended now.
        waiting, held = box.uids(), set(seen.values_list("uid", flat=True))
    else:
        # Numbers only rise (RFC 3501), and a message that fails ends the round: nothing above it can be safe already.
        waiting, held = box.uids(above=seen.aggregate(last=Max("uid"))["last"] or 0), set()
    for uid in waiting:
        if uid not in held:
            message = box.fetch(uid)
            if message is None:
                continue
            counts[_kept(incoming.Source(name, box.validity, uid), message, at)] += 1
        if settings.IMAP_ARCHIVE:
            box.put_away(uid, settings.IMAP_ARCHIVE)


def _kept(source: incoming.Source, message: Fetched, at: dt.datetime) -> str:
    """As `incoming.receive`; a full disk is said to be one, and not a connection that broke."""
    try:
        return incoming.receive(source=source, message=message, at=at)
    except OSError as error:
        raise MailboxTrouble(
            f"Surel tidak dapat disimpan ({type(error).__name__}). Periksa ruang dan izin DATA_DIR; surel itu diambil "
            "lagi pada putaran berikutnya."
        ) from error
