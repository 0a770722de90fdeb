"""The receipt (tanda bukti penerimaan): UU 14/2008 Ps 22(4)-(6), PERKI 1/2021 Ps 29(3)-(4), Annex VI with its back."""

import datetime as dt
from dataclasses import dataclass

from ppid.letters.frame import Frame
from ppid.letters.notice import identity
from ppid.letters.words import CLERICAL, counted_and_skipped, rupiah
from ppid.models import Deadline, InformationRequest, Institution

TEMPLATE = "ppid/letters/receipt.html"
ABOUT = "Tanda bukti penerimaan permohonan informasi publik (UU 14/2008 Pasal 22 ayat (4))"


def clock_time(received: dt.datetime, institution: Institution) -> str:
    """`08.05 WIB`; empty at midnight sharp, which is how a day without a known hour is kept."""
    if received.time() == dt.time.min:
        return ""
    return f"{received:%H.%M} {Institution.Zone(institution.time_zone).name}"


def fee_words(institution: Institution) -> str:
    """What a copy costs, for paragraph IV of the rights (Annex VI)."""
    return f"{rupiah(institution.copy_fee)} per lembar" if institution.copy_fee else "gratis"


@dataclass(frozen=True)
class ReceiptPage:
    """What the applicant takes home. `due` is None while the year has no decree of holidays (law.md §7.3)."""

    frame: Frame
    applicant: tuple[tuple[str, str], ...]
    received_on: dt.date
    received_time: str
    channel: str
    details: str
    purpose: str
    way: str
    tracking_code: str
    tracking_address: str
    due: dt.date | None
    length: int | None
    first_counted: bool
    counted: str
    skipped: tuple[tuple[str, str], ...]
    year: int
    copy_fee: str


def page(
    *,
    case: InformationRequest,
    deadline: Deadline | None,
    frame: Frame,
    institution: Institution,
    tracking_address: str,
) -> ReceiptPage:
    """The receipt as its template wants it; `deadline` is the governing one (UU 14/2008 Ps 22(7))."""
    counted, skipped = counted_and_skipped(deadline.trail if deadline else ())
    received = case.received_at.astimezone(institution.zone)
    ways = [CLERICAL[way] for way in (case.access_way, case.copy_form, case.delivery_way) if way]
    return ReceiptPage(
        frame=frame,
        applicant=identity(case.applicant),
        received_on=case.received_on,
        received_time=clock_time(received, institution),
        channel=case.get_channel_display(),
        details=case.details,
        purpose=case.purpose,
        way=", ".join(ways),
        tracking_code=case.tracking_code,
        tracking_address=tracking_address,
        due=deadline.due if deadline else None,
        length=deadline.length if deadline else None,
        first_counted=bool(deadline and deadline.trail and _is_first_day(deadline)),
        counted=counted,
        skipped=tuple(skipped),
        year=case.received_on.year,
        copy_fee=fee_words(institution),
    )


def _is_first_day(deadline: Deadline) -> bool:
    """Whether the day of receipt bears a number (`ppid.law.counting`)."""
    first = deadline.trail[0]
    return bool(first["counted"]) and first["date"] == deadline.from_day.isoformat()
