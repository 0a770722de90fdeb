"""The superior's word on a decision: proposed by the PPID, approved or returned, then signed and sent.

A refusal under UU 14/2008 Ps 17 always needs it; any other decision only where no standing approval covers its written
consideration (Ps 7(4)). A refusal is not signed or sent unless every passage rests on a decree in force with its sheet
and the superior approved this very text (law.md §1.4; PERKI 1/2021 Ps 10(2), 34).
"""

import datetime as dt
from dataclasses import replace

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.files import File
from django.db import transaction

from ppid.actions import considerations
from ppid.actions.log import authorised, locked, record
from ppid.actions.uploads import stored_paper
from ppid.law import events
from ppid.law.decisions import Decision, NoticeContent
from ppid.law.procedure import MoveName
from ppid.law.refusals import Invalid, Problem, Unlawful, say
from ppid.law.withholding import resting_problems
from ppid.models import Approval, CaseFile, Exclusion, InformationRequest, Letter


def check_basis(content: NoticeContent, on: dt.date) -> dict[int, Exclusion]:
    """The exclusions that the passages rest on, by key; Invalid where one does not hold on that day.

    Each is judged anew by its whole sheet: a row that would be annulled carries nothing, however it came into force.
    """
    wanted = {passage.exclusion for passage in content.passages}
    rows = Exclusion.objects.filter(pk__in=wanted).select_related("test") if wanted else ()
    found = {row.pk: row for row in rows}
    bases = {key: replace(row.basis_facts, flaw=_flaw(row)) for key, row in found.items()}
    whole = content.decision is Decision.REFUSED_17
    if problems := tuple(resting_problems(content.passages, bases, on, whole=whole)):
        raise Invalid(problems)
    return found


def _flaw(row: Exclusion) -> str:
    """What this exclusion's sheet would be annulled for, in one sentence; "" when it is sound.

    Whichever of the two approved it then: a later choice between PP 61/2010 and PERKI 1/2021 undoes no decree.
    """
    if row.test is None:
        return ""
    if row.verdict == Exclusion.Verdict.OPEN:
        return say("hasil ujinya terbuka (PERKI 1/2021 Ps 49).")
    sheet = row.as_test(approver=row.test.leader or row.test.superior)
    return next((str(problem) for problem in sheet.problems()), "")


def check_approved(letter: Letter, on: dt.date) -> Approval | None:
    """The superior's approval of the letter's present text; None where it withholds nothing under Ps 17.

    `on`: the day on which the letter was signed or sent, which a decree must cover and no approval may follow.
    Raises Unlawful without one, Invalid where a decree does not hold that day or the approval came later.
    """
    content = NoticeContent.from_json(letter.content)
    if not content.withholds:
        return None
    check_basis(content, on)
    approval = _of(letter, Approval.Outcome.APPROVED)
    if approval is None:
        raise Unlawful(say("Penolakan ini belum disetujui atasan PPID. Usulkan dahulu kepadanya."))
    if approval.decided_on is not None and approval.decided_on > on:
        text = say("Tanggal ini mendahului persetujuan atasan PPID. Penolakan ditandatangani sesudah disetujui.")
        raise Invalid([Problem("signed_on", text)])
    return approval


def attach_papers(letter: Letter, approval: Approval | None) -> None:
    """Decree, test sheet and approval become files of the case that the refusal leaves with (PERKI 1/2021 Ps 34)."""
    if approval is None:
        return
    papers = [(approval.file_id, CaseFile.Role.APPROVAL)]
    keys = {passage.exclusion for passage in NoticeContent.from_json(letter.content).passages}
    for row in Exclusion.objects.filter(pk__in=keys).select_related("test").order_by("pk"):
        papers.append((row.decree_id, CaseFile.Role.DECREE))
        papers.append((row.test.sheet_id if row.test else None, CaseFile.Role.TEST_SHEET))
    for file_id, role in papers:
        if file_id is not None:
            CaseFile.objects.get_or_create(case_id=letter.case_id, file_id=file_id, role=role)


