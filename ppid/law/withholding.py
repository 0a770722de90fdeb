"""A refusal under UU 14/2008 Ps 17, whole or of any blackened part: what each passage must rest on (law.md §1.4).

A decree in force that names this information, its test sheet and the superior's approval, all attached; each passage
with its article, its reason and the kind of matter ("alasan dan materinya", Ps 22(7)e). PERKI 1/2021 Ps 34, 50, 10(2)f.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

from ppid.law.exemptions import Ground, open_by_law
from ppid.law.refusals import Problem, say


@dataclass(frozen=True, slots=True)
class Basis:
    """An exclusion as far as a refusal rests on it. `set_on` is None unless its decree stands; days of the body."""

    grounds: tuple[Ground, ...]
    information: str
    decree_number: str
    set_on: dt.date | None
    ends_on: dt.date | None
    has_decree: bool
    has_sheet: bool

    def problem(self, on: dt.date) -> Problem | None:
        """Why no refusal may rest on it that day; None where one may."""
        said = {"information": self.information}
        if not self.decree_number or self.set_on is None or self.set_on > on:
            text = say("“%(information)s” belum mempunyai keputusan pengecualian yang berlaku (PERKI 1/2021 Ps 34).")
            return Problem("passages", text, said)
        if open_by_law(self.ends_on, on):
            text = say("Pengecualian “%(information)s” sudah berakhir; informasinya terbuka (PP 61/2010 Ps 11).")
            return Problem("passages", text, said)
        if not (self.has_decree and self.has_sheet):
            text = say(
                "Berkas keputusan atau lembar uji “%(information)s” belum dimuat, padahal keduanya harus dilampirkan."
            )
            return Problem("passages", text, said)
        return None


@dataclass(frozen=True, slots=True)
class Passage:
    """One withheld or blackened passage. `exclusion` is the key of the exclusion it rests on, `ground` one of its
    letters; `matter` is the kind of information under the black, without disclosing it."""

    exclusion: int
    ground: Ground
    matter: str
    reason: str

    @classmethod
    def from_json(cls, plain: Mapping[str, Any]) -> Self:
        return cls(int(plain["exclusion"]), Ground(plain["ground"]), plain["matter"], plain["reason"])

    def as_json(self) -> dict[str, object]:
        return {"exclusion": self.exclusion, "ground": str(self.ground), "matter": self.matter, "reason": self.reason}

    @property
    def article(self) -> str:
        return f"UU 14/2008 Pasal 17 huruf {self.ground[-1].lower()}"


def written_problems(passages: Sequence[Passage]) -> Iterator[Problem]:
    """What is missing in the words themselves, passage by passage."""
    for number, passage in enumerate(passages, 1):
        if not passage.matter.strip():
            text = say("Bagian %(number)d: jenis materi yang ditutup belum ditulis (UU 14/2008 Ps 22 ayat 7 huruf e).")
            yield Problem("passages", text, {"number": number})
        if not passage.reason.strip():
            text = say("Bagian %(number)d: alasan penutupan belum ditulis (UU 14/2008 Ps 22 ayat 7 huruf e).")
            yield Problem("passages", text, {"number": number})


def resting_problems(passages: Sequence[Passage], bases: Mapping[int, Basis], on: dt.date) -> Iterator[Problem]:
    """What keeps the passages from resting on their exclusions on that day; `bases` by the exclusions' keys."""
    for number, passage in enumerate(passages, 1):
        basis = bases.get(passage.exclusion)
        if basis is None:
            text = say("Bagian %(number)d: pilih informasi dikecualikan yang menjadi dasarnya.")
            yield Problem("passages", text, {"number": number})
            continue
        if passage.ground not in basis.grounds:
            text = say("Bagian %(number)d: %(article)s tidak disebut dalam keputusan pengecualian itu.")
            yield Problem("passages", text, {"number": number, "article": passage.article})
        if found := basis.problem(on):
            yield found
