"""What the superior's answer must hold (UU 14/2008 Ps 36; PERKI 1/2021 Ps 44) and who may give it."""

import datetime as dt

import pytest

from ppid.law.objections import Ground
from ppid.law.refusals import Invalid
from ppid.law.ruling import Outcome, Role, RulingContent, SettlementContent, hindrance_to_decide
from ppid.law.silence import SilenceContent

DAY = dt.date(2027, 1, 18)


def ruling(**fields) -> RulingContent:
    wanted = {
        "outcome": Outcome.UPHELD,
        "reasons": "Informasinya dikecualikan.",
        "rebuttal": "Alasan pemohon tidak tepat.",
    }
    return RulingContent(**{**wanted, **fields})


def fields(content) -> set[str]:
    return {problem.field for problem in content.problems()}


def test_uu_36_3_and_perki_44_2_reasons_and_rebuttal_are_always_there():
    assert fields(ruling(reasons=" ", rebuttal="")) == {"reasons", "rebuttal"}
    assert fields(ruling()) == set()


def test_perki_44_3_on_exclusion_the_decree_in_force_is_attached():
    assert fields(ruling(excluded=True)) == {"exclusions"}
    assert fields(ruling(excluded=True, exclusions=(7,))) == set()


@pytest.mark.parametrize(("outcome", "wanted"), [(Outcome.PART, {"exclusions"}), (Outcome.WHOLE, set())])
def test_what_stays_closed_needs_the_decree_what_is_opened_does_not(outcome, wanted):
    assert fields(ruling(outcome=outcome, order="Anggaran 2025.", order_until=DAY, excluded=True)) == wanted


def test_an_order_says_what_and_by_when():
    assert fields(ruling(outcome=Outcome.WHOLE)) == {"order", "order_until"}


def test_upholding_orders_nothing():
    assert fields(ruling(order="Berikan.")) == {"order"}


def test_the_ordered_day_is_a_working_day_to_come():
    content = ruling(outcome=Outcome.WHOLE, order="Anggaran.", order_until=DAY)
    content.check_order_day(DAY, working=True)
    with pytest.raises(Invalid, match="lewat"):
        content.check_order_day(DAY + dt.timedelta(days=1), working=True)
    with pytest.raises(Invalid, match="hari kerja"):
        content.check_order_day(DAY, working=False)


def test_the_same_content_comes_back_from_its_row():
    content = ruling(
        outcome=Outcome.PART, order="Anggaran.", order_until=DAY, grounds=(Ground.REFUSED_17,), excluded=True,
        exclusions=(3,), decrees=("12/KEP: Data pribadi",),
    )  # fmt: skip
    assert RulingContent.from_json(content.as_json()) == content
    silence = SilenceContent("OBJ_ANSWER", DAY, DAY, DAY)
    assert SilenceContent.from_json(silence.as_json()) == silence


@pytest.mark.parametrize(
    "parts", [{Role.PPID}, {Role.DRAFTED}, {Role.PPID, Role.DRAFTED}, {Role.DRAFTED, Role.APPROVED}]
)
def test_penjelasan_35_1_the_ppid_and_who_drafted_do_not_decide(parts):
    assert hindrance_to_decide(frozenset(parts))


@pytest.mark.parametrize("parts", [set(), {Role.APPROVED}])
def test_perki_39_2_the_superior_who_approved_the_refusal_may(parts):
    assert not hindrance_to_decide(frozenset(parts))


def minutes(**more) -> SettlementContent:
    wanted = {
        "grounds": (Ground.NOT_ANSWERED,),
        "met_on": DAY,
        "place": "Ruang PPID",
        "present": "Budi",
        "agreed": "Diberikan.",
    }
    return SettlementContent(**{**wanted, **more})


def test_uu_35_2_ground_a_is_never_settled():
    assert fields(minutes(grounds=(Ground.REFUSED_17, Ground.NOT_AS_ASKED))) == {"grounds"}
    assert fields(minutes()) == set()


def test_minutes_say_where_who_and_what():
    assert fields(minutes(grounds=(), place="", present="", agreed=" ")) == {"grounds", "place", "present", "agreed"}
    assert SettlementContent.from_json(minutes().as_json()) == minutes()
