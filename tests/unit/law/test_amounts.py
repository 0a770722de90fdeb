"""Amounts as people write them: a point groups thousands, a comma is refused."""

import pytest

from ppid.law.amounts import MOST, read_whole


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("21000", 21_000), ("21.000", 21_000), ("Rp 21.000", 21_000), ("Rp21.000", 21_000), ("rp. 21.000", 21_000),
        ("  1.234.567 ", 1_234_567), ("Rp 21.000,00", 21_000), ("Rp 21.000,-", 21_000), ("0", 0), ("007", 7),
        ("Rp\u00a021.000", 21_000), ("2.000.000.000", MOST),
    ],
)  # fmt: skip
def test_a_whole_number_is_read_as_it_is_written(written, meant):
    assert read_whole(written) == meant


@pytest.mark.parametrize(
    "written",
    ["21,5", "21.5", "21.00", "2.1.000", "21,000", "1.0000", "-5", "", "Rp", "dua", "1e3", "٢١", "21.000,50",
     "2.000.000.001", "9" * 400, "21 000"],
)  # fmt: skip
def test_whatever_is_doubtful_is_refused_and_never_guessed(written):
    with pytest.raises(ValueError, match=r"angka bulat, misalnya 21000 atau 21\.000"):
        read_whole(written)
