"""The request for copies (formulir permintaan salinan): an applicant who is granted a copy fills it in (PERKI 1/2021
Ps 35). One for each part that is given as a copy."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Self

from ppid.law.fees import CARRIED, Fee, FeeStandard
from ppid.law.filing import EMAIL, NAME_LENGTH, AccessWay, CopyForm, DeliveryWay
from ppid.law.giving import GivenPart
from ppid.law.refusals import Invalid, Problem, say

ADDRESS_LENGTH = 1000
# A sheet of paper takes another road than a file.
WAYS: dict[CopyForm, tuple[DeliveryWay, ...]] = {
    CopyForm.SOFT: (DeliveryWay.EMAIL, DeliveryWay.PICK_UP, DeliveryWay.POST, DeliveryWay.COURIER),
    CopyForm.HARD: (DeliveryWay.PICK_UP, DeliveryWay.POST, DeliveryWay.COURIER, DeliveryWay.FAX),
}


@dataclass(frozen=True)
class Offer:
    """One form and way that can be chosen for a part, with what it costs."""

    form: CopyForm
    way: DeliveryWay
    fee: Fee


def offers(part: GivenPart, standard: FeeStandard) -> tuple[Offer, ...]:
    """What an applicant may choose for `part`. The fee that the notice named holds for the way that it named; another
    carrier costs what the standard says, and without a standard it must be asked for at the desk."""
    return tuple(_offers(part, standard))


def _offers(part: GivenPart, standard: FeeStandard) -> Iterator[Offer]:
    for form in part.forms:
        for way in WAYS[form]:
            delivery = part.delivery_fee if way is part.delivery_way else standard.of_delivery(way)
            if delivery is not None:
                yield Offer(form, way, Fee(_copying(part, form), delivery))


def _copying(part: GivenPart, form: CopyForm) -> int:
    """Paper costs by the sheet; the file of a part that is also to be had on paper costs nothing."""
    return 0 if form is CopyForm.SOFT and CopyForm.HARD in part.forms else part.copy_fee


def told_fee(part: GivenPart) -> Fee:
    """The estimate of the notice, before anybody chose."""
    return Fee(part.copy_fee, part.delivery_fee)


def as_chosen(part: GivenPart, form: CopyForm, way: DeliveryWay, fee: Fee) -> GivenPart:
    """The part as the applicant chose it: one form, one way, and what these cost."""
    per_sheet = part.fee_per_sheet if fee.copying else 0
    return replace(
        part, forms=(form,), access_way=AccessWay.COPY, delivery_way=way, fee_per_sheet=per_sheet,
        delivery_fee=fee.delivery,
    )  # fmt: skip


@dataclass(frozen=True)
class CopyWish:
    """What the applicant filled in for one part. `sheets` is the number the notice told; `reach` an e-mail address or
    a fax number, by the way chosen; `address` for post and courier."""

    form: CopyForm
    way: DeliveryWay
    sheets: int
    recipient: str
    address: str = ""
    reach: str = ""

    def checked(self, part: GivenPart, standard: FeeStandard) -> Self:
        """Itself, or Invalid."""
        problems = tuple(self._problems(part, standard))
        if problems:
            raise Invalid(problems)
        return self

    def fee(self, part: GivenPart, standard: FeeStandard) -> Fee:
        """What was chosen costs. Raises Invalid where it is not offered."""
        for offer in offers(part, standard):
            if (offer.form, offer.way) == (self.form, self.way):
                return offer.fee
        raise Invalid([self._not_offered(part)])

    def as_json(self) -> dict[str, object]:
        return {
            "form": str(self.form), "way": str(self.way), "sheets": self.sheets, "recipient": self.recipient,
            "address": self.address, "reach": self.reach,
        }  # fmt: skip

    def _problems(self, part: GivenPart, standard: FeeStandard) -> Iterator[Problem]:
        if part.viewed:
            text = say("Bagian ini dilihat di tempat, tidak disalin. Mintalah salinannya kepada petugas bila perlu.")
            yield Problem("", text)
            return
        if (self.form, self.way) not in {(offer.form, offer.way) for offer in offers(part, standard)}:
            yield self._not_offered(part)
        if self.sheets != part.sheets:
            text = say("Jumlah lembar berbeda dari yang diberitahukan, yaitu %(sheets)d lembar. Muat ulang halaman.")
            yield Problem("sheets", text, {"sheets": part.sheets})
        if not self.recipient.strip():
            yield Problem("recipient", say("Nama penerima belum diisi. Tulis siapa yang menerima salinannya."))
        elif len(self.recipient) > NAME_LENGTH:
            text = say("Nama terlalu panjang. Ringkas menjadi %(most)d huruf.")
            yield Problem("recipient", text, {"most": NAME_LENGTH})
        yield from self._reaching()

    def _reaching(self) -> Iterator[Problem]:
        if self.way in CARRIED and not self.address.strip():
            text = say("Alamat belum diisi padahal salinan dikirim. Tulis alamat lengkap dengan kode posnya.")
            yield Problem("address", text)
        elif len(self.address) > ADDRESS_LENGTH:
            text = say("Alamat terlalu panjang. Ringkas menjadi %(most)d huruf.")
            yield Problem("address", text, {"most": ADDRESS_LENGTH})
        if self.way is DeliveryWay.EMAIL and not EMAIL.fullmatch(self.reach.strip()):
            text = say("Alamat surel belum lengkap padahal salinan dikirim lewat surel. Tulis seperti nama@contoh.id.")
            yield Problem("reach", text)
        if self.way is DeliveryWay.FAX and sum(sign.isdigit() for sign in self.reach) < 5:
            text = say("Nomor faksimili belum lengkap padahal salinan dikirim dengan faksimili. Tulis nomornya.")
            yield Problem("reach", text)

    def _not_offered(self, part: GivenPart) -> Problem:
        if self.form not in part.forms:
            return Problem("form", say("Bentuk itu tidak tersedia untuk bagian ini. Pilih bentuk yang diberitahukan."))
        if self.way not in WAYS[self.form]:
            text = say(
                "Cara itu tidak cocok dengan bentuknya: berkas tidak difaksimili, kertas tidak dikirim lewat surel."
            )
            return Problem("way", text)
        text = say("Tarif cara ini belum ditetapkan. Pilih cara lain, atau tanyakan kepada petugas.")
        return Problem("way", text)
