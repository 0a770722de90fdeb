"""Which spellings are one unit (interfaces.md, Imports, Units)."""

import string
from collections import Counter

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from disclosures.imports.body_name import own_tail, tail_of, without_body
from disclosures.imports.slips import COMPASS, edits, name_slip, tells_apart, word_slip
from disclosures.imports.unit_names import Spelling, decide, like

words = st.text(string.ascii_lowercase, min_size=1, max_size=14)
names = st.lists(words, min_size=1, max_size=6).map(" ".join)


def units(*written, known=(), body=()):
    times = Counter(written)
    spellings = [Spelling(name, many, list(times).index(name) + 2) for name, many in times.items()]
    return {name: decision.unit for name, decision in decide(spellings, known, body).items()}


@pytest.mark.parametrize(
    ("right", "slip"),
    [
        ("Badan Keuangan dan Aset Daerah", "Badang Keuangan dan Aset Daerah Kabupaten Sumedang"),
        ("Dinas Komunikasi dan Informatika", "Dinas Komunikasi dan Informaitka"),
        ("Dinas Komunikasi dan Informatika", "Dinas Komunikasi, dan Informatika"),
        ("Dinas Kesehatan Kabupaten Sumedang", "Dinas Kesehatan Kabupaten Sumednang"),
        ("Badan Perencanaan Daerah", "Badan Perencaan Daerah"),
        ("Dinas Kesehatan", "DINAS  KESEHATAN"),
    ],
)
def test_a_slip_of_the_pen_is_the_unit_that_most_rows_name(right, slip):
    found = units(right, right, right, slip, "Inspektorat Kabupaten Sumedang")
    assert found[slip] == found[right] == right


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sekolah Dasar Negeri 1 Cimalaka", "Sekolah Dasar Negeri 2 Cimalaka"),
        ("Kecamatan Cimalaka Utara", "Kecamatan Cimalaka Selatan"),
        ("Puskesmas Maju II", "Puskesmas Maju III"),
        ("Puskesmas Maju XIII", "Puskesmas Maju XVIII"),
        ("Dinas Pertanian", "Dinas Pertanahan"),
        ("Bagian Umum", "Bagian Hukum"),
        ("Sekretariat Daerah", "Bagian Organisasi Sekretariat Daerah"),
    ],
)
def test_units_that_resemble_one_another_stay_two(one, other):
    assert units(one, other) == {one: one, other: other}


@pytest.mark.parametrize(
    ("right", "doubtful"),
    [
        ("Dinas Sosial", "Dinsa Sosial"),
        ("Dinas Komunikasi dan Informatika", "Dinas Komunikasi Informatika"),
        ("Kecamatan Cimalaka Selatan", "Kecamatan Cimalaka Selatam"),
        ("Bagian Umum", "Bagian Umun"),
    ],
)
def test_what_is_near_but_not_certain_is_left_to_a_person_with_a_suggestion(right, doubtful):
    decision = decide([Spelling(right, 3, 2), Spelling(doubtful, 1, 5)], [])[doubtful]
    assert decision.unit is None
    assert decision.suggestions == (right,)


def test_the_exact_name_of_a_known_unit_is_that_unit_whatever_resembles_it():
    found = units("Desa Sukajaya", "Desa Sukaraya", known=["Desa Sukajaya", "Desa Sukaraya"])
    assert found == {"Desa Sukajaya": "Desa Sukajaya", "Desa Sukaraya": "Desa Sukaraya"}


def test_a_known_unit_wins_over_the_spelling_most_frequent_in_the_file():
    assert (
        units("Dinas Kesehatann", "Dinas Kesehatann", known=["Dinas Kesehatan"])["Dinas Kesehatann"]
        == "Dinas Kesehatan"
    )


