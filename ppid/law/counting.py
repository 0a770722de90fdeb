"""The two readings on which every working-day term rests, each with its source and its doubt (law.md §7.1).

The body chooses them under "Hari libur → Cara menghitung" (`Institution.shared_leave_is_working`,
`Institution.first_day_counts`); what is said of them stands here and nowhere else.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final, Generic, TypeVar

from ppid.law.refusals import say

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Cited(Generic[Value]):
    """A value that no article states outright, with where it comes from and what may be said against it."""

    value: Value
    source: str
    doubt: str


@dataclass(frozen=True, slots=True)
class CountingRules:
    """The two readings. What is cited speaks for the default; the doubt says what the other reading would do."""

    shared_leave_is_working: Cited[bool] = Cited(
        value=False,
        source=say(
            "Perpres 21/2023 Pasal 6: jumlah hari kerja dapat berubah karena cuti bersama nasional; kantor tutup."
        ),
        doubt=say(
            "UU 14/2008 tidak menyebut cuti bersama. Pembacaan ketat hanya mengecualikan libur nasional, sehingga "
            "tenggatnya lebih awal."
        ),
    )
    first_day_counts: Cited[bool] = Cited(
        value=False,
        source=say("Kebiasaan Komisi Informasi: hari penerimaan adalah hari ke-0, hari kerja berikutnya hari ke-1."),
        doubt=say("Tidak ada pasal yang menyatakannya. Bila hari itu ikut dihitung, tenggat jatuh sehari lebih awal."),
    )

    @classmethod
    def chosen(cls, values: Mapping[str, bool]) -> "CountingRules":
        """The rules with the body's choices, by name; what is not chosen keeps its default."""
        default = cls()
        return cls(
            **{name: replace(getattr(default, name), value=values.get(name, getattr(default, name).value))
               for name in RULE_WORDS}
        )  # fmt: skip

    @property
    def values(self) -> dict[str, bool]:
        """The choices by name."""
        return {name: getattr(self, name).value for name in RULE_WORDS}


# What a rule says when it is off and when it is on.
RULE_WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "shared_leave_is_working": (
        say("cuti bersama tidak dihitung sebagai hari kerja"), say("cuti bersama dihitung sebagai hari kerja"),
    ),
    "first_day_counts": (
        say("hari penerimaan tidak dihitung"), say("hari penerimaan dihitung sebagai hari pertama"),
    ),
}  # fmt: skip
DEFAULT_RULES: Final = CountingRules()


def in_words(values: Mapping[str, bool]) -> tuple[str, ...]:
    """The choices as sentences of the table above, in its order; names nobody knows are left out."""
    return tuple(RULE_WORDS[name][bool(values[name])] for name in RULE_WORDS if name in values)
