"""When the applicant is no more: a note with day and proof, a successor on proof, or nobody (law.md §3, [I]).

No article speaks of it. The clocks keep running through all of it; only "nobody continues" ends the case.
"""

import datetime as dt

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.files import File
from django.db import transaction

from ppid.actions import ledger, mail
from ppid.actions.log import authorised, locked, record
from ppid.actions.uploads import stored_paper
from ppid.law import events
from ppid.law.events_party import ApplicantEnded, ClosedUncontinued, SuccessorAccepted
from ppid.law.filing import ApplicantKind, Filing
from ppid.law.party import Ending, check_ending, check_successor
from ppid.law.procedure import MoveName, State
from ppid.law.refusals import Invalid, Problem, Unlawful, say
from ppid.models import (
    Applicant,
    ApplicantEnding,
    Case,
    CaseFile,
    InformationRequest,
    MailRecord,
    PrivateFile,
    SignInCode,
)


def undecided(case: Case) -> ApplicantEnding | None:
    """The noted end of the applicant after which nobody has come forward yet."""
    return ApplicantEnding.objects.filter(
        case_id=case.pk, continued_on__isnull=True, closed_on__isnull=True
    ).first()  # fmt: skip


def require_present(case: Case) -> None:
    """Unlawful for a move of the applicant's own after the applicant's end was noted."""
    if undecided(case) is not None:
        raise Unlawful(
            say("Pemohon tercatat meninggal dunia atau bubar. Ahli waris atau penerus melanjutkan melalui petugas.")
        )


@transaction.atomic
def note_ending(
    *, case: Case, kind: Ending, happened_on: dt.date, proof: File | None, acting_user: AbstractBaseUser,
    on: dt.date, at: dt.datetime, seen: int | None = None,
) -> ApplicantEnding:  # fmt: skip
    """Note in the register that the applicant died or was dissolved. No clock stops.

    Raises Invalid (field `kind`, `happened_on` or `proof`) and Unlawful.
    """
    fresh = locked(case, seen=seen)
    author = authorised(MoveName.NOTE_ENDING, fresh, acting_user, on)
    if undecided(fresh) is not None:
        raise Unlawful(say("Hal ini sudah dicatat. Catat penerusnya, atau bahwa tidak ada yang melanjutkan."))
    if fresh.applicant.kind == ApplicantKind.PERSON and kind is Ending.DISSOLUTION:
        raise Invalid([Problem("kind", say("Pemohon ini perorangan. Pilih “meninggal dunia”."))])
    check_ending(happened_on=happened_on, on=on)
    kept = _proof(fresh, proof, CaseFile.Role.ENDING)
    ending = ApplicantEnding.objects.create(
        case_id=fresh.pk, former=fresh.applicant, kind=kind, happened_on=happened_on, proof=kept, noted_on=on
    )
    payload = ApplicantEnded(
        ending=ending.pk, end=kind, proof=events.fingerprint(fresh.salt, kept.sha256),
        fingerprint=events.fingerprint(fresh.salt, happened_on.isoformat()),
    )  # fmt: skip
    record(fresh, payload, author=author, on=on, at=at)
    return ending


@transaction.atomic
def accept_successor(
    *, case: Case, successor: Filing, relation: str, proof: File | None, acting_user: AbstractBaseUser,
    on: dt.date, at: dt.datetime, seen: int | None = None,
) -> InformationRequest:  # fmt: skip
    """An heir or legal successor goes on with the request, on proof: a new applicant row, the former one is kept.

    From here letters, mails and codes are the successor's; codes still on their way to the former open nothing.
    Raises Invalid (by field, `relation` or `proof`) and Unlawful.
    """
    fresh = locked(case, seen=seen)
    author = authorised(MoveName.ACCEPT_SUCCESSOR, fresh, acting_user, on)
    ending = _awaited(fresh)
    check_successor(successor)
    if not relation.strip():
        text = say("Hubungan belum diisi. Tulis misalnya ahli waris, atau badan hukum hasil penggabungan.")
        raise Invalid([Problem("relation", text)])
    kept = _proof(fresh, proof, CaseFile.Role.SUCCESSION)
    applicant = _applicant(successor)
    ending.successor, ending.relation, ending.successor_proof = applicant, relation.strip(), kept
    ending.continued_on = on
    ending.save()
    fresh.applicant = applicant
    fresh.save(update_fields=["applicant"])
    SignInCode.objects.filter(case_id=fresh.pk, used_at__isnull=True, expires_at__gt=at).update(expires_at=at)
    payload = SuccessorAccepted(
        ending=ending.pk, applicant=applicant.pk, proof=events.fingerprint(fresh.salt, kept.sha256)
    )
    record(fresh, payload, author=author, on=on, at=at)
    mail.enqueue(mail.prepared(fresh, MailRecord.Template.SUCCEEDED, MailRecord.Audience.APPLICANT, at=at))
    return fresh


@transaction.atomic
def close_uncontinued(
    *, case: Case, note: str, acting_user: AbstractBaseUser, on: dt.date, at: dt.datetime, seen: int | None = None
) -> InformationRequest:
    """Nobody goes on: the register says so, with how it was found out, and the case is closed."""
    fresh = locked(case, seen=seen)
    author = authorised(MoveName.CLOSE_UNCONTINUED, fresh, acting_user, on)
    ending = _awaited(fresh)
    if not note.strip():
        text = say("Catatan belum diisi. Tulis bagaimana diketahui bahwa tidak ada yang melanjutkan.")
        raise Invalid([Problem("note", text)])
    ending.closed_on, ending.note = on, note.strip()
    ending.save()
    fresh.state, fresh.closed_on = State.CLOSED, on
    fresh.save(update_fields=["state", "closed_on"])
    ledger.drop(fresh, at)
    payload = ClosedUncontinued(
        ending=ending.pk, closed_on=on.isoformat(), fingerprint=events.fingerprint(fresh.salt, ending.note)
    )
    record(fresh, payload, author=author, on=on, at=at)
    return fresh


def _awaited(case: InformationRequest) -> ApplicantEnding:
    ending = undecided(case)
    if ending is None:
        raise Unlawful(say("Meninggal atau bubarnya pemohon belum dicatat. Catat dahulu dengan buktinya."))
    return ending


def _proof(case: InformationRequest, proof: File | None, role: CaseFile.Role) -> PrivateFile:
    if proof is None:
        raise Invalid([Problem("proof", say("Bukti belum dipilih. Unggah bukti tertulisnya."))])
    kept = stored_paper(proof, field="proof", name="bukti")
    CaseFile.objects.create(case_id=case.pk, file=kept, role=role)
    return kept


def _applicant(successor: Filing) -> Applicant:
    applicant = Applicant(
        kind=successor.kind, name=successor.name.strip(), address=successor.address.strip(),
        phone=successor.phone.strip(), email=successor.email.strip(), occupation=successor.occupation.strip(),
    )  # fmt: skip
    applicant.identity = "".join(successor.identity.split())
    applicant.save(force_insert=True)
    return applicant
