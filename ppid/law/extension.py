"""The one extension of the written notice (UU 14/2008 Ps 22(8); PERKI 1/2021 Ps 36): when, why, and until when.

At most seven working days from the end of the notice period, on one of two grounds with a written reason, in a letter
that leaves by the end of day ten. It extends the decision: a refusal may then come up to the extended day too
(PERKI 36(1)b), and whoever is still silent after it opens the same right as after day ten.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Final, Self

from ppid.law.calendar import Calendar, MissingDecree, written_with_weekday
from ppid.law.clock import Derivation, TrailEntry, derive
from ppid.law.refusals import Invalid, Problem, Unlawful, say
from ppid.law.terms import term

TERM: Final = "REQ_EXTENSION"
EXTENDS: Final = "REQ_NOTICE_UU"
LONGEST: Final = term(TERM).length or 0


class ExtensionGround(StrEnum):
    """PERKI 1/2021 Ps 36(1) a and b; both may hold."""

    NOT_OBTAINED = "not_obtained"
    UNDECIDED = "undecided"


GROUNDS: Mapping[ExtensionGround, str] = {
    ExtensionGround.NOT_OBTAINED: say("Informasi yang diminta belum dikuasai atau belum didokumentasikan"),
    ExtensionGround.UNDECIDED: say("PPID belum dapat memutuskan status informasi yang diminta"),
}


@dataclass(frozen=True)
class ExtensionContent:
    """The letter of extension. `days` are working days, 1 to 7; `old_due` is the last day of the notice period,
    `new_due` the extended one, None while its year has no decree; `trail` are the days counted and skipped between."""

    grounds: tuple[ExtensionGround, ...]
    reason: str
    days: int
    old_due: dt.date
    new_due: dt.date | None
    trail: tuple[TrailEntry, ...] = ()

    @classmethod
    def written(
        cls, *, grounds: Iterable[ExtensionGround], reason: str, days: int, end_of_notice: dt.date, calendar: Calendar
    ) -> Self:
        """The letter with the dates of `calendar`. Raises Invalid."""
        bare = cls(tuple(grounds), reason.strip(), days, end_of_notice, None).checked()
        found = extended(end_of_notice, days, calendar)
        if found is None:
            return bare
        return replace(bare, new_due=found.due, trail=tuple(day.as_json() for day in found.trail))

    def problems(self) -> tuple[Problem, ...]:
        return tuple(self._problems())

    def checked(self) -> Self:
        """Itself, or Invalid."""
        if problems := self.problems():
            raise Invalid(problems)
        return self

    def as_json(self) -> dict[str, Any]:
        """Plain values for the letter's row; `from_json` gives the same content back."""
        return {
            "grounds": [str(ground) for ground in self.grounds], "reason": self.reason, "days": self.days,
            "old_due": self.old_due.isoformat(), "new_due": self.new_due.isoformat() if self.new_due else None,
            "trail": list(self.trail),
        }  # fmt: skip

    @classmethod
    def from_json(cls, plain: Mapping[str, Any]) -> Self:
        return cls(
            grounds=tuple(ExtensionGround(ground) for ground in plain["grounds"]),
            reason=plain["reason"],
            days=plain["days"],
            old_due=dt.date.fromisoformat(plain["old_due"]),
            new_due=dt.date.fromisoformat(plain["new_due"]) if plain["new_due"] else None,
            trail=tuple(plain.get("trail", ())),
        )

    def _problems(self) -> Iterator[Problem]:
        if not self.grounds:
            text = say("Alasan menurut peraturan belum dipilih. Pilih salah satu atau keduanya (PERKI 1/2021 Ps 36).")
            yield Problem("grounds", text)
        if not self.reason.strip():
            text = say("Alasan tertulis belum diisi. Tulis mengapa belum dapat menjawab (UU 14/2008 Ps 22 ayat 8).")
            yield Problem("reason", text)
        if not 1 <= self.days <= LONGEST:
            text = say("Perpanjangan paling sedikit 1 dan paling lama %(most)d hari kerja (UU 14/2008 Ps 22 ayat 8).")
            yield Problem("days", text, {"most": LONGEST})


def extended(end_of_notice: dt.date, days: int, calendar: Calendar) -> Derivation | None:
    """The last day after an extension of `days` working days, and the way there; None where the calendar ends."""
    try:
        return derive(term(TERM), end_of_notice, calendar, days)
    except MissingDecree:
        return None


def check_may_extend(*, due: dt.date | None, extended_before: bool, on: dt.date) -> dt.date:
    """The day until which the letter of extension must have left, or Unlawful. `on`: the day on which it leaves.

    `due` is the last day of the notice period; without a decree for its year nobody can say whether it is over.
    """
    if extended_before:
        raise Unlawful(
            say("Permohonan ini sudah diperpanjang satu kali dan tidak dapat diperpanjang lagi (PERKI 1/2021 Ps 36).")
        )
    if due is None:
        raise Unlawful(
            say("Hari terakhir jawaban belum dapat dihitung. Muat dahulu keputusan hari libur (SKB) tahun itu.")
        )
    if on > due:
        raise Unlawful(
            say(
                "Surat perpanjangan harus disampaikan paling lambat %(due)s, hari terakhir jawaban. Waktu itu sudah "
                "lewat; sampaikan pemberitahuan tertulis secepatnya."
            ),
            due=written_with_weekday(due),
        )
    return due


def check_dates(content: ExtensionContent, *, due: dt.date, calendar: Calendar) -> None:
    """The dates printed on the letter are still those of the ledger: a decree adopted meanwhile moves both."""
    found = extended(due, content.days, calendar)
    if (content.old_due, content.new_due) != (due, found.due if found else None):
        raise Unlawful(
            say(
                "Tanggal pada surat perpanjangan tidak lagi sesuai dengan hari libur yang berlaku. "
                "Susun ulang suratnya."
            )
        )
