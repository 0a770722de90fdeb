"""The applicant's side of a request: who may take it back, what happens when the applicant is no more, what repeats.

No article of UU 14/2008 or PERKI 1/2021 speaks of withdrawal, death or dissolution; the rules here are inferred
(law.md §3, last bullet, [I]) and every date that the law gives runs on through all of them.
"""

import datetime as dt
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from ppid.law.filing import TEXT_LENGTH, Filing
from ppid.law.refusals import Invalid, Problem, say

# From how long ago an earlier request of the same person with the same words counts as its repetition.
REPEATED_WITHIN = dt.timedelta(days=365)


class By(StrEnum):
    """Who takes a request back: the applicant or the proxy, nobody else (law.md §3)."""

    APPLICANT = "applicant"
    PROXY = "proxy"


class Ending(StrEnum):
    DEATH = "death"
    DISSOLUTION = "dissolution"


class FlagKind(StrEnum):
    """Only the Komisi Informasi may end a case for bad faith, never the PPID (PERKI 1/2013 Ps 4(2)-(4))."""

    ANNOYING = "annoying"


@dataclass(frozen=True)
class PartOfRequest:
    """Which part is taken back, in the applicant's words."""

    part: str

    def checked(self) -> "PartOfRequest":
        if not self.part.strip():
            raise Invalid([Problem("part", say("Bagian yang dicabut belum ditulis. Tulis bagian mana yang dicabut."))])
        if len(self.part) > TEXT_LENGTH:
            text = say("Isian terlalu panjang. Ringkas menjadi %(most)s huruf.")
            raise Invalid([Problem("part", text, {"most": f"{TEXT_LENGTH:_}".replace("_", ".")})])
        return self


def check_withdrawal(*, received_on: dt.date, withdrawn_on: dt.date, on: dt.date) -> None:
    """A request is taken back between its receipt and today."""
    if withdrawn_on > on:
        raise Invalid([Problem("withdrawn_on", say("Tanggal pencabutan di masa depan. Tulis tanggal pada suratnya."))])
    if withdrawn_on < received_on:
        text = say("Tanggal pencabutan mendahului permohonan. Periksa tanggal pada suratnya.")
        raise Invalid([Problem("withdrawn_on", text)])


def check_ending(*, happened_on: dt.date, on: dt.date) -> None:
    if happened_on > on:
        raise Invalid([Problem("happened_on", say("Tanggal ini di masa depan. Periksa tanggal pada buktinya."))])


def check_successor(filing: Filing) -> None:
    """A successor needs what every applicant needs: a name and a way to be reached."""
    problems = tuple(_successor_problems(filing))
    if problems:
        raise Invalid(problems)


def _successor_problems(filing: Filing) -> Iterator[Problem]:
    yield from (problem for problem in filing.problems() if problem.field != "details")


def folded(text: str) -> str:
    """The words of a request without case, marks and spacing: two that differ only there ask the same."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return " ".join("".join(sign if sign.isalnum() else " " for sign in plain).split())
