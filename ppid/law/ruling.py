"""What the superior's answer to an objection must hold (UU 14/2008 Ps 36(2)-(3); PERKI 1/2021 Ps 44).

Date and number are the letter's own; here stand the words. Plain values in, problems out.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, Self

from ppid.law.filing import TEXT_LENGTH
from ppid.law.objections import GROUNDS, Ground, letters_of
from ppid.law.refusals import Invalid, Problem, say

__all__ = ["Outcome", "ReplyContent", "Role", "RulingContent", "SettlementContent", "hindrance_to_decide"]


class Outcome(StrEnum):
    """Uphold with written reasons (Ps 36(3)), or order disclosure of all or a part."""

    UPHELD = "upheld"
    WHOLE = "whole"
    PART = "part"


class ReplyContent(StrEnum):
    """Annex XI, "Tanggapan Pemohon"."""

    SATISFIED = "satisfied"
    UNSATISFIED = "unsatisfied"


@dataclass(frozen=True)
class RulingContent:
    """The answer. `rebuttal`: what is said of each reason of the applicant (44(2)). `excluded`: the refusal rests on
    Ps 17, so that whatever stays closed needs the decree in force attached (44(3)): `exclusions` are its keys,
    `decrees` their numbers for the letter."""

    outcome: Outcome
    reasons: str
    rebuttal: str
    order: str = ""
    order_until: dt.date | None = None
    grounds: tuple[Ground, ...] = ()
    excluded: bool = False
    exclusions: tuple[int, ...] = ()
    decrees: tuple[str, ...] = ()

    @property
    def orders(self) -> bool:
        return self.outcome is not Outcome.UPHELD

    @property
    def closes(self) -> bool:
        """Whether something stays closed under Ps 17."""
        return self.excluded and self.outcome is not Outcome.WHOLE

    def problems(self) -> tuple[Problem, ...]:
        return tuple(self._problems())

    def checked(self) -> Self:
        """Itself, or Invalid."""
        if problems := self.problems():
            raise Invalid(problems)
        return self

    def check_order_day(self, on: dt.date, *, working: bool) -> None:
        """Invalid when the ordered day is gone by on `on`, or nobody works then."""
        if self.order_until is None:
            return
        if self.order_until < on:
            raise Invalid(
                [Problem("order_until", say("Hari pelaksanaan sudah lewat. Tulis hari ini atau sesudahnya."))]
            )
        if not working:
            raise Invalid([Problem("order_until", say("Hari itu bukan hari kerja. Pilih hari kerja."))])

    def as_json(self) -> dict[str, Any]:
        plain = asdict(self)
        plain["outcome"] = str(self.outcome)
        plain["order_until"] = self.order_until.isoformat() if self.order_until else None
        plain["grounds"] = [str(ground) for ground in self.grounds]
        return {name: list(value) if isinstance(value, tuple) else value for name, value in plain.items()}

    @classmethod
    def from_json(cls, plain: Mapping[str, Any]) -> Self:
        until = plain.get("order_until")
        return cls(
            outcome=Outcome(plain["outcome"]), reasons=plain["reasons"], rebuttal=plain["rebuttal"],
            order=plain.get("order", ""), order_until=dt.date.fromisoformat(until) if until else None,
            grounds=tuple(Ground(letter) for letter in plain.get("grounds", ())),
            excluded=bool(plain.get("excluded")), exclusions=tuple(plain.get("exclusions", ())),
            decrees=tuple(plain.get("decrees", ())),
        )  # fmt: skip

    def _problems(self) -> Iterator[Problem]:
        if not self.reasons.strip():
            yield Problem("reasons", say("Alasan tertulis belum diisi. UU 14/2008 Ps 36 ayat (3) mewajibkannya."))
        if not self.rebuttal.strip():
            yield Problem(
                "rebuttal",
                say("Tanggapan atas alasan pemohon belum diisi. Jawab alasannya satu per satu (PERKI 1/2021 Ps 44)."),
            )
        for name in ("reasons", "rebuttal", "order"):
            if len(getattr(self, name)) > TEXT_LENGTH:
                yield Problem(name, say("Isian terlalu panjang. Ringkas menjadi 20.000 huruf."))
        if self.orders and not self.order.strip():
            yield Problem("order", say("Yang harus diberikan belum diuraikan. Tulis informasi mana yang dibuka."))
        if self.orders and self.order_until is None:
            yield Problem("order_until", say("Hari pelaksanaan belum diisi. Tulis paling lambat kapan diberikan."))
        if not self.orders and (self.order.strip() or self.order_until is not None):
            yield Problem("order", say("Keputusan ini menguatkan PPID. Kosongkan perintah, atau pilih memerintahkan."))
        if self.closes and not self.exclusions:
            yield Problem(
                "exclusions",
                say("Keputusan pengecualian yang berlaku belum disebut, padahal harus dilampirkan (Ps 44 ayat 3)."),
            )


@dataclass(frozen=True)
class SettlementContent:
    """Minutes of a settlement between the parties (UU 14/2008 Ps 35(2)). `present`: who sat there, one a line."""

    grounds: tuple[Ground, ...]
    met_on: dt.date
    place: str
    present: str
    agreed: str

    def problems(self) -> tuple[Problem, ...]:
        return tuple(self._problems())

    def checked(self) -> Self:
        """Itself, or Invalid."""
        if problems := self.problems():
            raise Invalid(problems)
        return self

    def as_json(self) -> dict[str, Any]:
        return {
            "grounds": [str(ground) for ground in self.grounds], "met_on": self.met_on.isoformat(),
            "place": self.place, "present": self.present, "agreed": self.agreed,
        }  # fmt: skip

    @classmethod
    def from_json(cls, plain: Mapping[str, Any]) -> Self:
        return cls(
            tuple(Ground(letter) for letter in plain["grounds"]), dt.date.fromisoformat(plain["met_on"]),
            plain["place"], plain["present"], plain["agreed"],
        )  # fmt: skip

    def _problems(self) -> Iterator[Problem]:
        if not self.grounds:
            yield Problem("grounds", say("Alasan yang disepakati belum dipilih. Pilih sedikitnya satu."))
        closed = [ground for ground in self.grounds if not GROUNDS[ground].settled]
        if closed:
            yield Problem(
                "grounds",
                say("Alasan huruf %(letters)s tidak dapat dimusyawarahkan (UU 14/2008 Ps 35 ayat 2)."),
                {"letters": letters_of(closed)},
            )
        if not self.place.strip():
            yield Problem("place", say("Tempat musyawarah belum diisi."))
        if not self.present.strip():
            yield Problem("present", say("Yang hadir belum diisi. Tulis nama dan jabatan, satu per baris."))
        if not self.agreed.strip():
            yield Problem("agreed", say("Isi kesepakatan belum diisi. Tulis apa yang disepakati dan kapan dilakukan."))


class Role(StrEnum):
    """What a person had to do with the decision that is objected to."""

    PPID = "ppid"
    DRAFTED = "drafted"
    APPROVED = "approved"


def hindrance_to_decide(roles: frozenset[Role]) -> str:
    """Why this person may not answer the objection; "" when he may. The PPID and whoever drafted the refusal may not,
    also not as acting superior; the superior who approved it may (39(2) sends it to him; law.md §2.8)."""
    if Role.DRAFTED in roles:
        return say("Anda menyusun surat yang dikeberatani; keberatan ini diputus orang lain.")
    if Role.PPID in roles:
        return say("PPID tidak memutus keberatan atas keputusannya sendiri, juga tidak sebagai pelaksana atasan.")
    return ""
