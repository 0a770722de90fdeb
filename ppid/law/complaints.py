"""A complaint that came as a request: handed to the complaints' desk, with its own clock from the first receipt.

No wrong door (law.md §5.3): the day on which it reached the body counts, whatever door it came through. Statute
(UU 25/2009, calendar days) and SP4N-LAPOR! practice (working days) run side by side; of two that bind the same duty
the earlier is the legal limit.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, Self

from ppid.law.refusals import Invalid, Problem, Unlawful, say

TEXT_LENGTH: Final = 20_000
TRACKING_LENGTH: Final = 20


class ComplaintClass(StrEnum):
    """Whether a complaint concerns conduct that oversight looks into (law.md §5.3)."""

    NON_OVERSIGHT = "non_oversight"
    OVERSIGHT = "oversight"


class Outcome(StrEnum):
    """How a complaint ended. A referral says where it is dealt with; deemed withdrawn: UU 25/2009 Ps 44(5)."""

    RESOLVED = "resolved"
    NOT_PROVEN = "not_proven"
    REFERRED = "referred"
    WITHDRAWN = "withdrawn"


# From the first receipt (UU 25/2009 Ps 44(3); the door it came through does not move the day).
FROM_FIRST_RECEIPT: Final = ("CMP_ACK_COMPLETENESS", "LAPOR_VERIFY")
FIRST_RESPONSE: Final = "LAPOR_FIRST_RESPONSE"
SETTLING: Final[Mapping[ComplaintClass, str]] = {
    ComplaintClass.NON_OVERSIGHT: "LAPOR_NONOVERSIGHT",
    ComplaintClass.OVERSIGHT: "LAPOR_OVERSIGHT",
}


@dataclass(frozen=True)
class Duty:
    """What the complainant waits for, and every term that binds it."""

    title: str
    codes: tuple[str, ...]

    def limit(self, dates: Mapping[str, dt.date | None]) -> dt.date | None:
        """The legal limit: the earliest of the known last days in `dates` (by code); None while none is known."""
        known = [day for code in self.codes if (day := dates.get(code)) is not None]
        return min(known, default=None)


DUTIES: Final = (
    Duty(say("Verifikasi dan penerusan ke SP4N-LAPOR!"), ("LAPOR_VERIFY",)),
    Duty(say("Tanggapan pertama, juga tentang kelengkapan"), ("CMP_ACK_COMPLETENESS", FIRST_RESPONSE)),
    Duty(say("Pengadu melengkapi aduan"), ("CMP_APPLICANT_FIX",)),
    Duty(say("Penyelesaian aduan"), ("CMP_DECIDE", *SETTLING.values())),
    Duty(say("Pemberitahuan hasil kepada pengadu"), ("CMP_NOTIFY",)),
)
TERMS: Final = frozenset(code for duty in DUTIES for code in duty.codes)


@dataclass(frozen=True)
class Handover:
    """What the desk hands to the complaints' desk. `matter`: what is complained of, in the desk's words; `whole`: there
    is no request in it at all, so that the request closes; else the rest is answered as a request."""

    whole: bool
    matter: str
    kind: ComplaintClass

    def problems(self) -> tuple[Problem, ...]:
        return tuple(self._problems())

    def checked(self) -> Self:
        """Itself, or Invalid."""
        if problems := self.problems():
            raise Invalid(problems)
        return self

    def as_json(self) -> dict[str, Any]:
        return {"whole": self.whole, "matter": self.matter, "kind": str(self.kind)}

    def _problems(self) -> Iterator[Problem]:
        if not self.matter.strip():
            yield Problem("matter", say("Isi aduan belum ditulis. Tulis apa yang diadukan, agar tidak tertukar."))
        elif len(self.matter) > TEXT_LENGTH:
            text = say("Isian terlalu panjang. Ringkas menjadi %(most)s huruf.")
            yield Problem("matter", text, {"most": f"{TEXT_LENGTH:_}".replace("_", ".")})


def check_words(field: str, words: str) -> str:
    """Words of a step, bounded; empty is lawful where the step allows it."""
    if len(words) > TEXT_LENGTH:
        text = say("Isian terlalu panjang. Ringkas menjadi %(most)s huruf.")
        raise Invalid([Problem(field, text, {"most": f"{TEXT_LENGTH:_}".replace("_", ".")})])
    return words.strip()


def check_completed(*, came_on: dt.date, due: dt.date | None) -> None:
    """What comes after the thirty days completes nothing: the complaint is deemed withdrawn (UU 25/2009 Ps 44(5))."""
    if due is not None and came_on > due:
        raise Unlawful(
            say(
                "Waktu melengkapi 30 hari sudah lewat, sehingga aduan dianggap dicabut (UU 25/2009 Ps 44 ayat 5). "
                "Catat hasilnya; yang datang kemudian diserahkan sebagai aduan baru."
            )
        )


def check_tracking_id(text: str) -> str:
    """The tracking id of SP4N-LAPOR!, digits only (law.md §5.4), or Invalid."""
    found = "".join(text.split()).lstrip("#")
    if not (found.isascii() and found.isdigit() and len(found) <= TRACKING_LENGTH):
        text = say("Nomor pelacakan SP4N-LAPOR! terdiri atas angka saja, misalnya 7654321. Periksa lagi.")
        raise Invalid([Problem("tracking_id", text)])
    return found


def check_day(field: str, day: dt.date, *, earliest: dt.date, on: dt.date) -> None:
    """A step of the complaint lies between the step before it and today, or Invalid at `field`."""
    if day > on:
        raise Invalid([Problem(field, say("Tanggal di masa depan. Catat setelah terjadi."))])
    if day < earliest:
        raise Invalid([Problem(field, say("Tanggal ini mendahului langkah sebelumnya. Periksa tanggalnya."))])
