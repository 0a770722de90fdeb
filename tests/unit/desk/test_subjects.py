"""What may stand for a request in the public register: no person, no contact, not the applicant's own sentences."""

import pytest

from ppid.law.refusals import Invalid
from ppid.law.subjects import check_subject

ASKED = (
    "Saya Budi Contoh minta salinan laporan realisasi anggaran tahun 2025 karena jalan di depan rumah saya rusak sejak "
    "dua tahun dan tidak pernah diperbaiki."
)


def refusal(text, name="Budi Contoh", details=ASKED):
    with pytest.raises(Invalid) as refused:
        check_subject(text, name=name, details=details)
    return [str(problem) for problem in refused.value.problems]


def test_an_officers_words_may_be_shown__law_2_9():
    check_subject("Laporan realisasi anggaran tahun 2025", name="Budi Contoh", details=ASKED)
    check_subject("Anggaran 2026 Rp 12.500.000.000", name="Budi Contoh", details=ASKED)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "belum diisi"),
        ("   ", "belum diisi"),
        ("x" * 201, "terlalu panjang"),
        ("Data NIK 3201019876543210", "NIK"),
        ("Permintaan dari budi@contoh.id", "e-mail"),
        ("Hubungi 0812 3456 7890", "telepon"),
        ("Laporan yang diminta budi contoh", "nama pemohon"),
        ("Permintaan CONTOH, Budi", "nama pemohon"),
    ],
)
def test_what_may_not_be_shown_is_refused_with_the_remedy__uu_27_2022(text, said):
    assert any(said in problem for problem in refusal(text))


def test_the_applicants_own_sentence_is_no_paraphrase():
    copied = "jalan di depan rumah saya rusak sejak dua tahun dan tidak pernah diperbaiki"
    assert any("kalimat pemohon" in problem for problem in refusal(copied))
    # A short request can hardly be said in other words.
    check_subject("Laporan realisasi anggaran 2025", name="Budi", details="Laporan realisasi anggaran 2025")


def test_a_name_of_one_word_or_of_short_words_is_found():
    assert refusal("Permintaan Sukarno tentang arsip", name="Sukarno", details="arsip")
    assert refusal("Permintaan Li Bo", name="Li Bo", details="arsip")
    check_subject("Arsip kota", name="Sukarno", details="arsip")
