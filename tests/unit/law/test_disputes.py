"""When a decision of the commission binds (UU 14/2008 Ps 39, 48, 50; PERKI 1/2021 Ps 52(3)), and who owes reasons."""

import datetime as dt

import pytest

from ppid.law.disputes import (
    DecisionFacts,
    DecisionKind,
    Entered,
    Stage,
    Track,
    check_grounds,
    check_reasons,
    finality,
    track,
    tracks,
)
from ppid.law.refusals import Invalid
from tests.unit.law.decrees import calendar

CALENDAR = calendar()
READ = dt.date(2026, 3, 2)
MONDAY, TUESDAY = dt.date(2026, 3, 2), dt.date(2026, 3, 3)


def decided(**facts):
    return finality(DecisionFacts(**{"kind": DecisionKind.ADJUDICATION, "read_on": READ, **facts}), CALENDAR)


def test_uu_39_a_mediation_decision_binds_at_once():
    found = decided(kind=DecisionKind.MEDIATION)
    assert found.on == READ
    assert found.binds(READ)
    assert not found.binds(READ - dt.timedelta(1))


def test_uu_48_an_adjudication_binds_the_day_after_the_last_partys_fourteen_working_days():
    found = decided(received=(MONDAY, TUESDAY))
    # 3 March 2026 and fourteen working days: ten until 17 March, then Nyepi and Idulfitri with their cuti bersama
    # from 18 to 24 March, then 25, 26, 27 and 30 March.
    assert found.until == dt.date(2026, 3, 30)
    assert found.on == dt.date(2026, 3, 31)
    assert not found.binds(found.until)
    alone = decided(received=(MONDAY, MONDAY))
    assert alone.until < found.until


def test_uu_48_while_a_party_has_not_received_it_nothing_is_counted():
    assert decided(received=(MONDAY, None)).on is None
    assert "diterima kedua pihak" in decided(received=()).waits_for


def test_uu_48_a_suit_stops_it_until_the_judgment():
    found = decided(received=(MONDAY, MONDAY), suit_on=dt.date(2026, 3, 9))
    assert found.on is None
    assert found.waits_for == "putusan pengadilan"


def test_uu_50_a_judgment_binds_after_fourteen_calendar_days_without_cassation():
    received = dt.date(2026, 6, 1)
    found = decided(suit_on=dt.date(2026, 3, 9), judged_received=(received, received))
    assert (found.until, found.on) == (dt.date(2026, 6, 15), dt.date(2026, 6, 16))


def test_uu_50_a_cassation_waits_for_its_own_judgment():
    filed = {"suit_on": dt.date(2026, 3, 9), "cassation_on": dt.date(2026, 6, 10)}
    assert decided(**filed).waits_for == "putusan kasasi"
    assert decided(**filed, last_judged_on=dt.date(2026, 9, 1)).on == dt.date(2026, 9, 1)


@pytest.mark.parametrize("ground", "bcdefg")
def test_uu_40_2_mediation_is_for_b_to_g_and_adjudication_follows_where_it_failed(ground):
    assert track(ground) is Track.MEDIATION
    assert track(ground, mediation_failed=True) is Track.ADJUDICATION
    assert track("a") is Track.ADJUDICATION


def test_uu_45_the_body_gives_reasons_for_every_ground():
    check_reasons("ac", {"a": "Karena …", "c": "Sudah dijawab."})
    with pytest.raises(Invalid) as refused:
        check_reasons("acg", {"a": "Karena …", "c": "  "})
    assert [problem.field for problem in refused.value.problems] == ["reason_c", "reason_g"]


def where(grounds, *entered):
    return {
        one.ground: (one.track, one.since, one.failed) for one in tracks(grounds, [Entered(*row) for row in entered])
    }


def test_uu_40_each_ground_goes_its_own_way():
    before = where("acd", (Stage.REGISTERED, MONDAY))
    assert before == {
        "a": (Track.ADJUDICATION, None, False), "c": (Track.MEDIATION, None, False),
        "d": (Track.MEDIATION, None, False),
    }  # fmt: skip
    both = where("acd", (Stage.MEDIATION, MONDAY), (Stage.ADJUDICATION, MONDAY, "a"))
    assert both["a"] == (Track.ADJUDICATION, MONDAY, False)
    assert both["c"] == both["d"] == (Track.MEDIATION, MONDAY, False)
    one_failed = where("acd", (Stage.MEDIATION, MONDAY), (Stage.ADJUDICATION, TUESDAY, "c"))
    assert one_failed["c"] == (Track.ADJUDICATION, TUESDAY, True)
    assert one_failed["d"] == (Track.MEDIATION, MONDAY, False)
    assert one_failed["a"] == (Track.ADJUDICATION, None, False)


@pytest.mark.parametrize(
    ("stage", "grounds", "named", "words"),
    [
        (Stage.MEDIATION, "a", "", "langsung diajudikasi"),
        (Stage.MEDIATION, "ac", "a", "langsung diajudikasi"),
        (Stage.MEDIATION, "ac", "ac", "langsung diajudikasi"),
        (Stage.ADJUDICATION, "ac", "f", "tidak disengketakan"),
    ],
)
def test_uu_40_2_ground_a_is_not_mediated(stage, grounds, named, words):
    with pytest.raises(Invalid, match=words) as refused:
        check_grounds(stage, grounds, named)
    assert [problem.field for problem in refused.value.problems] == ["grounds"]


def test_what_may_be_named_is_taken():
    for stage, named in ((Stage.MEDIATION, ""), (Stage.MEDIATION, "c"), (Stage.ADJUDICATION, "a"), (Stage.DECIDED, "")):
        check_grounds(stage, "ac", named)
