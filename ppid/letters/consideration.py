"""The page of the written consideration (pertimbangan tertulis): what was decided on a request, why, and who approved.

UU 14/2008 Ps 7(4)-(5), PP 61/2010 Ps 2, PERKI 1/2021 Ps 5(1)d. No annex draws it. It is for whoever asks to read it, so
it names the request and never the applicant; it counts when it is approved and is not signed in the system.
"""

import datetime as dt
from dataclasses import dataclass

from ppid.law.consideration import Approver, Consideration
from ppid.law.decisions import Decision, NoticeContent
from ppid.letters.frame import Frame
from ppid.letters.notice import OUTCOMES
from ppid.letters.refusal import Withheld, withheld
from ppid.letters.signer import Signer
from ppid.letters.words import day
from ppid.models import InformationRequest, Letter

TEMPLATE = "ppid/letters/consideration.html"
ABOUT = "Pertimbangan tertulis atas permohonan informasi publik (UU 14/2008 Pasal 7 ayat (4))"


@dataclass(frozen=True)
class ConsiderationPage:
    """`outcome` as in the notice; `closed` lists what is withheld under Ps 17; `approval` names post or decree."""

    frame: Frame
    request_number: str
    request_day: dt.date
    notice_number: str
    outcome: str
    text: str
    closed: Withheld
    rule: str
    holder: str
    set_by: str
    approval: str


def page(
    *, case: InformationRequest, said: Consideration, notice: Letter, frame: Frame, signer: Signer
) -> ConsiderationPage:
    """The page as its template wants it; `notice` is the letter whose decision it carries, `signer` the PPID."""
    content = NoticeContent.from_json(notice.content)
    return ConsiderationPage(
        frame=frame,
        request_number=case.number,
        request_day=case.received_on,
        notice_number=notice.number,
        outcome=OUTCOMES[Decision(said.decision)],
        text=said.text,
        closed=withheld(content),
        rule=content.rule,
        holder=content.holder,
        set_by=str(signer),
        approval=approval_words(said.approver, said.approved_on),
    )


def approval_words(approver: Approver | None, on: dt.date | None) -> str:
    """Who approved and when; a dash while nobody has."""
    if approver is None or on is None:
        return "belum disetujui"
    who = f"{approver.position}, {approver.name}" if approver.name else approver.position
    if not approver.standing or approver.decree_on is None:
        return f"{who}, pada {day(on)}"
    return (
        f"{who}, dengan persetujuan tetap: keputusan Nomor {approver.decree_number} tanggal {day(approver.decree_on)}"
    )
