"""Handing a request on to the body that holds the information: the applicant's wish first, then the act (law.md §1.4).

No date of ours moves: the request is answered already, by the notice that names the body (UU 14/2008 Ps 22(7)b).
"""

import datetime as dt
from collections.abc import Collection

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.files import File
from django.db import transaction

from ppid import tasks
from ppid.actions.drafting import give
from ppid.actions.endings import require_present
from ppid.actions.log import authorised, locked, record
from ppid.actions.uploads import kept_proof, stored_paper
from ppid.law import events
from ppid.law.decisions import NoticeContent
from ppid.law.events_forwarding import ForwardingWished, RequestForwarded
from ppid.law.forwarding import (
    Carry,
    ForwardingLetter,
    check_forwarding,
    check_wish,
    holder_named,
    require_wish,
)
from ppid.law.letters import LetterKind
from ppid.law.party import By
from ppid.law.procedure import MoveName
from ppid.law.refusals import Invalid, Problem, Unlawful, say
from ppid.models import Case, CaseFile, Forwarding, InformationRequest, Letter, PrivateFile


@transaction.atomic
def wish(
    *, case: Case, carries: Collection[Carry], on: dt.date, at: dt.datetime,
    acting_user: AbstractBaseUser | None = None, paper: File | None = None, by: By = By.APPLICANT,
    wished_on: dt.date | None = None, seen: int | None = None,
) -> Forwarding:  # fmt: skip
    """The applicant wants the request handed on to the body that the notice named; its cover letter is made, with what
    `carries` allows and nothing more. Said again before it is handed on, the last word holds.

    At the desk only on the written wish. Raises Invalid (field `paper` or `wished_on`) and Unlawful.
    """
    fresh = locked(case, seen=seen)
    author = authorised(MoveName.WISH_FORWARDING, fresh, acting_user, on)
    notice, body = _named(fresh)
    day = wished_on or on
    check_wish(answered_on=notice.sent_on or on, wished_on=day, on=on)
    kept = _written(fresh, paper, by_desk=acting_user is not None)
    allowed = tuple(one for one in Carry if one in carries)
    row = Forwarding.objects.filter(case_id=fresh.pk).first()
    if row is not None and row.forwarded_on is not None:
        raise Unlawful(say("Permohonan ini sudah diteruskan. Hubungi badan publik itu untuk perkembangannya."))
    said = ForwardingLetter(body, notice.number, notice.sent_on or notice.dated, allowed)
    letter = _cover(fresh, row.letter if row else None, said, acting_user, on=on, at=at)
    row = row or Forwarding(case_id=fresh.pk)
    row.body, row.carries, row.by, row.wished_on = body, [str(one) for one in allowed], by, day
    row.paper, row.letter = kept, letter
    row.save()
    payload = ForwardingWished(
        forwarding=row.pk, wished_on=day.isoformat(), by=by, carries=tuple(str(one) for one in allowed),
        letter=letter.pk, fingerprint=events.fingerprint(fresh.salt, body),
        paper=events.fingerprint(fresh.salt, kept.sha256) if kept else "",
    )  # fmt: skip
    record(fresh, payload, author=author, on=on, at=at)
    return row


@transaction.atomic
def forward(
    *, case: Case, forwarded_on: dt.date, how: str, acting_user: AbstractBaseUser, on: dt.date, at: dt.datetime,
    proof: File | None = None, seen: int | None = None,
) -> Forwarding:  # fmt: skip
    """The desk handed the request on: when, how, with its proof. Refused without the applicant's recorded wish.

    Raises Invalid (field `forwarded_on`, `how` or `proof`) and Unlawful.
    """
    fresh = locked(case, seen=seen)
    author = authorised(MoveName.FORWARD, fresh, acting_user, on)
    row = Forwarding.objects.filter(case_id=fresh.pk).first()
    require_wish(row is not None)
    if row is None or row.forwarded_on is not None:
        raise Unlawful(say("Permohonan ini sudah diteruskan."))
    if how not in Forwarding.How.values:
        raise Invalid([Problem("how", say("Cara penerusan belum dipilih. Pilih salah satu."))])
    check_forwarding(wished_on=row.wished_on, forwarded_on=forwarded_on, on=on)
    row.forwarded_on, row.how, row.proof = forwarded_on, how, kept_proof(fresh, proof)
    row.save()
    payload = RequestForwarded(
        forwarding=row.pk, forwarded_on=forwarded_on.isoformat(), how=how,
        fingerprint=events.fingerprint(fresh.salt, row.body),
        proof=events.fingerprint(fresh.salt, row.proof.sha256) if row.proof else "",
    )  # fmt: skip
    record(fresh, payload, author=author, on=on, at=at)
    return row


def _named(case: InformationRequest) -> tuple[Letter, str]:
    """The notice that was sent and the body that it names."""
    notice = case.letters.filter(kind=LetterKind.NOTICE, sent_at__isnull=False).order_by("-sent_at").first()
    body = holder_named(NoticeContent.from_json(notice.content)) if notice is not None else ""
    if notice is None or not body:
        raise Unlawful(say("Jawaban permohonan ini tidak menyebut badan publik lain, jadi tidak ada tujuan penerusan."))
    return notice, body


def _written(case: InformationRequest, paper: File | None, *, by_desk: bool) -> PrivateFile | None:
    if not by_desk:
        require_present(case)
        return None
    if paper is None:
        text = say("Surat kehendak pemohon belum dipilih. Unggah surat dari pemohon atau kuasanya.")
        raise Invalid([Problem("paper", text)])
    kept = stored_paper(paper, field="paper", name="kehendak pemohon")
    CaseFile.objects.create(case_id=case.pk, file=kept, role=CaseFile.Role.WISH)
    return kept


def _cover(
    case: InformationRequest, letter: Letter | None, said: ForwardingLetter, user: AbstractBaseUser | None, *,
    on: dt.date, at: dt.datetime,
) -> Letter:  # fmt: skip
    """The cover letter, written anew under its number when the wish changed."""
    if letter is None:
        return give(case, LetterKind.FORWARDING, said.as_json(), on=on, at=at, user=user)
    letter.content, letter.dated, letter.revision = said.as_json(), on, letter.revision + 1
    letter.draft, letter.draft_sha256 = None, ""
    letter.save()
    tasks.render_letter.enqueue(letter.pk)
    return letter
