"""What a passage of a refusal rests on: law.md §1.4, kinds of refusal (1)."""

import dataclasses
import datetime as dt

import pytest

from ppid.law.exemptions import Ground, identity_of, names_another_statute, period_doubts
from ppid.law.withholding import Basis, Lift, Passage, resting_problems, written_problems

ON = dt.date(2026, 11, 23)
SOUND = Basis(
    grounds=(Ground.H,), information="Data pribadi siswa", decree_number="12/2026", set_on=dt.date(2026, 1, 5),
    ends_on=None, has_decree=True, has_sheet=True,
)  # fmt: skip
PASSAGE = Passage(exclusion=7, ground=Ground.H, matter="Nomor induk kependudukan", reason="Rahasia pribadi siswa.")


def changed(**fields):
    return Basis(**{**{name: getattr(SOUND, name) for name in Basis.__slots__}, **fields})


def problems(basis, passage=PASSAGE, **more):
    return [str(problem) for problem in resting_problems([passage], {7: basis}, ON, **more)]


def test_a_passage_on_a_decree_in_force_with_its_sheet_stands__perki_34():
    assert problems(SOUND) == []


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"decree_number": ""}, "belum mempunyai keputusan"),
        ({"set_on": None}, "belum mempunyai keputusan"),
        ({"set_on": ON + dt.timedelta(days=1)}, "belum mempunyai keputusan"),
        ({"ends_on": ON}, "sudah berakhir"),
        ({"has_decree": False}, "harus dilampirkan"),
        ({"has_sheet": False}, "harus dilampirkan"),
        ({"grounds": (Ground.I,)}, "tidak disebut dalam keputusan"),
    ],
)
def test_without_decree_sheet_or_letter_no_passage_stands__law_md_1_4(fields, said):
    assert said in " ".join(problems(changed(**fields)))


def test_the_day_before_the_end_still_holds_and_the_end_itself_opens__pp_61_11():
    assert problems(changed(ends_on=ON + dt.timedelta(days=1))) == []


def test_a_passage_on_nothing_is_named_by_its_number():
    assert [str(one) for one in resting_problems([PASSAGE], {}, ON)] == [
        "Bagian 1: pilih informasi dikecualikan yang menjadi dasarnya."
    ]


def test_reason_and_kind_of_matter_are_wanted_of_each_passage__uu_22_7_e():
    bare = Passage(exclusion=7, ground=Ground.H, matter=" ", reason="")
    assert [problem.values["number"] for problem in written_problems([PASSAGE, bare])] == [2, 2]


def test_a_to_f_are_not_permanent_and_a_needs_an_end__uu_20_1_pp_61_5():
    assert "Pasal 20 ayat (1)" in period_doubts((Ground.A,), None, "Permanen")[0]
    assert "Pasal 20 ayat (1)" in period_doubts((Ground.C,), None, "Permamen")[0]
    assert "30 tahun" in period_doubts((Ground.A, Ground.I), None, "Sampai selesai")[0]
    assert period_doubts((Ground.H,), None, "Permanen") == ()
    assert period_doubts((Ground.A,), dt.date(2030, 1, 1), "") == ()


def test_letter_j_points_to_another_statute_than_the_one_it_stands_in__uu_17_j():
    assert not names_another_statute("UU No. 14 Tahun 2008 tentang KIP Pasal 17 huruf j")
    assert not names_another_statute("UU No. 14 Th 2008 Pasal 17 huruf j; Peraturan Kepala ANRI 17/2011")
    assert names_another_statute("UU No. 14 Tahun 2008 Pasal 17 huruf j; UU No. 43 Tahun 2009")


def test_identity_folds_case_spaces_and_punctuation_but_keeps_group_and_content_apart():
    assert identity_of("I. Hukum", "Data  pelapor.") == identity_of("i hukum", "data pelapor")
    assert identity_of("ab", "c") != identity_of("a", "bc")


def test_a_partial_exclusion_never_withholds_the_whole__perki_50():
    partly = changed(partly=True)
    assert problems(partly) == []
    [said] = problems(partly, whole=True)
    assert "hanya menutup sebagian" in said
    assert problems(SOUND, whole=True) == []


@pytest.mark.parametrize("lift", Lift)
def test_consent_or_public_office_lifts_g_and_h_of_a_passage__uu_18_2(lift):
    for ground, lifted in ((Ground.G, True), (Ground.H, True), (Ground.I, False)):
        found = list(written_problems([dataclasses.replace(PASSAGE, ground=ground, lifted=lift)]))
        assert bool(found) is lifted


def test_a_lifted_decree_carries_no_passage_on_g_or_h__uu_18_2():
    mixed = changed(lifted=True, grounds=(Ground.H, Ground.I))
    assert "Pasal 18 ayat 2" in problems(mixed)[0]
    assert problems(mixed, dataclasses.replace(PASSAGE, ground=Ground.I)) == []


def test_a_decree_whose_sheet_would_be_annulled_carries_nothing__uu_19():
    [said] = problems(changed(flaw="Pasal 17 huruf a paling lama 30 tahun."))
    assert "30 tahun" in said


@pytest.mark.parametrize(
    ("basis", "named"),
    [
        ("UU 14/2008 Pasal 17 huruf j", False),
        ("Undang-Undang Keterbukaan Informasi Publik Pasal 17 huruf j", False),
        ("UU RI No. 14 Tahun 2008 Pasal 17 huruf j", False),
        ("UU KIP; ketentuan undang-undang yang berlaku", False),
        ("UU KIP Pasal 17 huruf j dan undang-undang terkait", False),
        ("UU KIP; Peraturan Pemerintah Nomor 61 Tahun 2010", False),
        ("peraturan perundang-undangan", False),
        ("UU KIP Pasal 17 huruf j; UU Nomor 43 Tahun 2009 Pasal 44", True),
        ("Undang-Undang Nomor 24 Tahun 2013 Pasal 84", True),
        ("UU Perbankan Pasal 40", True),
        ("UU No.7 Tahun 1992 tentang Perbankan", True),
    ],
)
def test_letter_j_wants_a_statute_by_number_or_title_and_nothing_below_it__uu_17_j(basis, named):
    assert names_another_statute(basis) is named
