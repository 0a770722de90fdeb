"""Cuti bersama and the first day of counting: one cited setting each, tried both ways (law.md §7.1, §7.4)."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ppid import notify
from ppid.actions import clock
from ppid.actions.calendar import choose_rules
from ppid.law.calendar import Decree, DecreeDay, Kind
from ppid.law.clock import due_of
from ppid.law.terms import term
from ppid.models import CaseEvent, Deadline, Institution, MailRecord
from ppid.queries.calendar import calendar_on, current_calendar
from ppid.queries.standing import Facts, standing
from ppid.queries.timeline import timeline
from ppid.queries.tracking import followed
from tests.factories import answer_case, extend_case, file_case, moment

pytestmark = pytest.mark.django_db
RECEIVED = dt.date(2026, 3, 10)
ON = dt.date(2026, 3, 11)


def choose(**values):
    return choose_rules(values=values, on=ON, at=moment(ON))


def due(received: str, code: str = "REQ_NOTICE_UU") -> str:
    return due_of(term(code), dt.date.fromisoformat(received), current_calendar()).isoformat()


@pytest.mark.parametrize(
    ("received", "without_leave", "with_leave"),
    [
        ("2026-03-10", "2026-03-31", "2026-03-25"),
        ("2025-03-24", "2025-04-16", "2025-04-09"),
        ("2026-12-18", "2027-01-07", "2027-01-06"),
        ("2026-03-13", "2026-04-06", "2026-03-30"),
    ],
)
def test_cuti_bersama_both_ways__law_7_4(received, without_leave, with_leave):
    assert due(received) == without_leave
    choose(shared_leave_is_working=True)
    assert due(received) == with_leave
    choose(shared_leave_is_working=False)
    assert due(received) == without_leave


def test_the_first_day_both_ways__law_7_1():
    assert due("2026-11-23") == "2026-12-07"
    choose(first_day_counts=True)
    assert due("2026-11-23") == "2026-12-04"
    assert due("2026-11-21") == "2026-12-04"


def test_the_calendar_is_one_statement_whatever_is_chosen():
    choose(shared_leave_is_working=True)
    with CaptureQueriesContext(connection) as said:
        calendar = current_calendar()
    assert len(said) == 1
    assert calendar.rules.values == {"shared_leave_is_working": True, "first_day_counts": False}
    assert calendar_on(ON).rules == calendar.rules


def test_a_body_without_settings_counts_by_the_defaults():
    Institution.objects.all().delete()
    assert due("2026-03-10") == "2026-03-31"


def test_choosing_moves_open_cases_and_says_so__architecture_rule_4():
    case = file_case(at=moment(RECEIVED))
    closed = answer_case(file_case(at=moment(RECEIVED)), on=ON)
    MailRecord.objects.all().delete()
    changed = choose(shared_leave_is_working=True)
    assert changed.changed
    assert (case.pk, "REQ_NOTICE_UU", dt.date(2026, 3, 31), dt.date(2026, 3, 25)) in {
        (row.case, row.code, row.old, row.new) for row in changed.redated
    }
    assert closed.pk not in {row.case for row in changed.redated}
    event = case.events.get(kind="redated", payload__term="REQ_NOTICE_UU")
    assert event.payload["rules"] == {"shared_leave_is_working": True}
    assert (event.payload["old"], event.payload["new"], event.payload["decree"]) == ("2026-03-31", "2026-03-25", "")
    assert sorted(MailRecord.objects.values_list("audience", flat=True)) == ["applicant", "desk"]
    choose(shared_leave_is_working=False)
    assert case.deadlines.standing().get(governs=True).due == dt.date(2026, 3, 31)


def test_choosing_what_is_chosen_or_only_trying_changes_nothing():
    file_case(at=moment(RECEIVED))
    assert not choose(shared_leave_is_working=False, first_day_counts=False).changed
    events, version = CaseEvent.objects.count(), current_calendar().version
    tried = choose_rules(values={"shared_leave_is_working": True}, on=ON, at=moment(ON), dry_run=True)
    assert tried.redated
    assert (CaseEvent.objects.count(), current_calendar().version) == (events, version)
    assert not Institution.load().shared_leave_is_working


def test_the_story_and_the_mail_name_the_choice_and_no_decree():
    case = file_case(at=moment(RECEIVED))
    choose(shared_leave_is_working=True)
    sentence = "cuti bersama dihitung sebagai hari kerja"
    told = [step.text for step in followed(case, on=ON).story] + [item.text for item in timeline(case, on=ON)]
    assert sum(sentence in text for text in told) == 2
    for record in MailRecord.objects.filter(template="redated"):
        _message, text, _html = notify.compose(notify._known(record))
        assert sentence in " ".join(text.split())
        assert "keputusan hari libur" not in text


def test_the_seven_days_go_on_from_the_tenth_whichever_way_the_first_is_counted__uu_22_8():
    for first in (False, True):
        choose(first_day_counts=first)
        calendar = current_calendar()
        tenth = due_of(term("REQ_NOTICE_UU"), RECEIVED, calendar)
        seventeenth = due_of(term("REQ_REFUSAL_NOTICE"), RECEIVED, calendar, 17)
        assert due_of(term("REQ_EXTENSION"), tenth, calendar) == seventeenth


def test_days_used_and_left_add_up_to_the_ten_in_either_reading():
    for first in (False, True):
        choose(first_day_counts=first)
        calendar = current_calendar()
        last = due_of(term("REQ_NOTICE_UU"), RECEIVED, calendar)
        for offset in range((last - RECEIVED).days + 1):
            now = standing(Facts("registered", RECEIVED, last), calendar, RECEIVED + dt.timedelta(offset))
            assert now.days_used + now.days_left == 10


# --- a term that follows another --------------------------------------------------------------------------------------


def extended(case, **more) -> Deadline:
    """Extended the day after it was received; the seven days govern."""
    extend_case(case, on=case.received_on + dt.timedelta(1), **more)
    return case.deadlines.standing().get(term="REQ_EXTENSION")


def test_a_shorter_extension_keeps_its_length_when_it_moves__perki_36():
    case = file_case(at=moment(RECEIVED))
    assert extended(case, days=3).due == dt.date(2026, 4, 6)
    choose(shared_leave_is_working=True)
    row = case.deadlines.standing().get(term="REQ_EXTENSION")
    assert (row.from_day, row.length, row.due) == (dt.date(2026, 3, 25), 3, dt.date(2026, 3, 30))


def test_the_extension_moves_with_the_ten_days_it_follows__uu_22_8():
    case = file_case(at=moment(RECEIVED))
    assert extended(case).due == dt.date(2026, 4, 10)
    choose(shared_leave_is_working=True)
    row = case.deadlines.standing().get(term="REQ_EXTENSION")
    assert (row.from_day, row.due) == (dt.date(2026, 3, 25), dt.date(2026, 4, 6))
    assert row.governs
    assert row.trail[0]["date"] == "2026-03-26"
    ten = case.deadlines.standing().get(term="REQ_NOTICE_UU")
    assert (ten.due, ten.met_on) == (dt.date(2026, 3, 31), ON), "a term that is met keeps what was told"
    choose(shared_leave_is_working=False)
    row = case.deadlines.standing().get(term="REQ_EXTENSION")
    assert (row.from_day, row.due) == (dt.date(2026, 3, 31), dt.date(2026, 4, 10))


def test_an_extension_loses_and_finds_its_date_with_the_decree_of_the_ten_days__law_7_3():
    case = file_case(at=moment(dt.date(2026, 12, 18)))
    was = extended(case)
    assert (was.from_day, was.due) == (dt.date(2027, 1, 7), dt.date(2027, 1, 18))
    whole = current_calendar()
    without = type(whole).of(decree for decree in whole.decrees if 2027 not in decree.covers)
    clock.redate(calendar=without, cause=clock.Cause("UJI"), on=ON, at=moment(ON))
    assert case.deadlines.standing().get(term="REQ_EXTENSION").due is None
    clock.redate(calendar=whole, cause=clock.Cause("UJI"), on=ON, at=moment(ON))
    row = case.deadlines.standing().get(term="REQ_EXTENSION")
    assert (row.from_day, row.due) == (dt.date(2027, 1, 7), dt.date(2027, 1, 18))


def test_a_follower_whose_last_day_stays_is_told_to_nobody():
    """A day more in the ten and a day less in the seven: the ledger knows, the applicant's date is the same."""
    case = file_case(at=moment(RECEIVED))
    extended(case)
    whole = current_calendar()
    days = (
        DecreeDay(dt.date(2026, 3, 12), Kind.LOCAL, "Hari jadi"),
        DecreeDay(dt.date(2026, 4, 3), Kind.REMOVED),
    )
    both = type(whole).of([*whole.decrees, Decree("UJI", dt.date(2026, 2, 1), "uji", days)])
    moved = clock.redate(calendar=both, cause=clock.Cause("UJI"), on=ON, at=moment(ON))
    assert "REQ_EXTENSION" not in {row.code for row in moved}
    row = case.deadlines.standing().get(term="REQ_EXTENSION")
    assert (row.from_day, row.due) == (dt.date(2026, 4, 1), dt.date(2026, 4, 10))