def test_a_slip_of_two_known_units_alike_is_nobodys():
    found = decide([Spelling("Desa Sukakaya", 1, 2)], ["Desa Sukajaya", "Desa Sukaraya"])["Desa Sukakaya"]
    assert found.unit is None
    assert set(found.suggestions) == {"Desa Sukajaya", "Desa Sukaraya"}


def test_the_bodys_name_is_learnt_from_the_file_and_a_tie_teaches_nothing():
    assert own_tail(["Dinas A Kabupaten Garut", "Dinas B Kab. Garut", "Kantor Kota Ciamis"]) == ("kabupaten", "garut")
    assert own_tail(["Dinas A Kabupaten Garut", "Dinas B Kota Ciamis"]) == ()
    assert own_tail(["Dinas A Kabupaten Garut", "Dinas B Kota Ciamis"], ["Pemerintah Kota Ciamis"]) == (
        "kota",
        "ciamis",
    )


def test_a_subdistrict_named_after_a_town_keeps_its_name():
    assert tail_of("Kecamatan Kota Kulon") == ()
    strip = without_body(["Dinas A Kabupaten Garut"])
    assert strip("Dinas Kesehatan, Kabupaten Garut") == "Dinas Kesehatan"
    assert strip("Kabupaten Garut") == "Kabupaten Garut"


def test_an_unknown_unit_is_met_with_those_that_share_its_words():
    known = ["Dinas Kesehatan", "Dinas Pekerjaan Umum", "Badan Pendapatan"]
    assert like("Dinas Kesehatan Masyarakat", known) == ("Dinas Kesehatan",)
    assert like("Kantor Pos", known) == ()


@given(words, words)
def test_slips_are_symmetric_and_never_between_short_words(one, other):
    assert word_slip(one, other) == word_slip(other, one)
    if max(len(one), len(other)) < 6:
        assert word_slip(one, other) is None


@given(words, words, st.integers(0, 4))
def test_edits_are_a_distance(one, other, most):
    apart = edits(one, other, most)
    assert apart == edits(other, one, most)
    assert (apart == 0) == (one == other)
    assert 0 <= apart <= most + 1


@given(words, st.sampled_from([*COMPASS, "2", "12b", "iv", "xiii", "2024"]))
def test_what_tells_units_apart_is_never_a_slip(word, mark):
    assert tells_apart(mark)
    assert word_slip(word, mark) is None


@given(st.lists(names, min_size=1, max_size=6, unique=True))
def test_every_name_gets_a_decision_and_deciding_again_changes_nothing(written):
    first = units(*written)
    assert set(first) == set(written)
    made = sorted({unit for unit in first.values() if unit})
    again = units(*written, known=made)
    assert {name: unit for name, unit in again.items() if first[name]} == {n: u for n, u in first.items() if u}


@given(names, st.integers(0, 40), st.sampled_from(string.ascii_lowercase))
def test_one_letter_more_in_a_long_word_is_the_same_unit(name, at, letter):
    word = "pengembangan"
    slip = word[: at % 12] + letter + word[at % 12 :]
    assume(slip != word)
    assert name_slip([*name.split(), word], [*name.split(), slip]) in (1, 0)


def test_ordinals_tell_units_apart():
    made = units("Bagian Ketiga", "Bagian Kelima", "Bagian Kesatu")
    assert set(made.values()) == set(made)


@pytest.mark.parametrize(
    ("own", "body"),
    [
        ("Kementerian Contoh", ()),
        ("Kementerian Contoh", ("Kementerian Contoh",)),
        ("Badan Contoh Nasional", ("", "Badan Contoh Nasional")),
    ],
)
def test_the_name_of_a_ministry_or_agency_is_dropped_like_that_of_a_region(own, body):
    long, short = f"Sekretariat Jenderal {own}", "Sekretariat Jenderal"
    made = units(long, long, short, f"Inspektorat Jenderal {own}", body=body)
    assert made[short] == made[long] == long
    assert made[f"Inspektorat Jenderal {own}"] != long
