"""What lies ready and is not fetched: two dated reminders, then the mark; reopened when asked (law.md §2.6)."""

import datetime as dt

import pytest

from ppid.actions import calendar as decrees
from ppid.actions import clock, delivery
from ppid.actions.log import first_fault
from ppid.law.calendar import Decree, DecreeDay, Kind
from ppid.law.delivering import PartState
from ppid.law.procedure import Unlawful
from ppid.models import Delivery, MailRecord, Role
from tests.factories import TODAY, make_officer, moment
from tests.integration.cases.test_delivery import FETCHED, FILE, answered, deliver, ready

pytestmark = pytest.mark.django_db
ONE = dt.timedelta(1)
# Five, ten and fifteen working days after Monday 23 November 2026; 9 December 2026 is a working day of that year.
FIRST, SECOND, ASIDE = dt.date(2026, 11, 30), dt.date(2026, 12, 7), dt.date(2026, 12, 14)


@pytest.fixture
def ppid():
    return make_officer(Role.PPID)


@pytest.fixture
def case(ppid):
    case = answered(FETCHED)
    ready(case, ppid)
    MailRecord.objects.all().delete()
    return case


def tick(on):
    return clock.tick(on=on, at=moment(on, 6))


def told(case):
    rows = case.events.filter(kind__in=("part_reminded", "part_set_aside", "part_reopened")).order_by("seq")
    return [(row.kind, row.payload.get("reminder"), row.day) for row in rows]


def test_day_by_day_two_reminders_and_the_mark(case):
    day = TODAY
    while day <= ASIDE + 20 * ONE:
        tick(day)
        assert tick(day) == clock.Ticked(0, 0), "said again it does nothing"
        day += ONE
    assert told(case) == [
        ("part_reminded", 1, FIRST), ("part_reminded", 2, SECOND), ("part_set_aside", None, ASIDE),
    ]  # fmt: skip
    row = Delivery.objects.get(case=case)
    assert (row.state, row.set_aside_on, row.next_step_on) == (PartState.SET_ASIDE, ASIDE, None)
    found = MailRecord.objects.order_by("pk").values_list("template", "audience")
    assert list(found) == [
        ("part_reminder", "applicant"), ("part_reminder", "applicant"), ("part_set_aside", "applicant"),
        ("part_set_aside", "desk"),
    ]  # fmt: skip
    case.refresh_from_db()
    assert (case.state, case.closed_on) == ("answered", ASIDE), "neither refused nor withdrawn: at rest"
    assert first_fault(case) is None


def test_after_days_of_silence_the_steps_keep_their_distance(case):
    """Two reminders on one day would be one: the second waits its five days from the first."""
    late = SECOND + 3 * ONE
    assert tick(late) == clock.Ticked(1, 1)
    assert told(case) == [("part_reminded", 1, late)]
    assert Delivery.objects.get(case=case).next_step_on == dt.date(2026, 12, 17)
    assert tick(dt.date(2027, 3, 1)).events == 1
    assert [row[1] for row in told(case)] == [1, 2]


def test_what_is_fetched_is_not_asked_for_again(case, ppid):
    tick(FIRST)
    deliver(case, ppid, how="by_hand", given=[], on=FIRST + ONE)
    assert tick(ASIDE + ONE) == clock.Ticked(0, 0)
    assert [row[1] for row in told(case)] == [1]


def test_set_aside_is_reopened_on_request_and_the_reminders_start_anew(case, ppid):
    for day in (FIRST, SECOND, ASIDE):
        tick(day)
    asked = ASIDE + 2 * ONE
    said = {"part": 1, "acting_user": ppid, "on": asked, "at": moment(asked)}
    row = delivery.reopen(case=case, asked_on=asked, **said)
    case.refresh_from_db()
    assert (row.state, row.available_on, case.closed_on) == (PartState.AVAILABLE, asked, None)
    assert (row.first_reminder_on, row.second_reminder_on) == (None, None)
    assert row.next_step_on == dt.date(2026, 12, 23)
    with pytest.raises(Unlawful, match="Siap diambil"):
        delivery.reopen(case=case, asked_on=asked, **said)
    assert tick(dt.date(2026, 12, 23)).events == 1
    assert [row[0] for row in told(case)][-2:] == ["part_reopened", "part_reminded"]


def test_set_aside_may_be_fetched_at_once(case, ppid):
    for day in (FIRST, SECOND, ASIDE):
        tick(day)
    assert deliver(case, ppid, how="by_hand", given=[], on=ASIDE + ONE).state is PartState.DELIVERED


def test_a_part_still_owed_keeps_the_case_open_beside_one_set_aside(ppid):
    case = answered(FETCHED, FILE)
    ready(case, ppid)
    for day in (FIRST, SECOND, ASIDE):
        tick(day)
    case.refresh_from_db()
    assert case.closed_on is None
    deliver(case, ppid, 2, on=ASIDE)
    case.refresh_from_db()
    assert case.closed_on == ASIDE


def test_a_decree_moves_the_days_and_its_withdrawal_brings_them_back(case):
    holiday = Decree(
        "UJI 1/2026", TODAY, "uji", (DecreeDay(dt.date(2026, 11, 26), Kind.LOCAL, "Hari jadi"),), region="Tirta"
    )
    decrees.adopt(decree=holiday, on=TODAY, at=moment(TODAY, 18))
    assert Delivery.objects.get(case=case).next_step_on == FIRST + ONE
    assert tick(FIRST) == clock.Ticked(0, 0)
    decrees.withdraw(number="UJI 1/2026", on=TODAY, at=moment(TODAY, 19))
    assert Delivery.objects.get(case=case).next_step_on == FIRST
    assert tick(FIRST).events == 1


def test_in_a_year_without_a_decree_nobody_is_reminded_and_its_decree_wakes_the_round__law_7_3(ppid):
    late = dt.date(2027, 12, 29)
    case = answered(FETCHED, on=TODAY)
    delivery.make_available(case=case, part=1, available_on=late, acting_user=ppid, on=late, at=moment(late))
    assert Delivery.objects.get(case=case).next_step_on is None
    assert not told(case)
    days = (DecreeDay(dt.date(2028, 1, 1), Kind.NATIONAL, "Tahun Baru"),)
    decree = Decree("SKB 2028", dt.date(2027, 12, 30), "uji", days, covers=(2028,))
    decrees.adopt(decree=decree, on=dt.date(2027, 12, 30), at=moment(dt.date(2027, 12, 30)))
    assert Delivery.objects.get(case=case).next_step_on == dt.date(2028, 1, 5)
