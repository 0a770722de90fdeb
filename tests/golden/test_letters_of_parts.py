"""The papers around what is given: receipt of a payment, form for copies, minutes of a viewing; their whole texts."""

import pytest

from ppid import letters
from ppid.models import Role
from tests import factories, giving
from tests.golden.test_letters import NOTICES, case_of_the_golden_text, compare, declares_archive_and_access

pytestmark = pytest.mark.django_db


@pytest.fixture
def body():
    return factories.make_institution(
        government="Pemerintah Kabupaten Tirta Raya", office="Dinas Komunikasi dan Informatika",
        address="Jalan Merdeka Nomor 1", postal_code="45311", phone="(0261) 201001", email="ppid@tirtaraya.example",
        website="https://ppid.tirtaraya.example", copy_fee=250,
    )  # fmt: skip


def of_the_golden_text(letter):
    letter.verify_code = "M3HT7QWEXC5R"
    letter.save()
    return letter


def paying_case():
    """Paper by post for Rp 63.000, of which a first sum was paid."""
    parts = NOTICES["pemberitahuan-dua-bagian"]["parts"]
    case = factories.answer_case(case_of_the_golden_text(), parts=parts, payment="Rekening kas daerah 0012-01-000123.")
    return case, factories.make_officer(Role.FRONT_DESK, name="Sari Contoh")


def payment(amount=38_000, before=25_000):
    case, officer = paying_case()
    if before:
        giving.pay(case, officer, before, on=factories.TODAY)
    return of_the_golden_text(giving.pay(case, officer, amount, on=factories.TODAY, how="account").receipt)


def copy_form(by_officer=False):
    case, officer = paying_case()
    asked = giving.fill(case, officer if by_officer else None, 2, sheets=12)
    return of_the_golden_text(asked.paper)


def minutes():
    case, officer = paying_case()
    row = giving.hold(
        case, officer, 3, on=factories.TODAY + giving.ONE, officer_position="Pranata Humas",
        shown="Contoh uji aspal nomor 1 sampai 4.\nBuku catatan laboratorium.",
        remarks="Pemohon mencatat nilai kepadatan; tidak ada yang disalin.",
    )  # fmt: skip
    return of_the_golden_text(row.note)


def test_the_receipt_of_a_payment_says_what_was_paid_for_and_what_is_left__perki_38(body):
    compare("kuitansi", letters.build(payment()))


@pytest.mark.parametrize(
    ("by_officer", "name"), [(False, "formulir-permintaan-salinan"), (True, "formulir-permintaan-salinan-petugas")]
)
def test_the_form_for_copies_says_what_is_wanted_and_what_it_costs__perki_35(body, by_officer, name):
    compare(name, letters.build(copy_form(by_officer)))


def test_the_minutes_of_a_viewing_say_who_saw_what_when_and_where__perki_35(body):
    compare("berita-acara-melihat", letters.build(minutes()))


@pytest.mark.parametrize("make", [payment, copy_form, minutes])
def test_each_is_archivable_accessible_and_the_same_for_the_same_rows(body, make):
    letter = make()
    content = letters.build(letter)
    declares_archive_and_access(content)
    assert letters.build(letter) == content
