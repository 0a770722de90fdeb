"""Terms that nobody met: the event, the mark and the notices of each, a batch of cases at a time."""

import datetime as dt
import itertools
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, Subquery

from ppid.actions import mail, rights
from ppid.actions.log import SYSTEM, Last, next_link
from ppid.law import delivering
from ppid.law.events import TermMissed
from ppid.models import Case, CaseEvent, Deadline, MailRecord, Objection, ObjectionDraft, ObjectionGround, bulk

# Cases locked at a time: enough to be quick, few enough that an officer's click waits a tenth of a second at most.
BATCH = 1000
# What the applicant is told of, because a right opens with it (UU 14/2008 Ps 35(1)c and g; e and g for what was
# promised and not given).
OPENS_A_RIGHT = frozenset({"REQ_NOTICE_UU", "REQ_EXTENSION", delivering.PROMISE})
To = MailRecord.Audience
EVENT = ("case_id", "seq", "payload", "previous", "hash", "at")


@dataclass(frozen=True)
class Ticked:
    """What a tick did: events written, notices decided."""

    events: int
    notices: int


class Missed(NamedTuple):
    """An open term whose last day is over, a requester's addresses, and the last event of its case. `touched`: there
    was an objection already, or one lies prepared."""

    pk: int
    case: int
    kind: str
    term: str
    part: int
    due: dt.date
    reference: uuid.UUID
    proxy_email: str | None
    email: str | None
    seq: int | None
    hash: str
    at: dt.datetime
    touched: bool

    @property
    def last(self) -> Last | None:
        return None if self.seq is None else Last(self.seq, self.hash, self.at)


def miss_some(on: dt.date, at: dt.datetime) -> Ticked | None:
    """One batch, in the caller's transaction; None when nothing is left.

    The cases are locked first and their terms read after: an answer being recorded at this moment either stands
    before us or waits for us.
    """
    first = Deadline.objects.come_due(on).order_by("due", "case_id")[:BATCH]
    # In the order of their keys, so that two runs wait for each other and never embrace.
    cases = Case.objects.select_for_update().filter(pk__in=first.values("case_id")).order_by("pk")
    locked = set(cases.values_list("pk", flat=True))
    missed = [row for row in _come_due(on) if row.case in locked] if locked else []
    if not missed:
        # Nothing to do, or answered while we waited for the lock; whatever else is left is the next tick's.
        return None
    bulk.insert(CaseEvent, EVENT, _events(missed, on, at), kind=TermMissed.kind, role=SYSTEM.role, day=on)
    bulk.mark(Deadline, "missed_on", on, [row.pk for row in missed])
    rights.follow(missed, on=on, at=at)
    notices = mail.enqueue_rows(MailRecord.Template.TERM_MISSED, _notices(missed), at=at)
    return Ticked(len(missed), notices)


def _come_due(on: dt.date) -> Iterator[Missed]:
    last = CaseEvent.objects.filter(case_id=OuterRef("case_id")).order_by("-seq")
    said: dict[str, Any] = {f"last_{name}": Subquery(last.values(name)[:1]) for name in ("seq", "hash", "at")}
    objected = ObjectionGround.objects.filter(request_id=OuterRef("case_id"))
    prepared = ObjectionDraft.objects.filter(request_id=OuterRef("case_id"), sent__isnull=True)
    said |= {"touched": Exists(objected) | Exists(prepared)}
    rows = Deadline.objects.come_due(on).order_by("due", "case_id", "pk").annotate(**said)[:BATCH]
    applicant = "case__informationrequest__applicant__"
    wanted = ("pk", "case_id", "case__kind", "term", "part", "due", "case__reference")
    addresses = (f"{applicant}proxy_email", f"{applicant}email")
    return itertools.starmap(Missed, rows.values_list(*wanted, *addresses, *said))


def _events(missed: Sequence[Missed], on: dt.date, at: dt.datetime) -> Iterator[bulk.Row]:
    """The rows of the log, each hashed after the last one of its case."""
    written: dict[int, Last] = {}
    for row in missed:
        payload = TermMissed(term=row.term, due=row.due.isoformat(), deadline=row.pk, part=row.part)
        after = written.get(row.case, row.last)
        link, digest = next_link(str(row.reference), payload, after=after, author=SYSTEM, on=on, at=at)
        written[row.case] = Last(link.seq, digest, link.at)
        yield row.case, link.seq, link.payload, link.previous, digest, link.at


def _notices(missed: Sequence[Missed]) -> Iterator[mail.Notice]:
    """A notice to each who is told; to an applicant only where there is an address."""
    objectors = _objectors({row.case for row in missed if row.kind == Case.Kind.OBJECTION})
    for row in missed:
        facts: dict[str, object] = {"term": row.term, "due": row.due.isoformat(), "part": row.part}
        for audience in _told(row):
            address = ""
            if audience is To.APPLICANT:
                address = objectors.get(row.case) or row.proxy_email or row.email or ""
                if not address:
                    continue
            yield mail.Notice(row.case, audience, address, facts)


def _objectors(cases: set[int]) -> dict[int, str]:
    """Where mail goes of those who object, by case."""
    if not cases:
        return {}
    rows = Objection.objects.filter(pk__in=cases).select_related("applicant")
    return {row.pk: row.applicant.mail_address for row in rows}


def _told(row: Missed) -> tuple[MailRecord.Audience, ...]:
    """Who hears of a missed term: the one whose duty it was, the superior of an objection, and the applicant wherever
    a right opens or runs out."""
    if row.term in rights.RIGHTS:
        return (To.APPLICANT,)
    if row.kind == Case.Kind.OBJECTION:
        return (To.SUPERIOR, To.APPLICANT) if row.term == rights.ANSWER else (To.DESK, To.SUPERIOR, To.APPLICANT)
    return (To.DESK, To.APPLICANT) if row.term in OPENS_A_RIGHT else (To.DESK,)