@transaction.atomic
def propose(
    *, letter: Letter, acting_user: AbstractBaseUser, on: dt.date, at: dt.datetime, seen: int | None = None
) -> Approval:
    """The PPID asks the superior for approval of the drafted decision. Raises Invalid and Unlawful."""
    fresh = locked(letter.case, seen=seen)
    author = authorised(MoveName.PROPOSE_REFUSAL, fresh, acting_user, on)
    letter = _open(letter)
    content = NoticeContent.from_json(letter.content)
    if not content.withholds and considerations.standing_on(on) is not None:
        raise Unlawful(
            say("Persetujuan tetap atas pertimbangan tertulis berlaku; persetujuan atasan tidak diperlukan.")
        )
    found = check_basis(content, on)
    if letter.approvals.filter(revision=letter.revision).exclude(outcome=Approval.Outcome.RETURNED).exists():
        raise Unlawful(say("Naskah ini sudah diusulkan kepada atasan PPID."))
    approval = Approval.objects.create(
        letter=letter, revision=letter.revision, withholds=content.withholds, proposed_by_id=acting_user.pk,
        proposed_on=on,
    )  # fmt: skip
    payload = events.RefusalProposed(
        letter=letter.pk, revision=letter.revision, exclusions=tuple(sorted(found)), withholds=content.withholds
    )
    record(fresh, payload, author=author, on=on, at=at)
    return approval


@transaction.atomic
def approve(
    *, letter: Letter, acting_user: AbstractBaseUser, on: dt.date, at: dt.datetime, upload: File | None = None,
    seen: int | None = None,
) -> Approval:  # fmt: skip
    """The superior approves the proposed text and with it its written consideration.

    `upload` is the signed approval: it goes out with a refusal under Ps 17 and must be there; elsewhere it may be left
    out. Raises Invalid and Unlawful.
    """
    fresh = locked(letter.case, seen=seen)
    author = authorised(MoveName.APPROVE_REFUSAL, fresh, acting_user, on)
    letter, approval = _waiting(letter, acting_user)
    check_basis(NoticeContent.from_json(letter.content), on)
    if upload is None and approval.withholds:
        text = say("Berkas belum dipilih. Pilih persetujuan yang sudah ditandatangani.")
        raise Invalid([Problem("upload", text)])
    approval.file = stored_paper(upload, name="persetujuan") if upload is not None else None
    _decide(approval, Approval.Outcome.APPROVED, acting_user, on)
    digest = events.fingerprint(fresh.salt, approval.file.sha256) if approval.file else ""
    payload = events.RefusalApproved(
        letter=letter.pk, revision=letter.revision, approval=digest, withholds=approval.withholds
    )
    record(fresh, payload, author=author, on=on, at=at)
    considerations.approved(fresh, letter, approval, author=author, on=on, at=at)
    return approval


@transaction.atomic
def send_back(
    *, letter: Letter, reason: str, acting_user: AbstractBaseUser, on: dt.date, at: dt.datetime,
    seen: int | None = None,
) -> Approval:  # fmt: skip
    """The superior does not approve and says why; the same or another text may be proposed again."""
    fresh = locked(letter.case, seen=seen)
    author = authorised(MoveName.RETURN_REFUSAL, fresh, acting_user, on)
    if not reason.strip():
        raise Invalid([Problem("reason", say("Alasan belum diisi. Tulis apa yang perlu diperbaiki."))])
    letter, approval = _waiting(letter, acting_user)
    approval.reason = reason.strip()
    _decide(approval, Approval.Outcome.RETURNED, acting_user, on)
    payload = events.RefusalReturned(
        letter=letter.pk, revision=letter.revision, fingerprint=events.fingerprint(fresh.salt, approval.reason),
        withholds=approval.withholds,
    )  # fmt: skip
    record(fresh, payload, author=author, on=on, at=at)
    return approval


def waiting_for(case: InformationRequest) -> Approval | None:
    """The proposal of the case's open letter that waits for the superior."""
    return Approval.objects.waiting().filter(letter__case_id=case.pk, letter__sent_at__isnull=True).first()


def _open(letter: Letter) -> Letter:
    fresh = Letter.objects.get(pk=letter.pk)
    if fresh.sent_at is not None:
        raise Unlawful(say("Surat ini sudah disampaikan dan tidak dapat diganti lagi."))
    return fresh


def _of(letter: Letter, outcome: Approval.Outcome) -> Approval | None:
    return letter.approvals.filter(revision=letter.revision, outcome=outcome).first()


def _waiting(letter: Letter, user: AbstractBaseUser) -> tuple[Letter, Approval]:
    fresh = _open(letter)
    approval = _of(fresh, Approval.Outcome.WAITING)
    if approval is None:
        raise Unlawful(say("Tidak ada usulan yang menunggu keputusan atasan PPID."))
    if user.pk in {approval.proposed_by_id, fresh.drafted_by_id}:
        raise Unlawful(say("Anda yang menyusun atau mengusulkan keputusan ini; persetujuannya pada orang lain."))
    return fresh, approval


def _decide(approval: Approval, outcome: Approval.Outcome, user: AbstractBaseUser, on: dt.date) -> None:
    approval.outcome, approval.decided_by_id, approval.decided_on = outcome, user.pk, on
    approval.save()
