"""The form for copies (formulir permintaan salinan): which form and way the applicant wants of one part, for whom, and
what that costs (PERKI 1/2021 Ps 35). The newest one for a part stands."""

import datetime as dt
from collections.abc import Sequence

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction

from ppid.actions.drafting import give
from ppid.actions.endings import require_present
from ppid.actions.given_parts import due_of, noticed_on, only, rows_of, signer, take_back, tell
from ppid.actions.log import authorised, locked, record
from ppid.actions.payments import start_settled
from ppid.law.copies import CopyWish
from ppid.law.delivering import PartState
from ppid.law.events import fingerprint
from ppid.law.events_fees import CopyFormFilled
from ppid.law.fee_papers import CopyFormPaper
from ppid.law.fees import Fee, rupiah
from ppid.law.letters import LetterKind
from ppid.law.procedure import Invalid, MoveName, Problem
from ppid.law.refusals import say
from ppid.models import Case, CopyRequest, Delivery, Institution, MailRecord
from ppid.queries.fees import balance_of


@transaction.atomic
def fill_copy_form(
    *, case: Case, part: int, wish: CopyWish, on: dt.date, at: dt.datetime,
    acting_user: AbstractBaseUser | None = None, seen: int | None = None,
) -> CopyRequest:  # fmt: skip
    """Write down which copy is wanted. Without `acting_user` the applicant does it, after the code from the mail.

    A part that costs nothing as chosen is promised from that day; one that now costs more than was paid waits for its
    payment. Raises Invalid (field `part`, `form`, `way`, `sheets`, `recipient`, `address` or `reach`) and Unlawful.
    """
    fresh = locked(case, seen=seen)
    author = authorised(MoveName.FILL_COPY_FORM, fresh, acting_user, on)
    if acting_user is None:
        require_present(fresh)
    rows = rows_of(fresh)
    row = next((one for one in rows if one.part == part), None)
    if row is None:
        raise Invalid([Problem("part", say("Bagian itu tidak ada dalam surat jawaban. Pilih bagian lain."))])
    only(row, PartState.UNPAID, PartState.PROMISED)
    standard = Institution.load().fees
    fee = wish.checked(row.told, standard).fee(row.told, standard)
    _affordable(row, rows, fee, on)
    paper = give(
        fresh, LetterKind.COPY_FORM, _paper(row, rows, wish, fee, acting_user, on).as_json(), on=on, at=at,
        user=acting_user,
    )  # fmt: skip
    asked = CopyRequest.objects.create(
        case_id=fresh.pk, notice_id=row.letter_id, part=part, form=wish.form, way=wish.way, copying=fee.copying,
        delivery=fee.delivery, recipient=wish.recipient.strip(), address=wish.address.strip(),
        reach=wish.reach.strip(), filled_on=on, paper=paper, recorded_by_id=acting_user.pk if acting_user else None,
    )  # fmt: skip
    row.copy_request = asked
    row.save(update_fields=["copy_request"])
    payload = CopyFormFilled(
        letter=row.letter_id, part=part, form=wish.form, way=wish.way, copying=fee.copying, delivery=fee.delivery,
        paper=paper.pk, fingerprint=fingerprint(fresh.salt, wish.as_json()),
    )  # fmt: skip
    record(fresh, payload, author=author, on=on, at=at)
    if row.state is PartState.PROMISED and fee.total and not balance_of(rows).settled:
        take_back(fresh, row, at)
    start_settled(fresh, rows, author=author, on=on, at=at)
    if acting_user is None:
        tell(fresh, MailRecord.Template.COPY_FORM_FILLED, part, at, audience=MailRecord.Audience.DESK)
    return asked


def _affordable(row: Delivery, rows: Sequence[Delivery], fee: Fee, on: dt.date) -> None:
    """What was paid is not paid back here, and a choice that makes a late part wait again would hide that it is late.

    Raises Invalid (field `way`)."""
    now = balance_of(rows)
    total = now.due.total - row.given.fee + fee.total
    if total < now.paid:
        text = say("Pilihan ini lebih murah daripada yang sudah dibayar, %(paid)s. Tanyakan kepada petugas.")
        raise Invalid([Problem("way", text, {"paid": rupiah(now.paid)})])
    due = due_of(row)
    if row.state is PartState.PROMISED and total > now.paid and due is not None and due <= on:
        text = say("Waktu penyerahan bagian ini sudah habis, jadi cara yang berbiaya tidak dapat dipilih lagi.")
        raise Invalid([Problem("way", text)])


def _paper(  # noqa: PLR0917
    row: Delivery, rows: Sequence[Delivery], wish: CopyWish, fee: Fee, user: AbstractBaseUser | None, on: dt.date
) -> CopyFormPaper:
    officer, position = signer(user, on)
    return CopyFormPaper(
        notice_number=row.letter.number,
        notice_on=noticed_on(row),
        part=row.part,
        parts=len(rows),
        material=row.told.material,
        form=wish.form,
        way=wish.way,
        sheets=wish.sheets,
        recipient=wish.recipient.strip(),
        address=wish.address.strip(),
        reach=wish.reach.strip(),
        copying=fee.copying,
        delivery=fee.delivery,
        days=row.told.days or 0,
        filled_on=on,
        officer=officer,
        position=position,
    )
