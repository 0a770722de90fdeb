"""Another body holds it: named in the notice (UU 14/2008 Ps 22(7)b, PERKI 1/2021 Ps 31(4)b), and handed on only on the
applicant's recorded wish (law.md §1.4). Neither law lets a body move a request by itself; the other body's clock starts
at its own receipt, and nothing of ours changes.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Self

from ppid.law.decisions import Gap, NoticeContent
from ppid.law.refusals import Invalid, Problem, Unlawful, say


class Carry(StrEnum):
    """What goes along besides the words of the request, each only when the applicant allowed it. Never the NIK."""

    PURPOSE = "purpose"
    NAME = "name"
    CONTACT = "contact"


class ForwardedHow(StrEnum):
    EMAIL = "email"
    POST = "post"
    COURIER = "courier"
    BY_HAND = "by_hand"


@dataclass(frozen=True)
class ForwardingLetter:
    """What the cover letter says, as stored with it. `body`: the one that the notice named."""

    body: str
    notice_number: str
    notice_on: dt.date
    carries: tuple[Carry, ...]

    def as_json(self) -> dict[str, Any]:
        return {
            "body": self.body, "notice_number": self.notice_number, "notice_on": self.notice_on.isoformat(),
            "carries": [str(one) for one in self.carries],
        }  # fmt: skip

    @classmethod
    def from_json(cls, plain: Mapping[str, Any]) -> Self:
        carries = tuple(Carry(one) for one in plain["carries"])
        return cls(plain["body"], plain["notice_number"], dt.date.fromisoformat(plain["notice_on"]), carries)


def holder_named(content: NoticeContent) -> str:
    """The other body that a notice names as holding what we do not hold; empty where it names none."""
    return content.holder.strip() if content.lacking is Gap.NOT_HELD else ""


def require_wish(wished: bool) -> None:
    """Raise Unlawful unless the applicant's wish is recorded."""
    if not wished:
        raise Unlawful(
            say("Kehendak pemohon belum tercatat. Permohonan hanya diteruskan atas kehendak pemohon yang tercatat.")
        )


def check_wish(*, answered_on: dt.date, wished_on: dt.date, on: dt.date) -> None:
    """A wish follows the notice that names the body, and is not of a day to come."""
    if wished_on > on:
        raise Invalid([Problem("wished_on", say("Tanggal ini di masa depan. Tulis tanggal pada surat pemohon."))])
    if wished_on < answered_on:
        text = say("Tanggal ini mendahului jawaban yang menyebut badan publik itu. Periksa tanggal pada suratnya.")
        raise Invalid([Problem("wished_on", text)])


def check_forwarding(*, wished_on: dt.date, forwarded_on: dt.date, on: dt.date) -> None:
    """A request is handed on between the wish and today."""
    if forwarded_on > on:
        raise Invalid([Problem("forwarded_on", say("Tanggal ini di masa depan. Catat setelah diteruskan."))])
    if forwarded_on < wished_on:
        text = say("Tanggal penerusan mendahului kehendak pemohon. Periksa bukti kirimnya.")
        raise Invalid([Problem("forwarded_on", text)])
