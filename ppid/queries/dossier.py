"""What goes into a dossier, read in one go: documents, logs, ledger of a case and of the cases it stands on."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Q

from ppid.law import dossier as law
from ppid.law.letters import is_signed
from ppid.models import (
    Case,
    CaseFile,
    CommissionDecision,
    Deadline,
    Dispute,
    DisputeStage,
    Dossier,
    Hearing,
    Letter,
    Objection,
    PrivateFile,
    SealedDocument,
)
from ppid.queries import chains, integrity

Audience = Dossier.Audience
# The office's own slips are for the body and the commission.
INNER_LETTERS = (Letter.Kind.DISPOSITION,)
# What the applicant handed in, and what went to the applicant.
APPLICANTS_PAPERS = (
    CaseFile.Role.ATTACHMENT, CaseFile.Role.IDENTITY, CaseFile.Role.DEED, CaseFile.Role.AUTHORITY,
    CaseFile.Role.SPECIAL_AUTHORITY, CaseFile.Role.WITHDRAWAL, CaseFile.Role.OBJECTION, CaseFile.Role.ANSWER,
    CaseFile.Role.DECREE, CaseFile.Role.TEST_SHEET, CaseFile.Role.APPROVAL, CaseFile.Role.PROOF,
)  # fmt: skip
# An heir reads what was given, not the papers by which the former applicant was known.
FORMERS_PAPERS = (CaseFile.Role.IDENTITY, CaseFile.Role.DEED, CaseFile.Role.AUTHORITY, CaseFile.Role.SPECIAL_AUTHORITY)


@dataclass(frozen=True)
class Source:
    """One document before it has a number and a page."""

    title: str
    case: Case
    day: dt.date
    file: PrivateFile
    sealed: bool = False


@dataclass(frozen=True)
class Log:
    """One case's log as lines, and how many events it holds."""

    kind: str
    reference: str
    lines: bytes
    events: int


@dataclass(frozen=True)
class Snapshot:
    """All that a dossier is made of, but for the files' content. `checkpoint`: the newest one's bytes, or empty."""

    case: Case
    audience: str
    on: dt.date
    sources: tuple[Source, ...]
    logs: tuple[Log, ...]
    ledger: tuple[dict[str, Any], ...]
    checkpoint: bytes
    proofs: tuple[dict[str, Any], ...]

    @property
    def events(self) -> int:
        return sum(log.events for log in self.logs)


def stands_on(case: Case) -> list[Case]:
    """The case and those it came from, the first of them first."""
    if case.kind == Case.Kind.DISPUTE:
        objection: Case = Dispute.objects.select_related("contested").get(pk=case.pk).contested
        return [*stands_on(objection), case]
    if case.kind == Case.Kind.OBJECTION:
        request = Objection.objects.select_related("request").get(pk=case.pk).request
        return [request, case] if request is not None else [case]
    return [case]


def snapshot(case: Case, *, audience: str, on: dt.date) -> Snapshot:
    """Everything as it stands now. The logs are locked while they are read, so that nothing is added in between."""
    with transaction.atomic():
        cases = stands_on(case)
        list(Case.objects.select_for_update().filter(pk__in=[one.pk for one in cases]).order_by("pk"))
        newest = integrity.latest()
        proofs = integrity.proofs(cases, integrity.tree(newest.tree_size)) if newest else []
        return Snapshot(
            case=case, audience=audience, on=on, sources=tuple(_sources(cases, audience)),
            logs=tuple(_log(one) for one in cases), ledger=tuple(_ledger(cases)),
            checkpoint=newest.document.encode() if newest else b"", proofs=tuple(proofs),
        )  # fmt: skip


def sources_for_applicant(cases: Sequence[Case]) -> list[Source]:
    """What the applicant may read of these cases, in the order of the days; never what is sealed."""
    return _sources(cases, Audience.APPLICANT)


def of_dispute(cases: Sequence[Case]) -> list[Source]:
    """The commission's papers, the powers for its hearings, its decisions."""
    return list(_of_dispute({case.pk: case for case in cases}))


