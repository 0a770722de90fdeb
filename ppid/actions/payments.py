"""Payments of what a notice costs: each dated, with its receipt; the last rupiah starts what waits for it (PERKI 1/2021
Ps 37-38; law.md §9, REQ_DELIVERY)."""

import datetime as dt
from collections.abc import Iterable, Sequence

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.files import File
from django.db import transaction

from ppid.actions import mail
from ppid.actions.drafting import give
from ppid.actions.given_parts import noticed_on, promised, rows_of, signer, start
from ppid.actions.log import Author, authorised, locked, record
from ppid.actions.uploads import stored_paper
from ppid.law import fees
from ppid.law.delivering import PartState
from ppid.law.events import fingerprint
from ppid.law.events_fees import PaymentRecorded
from ppid.law.fee_papers import PaymentReceipt
from ppid.law.fees import Balance, PaidHow
from ppid.law.letters import LetterKind
from ppid.law.procedure import Invalid, MoveName, Problem, Unlawful
from ppid.law.refusals import say
from ppid.models import Case, CaseFile, Delivery, InformationRequest, MailRecord, Payment
from ppid.queries.fees import balance_of


@transaction.atomic
def record_payment(
    *, case: Case, paid_on: dt.date, amount: int, how: str, acting_user: AbstractBaseUser, on: dt.date,
    at: dt.datetime, proof: File | None = None, seen: int | None = None,
) -> Payment:  # fmt: skip
    """Money came in on `paid_on`: written down, receipted, and once nothing is owed every part that waited is promised
    from the day of the last rupiah.

    `amount` in whole rupiah, `how` in PaidHow. Raises Invalid (field `amount`, `paid_on`, `how` or `proof`) and
    Unlawful.
    """
    fresh = locked(case, seen=seen)
    author = authorised(MoveName.RECORD_PAYMENT, fresh, acting_user, on)
    rows = rows_of(fresh)
    if not rows:
        raise Unlawful(say("Tidak ada surat jawaban yang menyebut biaya. Muat ulang halaman kasus."))
    notice, before = rows[0].letter, balance_of(rows)
    if how not in set(PaidHow):
        raise Invalid([Problem("how", say("Cara membayar belum dipilih. Pilih salah satu."))])
    paid = fees.Payment(paid_on, amount, PaidHow(how))
    paid.checked(left=before.left, told_on=noticed_on(rows[0]), on=on)
    kept = stored_paper(proof, field="proof", name="bukti bayar") if proof else None
    paper = give(fresh, LetterKind.PAYMENT, _receipt(rows, before, paid, acting_user, on).as_json(), on=on, at=at,
                 user=acting_user)  # fmt: skip
    row = Payment.objects.create(
        case_id=fresh.pk, notice=notice, paid_on=paid_on, amount=amount, how=how, receipt=paper,
        recorded_by_id=acting_user.pk or 0,
    )  # fmt: skip
    if kept is not None:
        CaseFile.objects.create(case_id=fresh.pk, file=kept, role=CaseFile.Role.PAYMENT)
    now = balance_of(rows)
    payload = PaymentRecorded(
        letter=notice.pk, paid_on=paid_on.isoformat(), amount=amount, how=how, left=now.left, paper=paper.pk,
        proof=fingerprint(fresh.salt, kept.sha256) if kept else "",
    )  # fmt: skip
    record(fresh, payload, author=author, on=on, at=at)
    start_settled(fresh, rows, author=author, on=on, at=at)
    facts = {"amount": amount, "left": now.left, "paid_on": paid_on.isoformat()}
    applicant = MailRecord.Audience.APPLICANT
    mail.enqueue(mail.prepared(fresh, MailRecord.Template.PAYMENT_RECORDED, applicant, at=at, facts=facts))
    return row


def start_settled(
    case: InformationRequest, rows: Sequence[Delivery], *, author: Author, on: dt.date, at: dt.datetime
) -> None:
    """Promise what no longer waits for money: a part that costs nothing as it was chosen, and every part once nothing
    is owed. Day zero is the day of the last rupiah, or that of the choice where the choice came later."""
    now = balance_of(rows)
    free = [row for row in _unpaid(rows) if now.settled or not row.given.fee]
    if not free:
        return
    started = [start(case, row, from_day=_day_zero(row, now, on), at=at) for row in free]
    record(case, promised(rows[0].letter_id, started), author=author, on=on, at=at)


def _unpaid(rows: Iterable[Delivery]) -> Iterable[Delivery]:
    return (row for row in rows if row.state is PartState.UNPAID)


def _day_zero(row: Delivery, now: Balance, on: dt.date) -> dt.date:
    chosen = row.copy_request.filled_on if row.copy_request else None
    days = [day for day in (chosen, now.settled_on if row.given.fee else None) if day]
    return max(days, default=on)


def _receipt(
    rows: Sequence[Delivery], before: Balance, paid: fees.Payment, user: AbstractBaseUser, on: dt.date
) -> PaymentReceipt:
    officer, position = signer(user, on)
    return PaymentReceipt(
        notice_number=rows[0].letter.number,
        notice_on=noticed_on(rows[0]),
        parts=tuple(row.part for row in rows if row.given.fee),
        copying=before.due.copying,
        delivery=before.due.delivery,
        before=before.paid,
        amount=paid.amount,
        how=paid.how,
        paid_on=paid.paid_on,
        officer=officer,
        position=position,
    )
