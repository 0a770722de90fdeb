"""The superior's answer to an objection: PERKI 1/2021 Ps 44(2)-(3) and UU 14/2008 Ps 36(3). No annex has it."""

import datetime as dt
from dataclasses import dataclass

from ppid.law.ruling import Outcome, RulingContent
from ppid.letters.frame import Frame
from ppid.letters.notice import Choice, addressee
from ppid.letters.objection_receipt import ground_choices
from ppid.letters.signer import Signer
from ppid.models import Institution, Objection

TEMPLATE = "ppid/letters/ruling.html"
ABOUT = "Tanggapan atasan PPID atas keberatan (UU 14/2008 Pasal 36, PERKI 1/2021 Pasal 44)"
OUTCOMES = {
    Outcome.UPHELD: "Keberatan tidak dikabulkan; keputusan PPID dikuatkan.",
    Outcome.WHOLE: "Keberatan dikabulkan; informasi diperintahkan untuk diberikan seluruhnya.",
    Outcome.PART: "Keberatan dikabulkan sebagian; informasi diperintahkan untuk diberikan sebagian.",
}


@dataclass(frozen=True)
class RulingPage:
    """The letter as values for its template. `decrees` go with it as enclosures (44(3))."""

    frame: Frame
    signer: Signer
    addressee: tuple[str, ...]
    objection_number: str
    objection_day: dt.date
    request_number: str
    request_day: dt.date | None
    subject: str
    grounds: tuple[Choice, ...]
    applicants_reasons: str
    outcome: str
    reasons: str
    rebuttal: str
    order: str
    order_until: dt.date | None
    decrees: tuple[str, ...]
    commission: str
    commission_address: str


def page(
    *, case: Objection, content: RulingContent, frame: Frame, signer: Signer, institution: Institution
) -> RulingPage:
    """The letter as its template wants it."""
    return RulingPage(
        frame=frame,
        signer=signer,
        addressee=addressee(case.applicant),
        objection_number=case.number,
        objection_day=case.received_on,
        request_number=case.request.number if case.request else "",
        request_day=case.request.received_on if case.request else None,
        subject=case.subject,
        grounds=tuple(ground_choices(set(content.grounds))),
        applicants_reasons=case.reasons,
        outcome=OUTCOMES[content.outcome],
        reasons=content.reasons,
        rebuttal=content.rebuttal,
        order=content.order,
        order_until=content.order_until,
        decrees=content.decrees if content.closes else (),
        commission=institution.commission_name or "Komisi Informasi yang berwenang",
        commission_address=" ".join(institution.commission_address.split()),
    )
