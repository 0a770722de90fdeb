"""Fees only for copying and delivery, payments, the form for copies (PERKI 1/2021 Ps 35, 37-38)."""

import datetime as dt

import pytest

from ppid.law.copies import CopyWish, offers, told_fee
from ppid.law.fees import Fee, FeeStandard, PaidHow, Payment, balance, rupiah
from ppid.law.filing import AccessWay, CopyForm, DeliveryWay
from ppid.law.giving import GivenPart
from ppid.law.refusals import Invalid
from ppid.letters.amounts import spelled

TOLD = dt.date(2026, 11, 23)
DAY = dt.timedelta(days=1)
STANDARD = FeeStandard(per_sheet=250, post=15_000, courier=None)
PART = GivenPart(
    material="Laporan realisasi anggaran 2025.", forms=(CopyForm.SOFT, CopyForm.HARD), access_way=AccessWay.COPY,
    delivery_way=DeliveryWay.POST, sheets=84, fee_per_sheet=250, delivery_fee=18_000, days=3,
)  # fmt: skip


def wish(**fields):
    wanted = {
        "form": CopyForm.HARD, "way": DeliveryWay.POST, "sheets": 84, "recipient": "Budi Contoh",
        "address": "Jalan Contoh 1, Tirta 45323",
    }  # fmt: skip
    return CopyWish(**{**wanted, **fields})


def refused(act):
    with pytest.raises(Invalid) as refusal:
        act()
    return {problem.field: str(problem) for problem in refusal.value.problems}


def pay(amount=21_000, *, paid_on=TOLD + DAY, left=39_000):
    return Payment(paid_on, amount, PaidHow.CASH).checked(left=left, told_on=TOLD, on=TOLD + 3 * DAY)


def test_only_copying_and_delivery_cost__perki_37_3():
    fee = told_fee(PART)
    assert (fee.copying, fee.delivery, fee.other, fee.total) == (21_000, 18_000, 0, 39_000)
    assert set(Fee.__dataclass_fields__) == {"copying", "delivery"}
    assert Fee.of_all([fee, fee]) == Fee(42_000, 36_000)
    assert Fee.of_all([]).total == 0


@pytest.mark.parametrize("amount", [0, -1, 10.5, 21_000.0, True, "21000", None])
def test_an_amount_is_whole_rupiah__perki_38(amount):
    assert "rupiah bulat" in refused(lambda: pay(amount))["amount"]


def test_no_more_than_is_due_may_be_taken__perki_37_3():
    assert pay(39_000).amount == 39_000
    said = refused(lambda: pay(39_001))["amount"]
    assert "Rp 39.000" in said
    assert "Biaya lain tidak boleh dipungut" in said


def test_where_nothing_is_due_nothing_is_paid__perki_37_3():
    assert "Tidak ada biaya" in refused(lambda: pay(1, left=0))["amount"]


def test_a_payment_lies_between_the_notice_and_today():
    assert pay(paid_on=TOLD).paid_on == TOLD
    assert pay(paid_on=TOLD + 3 * DAY).paid_on == TOLD + 3 * DAY
    assert "mendahului" in refused(lambda: pay(paid_on=TOLD - DAY))["paid_on"]
    assert "masa depan" in refused(lambda: pay(paid_on=TOLD + 4 * DAY))["paid_on"]


def test_a_balance_is_settled_on_the_day_of_its_last_rupiah():
    due = told_fee(PART)
    empty = balance(due, [])
    assert (empty.left, empty.settled, empty.settled_on) == (39_000, False, None)
    half = balance(due, [(TOLD, 20_000)])
    assert (half.left, half.settled) == (19_000, False)
    whole = balance(due, [(TOLD + 2 * DAY, 19_000), (TOLD, 20_000)])
    assert (whole.left, whole.settled, whole.settled_on) == (0, True, TOLD + 2 * DAY)


def test_a_fee_of_zero_needs_nothing():
    free = balance(Fee(), [])
    assert (free.settled, free.left, free.settled_on) == (True, 0, None)


def test_a_part_is_offered_in_the_ways_that_fit_its_form_and_cost():
    found = {(offer.form, offer.way): offer.fee.total for offer in offers(PART, STANDARD)}
    soft, hard = CopyForm.SOFT, CopyForm.HARD
    assert found == {
        (soft, DeliveryWay.EMAIL): 0,
        (soft, DeliveryWay.PICK_UP): 0,
        # The fee that the notice named holds for the way it named; paper alone costs by the sheet.
        (soft, DeliveryWay.POST): 18_000,
        (hard, DeliveryWay.PICK_UP): 21_000,
        (hard, DeliveryWay.POST): 39_000,
        (hard, DeliveryWay.FAX): 21_000,
    }
    courier = FeeStandard(per_sheet=250, post=15_000, courier=30_000)
    assert (hard, DeliveryWay.COURIER) in {(offer.form, offer.way) for offer in offers(PART, courier)}


