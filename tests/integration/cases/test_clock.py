"""Time runs: each missed term once, each moved date with its old and new day (architecture, flow 4)."""

import datetime as dt
import json

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ppid.actions import clock, requests
from ppid.actions.log import first_fault
from ppid.law.calendar import Calendar, Decree, DecreeDay, Kind
from ppid.models import CaseEvent, Deadline, MailRecord, TickRun
from ppid.queries.calendar import current_calendar
from tests.factories import DUE, NOON, TODAY, answer_case, file_case, make_officer, moment

pytestmark = pytest.mark.django_db
ONE = dt.timedelta(1)
CHECK = dt.date(2026, 11, 26)


def tick(on):
    return clock.tick(on=on, at=moment(on, 6))


def redate(calendar, on=TODAY):
    return clock.redate(calendar=calendar, cause=clock.Cause("UJI 1/2026"), on=on, at=moment(on, 18))


def with_holiday(day):
    decree = Decree("UJI 1/2026", dt.date(2026, 11, 24), "uji", (DecreeDay(day, Kind.LOCAL, "Hari jadi"),))
    return Calendar.of([*current_calendar().decrees, decree])


def without(year):
    return Calendar.of(decree for decree in current_calendar().decrees if year not in decree.covers)


def test_the_last_day_itself_is_in_time__uu_22_7():
    case = file_case()
    tick(DUE)
    assert not case.events.filter(payload__term="REQ_NOTICE_UU").exists()
    tick(DUE + ONE)
    event = case.events.get(payload__term="REQ_NOTICE_UU")
    assert (event.kind, event.role, event.actor, event.day) == ("term_missed", "system", None, DUE + ONE)
    assert event.payload["due"] == "2026-12-07"


def test_said_again_it_does_nothing():
    file_case()
    assert tick(DUE + ONE) == clock.Ticked(events=2, notices=3)
    assert tick(DUE + ONE) == clock.Ticked(0, 0)
    assert tick(DUE + 9 * ONE) == clock.Ticked(0, 0)
    assert CaseEvent.objects.filter(kind="term_missed").count() == 2


def test_a_missed_week_is_caught_up_with_the_same_events_as_day_by_day():
    daily, weekly = file_case(), None
    for offset in range(20):
        tick(TODAY + offset * ONE)
    weekly = file_case()
    tick(TODAY + 20 * ONE)

    def missed(case):
        return sorted(case.events.filter(kind="term_missed").values_list("payload__term", "payload__due"))

    assert (
        missed(daily) == missed(weekly) == [("REQ_COMPLETENESS_CHECK", "2026-11-26"), ("REQ_NOTICE_UU", "2026-12-07")]
    )
    assert first_fault(daily) is first_fault(weekly) is None


def test_an_earlier_day_said_later_does_nothing():
    file_case()
    tick(DUE + ONE)
    assert tick(TODAY) == clock.Ticked(0, 0)


def test_what_was_answered_or_withdrawn_is_not_missed():
    answer_case()
    requests.withdraw(case=file_case(), on=TODAY, at=NOON)
    assert tick(DUE + 30 * ONE) == clock.Ticked(0, 0)


def test_what_was_done_late_stays_missed_once():
    case = file_case()
    tick(DUE + ONE)
    answer_case(case, on=DUE + 3 * ONE)
    assert tick(DUE + 5 * ONE) == clock.Ticked(0, 0)
    row = case.deadlines.get(governs=True)
    assert (row.missed_on, row.met_on) == (DUE + ONE, DUE + 3 * ONE)


def test_the_desk_hears_of_each_term_the_applicant_of_what_opens_a_right__uu_35_1_c():
    file_case()
    MailRecord.objects.all().delete()
    tick(DUE + ONE)
    found = sorted(MailRecord.objects.values_list("audience", "template", "facts__term"))
    assert found == [
        ("applicant", "term_missed", "REQ_NOTICE_UU"),
        ("desk", "term_missed", "REQ_COMPLETENESS_CHECK"),
        ("desk", "term_missed", "REQ_NOTICE_UU"),
    ]


def test_without_an_address_only_the_desk_hears():
    file_case(email="")
    assert tick(DUE + ONE) == clock.Ticked(events=2, notices=2)


def test_an_undated_term_is_never_missed__law_7_3():
    file_case(at=moment(dt.date(2031, 5, 5)))
    assert tick(dt.date(2031, 12, 1)) == clock.Ticked(0, 0)


def test_many_cases_are_done_in_batches(monkeypatch):
    monkeypatch.setattr(clock, "BATCH", 2)
    for _case in range(5):
        file_case()
    assert tick(DUE + ONE).events == 10


