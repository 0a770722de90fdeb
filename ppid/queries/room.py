"""What a dispute's reading room shows: chronology, clocks, documents of the whole chain, as of any day."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db.models import Q

from ppid.law.letters import is_signed
from ppid.law.terms import term
from ppid.models import Case, CaseFile, Deadline, Letter, Opening, PrivateFile, SealedDocument
from ppid.queries.timeline import Item, told


@dataclass(frozen=True)
class Clock:
    """One derivation of the ledger. `trail`: (day, number or None, reason), `state`: an Indonesian word."""

    title: str
    source: str
    from_day: dt.date
    due: dt.date | None
    calendar_version: str
    trail: tuple[tuple[dt.date, int | None, str], ...]
    met_on: dt.date | None
    missed_on: dt.date | None
    superseded: bool


@dataclass(frozen=True)
class Paper:
    """A document of the file: `day` it counts from, `how` it was sent and when it arrived, its hash."""

    title: str
    day: dt.date
    file: PrivateFile
    how: str = ""
    arrived: dt.date | None = None


@dataclass(frozen=True)
class Chapter:
    """One case of the chain: what it is, what happened, its clocks, its documents."""

    case: Case
    heading: str
    story: tuple[Item, ...]
    clocks: tuple[Clock, ...]
    papers: tuple[Paper, ...]


def chapters(cases: Sequence[Case], *, as_of: dt.date) -> tuple[Chapter, ...]:
    """The chain as it stood at the end of that day. Four statements a case."""
    return tuple(
        Chapter(
            case=case,
            heading=f"{case.get_kind_display()} {case.number}",
            story=told(case, until=as_of),
            clocks=tuple(_clocks(case, as_of)),
            papers=tuple(_papers(case, as_of)),
        )
        for case in cases
        if case.received_on <= as_of
    )


def _clocks(case: Case, as_of: dt.date) -> Iterator[Clock]:
    rows = Deadline.objects.filter(case_id=case.pk, created_at__date__lte=as_of).order_by("created_at", "pk")
    for row in rows:
        rule = term(row.term)
        yield Clock(
            title=rule.title, source=rule.source, from_day=row.from_day, due=row.due,
            calendar_version=row.calendar_version,
            trail=tuple(
                (dt.date.fromisoformat(one["date"]), one.get("number"), str(one.get("reason", ""))) for one in row.trail
            ),
            met_on=_known(row.met_on, as_of), missed_on=_known(row.missed_on, as_of),
            superseded=row.superseded_at is not None and row.superseded_at.date() <= as_of,
        )  # fmt: skip


def _known(day: dt.date | None, as_of: dt.date) -> dt.date | None:
    return day if day is not None and day <= as_of else None


def _papers(case: Case, as_of: dt.date) -> list[Paper]:
    found = [*_letters(case, as_of), *_files(case, as_of)]
    return sorted(found, key=lambda one: (one.day, one.file.pk))


def _letters(case: Case, as_of: dt.date) -> Iterator[Paper]:
    counts = Q(sent_on__lte=as_of) | Q(sent_on__isnull=True, dated__lte=as_of)
    for row in Letter.objects.filter(counts, case_id=case.pk).select_related("draft", "signed"):
        file = row.signed if is_signed(row.kind) else row.signed or row.draft
        if file is None or (is_signed(row.kind) and row.sent_on is None):
            continue
        how = str(row.get_sent_how_display()) if row.sent_how else ""
        yield Paper(
            f"{row.get_kind_display()} {row.number}",
            row.sent_on or row.dated,
            file,
            how,
            _known(row.delivered_on, as_of),
        )


def _files(case: Case, as_of: dt.date) -> Iterator[Paper]:
    for row in CaseFile.objects.filter(case_id=case.pk).select_related("file").order_by("pk"):
        day = row.file.created_at.date()
        if day <= as_of:
            yield Paper(str(row.get_role_display()), day, row.file)


@dataclass(frozen=True)
class SealedRow:
    """A document in dispute as one reader sees it: `opening` when the unredacted version is open to that reader now."""

    document: SealedDocument
    redacted: PrivateFile | None
    opening: Opening | None


def sealed_rows(
    cases: Sequence[Case], reader: AbstractBaseUser | AnonymousUser | None, on: dt.date
) -> tuple[SealedRow, ...]:
    """Two statements."""
    rows = SealedDocument.objects.filter(case__in=[case.pk for case in cases]).select_related("original", "redacted")
    key = reader.pk if reader is not None else None
    opened = Opening.objects.filter(
        document__case__in=[case.pk for case in cases],
        readers=key,
        closed_on__isnull=True,
        opened_on__lte=on,
        until__gte=on,
    )
    by_document = {one.document_id: one for one in opened} if key is not None else {}
    return tuple(SealedRow(row, row.redacted, by_document.get(row.pk)) for row in rows)
