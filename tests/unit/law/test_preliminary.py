"""The four checks of the preliminary examination (PERKI 1/2013 Ps 35–36), each with evidence and what lacks."""

import datetime as dt
from dataclasses import replace

import pytest

from ppid.law.clock import derive
from ppid.law.preliminary import Check, Facts, Verdict, examine
from ppid.law.terms import term
from tests.unit.law.decrees import calendar

CALENDAR = calendar()
WHOLE = Facts(
    body="Kabupaten Contoh", commission="Komisi Informasi Jawa Barat", commission_source="UU 14/2008 Ps 27",
    applied_to="Komisi Informasi Jawa Barat", requested_on=dt.date(2026, 1, 5), objected_on=dt.date(2026, 2, 2),
    answer_due=dt.date(2026, 3, 20), answered_on=dt.date(2026, 3, 10), answer_received_on=dt.date(2026, 3, 11),
    applied_on=dt.date(2026, 3, 25), citizen=True,
)  # fmt: skip


def judged(check, **facts):
    return next(one for one in examine(replace(WHOLE, **facts), CALENDAR) if one.check is check)


def test_all_four_hold_with_their_evidence():
    for result in examine(WHOLE, CALENDAR):
        assert result.verdict is Verdict.HOLDS, result
        assert result.evidence
        assert not result.missing


@pytest.mark.parametrize(
    ("check", "facts", "verdict", "words"),
    [
        (Check.COMPETENCE, {"commission": ""}, Verdict.OPEN, "belum diisi"),
        (Check.COMPETENCE, {"applied_to": "Komisi Informasi Pusat"}, Verdict.FAILS, "Komisi Informasi Pusat"),
        (Check.APPLICANT, {"citizen": None}, Verdict.OPEN, "identitas"),
        (Check.APPLICANT, {"citizen": False}, Verdict.FAILS, "bukan warga negara"),
        (Check.APPLICANT, {"objected_on": None}, Verdict.OPEN, "keberatan"),
        (Check.APPLICANT, {"requested_on": None}, Verdict.OPEN, "permintaan"),
        (Check.APPLICANT, {"represented": True}, Verdict.OPEN, "kuasa"),
        (Check.TIME, {"objection_late": True}, Verdict.FAILS, "sesudah 30 hari kerja"),
        (Check.TIME, {"applied_on": None}, Verdict.OPEN, "belum dicatat"),
        (Check.TIME, {"answer_received_on": None}, Verdict.OPEN, "diterima pemohon"),
        (Check.TIME, {"answered_on": None, "answer_due": None}, Verdict.OPEN, "belum dapat dihitung"),
    ],
)
def test_what_lacks_or_fails_is_said(check, facts, verdict, words):
    found = judged(check, **facts)
    assert found.verdict is verdict
    assert any(words in one.text % one.values for one in (*found.evidence, *found.missing))


def test_perki_13_ground_b_needs_no_request():
    assert judged(Check.APPLICANT, requested_on=None, needs_request=False).verdict is Verdict.HOLDS


def test_perki_13_the_fourteenth_working_day_is_in_time_and_the_next_is_not():
    last = derive(term("DSP_FILE_ANSWERED"), WHOLE.answer_received_on, CALENDAR).due
    assert judged(Check.TIME, applied_on=last).verdict is Verdict.HOLDS
    assert judged(Check.TIME, applied_on=last + dt.timedelta(1)).verdict is Verdict.FAILS


def test_perki_13_after_silence_before_its_end_is_premature_and_after_fourteen_days_late():
    silent = {"answered_on": None, "answer_received_on": None}
    due = WHOLE.answer_due
    last = derive(term("DSP_FILE_SILENT"), due, CALENDAR).due
    found = judged(Check.TIME, **silent, applied_on=due)
    assert found.verdict is Verdict.FAILS
    assert "prematur" in found.evidence[-1].text
    assert judged(Check.TIME, **silent, applied_on=due + dt.timedelta(1)).verdict is Verdict.HOLDS
    assert judged(Check.TIME, **silent, applied_on=last).verdict is Verdict.HOLDS
    assert judged(Check.TIME, **silent, applied_on=last + dt.timedelta(1)).verdict is Verdict.FAILS


def test_perki_13_an_answer_that_came_after_the_application_does_not_make_it_timely():
    found = judged(Check.TIME, answered_on=dt.date(2026, 4, 30), applied_on=WHOLE.answer_due)
    assert found.verdict is Verdict.FAILS


def test_a_year_without_decree_leaves_the_time_open():
    far = dt.date(2031, 5, 5)
    assert judged(Check.TIME, answered_on=far, answer_received_on=far, applied_on=far).verdict is Verdict.OPEN
