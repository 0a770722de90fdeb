"""The grounds of exclusion and what a consequence test must hold (law.md §1.3, §2.11)."""

import csv
import dataclasses
import datetime as dt
from pathlib import Path

import pytest

from ppid.law.exemptions import (
    GROUNDS,
    NEVER_EXCLUDED,
    Assessor,
    ConsequenceTest,
    Ground,
    Period,
    Verdict,
    grounds_in,
    longest_17a,
    names_a_statute,
    open_by_law,
)
from ppid.law.refusals import Invalid

DIK = Path(__file__).resolve().parents[4] / "shared" / "data" / "sumedang_dik_2024.csv"
SOUND = ConsequenceTest(
    information="Berkas penyelidikan pelanggaran peraturan daerah tahun 2026",
    grounds=(Ground.A,),
    basis="UU 14/2008 Pasal 17 huruf a angka 1",
    if_open="Pelaku menghilangkan bukti.",
    if_closed="Penyelidikan selesai; hasilnya diumumkan sesudahnya.",
    verdict=Verdict.EXCLUDED,
    tested_on=dt.date(2026, 11, 23),
    place="Tirta",
    testers=(Assessor("Sari Contoh", "PPID", "Diskominfo"),),
    approver="Bupati Tirta Raya",
    period=Period.END_DATE,
    ends_on=dt.date(2030, 1, 1),
)


def faults(**changes) -> set[str]:
    return {problem.field for problem in dataclasses.replace(SOUND, **changes).problems()}


def test_a_sound_sheet_has_no_problem():
    assert SOUND.problems() == ()
    SOUND.check()


def test_uu_14_2008_pasal_17_has_ten_grounds():
    assert [str(ground) for ground in GROUNDS] == [f"17{letter}" for letter in "ABCDEFGHIJ"]
    assert GROUNDS[Ground.H].article == "UU 14/2008 Pasal 17 huruf h"


@pytest.mark.parametrize("field", ["information", "if_open", "if_closed", "place", "approver", "basis"])
def test_uu_14_2008_pasal_19_every_column_of_the_sheet_is_filled(field):
    assert faults(**{field: "  "}) == {field}


def test_annex_ii_needs_a_tester_with_a_position():
    assert faults(testers=()) == {"testers"}
    assert faults(testers=(Assessor("Sari", "", ""),)) == {"testers"}


def test_uu_14_2008_pasal_17_a_ground_is_chosen():
    assert faults(grounds=()) == {"grounds"}


@pytest.mark.parametrize("code", list(NEVER_EXCLUDED))
def test_uu_14_2008_pasal_18_ayat_1_is_never_excluded(code):
    assert faults(never_excluded=code) == {"never_excluded"}


@pytest.mark.parametrize("reason", ["consent_given", "concerns_office"])
def test_uu_14_2008_pasal_18_ayat_2_lifts_g_and_h_only(reason):
    changes = {"period": Period.END_DATE, reason: True}
    assert faults(grounds=(Ground.H,), **changes) == {"grounds"}
    assert faults(grounds=(Ground.G, Ground.H), **changes) == {"grounds"}
    assert faults(grounds=(Ground.A, Ground.H), **changes) == set()


def test_uu_14_2008_pasal_17_j_names_a_statute():
    ruled = {"grounds": (Ground.J,), "period": Period.BY_REGULATION, "period_words": "UU 43/2009 Pasal 66"}
    assert faults(basis="Permenpan 5/2008", **ruled) == {"basis"}
    assert faults(basis="UU 43/2009 Pasal 66", **ruled) == set()
    assert names_a_statute("Undang-Undang Nomor 43 Tahun 2009")
    assert not names_a_statute("Perbup 3/2020")


def test_pp_61_2010_pasal_5_17a_has_an_end_within_thirty_years():
    last = longest_17a(SOUND.tested_on)
    assert last == dt.date(2056, 11, 23)
    assert faults(ends_on=last) == set()
    assert faults(ends_on=last + dt.timedelta(1)) == {"ends_on"}
    assert faults(ends_on=None) == {"ends_on"}
    assert faults(ends_on=SOUND.tested_on) == {"ends_on"}
    assert faults(period=Period.AS_LONG_AS_NEEDED, period_words="sampai perkara selesai") == {"period"}
    assert faults(period=None) == {"period"}


@pytest.mark.parametrize("words", ["Permanen", "tidak  terbatas", "Selamanya"])
def test_uu_14_2008_pasal_20_a_to_f_are_not_permanent(words):
    needed = {"period": Period.AS_LONG_AS_NEEDED, "period_words": words}
    assert faults(grounds=(Ground.C,), **needed) == {"period_words"}
    assert faults(grounds=(Ground.H,), **needed) == set()
    assert faults(grounds=(Ground.C,), **{**needed, "period_words": ""}) == {"period_words"}


def test_perki_1_2021_pasal_50_a_partial_exclusion_names_its_parts():
    assert faults(verdict=Verdict.PARTLY) == {"closed_parts"}
    assert faults(verdict=Verdict.PARTLY, closed_parts="Nama pelapor pada halaman 2") == set()


def test_what_was_found_open_needs_neither_ground_nor_period():
    assert faults(verdict=Verdict.OPEN, grounds=(), basis="", period=None) == set()


def test_check_refuses_with_every_problem():
    with pytest.raises(Invalid) as refusal:
        dataclasses.replace(SOUND, information="", approver="").check()
    assert {problem.field for problem in refusal.value.problems} == {"information", "approver"}
    assert "menyetujui" in str(refusal.value)


def test_pp_61_2010_pasal_11_status_is_public_on_the_end_date_itself():
    end = dt.date(2026, 11, 23)
    assert [open_by_law(end, end + dt.timedelta(n)) for n in (-1, 0, 1)] == [False, True, True]
    assert not open_by_law(None, end)


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("UU No. 14 Tahun 2008 tentang KIP Pasal 17 huruf a; b. Permenpan No PER/04/M.PAN/03/2008", "A"),
        ("UU No. 14 Tahun 2008 tentang KIP, Pasal 17 huruf a, c dan h; b. UU No. 13 Tahun 2003", "ACH"),
        ("pasal 17 huruf h, i dan j b. UU No. 5 Tahun 2014", "HIJ"),
        ("Pasal 17 huruf c, i, dan j", "CIJ"),
        ("pasal 17 huruf h dan huruf I UU No. 36 Tahun 2009", "HI"),
        ("pasal 17 hurufi b. UU No. 3 Tahun 2005", "I"),
        ("Pasal 17 huruf h b. UU No.39 Tahun 1999", "H"),
        ("Pasal 172 ayat (1)", ""),
        ("Pasal 17", ""),
        ("Pasal 17 huruf a, Pasal 17 huruf a", "A"),
        ("", ""),
    ],
)
def test_letters_of_pasal_17_as_lists_write_them(text, letters):
    assert "".join(ground[-1] for ground in grounds_in(text)) == letters


@pytest.mark.skipif(not DIK.exists(), reason="../shared/data/sumedang_dik_2024.csv is not here")
def test_a_real_list_names_a_letter_wherever_it_names_pasal_17_with_one():
    with DIK.open(encoding="utf-8", newline="") as file:
        bases = [row["dasar_hukum"] for row in csv.DictReader(file)]
    assert bases
    for basis in bases:
        words = " ".join(basis.lower().split())
        assert bool(grounds_in(basis)) == ("17 huruf" in words), basis
