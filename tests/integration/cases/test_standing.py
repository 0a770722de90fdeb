"""The rule that judges one case and the one that filters many say the same (habits, 7)."""

import datetime as dt

import pytest

from ppid.actions import requests
from ppid.models import InformationRequest
from ppid.queries.calendar import current_calendar
from ppid.queries.desk import DeskFilter, desk_cases, rows_of
from ppid.queries.overdue import today
from ppid.queries.standing import OPEN, Word, as_filter, of_case, with_due
from tests.factories import DUE, NOON, TODAY, answer_case, file_case, make_unit, moment

pytestmark = pytest.mark.django_db


@pytest.fixture
def cases():
    """One of every kind: running, answered in time and late, withdrawn, without a date."""
    answer_case(on=TODAY)
    answer_case(file_case(), on=DUE + dt.timedelta(2))
    requests.withdraw(case=file_case(), on=TODAY, at=NOON)
    file_case()
    file_case(at=moment(dt.date(2031, 5, 5)))
    return with_due(InformationRequest.objects.all())


@pytest.mark.parametrize("offset", range(-1, 18))
def test_each_case_is_in_exactly_the_list_its_standing_names(cases, offset):
    calendar, on = current_calendar(), TODAY + dt.timedelta(offset)
    for case in cases:
        own = of_case(case, case.governing_due, calendar, on).word
        assert [word for word in Word if cases.filter(as_filter(word, calendar, on), pk=case.pk).exists()] == [own]


@pytest.mark.parametrize(
    ("day", "word", "left", "text"),
    [
        (TODAY, Word.RUNNING, 10, "10 hari kerja lagi"),
        (dt.date(2026, 12, 1), Word.RUNNING, 4, "4 hari kerja lagi"),
        (dt.date(2026, 12, 2), Word.SOON, 3, "3 hari kerja lagi"),
        (dt.date(2026, 12, 5), Word.SOON, 1, "1 hari kerja lagi"),
        (DUE, Word.DUE_TODAY, 0, "Hari terakhir"),
        (dt.date(2026, 12, 8), Word.LATE, -1, "Terlambat 1 hari kerja"),
    ],
)
def test_received_mon_23_november_due_mon_7_december(day, word, left, text):
    (case,) = with_due(InformationRequest.objects.filter(pk=file_case().pk))
    found = of_case(case, case.governing_due, current_calendar(), day)
    assert (found.word, found.days_left, found.text) == (word, left, text)


def test_the_desk_list_is_ordered_by_days_left_undated_first(cases):
    file_case(at=moment(dt.date(2026, 11, 20)))
    rows = rows_of(
        desk_cases(InformationRequest.objects.all(), DeskFilter(), current_calendar(), TODAY), current_calendar(), TODAY
    )
    assert [row.standing.due for row in rows] == [None, dt.date(2026, 12, 4), DUE]
    assert {row.standing.word for row in rows} <= set(OPEN)


def test_the_desk_list_narrows_by_word_unit_channel_and_text(cases):
    unit = make_unit()
    disposed = file_case(details="Peta jalan desa", name="Wati")
    InformationRequest.objects.filter(pk=disposed.pk).update(unit=unit)
    calendar = current_calendar()

    def found(**wanted):
        return set(
            desk_cases(InformationRequest.objects.all(), DeskFilter(**wanted), calendar, TODAY).values_list(
                "pk", flat=True
            )
        )

    assert found(unit=unit.pk) == {disposed.pk}
    assert disposed.pk not in found(main_unit=True)
    assert found(text="peta JALAN") == found(text="wati") == found(text=disposed.number) == {disposed.pk}
    assert found(channel="letter") == set()
    assert len(found(words=(Word.ANSWERED, Word.ANSWERED_LATE))) == 2
    assert len(found(everything=True)) == 6


def test_the_desk_list_costs_one_statement_whatever_its_length(cases, django_assert_num_queries):
    calendar = current_calendar()
    for many in (1, 8):
        for _case in range(many):
            file_case()
        with django_assert_num_queries(1):
            rows = rows_of(desk_cases(InformationRequest.objects.all(), DeskFilter(), calendar, TODAY), calendar, TODAY)
    assert len(rows) >= 9


def test_todays_numbers_agree_with_the_lists(cases, django_assert_num_queries):
    calendar = current_calendar()
    for on in (TODAY, DUE, DUE + dt.timedelta(1)):
        with django_assert_num_queries(1):
            numbers = today(InformationRequest.objects.all(), calendar, on)
        for word in OPEN:
            assert getattr(numbers, word) == cases.filter(as_filter(word, calendar, on)).count(), (word, on)
