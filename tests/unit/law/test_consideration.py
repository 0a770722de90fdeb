"""The written consideration of every decision: whose word approves it, and for which text (UU 14/2008 Ps 7(4)-(5))."""

import datetime as dt

import pytest

from ppid.law.consideration import (
    Approver,
    Consideration,
    check_standing,
    reached_by_standing,
    require_approved,
)
from ppid.law.decisions import Decision, NoticeContent
from ppid.law.exemptions import Ground
from ppid.law.refusals import Invalid, Unlawful
from ppid.law.withholding import Passage

DAY = dt.date(2026, 11, 23)
PAGE = Consideration(notice=7, revision=2, decision="granted", text="Terbuka.")


def test_only_the_very_text_that_was_approved_stands__uu_7_4():
    page = PAGE.approved_by(Approver("Sekretaris Daerah"), DAY)
    require_approved(page, notice=7, revision=2, by=DAY)
    for wrong in ((None, 7, 2), (PAGE, 7, 2), (page, 7, 3), (page, 8, 2)):
        with pytest.raises(Unlawful, match="Pertimbangan tertulis"):
            require_approved(wrong[0], notice=wrong[1], revision=wrong[2], by=DAY)


def test_no_letter_is_older_than_the_approval_of_its_consideration():
    page = PAGE.approved_by(Approver("Sekretaris Daerah"), DAY)
    with pytest.raises(Invalid) as refusal:
        require_approved(page, notice=7, revision=2, by=DAY - dt.timedelta(1))
    assert refusal.value.problems[0].field == "signed_on"


@pytest.mark.parametrize("decision", Decision)
def test_a_standing_approval_reaches_every_decision_that_withholds_nothing__perki_10_2_f(decision):
    assert reached_by_standing(NoticeContent(decision, "Alasan."))


@pytest.mark.parametrize("decision", [Decision.REFUSED_17, Decision.PARTLY])
def test_it_never_reaches_what_is_withheld_under_17_whole_or_blackened__perki_10_2_f(decision):
    passage = Passage(1, Ground.H, "Nomor induk", "Rahasia pribadi.")
    assert not reached_by_standing(NoticeContent(decision, "Alasan.", passages=(passage,)))


def test_what_is_stored_comes_back_whole():
    for page in (PAGE, PAGE.approved_by(Approver("Bupati", "Surya", "7/KEP/2026", DAY), DAY)):
        assert Consideration.from_json(page.as_json()) == page


@pytest.mark.parametrize(
    ("starts", "ends", "field"),
    [(dt.date(2026, 11, 22), None, "starts"), (DAY, dt.date(2026, 11, 22), "ends")],
)
def test_a_standing_approval_is_not_retroactive_and_ends_after_it_began__pp_61_2(starts, ends, field):
    with pytest.raises(Invalid) as refusal:
        check_standing(dated=DAY, starts=starts, ends=ends)
    assert [problem.field for problem in refusal.value.problems] == [field]
    check_standing(dated=DAY, starts=DAY, ends=None)
