"""What a dispute's reading room shows: chronology, clocks, documents of the whole chain, as of any day."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db.models import Q
from django.utils.translation import gettext as _

from ppid.law.letters import is_signed
from ppid.law.terms import term
from ppid.models import Case, CaseFile, Deadline, Letter, Opening, PrivateFile, SealedDocument
from ppid.queries.dossier import of_dispute, sources_for_applicant
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


def day_asked(typed: str, today: dt.date) -> tuple[dt.date, str]:
    """The day whose end is to be shown, and why the typed one was not taken ("" where it was)."""
    if not typed:
        return today, ""
    try:
        day = dt.date.fromisoformat(typed)
    except ValueError:
        return today, _("Tanggal tidak terbaca. Pilih tanggal, atau tulis seperti 2026-11-23.")
    if day > today:
        return today, _("Tanggal di masa depan. Pilih hari ini atau sebelumnya.")
    return day, ""


# What the office does among itself is no step of the applicant's case.
INNER = frozenset({
    "letter_drafted", "signed_attached", "next_superior", "unit_asked", "unit_answered", "unit_question_taken_back",
    "held", "released", "flagged", "flag_lifted", "mail_handled", "mail_sent_again", "mail_joined", "refusal_proposed",
    "refusal_returned", "subject_written", "subject_approved", "consideration_approved",
})  # fmt: skip


def chapters(cases: Sequence[Case], *, as_of: dt.date) -> tuple[Chapter, ...]:
    """The chain as it stood at the end of that day, for the commission. Seven statements a case at most."""
    return tuple(
        _chapter(case, as_of, told(case, until=as_of), _papers(case, as_of))
        for case in cases
        if case.received_on <= as_of
    )


def chapters_for_applicant(cases: Sequence[Case], *, as_of: dt.date) -> tuple[Chapter, ...]:
    """The same for the applicant: no officer's name, nothing of what the office does among itself, and of the documents
    those that belong to the applicant's own pack."""
    own = {one.file.pk for one in sources_for_applicant(cases)}
    return tuple(
        _chapter(
            case, as_of,
            tuple(replace(item, who="", href="") for item in told(case, until=as_of, without=INNER)),
            [paper for paper in _papers(case, as_of) if paper.file.pk in own],
        )
        for case in cases
        if case.received_on <= as_of
    )  # fmt: skip


def _chapter(case: Case, as_of: dt.date, story: tuple[Item, ...], papers: Sequence[Paper]) -> Chapter:
    heading = f"{case.get_kind_display()} {case.number}"
    return Chapter(case, heading, story, tuple(_clocks(case, as_of)), tuple(papers))


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
    found = [*_letters(case, as_of), *_files(case, as_of), *_commissions(case, as_of)]
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


def _commissions(case: Case, as_of: dt.date) -> Iterator[Paper]:
    if case.kind == Case.Kind.DISPUTE:
        yield from (Paper(one.title, one.day, one.file) for one in of_dispute([case]) if one.day <= as_of)


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
