"""The daily round: once a day, after the office day has begun, every part even when one fails."""

import datetime as dt

import pytest

from portal import daily
from ppid.actions import clock
from ppid.models import Institution, TickRun
from tests import factories

pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 11, 24)


def test_it_runs_once_a_day(monkeypatch):
    monkeypatch.setattr(daily.index, "sweep", lambda: None)
    assert daily.run_if_due(factories.moment(DAY, 6))
    assert not daily.run_if_due(factories.moment(DAY, 7))
    assert daily.run_if_due(factories.moment(DAY + dt.timedelta(1), 6))


def test_it_waits_for_the_morning_of_the_body_s_zone(monkeypatch):
    monkeypatch.setattr(daily.index, "sweep", lambda: None)
    clock.tick(on=DAY - dt.timedelta(1), at=factories.moment(DAY - dt.timedelta(1), 6))
    assert not daily.run_if_due(factories.moment(DAY, 4, 59))
    assert daily.run_if_due(factories.moment(DAY, 5))


def test_a_first_start_at_night_does_not_wait(monkeypatch):
    monkeypatch.setattr(daily.index, "sweep", lambda: None)
    assert daily.run_if_due(factories.moment(DAY, 1))


def test_a_part_that_fails_keeps_no_other_from_running_and_is_told(monkeypatch):
    done = []
    monkeypatch.setattr(daily.roles, "sync_all", lambda on: 1 / 0)
    monkeypatch.setattr(daily.index, "sweep", lambda: done.append("search"))
    with pytest.raises(ZeroDivisionError):
        daily.run(on=DAY, at=factories.moment(DAY, 6))
    assert done == ["search"]
    assert TickRun.objects.filter(on=DAY).exists()


def test_the_day_is_the_body_s(monkeypatch):
    monkeypatch.setattr(daily.index, "sweep", lambda: None)
    factories.make_institution(time_zone=Institution.Zone.WIT)
    daily.run_if_due(dt.datetime(2026, 11, 23, 20, 30, tzinfo=dt.UTC))
    assert TickRun.objects.get().on == DAY
