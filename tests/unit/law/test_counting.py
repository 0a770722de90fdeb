"""The two readings: named, cited, doubted, and chosen by name."""

from ppid.law.counting import DEFAULT_RULES, RULE_WORDS, CountingRules, in_words
from ppid.letters.words import what_is_counted


def test_each_reading_has_its_source_its_doubt_and_words_for_both_ways():
    assert set(RULE_WORDS) == set(DEFAULT_RULES.values)
    for name, words in RULE_WORDS.items():
        cited = getattr(DEFAULT_RULES, name)
        assert cited.source
        assert cited.doubt
        assert len(set(words)) == 2


def test_what_is_not_chosen_keeps_its_default():
    assert CountingRules.chosen({}) == DEFAULT_RULES
    chosen = CountingRules.chosen({"first_day_counts": True, "tidak_ada": True})
    assert chosen.values == {"shared_leave_is_working": False, "first_day_counts": True}
    assert chosen.first_day_counts.doubt == DEFAULT_RULES.first_day_counts.doubt


def test_choices_in_words():
    assert in_words({"first_day_counts": True, "tidak_ada": True}) == ("hari penerimaan dihitung sebagai hari pertama",)
    assert in_words({}) == ()


def test_a_letter_says_how_the_body_counts():
    assert what_is_counted(shared_leave_is_working=False, first_day_counts=False) == (
        "Waktu dihitung dalam hari kerja, tidak termasuk hari penerimaan, Sabtu, Minggu, hari libur nasional, "
        "cuti bersama dan libur setempat."
    )
    other = what_is_counted(shared_leave_is_working=True, first_day_counts=True)
    assert "cuti bersama" not in other
    assert "penerimaan" not in other
