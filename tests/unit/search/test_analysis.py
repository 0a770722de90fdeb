"""How Indonesian is analysed."""

import pytest

from search.analysis.fields import analyse
from search.analysis.question import parse, telling_stems
from search.analysis.snippet import excerpt, marked
from search.analysis.spelling import allowed_edits, distance, nearest
from search.analysis.stemming import roots, stem
from search.analysis.vocabulary import STOPWORDS, SYNONYMS
from search.analysis.words import fold, words

FAMILIES = [
    ("banjir", "kebanjiran membanjiri"),
    ("keberatan", "berkeberatan keberatannya"),
    ("imunisasi", "mengimunisasi diimunisasi"),
    ("baik", "memperbaiki perbaikan diperbaiki"),
    ("anggar", "menganggarkan anggaran penganggaran dianggarkan"),
    ("kirim", "mengirim pengiriman dikirimkan"),
    ("sewa", "menyewakan penyewaan"),
    ("potong", "memotong pemotongan"),
    ("tolak", "menolak penolakan ditolak"),
    ("pegawai", "kepegawaian"),
    ("izin", "perizinan ijin diizinkan"),
    ("realisasi", "terealisasi merealisasikan"),
    ("cemar", "tercemar pencemaran mencemari"),
    ("adu", "mengadu pengaduan aduan"),
    ("lapor", "laporan melaporkan pelaporan"),
    ("putusan", "keputusan memutuskan diputuskan"),
    ("layan", "pelayanan layanan"),
    ("pengadaan", "pengadaan"),
    ("pemerintah", "pemerintahan"),
    ("sah", "pengesahan mengesahkan disahkan"),
    ("racun", "keracunan meracuni"),
    ("kering", "kekeringan mengeringkan"),
    ("langgar", "pelanggaran melanggar dilanggar"),
    ("kerja", "bekerja pekerjaan mengerjakan"),
]


@pytest.mark.parametrize(("root", "members"), FAMILIES)
def test_a_family_meets_in_its_root(root: str, members: str) -> None:
    assert {stem(word) for word in [root, *members.split()]} == {root}


def test_words_that_became_their_own_keep_apart() -> None:
    assert stem("pengadaan") != stem("ada")
    assert stem("keberatan") != stem("berat")
    assert stem("pemerintah") != stem("perintah")
    assert stem("besiswa") != stem("siswa")


@pytest.mark.parametrize("word", ["apbd", "uu", "2026", "sp4n", "14-2008", "日本", "ppid"])
def test_codes_numbers_acronyms_and_foreign_scripts_are_left_alone(word: str) -> None:
    assert stem(word) == word


def test_every_root_is_its_own_stem_unless_a_family_says_otherwise() -> None:
    assert all(root.isascii() and root.isalpha() and root == root.lower() for root in roots())
    assert all(stem(stem(root)) == stem(root) for root in roots())


@pytest.mark.parametrize(("text", "forms"), [
    ("Anak-anak di Kafé", ["anak", "di", "kafe"]), ("anak2", ["anak"]), ("perundang-undangan", ["perundang"]),
    ("UU 14/2008", ["uu", "14-2008", "14", "2008"]), ("Rp1.250.000,50", ["rp1-250-000-50", "rp1", "250", "000", "50"]),
    ("1.250.000", ["1-250-000"]), ("SP4N-LAPOR!", ["sp4n-lapor", "sp4n", "lapor"]), ("a_b", ["a", "b"]),
    ("ＡＰＢＤ", ["apbd"]), ("", []), ("?!\x00\ud800", []), ("sayur-mayur", ["sayur", "mayur"]),
])  # fmt: skip
def test_words_are_cut_and_folded(text: str, forms: list[str]) -> None:
    assert [word.form for word in words(text)] == forms


def test_both_fields_hold_the_same_words_in_order() -> None:
    field = analyse("Perbaikan jalan-jalan desa ﷺ")
    assert field.forms.split()[:3] == ["perbaikan", "jalan", "desa"]
    assert len(field.forms.split()) == len(field.stems.split())


def test_a_question_keeps_what_carries_meaning() -> None:
    question = parse("Berapa gaji kepala desa?")
    assert [concept.word for concept in question.concepts] == ["gaji", "kepala", "desa"]
    assert question.pairs == (("gaji", "kepala"), ("kepala", "desa"))
    assert "penghasilan" in question.stems


def test_an_acronym_and_its_long_form_ask_for_each_other() -> None:
    assert ("anggar", "pendapatan", "belanja", "daerah") in {a.stems for a in parse("APBD").concepts[0].alternatives}
    long = parse("anggaran pendapatan dan belanja daerah")
    assert all(("apbd",) in {a.stems for a in concept.alternatives} for concept in long.concepts)


def test_a_question_of_stopwords_looks_in_titles() -> None:
    assert parse("siapa kami").titles_only == ("siapa", "kami")
    assert not parse(" ?! ")


def test_quotation_marks_make_phrases() -> None:
    assert parse('"jalan desa" rusak').phrases == (("jalan", "desa"),)
    assert parse("jalan desa", exact=True).phrases == (("jalan", "desa"),)


def test_the_table_of_synonyms_is_usable_and_cited() -> None:
    for group in SYNONYMS:
        assert group.source
        assert 0 < group.weight < 1
        assert all(telling_stems(phrase) for phrase in group.phrases)
    assert all(word == fold(word) for word in STOPWORDS)


@pytest.mark.parametrize(("first", "second", "edits"), [
    ("puskemas", "puskesmas", 1), ("anggran", "anggaran", 1), ("jaaln", "jalan", 1), ("sama", "sama", 0),
    ("abc", "xyz", 3),
])  # fmt: skip
def test_letters_apart(first: str, second: str, edits: int) -> None:
    assert distance(first, second, 3) == distance(second, first, 3) == edits


def test_short_words_and_numbers_are_never_corrected() -> None:
    assert [allowed_edits(word) for word in ("desa", "2026", "jalan", "penganggaran", "sp4nlapor")] == [0, 0, 1, 2, 0]
    assert nearest("puskemas", [("puskesmas", 3), ("uskemas", 9), ("puskemas", 1)]) == ("puskesmas",)


def test_a_snippet_shows_the_place_that_answers() -> None:
    text = "Pembukaan panjang. " * 40 + "Besaran penghasilan tetap kepala desa. " + "Penutup panjang. " * 40
    pieces = excerpt(text, parse("gaji kepala desa"), width=120)
    shown = "".join(piece.text for piece in pieces)
    assert [p.text for p in pieces if p.marked] == ["penghasilan", "kepala", "desa"]
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert len(shown) <= 126


def test_a_snippet_without_an_answer_is_the_beginning() -> None:
    assert "".join(p.text for p in excerpt("Satu dua tiga", parse("empat"))) == "Satu dua tiga"
    assert excerpt("", parse("empat")) == ()
    assert marked("<b>Jalan</b>", parse("jalan")) == (("<b>", False), ("Jalan", True), ("</b>", False))


def test_an_analysed_text_is_the_words_of_the_text_piece_by_piece() -> None:
    text = "Anak-anak SP4N-LAPOR! UU 14/2008, covid-19 … ﷺ ½ a_b"
    both = analyse(f"{text}\n{text}")
    assert both.forms == " ".join(word.form for word in words(f"{text}\n{text}"))
    assert both.stems == " ".join(stem(form) for form in both.forms.split())
