"""What of a complaint may be public: law.md §5.4 and §6."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosures.redaction import (
    CLOSED,
    OPEN,
    Secrecy,
    find_personal_data,
    is_oversight,
    masked,
    may_be_listed,
    secrecy_of,
    shown_number,
)

ANY = st.builds(Secrecy, st.booleans(), st.booleans())


@pytest.mark.parametrize(
    ("word", "secrecy"),
    [
        ("", OPEN),
        ("-", OPEN),
        ("Publik", OPEN),
        ("Anonim", Secrecy(anonymous=True)),
        ("RAHASIA ", Secrecy(secret=True)),
        ("Anonim, Rahasia", CLOSED),
        ("Rahasia/Anonim", CLOSED),
        ("anonim dan rahasia", CLOSED),
    ],
)
def test_anonim_and_rahasia_are_independent(word, secrecy):
    assert secrecy_of(word) == (secrecy, True)


@pytest.mark.parametrize("word", ["Rahasa", "Anonym", "Ya", "1", "Tidak Rahasia", "Rahasia?x"])
def test_an_unknown_word_closes(word):
    assert secrecy_of(word) == (CLOSED, False)


@given(ANY, ANY)
def test_tightened_never_loosens(one, other):
    both = one.tightened(other)
    assert both.anonymous >= max(one.anonymous, other.anonymous)
    assert both.secret >= max(one.secret, other.secret)


@given(st.text(max_size=30))
def test_any_word_is_open_only_when_it_asks_for_nothing(word):
    secrecy, known = secrecy_of(word)
    assert known or secrecy == CLOSED


def test_secret_and_misconduct_reports_are_never_listed():
    assert may_be_listed(OPEN, "Pengaduan")
    assert may_be_listed(Secrecy(anonymous=True), "Aspirasi")
    assert not may_be_listed(Secrecy(secret=True), "Pengaduan")
    assert is_oversight("Pengaduan Berkadar Pengawasan")
    assert not is_oversight("Pengaduan Tidak Berkadar Pengawasan")
    assert not may_be_listed(OPEN, "Pengaduan berkadar pengawasan")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("NIK 3201019876543210", "NIK atau nomor KK"),
        ("KK: 3201 0198 7654 3210", "NIK atau nomor KK"),
        ("hubungi 081299998888 ya", "nomor telepon"),
        ("WA +62 812-9999-8888", "nomor telepon"),
        ("telp (021) 345 6789", "nomor telepon"),
        ("surel budi.s@contoh.go.id", "e-mail"),
        ("budi (at) contoh (dot) id", "e-mail"),
        ("NPWP 12.345.678.9-012.345", "NPWP"),
        ("mobil B 1234 XYZ parkir", "pelat nomor kendaraan"),
        ("B1234XYZ dan D 4 AB", "pelat nomor kendaraan"),
        ("nopol d 4 ab", "pelat nomor kendaraan"),
        ("rekening BRI 0987 6543 21", "nomor rekening"),
        ("rumah RT 01/RW 02", "alamat"),
        ("di Jl. Merdeka Raya No. 12A", "alamat"),
    ],
)
def test_detectors(text, kind):
    assert kind in [finding.kind for finding in find_personal_data(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Jalan rusak sejak 2024",
        "UU 14 tahun 2008 Pasal 17",
        "Rp 1.500.000.000",
        "12 Mei 2024 - 13 Mei 2024",
        "41 dari 41 laporan",
        "Dinas Kesehatan",
        "DP3A, P3K, K3L dan P4GN",
    ],
)
def test_ordinary_numbers_are_left_alone(text):
    assert find_personal_data(text) == ()


@given(st.text(max_size=60), st.text(alphabet="0123456789", min_size=16, max_size=16), st.text(max_size=60))
def test_a_masked_text_holds_no_sixteen_digits(before, nik, after):
    assert nik not in masked(f"{before} {nik} {after}")


def test_small_cells_are_suppressed():
    assert [shown_number(number) for number in (0, 1, 4, 5, 12)] == [0, None, None, 5, 12]