def test_a_file_that_is_given_as_a_file_only_costs_what_the_notice_told():
    scanned = GivenPart(material="Peta.", forms=(CopyForm.SOFT,), delivery_way=DeliveryWay.EMAIL, sheets=2,
                        fee_per_sheet=500, days=2)  # fmt: skip
    assert {offer.fee.copying for offer in offers(scanned, STANDARD)} == {1_000}


def test_a_whole_form_for_copies_is_taken__perki_35():
    assert wish().checked(PART, STANDARD).fee(PART, STANDARD) == Fee(21_000, 18_000)
    assert wish(form=CopyForm.SOFT, way=DeliveryWay.EMAIL, address="", reach="budi@contoh.id").checked(PART, STANDARD)


@pytest.mark.parametrize(
    ("fields", "field", "said"),
    [
        ({"way": DeliveryWay.EMAIL, "reach": "a@b.id"}, "way", "tidak cocok dengan bentuknya"),
        ({"form": CopyForm.SOFT, "way": DeliveryWay.FAX, "reach": "0261 200"}, "way", "tidak cocok"),
        ({"way": DeliveryWay.COURIER}, "way", "belum ditetapkan"),
        ({"address": " "}, "address", "Alamat belum diisi"),
        ({"recipient": "  "}, "recipient", "Nama penerima belum diisi"),
        ({"recipient": "x" * 201}, "recipient", "Ringkas"),
        ({"address": "x" * 1001}, "address", "Ringkas"),
        ({"sheets": 12}, "sheets", "84 lembar"),
        ({"form": CopyForm.SOFT, "way": DeliveryWay.EMAIL, "reach": "budi"}, "reach", "Alamat surel belum lengkap"),
        ({"way": DeliveryWay.FAX, "reach": "ada"}, "reach", "Nomor faksimili belum lengkap"),
    ],
)
def test_a_form_for_copies_with_a_gap_is_told_at_its_field(fields, field, said):
    assert said in refused(lambda: wish(**fields).checked(PART, STANDARD))[field]


def test_a_form_that_the_notice_does_not_give_is_refused():
    paper = GivenPart(material="Peta.", forms=(CopyForm.HARD,), delivery_way=DeliveryWay.PICK_UP, days=2)
    chosen = wish(form=CopyForm.SOFT, way=DeliveryWay.EMAIL, sheets=0, reach="budi@contoh.id")
    assert "tidak tersedia" in refused(lambda: chosen.checked(paper, STANDARD))["form"]
    assert "tidak tersedia" in refused(lambda: chosen.fee(paper, STANDARD))["form"]


def test_what_is_viewed_is_not_copied():
    seen = GivenPart(material="Arsip.", forms=(CopyForm.HARD,), access_way=AccessWay.VIEW, days=5)
    assert "dilihat di tempat" in refused(lambda: wish(sheets=0).checked(seen, STANDARD))[""]


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0, "nol rupiah"),
        (7, "tujuh rupiah"),
        (10, "sepuluh rupiah"),
        (11, "sebelas rupiah"),
        (12, "dua belas rupiah"),
        (20, "dua puluh rupiah"),
        (21, "dua puluh satu rupiah"),
        (100, "seratus rupiah"),
        (111, "seratus sebelas rupiah"),
        (999, "sembilan ratus sembilan puluh sembilan rupiah"),
        (1_000, "seribu rupiah"),
        (1_001, "seribu satu rupiah"),
        (11_000, "sebelas ribu rupiah"),
        (39_000, "tiga puluh sembilan ribu rupiah"),
        (100_000, "seratus ribu rupiah"),
        (101_250, "seratus satu ribu dua ratus lima puluh rupiah"),
        (1_000_000, "satu juta rupiah"),
        (1_001_000, "satu juta seribu rupiah"),
        (2_150_100, "dua juta seratus lima puluh ribu seratus rupiah"),
        (1_000_000_000, "satu miliar rupiah"),
    ],
)
def test_money_is_spelled_out(amount, words):
    assert spelled(amount) == words


def test_rupiah_are_grouped_with_points():
    assert [rupiah(amount) for amount in (0, 950, 21_000, 1_250_000)] == ["Rp 0", "Rp 950", "Rp 21.000", "Rp 1.250.000"]
