"""The disposition slip (lembar disposisi): who hands which request to which unit, with what to do and by when.

It stays in the office. It says what is asked and never who asks: the unit needs the first only (UU 27/2022).
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ppid.letters.frame import Frame
from ppid.letters.words import weekday
from ppid.models import InformationRequest

TEMPLATE = "ppid/letters/disposition.html"
ABOUT = "Lembar disposisi permohonan informasi publik (PERKI 1/2021 Pasal 27 ayat (1))"
MAIN = "PPID utama"


@dataclass(frozen=True)
class DispositionPage:
    """The slip's boxes. `desk_date` and `due` in words; the instruction may be empty."""

    frame: Frame
    request_number: str
    received: str
    channel: str
    giver: str
    receiver: str
    due: str
    desk_date: str
    details: str
    instruction: str
    signer_position: str
    signer_name: str


def page(*, case: InformationRequest, content: Mapping[str, Any], frame: Frame) -> DispositionPage:
    """The slip as its template wants it; `content` as `ppid.actions.dispositions` wrote it down."""
    return DispositionPage(
        frame=frame,
        request_number=case.number,
        received=weekday(case.received_on),
        channel=str(case.get_channel_display()),
        giver=content["from"] or MAIN,
        receiver=content["to"],
        due=_day(content["due"]) or "dihitung setelah keputusan hari libur dimuat",
        desk_date=_day(content["desk_date"]) or "segera",
        details=case.details,
        instruction=content["instruction"],
        signer_position=content["giver_position"],
        signer_name=content["giver_name"],
    )


def _day(text: str | None) -> str:
    return weekday(dt.date.fromisoformat(text)) if text else ""