@pytest.mark.parametrize("open_cases", [1, 12])
def test_an_idle_tick_asks_three_times_and_notes_that_it_ran(open_cases):
    """What came due, what lies ready, which right ends soon: each one look into a partial index."""
    for _case in range(open_cases):
        file_case()
    with CaptureQueriesContext(connection) as said:
        tick(TODAY)
    spoken = [row["sql"] for row in said if not row["sql"].startswith(("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT"))]
    assert len(spoken) == 4, spoken
    run = TickRun.objects.get()
    assert (run.on, run.events, run.notices) == (TODAY, 0, 0)
    assert run.finished_at


def test_a_busy_tick_says_the_same_number_of_statements_for_few_and_many():
    counts = []
    for many in (1, 9):
        for _case in range(many):
            file_case()
        with CaptureQueriesContext(connection) as said:
            tick(DUE + ONE)
        counts.append(len(said))
    assert counts[0] == counts[1]


def test_an_idle_tick_reads_the_partial_index():
    """With thousands of open dates ahead, nothing but the index over them is asked."""
    case = file_case()
    Deadline.objects.bulk_create(
        Deadline(case=case, term=f"UJI_{n}", from_day=TODAY, length=10, due=DUE + n % 300 * ONE, created_at=NOON)
        for n in range(3000)
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    assert "deadline_to_come" in Deadline.objects.come_due(TODAY).explain()


def test_a_new_holiday_moves_open_dates_and_says_both__law_7_1():
    case = file_case()
    moved = redate(with_holiday(dt.date(2026, 12, 1)))
    assert moved == [clock.Redated(case.pk, case.number, "REQ_NOTICE_UU", DUE, dt.date(2026, 12, 8))]
    event = case.events.get(kind="redated")
    assert (event.payload["old"], event.payload["new"], event.payload["decree"]) == (
        "2026-12-07",
        "2026-12-08",
        "UJI 1/2026",
    )
    standing = case.deadlines.standing().get(governs=True)
    assert standing.due == dt.date(2026, 12, 8)
    assert standing.calendar_version == event.payload["calendar_version"]
    assert any(day["name"] == "Hari jadi" for day in standing.trail)
    old = case.deadlines.get(governs=True, superseded_at__isnull=False)
    assert old.due == DUE
    assert sorted(MailRecord.objects.filter(template="redated").values_list("audience", flat=True)) == [
        "applicant",
        "desk",
    ]
    assert first_fault(case) is None


def test_adopted_then_withdrawn_restores_every_date():
    cases = [file_case(at=moment(day)) for day in (TODAY, dt.date(2026, 11, 20), dt.date(2026, 11, 30))]

    def dates():
        return [sorted(case.deadlines.standing().values_list("term", "due")) for case in cases]

    before = dates()
    redate(with_holiday(dt.date(2026, 12, 1)))
    assert dates() != before
    redate(current_calendar())
    assert dates() == before


def test_answered_and_withdrawn_cases_keep_their_dates():
    answered, withdrawn = answer_case(), file_case()
    requests.withdraw(case=withdrawn, on=TODAY, at=NOON)
    assert redate(with_holiday(dt.date(2026, 12, 1))) == []
    assert answered.deadlines.get(governs=True).due == DUE


def test_a_decree_fills_the_dates_that_waited_for_it__law_7_3():
    case = file_case(at=moment(dt.date(2026, 12, 18)))
    redate(without(2027))
    assert case.deadlines.standing().get(governs=True).due is None
    (filled,) = [one for one in redate(current_calendar()) if one.code == "REQ_NOTICE_UU"]
    assert (filled.old, filled.new) == (None, dt.date(2027, 1, 7))


def test_a_missed_term_whose_date_moves_ahead_may_be_missed_again():
    case = file_case()
    tick(DUE + ONE)
    redate(with_holiday(dt.date(2026, 12, 1)), on=DUE + ONE)
    assert tick(DUE + ONE).events == 0
    assert tick(DUE + 2 * ONE).events == 1
    assert case.events.filter(kind="term_missed", payload__term="REQ_NOTICE_UU").count() == 2


def test_a_missed_term_that_still_lies_behind_is_not_missed_twice():
    file_case()
    tick(DUE + 9 * ONE)
    redate(with_holiday(dt.date(2026, 12, 1)), on=DUE + 9 * ONE)
    assert tick(DUE + 10 * ONE).events == 0


def test_a_term_that_is_already_met_does_not_move():
    case, officer = file_case(), make_officer()
    requests.declare_complete(case=case, acting_user=officer, on=CHECK, at=moment(CHECK))
    moved = {one.code for one in redate(with_holiday(dt.date(2026, 11, 25)), on=CHECK)}
    assert moved == {"REQ_NOTICE_UU"}


def test_the_command_prints_one_document(capsys):
    file_case()
    call_command("tick", "--on", "2026-12-08", "--json")
    assert json.loads(capsys.readouterr().out) == {"on": "2026-12-08", "events": 2, "notices": 3}
    call_command("tick", "--on", "2026-12-08", "--json")
    assert json.loads(capsys.readouterr().out) == {"on": "2026-12-08", "events": 0, "notices": 0}