def _sources(cases: Sequence[Case], audience: str) -> list[Source]:
    """In the order of the days; a file that hangs on a case twice is one document."""
    known = {case.pk: case for case in cases}
    found = [*_letters(known, audience), *_papers(known, audience), *_of_dispute(known), *_sealed(known, audience)]
    found.sort(key=lambda one: (one.day, one.file.pk))
    return list({(one.case.pk, one.file.pk): one for one in reversed(found)}.values())[::-1]


def _letters(known: dict[int, Case], audience: str) -> Iterator[Source]:
    rows = Letter.objects.filter(case__in=known).select_related("draft", "signed").order_by("created_at", "pk")
    # A complaint is no part of a dispute about information (UU 25/2009 Ps 49).
    rows = rows.exclude(kind=Letter.Kind.COMPLAINT)
    if audience == Audience.APPLICANT:
        rows = rows.exclude(kind__in=INNER_LETTERS)
        # The written consideration is read beside the answer, never before it (UU 14/2008 Ps 7(5)).
        rows = rows.exclude(kind=Letter.Kind.CONSIDERATION, case__informationrequest__answered_on__isnull=True)
    for row in rows:
        # What nobody signs counts as it was made; anything else counts once it was sent (law.md §2.6).
        file = row.signed if is_signed(row.kind) else row.signed or row.draft
        if file is not None and (row.sent_on is not None or not is_signed(row.kind)):
            yield Source(f"{row.get_kind_display()} {row.number}", known[row.case_id], row.sent_on or row.dated, file)


def _papers(known: dict[int, Case], audience: str) -> Iterator[Source]:
    rows = CaseFile.objects.filter(case__in=known).select_related("file").order_by("pk")
    if audience == Audience.APPLICANT:
        rows = rows.filter(role__in=APPLICANTS_PAPERS)
        succeeded = Q(case__endings__successor__isnull=False)
        rows = rows.exclude(succeeded & Q(role__in=FORMERS_PAPERS))
    for row in rows:
        yield Source(str(row.get_role_display()), known[row.case_id], row.file.created_at.date(), row.file)


def _of_dispute(known: dict[int, Case]) -> Iterator[Source]:
    """The commission's papers, the powers for its hearings, its decisions."""
    for stage in DisputeStage.objects.filter(dispute__in=known, paper__isnull=False).select_related("paper"):
        if stage.paper is not None:
            yield Source(str(stage.get_stage_display()), known[stage.dispute_id], stage.entered_on, stage.paper)
    for hearing in Hearing.objects.filter(dispute__in=known).select_related("power"):
        title = f"Surat kuasa khusus {hearing.power_number}"
        yield Source(title, known[hearing.dispute_id], hearing.held_on, hearing.power)
    for row in CommissionDecision.objects.filter(dispute__in=known).select_related("file"):
        yield Source(f"{row.get_kind_display()} {row.number}", known[row.dispute_id], row.read_on, row.file)


def _sealed(known: dict[int, Case], audience: str) -> Iterator[Source]:
    """What is in dispute: the redacted version, and of the other one its hash alone, for body and commission only (from
    the hash of a short document its words can be guessed)."""
    for row in SealedDocument.objects.filter(case__in=known).select_related("original", "redacted"):
        if row.redacted is not None:
            yield Source(f"{row.title} (dihitamkan)", known[row.case_id], row.added_on, row.redacted)
        if audience != Audience.APPLICANT:
            yield Source(f"{row.title} (utuh)", known[row.case_id], row.added_on, row.original, sealed=True)


def _log(case: Case) -> Log:
    reference = str(case.reference)
    rows = list(chains.links(reference, case.events.order_by("seq")))
    lines = b"".join(law.log_line(link, digest) for link, digest in rows)
    return Log(case.kind, reference, lines, len(rows))


def _ledger(cases: Sequence[Case]) -> Iterator[dict[str, Any]]:
    references = {case.pk: str(case.reference) for case in cases}
    for row in Deadline.objects.filter(case__in=references).order_by("created_at", "pk"):
        yield {
            "case": references[row.case_id], "term": row.term, "part": row.part, "governs": row.governs,
            "from": _iso(row.from_day), "length": row.length, "due": _iso(row.due), "trail": row.trail,
            "calendar_version": row.calendar_version, "met_on": _iso(row.met_on), "missed_on": _iso(row.missed_on),
            "superseded_at": row.superseded_at.isoformat() if row.superseded_at else None,
        }  # fmt: skip


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
