"""What an applicant may add to a request after its filing (PERKI 1/2021 Ps 33(3)), and what is wrong with it."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Self

from ppid.law.filing import EMAIL, TEXT_LENGTH, AccessWay, CopyForm, DeliveryWay
from ppid.law.refusals import Invalid, Problem, say

# Name of the field and its greatest length. `explanation` goes to the officer and changes nothing of the register line.
LENGTHS: Mapping[str, int] = MappingProxyType(
    {
        "identity": 100, "address": 500, "phone": 40, "email": 254, "occupation": 120, "purpose": TEXT_LENGTH,
        "explanation": TEXT_LENGTH,
    }
)  # fmt: skip
CHOICES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "access_way": frozenset(AccessWay),
        "copy_form": frozenset(CopyForm),
        "delivery_way": frozenset(DeliveryWay),
    }
)
FIELDS = (*LENGTHS, *CHOICES)
# Where one item of the letter is more than one field, or something that only the officer is told.
FIELDS_OF_ITEM: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"reach": ("phone", "email"), "details": (), "name": ()}
)


def open_fields(values: Mapping[str, str], asked: Collection[str]) -> tuple[str, ...]:
    """The fields that may be filled in: the empty ones, and those that the letter (`asked`) or the check finds wanting.

    What was given and is not asked about stays as it was given.
    """
    wanted = {name for item in asked for name in FIELDS_OF_ITEM.get(item, (item,))}
    return tuple(name for name in FIELDS if name == "explanation" or name in wanted or not values.get(name, "").strip())


@dataclass(frozen=True)
class Given:
    """What is handed in: `answers` by field, and how many papers. Empty answers change nothing."""

    answers: Mapping[str, str] = field(default_factory=dict)
    papers: int = 0

    @property
    def filled(self) -> dict[str, str]:
        """What was really written, without the spaces around it."""
        return {name: text.strip() for name, text in self.answers.items() if text.strip()}

    def checked(self, open_to: Collection[str]) -> Self:
        """Itself, or Invalid."""
        if problems := tuple(self._problems(open_to)):
            raise Invalid(problems)
        return self

    def _problems(self, open_to: Collection[str]) -> Iterator[Problem]:
        filled = self.filled
        if not filled and not self.papers:
            yield Problem("", say("Belum ada yang dilengkapi. Isi sedikitnya satu isian, atau unggah satu berkas."))
        for name, text in filled.items():
            if name not in FIELDS or name not in open_to:
                yield Problem(name, say("Isian ini sudah terisi dan tidak diminta lagi. Kosongkan."))
            elif name in CHOICES and text not in CHOICES[name]:
                yield Problem(name, say("Pilih salah satu pilihan yang tersedia."))
            elif name in LENGTHS and len(text) > LENGTHS[name]:
                most = f"{LENGTHS[name]:_}".replace("_", ".")
                yield Problem(name, say("Isian terlalu panjang. Ringkas menjadi %(most)s huruf."), {"most": most})
            elif name == "email" and not EMAIL.fullmatch(text):
                yield Problem(name, say("Alamat surel tidak lengkap. Tulis seperti nama@contoh.id, atau kosongkan."))
