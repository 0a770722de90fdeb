"""The minutes of a viewing (berita acara): who saw what, when and where, with lines for both to sign (PERKI 1/2021
Ps 35). They count when they are made; signed by both they come back as a proof."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ppid.letters.frame import Frame
from ppid.letters.notice import identity
from ppid.models import InformationRequest

TEMPLATE = "ppid/letters/minutes.html"
ABOUT = "Berita acara melihat informasi publik (PERKI 1/2021 Pasal 35)"


@dataclass(frozen=True)
class MinutesPage:
    """The minutes as their template wants them; hours in the body's zone, whose name stands behind them."""

    frame: Frame
    applicant: tuple[tuple[str, str], ...]
    request_number: str
    notice_number: str
    notice_on: dt.date
    part: str
    material: str
    day: dt.date
    hours: str
    place: str
    shown: str
    visitor: str
    officer: str
    position: str
    remarks: str


def page(*, case: InformationRequest, content: Mapping[str, Any], frame: Frame, zone: str) -> MinutesPage:
    """`content`: `law.viewing.Minutes` as JSON with the notice and the part it was about."""
    starts, ends = (content[name].replace(":", ".") for name in ("starts", "ends"))
    return MinutesPage(
        frame=frame,
        applicant=identity(case.applicant),
        request_number=case.number,
        notice_number=content["notice_number"],
        notice_on=dt.date.fromisoformat(content["notice_on"]),
        part=f"Bagian {content['part']} dari {content['parts']}" if content["parts"] > 1 else "",
        material=content["material"],
        day=dt.date.fromisoformat(content["day"]),
        hours=f"{starts} sampai {ends} {zone}",
        place=content["place"],
        shown=content["shown"],
        visitor=content["visitor"],
        officer=content["officer"],
        position=content["officer_position"] or "Petugas layanan informasi",
        remarks=content["remarks"],
    )
