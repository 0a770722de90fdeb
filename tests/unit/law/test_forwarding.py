"""Another body: named in the notice, and handed on only on the applicant's wish (UU 14/2008 Ps 22(7)b; law.md §1.4)."""

import datetime as dt

import pytest

from ppid.law.decisions import Decision, Gap, NoticeContent
from ppid.law.forwarding import Carry, ForwardingLetter, check_forwarding, check_wish, holder_named, require_wish
from ppid.law.refusals import Invalid, Unlawful

DAY = dt.date(2026, 11, 26)
NOT_HELD = {"decision": Decision.NOT_HELD, "consideration": "Bukan arsip kami."}


def fields(content):
    return {problem.field for problem in content.problems()}


def test_a_not_held_answer_names_the_holder_when_it_is_known__uu_22_7_b():
    content = NoticeContent(**NOT_HELD, holder=" Dinas Kesehatan Provinsi ")
    assert holder_named(content) == "Dinas Kesehatan Provinsi"
    assert not fields(content)
    assert not fields(NoticeContent(**NOT_HELD)), "unknown is lawful: 'apabila diketahui'"


@pytest.mark.parametrize("holder", ["-", "??", "12", "Tidak tahu", "tidak diketahui", "x" * 301])
def test_what_is_no_name_of_a_body_is_refused_at_its_field__perki_31_4_b(holder):
    assert fields(NoticeContent(**NOT_HELD, holder=holder)) == {"holder"}


@pytest.mark.parametrize("decision", [Decision.NOT_DOCUMENTED, Decision.GRANTED, Decision.REFUSED_6_2])
def test_a_holder_is_named_only_where_we_do_not_hold_it(decision):
    content = NoticeContent(decision, "Alasan.", holder="Dinas Kesehatan Provinsi")
    assert "holder" in fields(content)
    assert holder_named(content) == ""


def test_a_partly_given_answer_names_the_holder_of_the_rest():
    content = NoticeContent(Decision.PARTLY, "Alasan.", gap=Gap.NOT_HELD, holder="BPS")
    assert holder_named(content) == "BPS"
    assert "holder" not in fields(content)


def test_without_the_recorded_wish_nothing_is_handed_on():
    require_wish(True)
    with pytest.raises(Unlawful, match="Kehendak pemohon"):
        require_wish(False)


@pytest.mark.parametrize("days", [-1, 1])
def test_the_days_follow_each_other(days):
    off = DAY + dt.timedelta(days)
    with pytest.raises(Invalid) as refusal:
        check_wish(answered_on=DAY, wished_on=off, on=DAY)
    assert refusal.value.problems[0].field == "wished_on"
    with pytest.raises(Invalid) as refusal:
        check_forwarding(wished_on=DAY, forwarded_on=off, on=DAY)
    assert refusal.value.problems[0].field == "forwarded_on"


def test_what_is_stored_comes_back_whole():
    said = ForwardingLetter("BPS", "001/PPID-PT/XI/2026", DAY, (Carry.NAME,))
    assert ForwardingLetter.from_json(said.as_json()) == said
