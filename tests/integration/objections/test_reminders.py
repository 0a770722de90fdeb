"""Reminders ten, five and one working days before a right's last day, once each."""

import datetime as dt

import pytest

from ppid.actions.clock import tick
from ppid.models import MailRecord
from tests.factories import DUE, file_case, make_institution, moment, object_to

pytestmark = pytest.mark.django_db
LAST = dt.date(2027, 1, 22)


@pytest.fixture(autouse=True)
def body():
    make_institution(email="ppid@tirtaraya.example")


def told(case) -> list[str]:
    rows = MailRecord.objects.filter(case=case, template="right_reminder").order_by("pk")
    return [row.facts["days"] for row in rows]


def days_of(*days: str) -> list[dt.date]:
    return [dt.date.fromisoformat(day) for day in days]


def test_ten_five_and_one_working_days_before_and_each_once():
    case = file_case()
    for day in days_of(
        "2026-12-08", "2027-01-07", "2027-01-08", "2027-01-11", "2027-01-15", "2027-01-18", "2027-01-21"
    ):
        tick(on=day, at=moment(day))
        tick(on=day, at=moment(day, 13))
    assert told(case) == ["10", "5", "1"]
    assert case.events.filter(kind="right_reminded").count() == 3


def test_a_round_that_comes_late_sends_the_nearest_only():
    case = file_case()
    late = DUE + dt.timedelta(days=1)
    tick(on=late, at=moment(late))
    tick(on=dt.date(2027, 1, 20), at=moment(dt.date(2027, 1, 20)))
    assert told(case) == ["5"]


def test_who_objected_is_reminded_no_more():
    case = file_case()
    late = DUE + dt.timedelta(days=1)
    tick(on=late, at=moment(late))
    object_to(case, at=moment(late))
    tick(on=dt.date(2027, 1, 15), at=moment(dt.date(2027, 1, 15)))
    assert told(case) == []


def test_the_dispute_is_reminded_of_too():
    case = object_to(file_case(), at=moment(dt.date(2026, 12, 21)))
    for day in days_of("2027-02-09", "2027-02-12", "2027-02-22"):
        tick(on=day, at=moment(day))
    assert told(case) == ["10", "5"]
