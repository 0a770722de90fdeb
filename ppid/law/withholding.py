"""A refusal under UU 14/2008 Ps 17, whole or of any blackened part: what each passage must rest on (law.md §1.4).

A decree in force that names this information, its test sheet and the superior's approval, all attached; each passage
with its article, its reason and the kind of matter ("alasan dan materinya", Ps 22(7)e). PERKI 1/2021 Ps 34, 50, 10(2)f.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Self

from ppid.law.exemptions import LIFTED_BY_CONSENT, Ground, open_by_law
from ppid.law.refusals import Problem, say

LIFTED = say("Bagian %(number)d: %(article)s gugur (Pasal 18 ayat 2). Berikan bagian ini, jangan ditutup.")


class Lift(StrEnum):
    """UU 14/2008 Ps 18(2): letters g and h fall away with the person's written consent, or for a public office."""

    CONSENT = "consent"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class Basis:
    """An exclusion as far as a refusal rests on it. `set_on` is None unless its decree stands; days of the body.

    `partly`: the decree closes parts only. `lifted`: letters g and h fall away (Ps 18(2)). `flaw`: what its sheet would
    be annulled for, empty when it is sound.
    """

    grounds: tuple[Ground, ...]
    information: str
    decree_number: str
    set_on: dt.date | None
    ends_on: dt.date | None
    has_decree: bool
    has_sheet: bool
    partly: bool = False
    lifted: bool = False
    flaw: str = ""

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
        if self.flaw:
            text = say("Pengecualian “%(information)s” tidak dapat menjadi dasar: %(flaw)s")
            return Problem("passages", text, {**said, "flaw": self.flaw})
        return None


@dataclass(frozen=True, slots=True)
class Passage:
    """One withheld or blackened passage. `exclusion` is the key of the exclusion it rests on, `ground` one of its
    letters; `matter` is the kind of information under the black, without disclosing it. `lifted`: what opens letters g
    and h after all (UU 14/2008 Ps 18(2)); a passage that is lifted is never withheld, so it is never stored."""

    exclusion: int
    ground: Ground
    matter: str
    reason: str
    lifted: Lift | None = None

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
        if passage.lifted and passage.ground in LIFTED_BY_CONSENT:
            yield Problem("passages", LIFTED, {"number": number, "article": passage.article})


def resting_problems(
    passages: Sequence[Passage], bases: Mapping[int, Basis], on: dt.date, *, whole: bool = False
) -> Iterator[Problem]:
    """What keeps the passages from resting on their exclusions on that day; `bases` by the exclusions' keys.

    `whole`: nothing is given. A decree that closes parts only cannot carry that (PERKI 1/2021 Ps 50).
    """
    for number, passage in enumerate(passages, 1):
        basis = bases.get(passage.exclusion)
        if basis is None:
            text = say("Bagian %(number)d: pilih informasi dikecualikan yang menjadi dasarnya.")
            yield Problem("passages", text, {"number": number})
            continue
        if passage.ground not in basis.grounds:
            text = say("Bagian %(number)d: %(article)s tidak disebut dalam keputusan pengecualian itu.")
            yield Problem("passages", text, {"number": number, "article": passage.article})
        if basis.lifted and passage.ground in LIFTED_BY_CONSENT:
            yield Problem("passages", LIFTED, {"number": number, "article": passage.article})
        if whole and basis.partly:
            text = say(
                "Bagian %(number)d: keputusannya hanya menutup sebagian “%(information)s”. Berikan selebihnya: pilih "
                "dikabulkan sebagian (PERKI 1/2021 Ps 50)."
            )
            yield Problem("passages", text, {"number": number, "information": basis.information})
        if found := basis.problem(on):
            yield found
