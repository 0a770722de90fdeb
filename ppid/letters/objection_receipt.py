"""The receipt of an objection with the fields of Annex X (PERKI 1/2021 Ps 41(3), (5)-(6), 42(3)): number, request,
purpose, identity, grounds, kasus posisi, and the day on which the answer is promised."""

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ppid.law.objections import GROUNDS, Ground
from ppid.letters.frame import Frame
from ppid.letters.notice import Choice, identity
from ppid.letters.receipt import clock_time
from ppid.letters.words import counted_and_skipped, day
from ppid.models import Deadline, Institution, Objection, ObjectionGround

TEMPLATE = "ppid/letters/objection_receipt.html"
ABOUT = "Tanda bukti penerimaan keberatan (PERKI 1/2021 Pasal 41 ayat (6), Lampiran X)"


@dataclass(frozen=True)
class ObjectionReceiptPage:
    """`grounds` are all seven, ticked or not; `remarks` what the register notes of a ground (late, early)."""

    frame: Frame
    applicant: tuple[tuple[str, str], ...]
    received_on: dt.date
    received_time: str
    channel: str
    request_number: str
    request_day: dt.date | None
    subject: str
    purpose: str
    grounds: tuple[Choice, ...]
    remarks: tuple[str, ...]
    reasons: str
    position: str
    tracking_code: str
    tracking_address: str
    due: dt.date | None
    counted: str
    skipped: tuple[tuple[str, str], ...]
    year: int
    name: str
    helped_by: str


def page(
    *, case: Objection, deadline: Deadline | None, frame: Frame, institution: Institution, tracking_address: str
) -> ObjectionReceiptPage:
    """The receipt as its template wants it; `deadline` is OBJ_ANSWER."""
    counted, skipped = counted_and_skipped(deadline.trail if deadline else ())
    rows = list(case.grounds.all())
    chosen = {row.ground for row in rows}
    return ObjectionReceiptPage(
        frame=frame,
        applicant=identity(case.applicant),
        received_on=case.received_on,
        received_time=clock_time(case.received_at.astimezone(institution.zone), institution),
        channel=case.get_channel_display(),
        request_number=case.request.number if case.request else "",
        request_day=case.request.received_on if case.request else None,
        subject=case.subject,
        purpose=case.purpose,
        grounds=tuple(ground_choices(chosen)),
        remarks=tuple(remark for row in rows if (remark := _remark(row))),
        reasons=case.reasons,
        position=case.position,
        tracking_code=case.tracking_code,
        tracking_address=tracking_address,
        due=deadline.due if deadline else None,
        counted=counted,
        skipped=tuple(skipped),
        year=case.received_on.year,
        name=case.applicant.proxy_name or case.applicant.name,
        helped_by=case.helped_by,
    )


def ground_choices(chosen: set[str]) -> list[Choice]:
    """The seven grounds of UU 14/2008 Ps 35(1), in its words, ticked where chosen."""
    return [Choice(ground in chosen, f"{ground}. {_(GROUNDS[ground].label)}") for ground in Ground]


def _remark(row: ObjectionGround) -> str:
    if row.late and row.until_latest is not None:
        return f"Alasan {row.ground}: diajukan sesudah {day(row.until_latest)}; tetap didaftar dan dijawab."
    if row.early:
        return f"Alasan {row.ground}: belum tampak dalam catatan kami pada hari diterima; tetap didaftar dan dijawab."
    return ""
