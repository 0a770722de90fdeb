"""The parts of what a notice gives: each with its form, cost, delivery and promised time (PERKI 1/2021 Annex VII A).

A request may be answered piecemeal: the printed half by post next week, the file today. Every part is promised, dated
and delivered by itself (UU 14/2008 Ps 22(7)d, f and g; PERKI 1/2021 Ps 31(4)d-f).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, Self

from ppid.law.clock import LONGEST_STATED
from ppid.law.filing import AccessWay, CopyForm, DeliveryWay
from ppid.law.refusals import Problem, say

# Annex VII "lain-lain Rp" is printed but not covered by PERKI 1/2021 Ps 37(3): only copying and delivery may cost.
OTHER_FEE = 0
# More than any answer of one request was seen to hold; a longer list is a slip of the machine.
MOST_PARTS = 20


@dataclass(frozen=True)
class GivenPart:
    """One part of what is given. Amounts are whole rupiah; `days` are working days (PERKI 1/2021 Ps 1 no 22) from the
    sending of the notice, or from the payment where the part costs something; 0: it goes with the notice itself."""

    material: str
    forms: tuple[CopyForm, ...] = ()
    access_way: AccessWay | None = None
    delivery_way: DeliveryWay | None = None
    sheets: int = 0
    fee_per_sheet: int = 0
    delivery_fee: int = 0
    days: int | None = None

    @property
    def copy_fee(self) -> int:
        return self.sheets * self.fee_per_sheet

    @property
    def fee(self) -> int:
        return self.copy_fee + self.delivery_fee + OTHER_FEE

    @property
    def with_letter(self) -> bool:
        """Whether it is handed over together with the notice."""
        return not self.days

    @property
    def viewed(self) -> bool:
        """Seen, read, heard or noted down at the office and not taken away (PERKI 1/2021 Ps 35)."""
        return self.access_way is AccessWay.VIEW

    @property
    def fetched(self) -> bool:
        """Whether the applicant has to come for it: the office's duty is done once it is ready and that is said."""
        return self.viewed or self.delivery_way is DeliveryWay.PICK_UP

    def as_json(self) -> dict[str, Any]:
        plain = asdict(self)
        plain["forms"] = [str(form) for form in self.forms]
        return {name: str(value) if isinstance(value, StrEnum) else value for name, value in plain.items()}

    @classmethod
    def from_json(cls, plain: Mapping[str, Any]) -> Self:
        access, delivery = plain.get("access_way"), plain.get("delivery_way")
        return cls(
            material=plain.get("material", ""),
            forms=tuple(CopyForm(form) for form in plain.get("forms", ())),
            access_way=AccessWay(access) if access else None,
            delivery_way=DeliveryWay(delivery) if delivery else None,
            sheets=plain.get("sheets", 0),
            fee_per_sheet=plain.get("fee_per_sheet", 0),
            delivery_fee=plain.get("delivery_fee", 0),
            days=plain.get("days"),
        )


def part_problems(parts: Sequence[GivenPart]) -> Iterator[Problem]:
    """What is missing or wrong, part by part. The field is the part's own with its number: `forms_2`."""
    if not parts:
        text = say("Informasi yang diberikan belum diuraikan. Isi sedikitnya satu bagian.")
        yield Problem("parts", text)
    if len(parts) > MOST_PARTS:
        yield Problem("parts", say("Paling banyak %(most)d bagian dalam satu surat. Gabungkan beberapa bagian."),
                      {"most": MOST_PARTS})  # fmt: skip
    for number, part in enumerate(parts, 1):
        for field, text in (*_described(part), *_numbered(part), *_costing(part)):
            yield Problem(f"{field}_{number}", text, {"number": number})


def _described(part: GivenPart) -> Iterator[tuple[str, str]]:
    if not part.material.strip():
        yield "material", say("Bagian %(number)d: informasinya belum diuraikan. Tulis apa saja yang diberikan.")
    if not part.forms:
        yield (
            "forms",
            say("Bagian %(number)d: bentuk informasi belum dipilih. Pilih salinan elektronik, cetak, atau keduanya."),
        )
    if part.delivery_way is None and not part.viewed:
        yield (
            "delivery_way",
            say(
                "Bagian %(number)d: cara penyampaian belum dipilih (UU 14/2008 Ps 22 ayat 7 huruf f). Pilih cara "
                "mendapatkan salinan, atau melihat di tempat."
            ),
        )


def _numbered(part: GivenPart) -> Iterator[tuple[str, str]]:
    for field in ("sheets", "fee_per_sheet", "delivery_fee"):
        if getattr(part, field) < 0:
            yield field, say("Bagian %(number)d: angka tidak boleh kurang dari nol. Tulis 0 bila tidak ada.")
    if part.days is None:
        yield (
            "days",
            say("Bagian %(number)d: waktu penyediaan belum diisi. Tulis berapa hari kerja, atau 0 bila disertakan."),
        )
    elif part.days < 0 or part.days > LONGEST_STATED:
        yield "days", say("Bagian %(number)d: waktu penyediaan tidak masuk akal. Tulis 0 sampai 1000 hari kerja.")


def _costing(part: GivenPart) -> Iterator[tuple[str, str]]:
    if part.delivery_fee > 0 and part.delivery_way not in {DeliveryWay.COURIER, DeliveryWay.POST}:
        yield (
            "delivery_fee",
            say("Bagian %(number)d: biaya pengiriman hanya untuk pos atau kurir. Pilih salah satunya, atau tulis 0."),
        )
    if part.viewed and part.copy_fee > 0:
        yield (
            "fee_per_sheet",
            say(
                "Bagian %(number)d: melihat di tempat tidak berbiaya; biaya hanya untuk salinan dan pengiriman "
                "(PERKI 1/2021 Ps 37 ayat 3). Tulis 0."
            ),
        )
    if part.fee > 0 and part.days == 0:
        # [I] Where a fee is due the promise counts from its payment (law.md §9, REQ_DELIVERY).
        yield (
            "days",
            say(
                "Bagian %(number)d: bagian berbiaya diserahkan setelah dibayar, jadi tidak disertakan dalam surat. "
                "Tulis berapa hari kerja sejak dibayar."
            ),
        )
