"""The incompleteness letter (surat keterangan tidak lengkap): PERKI 1/2021 Ps 33(2)-(4), Annex IX."""

import datetime as dt
from dataclasses import dataclass

from ppid.law.completeness import IncompleteContent
from ppid.law.terms import term
from ppid.letters.frame import Frame
from ppid.letters.notice import addressee, identity
from ppid.letters.signer import Signer
from ppid.models import InformationRequest

TEMPLATE = "ppid/letters/incomplete.html"
ABOUT = "Surat keterangan tidak lengkap atas permohonan informasi publik (PERKI 1/2021 Lampiran IX)"


@dataclass(frozen=True)
class IncompletePage:
    """Annex IX as values for its template. `days`: the applicant's working days from the day the letter is received;
    their last day is not printed, because nobody knows yet when that is."""

    frame: Frame
    signer: Signer
    addressee: tuple[str, ...]
    request_number: str
    request_day: dt.date
    applicant: tuple[tuple[str, str], ...]
    lines: tuple[tuple[str, str], ...]
    days: int
    tracking_address: str


def page(
    *, case: InformationRequest, content: IncompleteContent, frame: Frame, signer: Signer, tracking_address: str
) -> IncompletePage:
    return IncompletePage(
        frame=frame,
        signer=signer,
        addressee=addressee(case.applicant),
        request_number=case.number,
        request_day=case.received_on,
        applicant=identity(case.applicant),
        lines=content.lines(),
        days=term("REQ_APPLICANT_FIX").length or 0,
        tracking_address=tracking_address,
    )
