"""Minutes of a settlement between the parties (berita acara musyawarah): UU 14/2008 Ps 35(2)."""

import datetime as dt
from dataclasses import dataclass

from ppid.law.objections import letters_of
from ppid.law.ruling import SettlementContent
from ppid.letters.frame import Frame
from ppid.letters.notice import identity
from ppid.letters.signer import Signer
from ppid.models import Objection

TEMPLATE = "ppid/letters/settlement.html"
ABOUT = "Berita acara musyawarah atas keberatan (UU 14/2008 Pasal 35 ayat (2))"


@dataclass(frozen=True)
class SettlementPage:
    """The minutes as their template wants them; `present` one line each."""

    frame: Frame
    signer: Signer
    applicant: tuple[tuple[str, str], ...]
    name: str
    objection_number: str
    objection_day: dt.date
    grounds: str
    day: dt.date
    place: str
    present: tuple[str, ...]
    agreed: str
    answer_due: dt.date | None


def page(
    *, case: Objection, content: SettlementContent, frame: Frame, signer: Signer, answer_due: dt.date | None
) -> SettlementPage:
    """The minutes; `answer_due` is the superior's last day, which they do not move."""
    return SettlementPage(
        frame=frame,
        signer=signer,
        applicant=identity(case.applicant),
        name=case.applicant.proxy_name or case.applicant.name,
        objection_number=case.number,
        objection_day=case.received_on,
        grounds=letters_of(content.grounds),
        day=content.met_on,
        place=content.place,
        present=tuple(line.strip() for line in content.present.splitlines() if line.strip()),
        agreed=content.agreed,
        answer_due=answer_due,
    )
