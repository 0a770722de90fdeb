"""Adopting and withdrawing in any order: a withdrawal restores the set before the adoption, and every open date."""

import datetime as dt

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ppid.actions import clock
from ppid.actions.calendar import adopt, withdraw
from ppid.actions.log import first_fault
from ppid.law.calendar import Decree as LawDecree
from ppid.law.calendar import DecreeDay, Kind
from ppid.law.refusals import Invalid
from ppid.models import CaseEvent, Deadline, Decree
from ppid.queries.calendar import current_calendar
from tests.factories import file_case, moment

pytestmark = pytest.mark.django_db

RECEIVED = dt.date(2026, 3, 10)
ON = dt.date(2026, 3, 11)
AT = moment(ON)
SKB_2026 = "SKB 3 Menteri 1497/2025, 2/2025, 5/2025"
NUMBERS = ("A", "B", SKB_2026)


def decree(number: str, *days: int, date: str = "2026-02-01", amends: str = "", removed: bool = False) -> LawDecree:
    kind = Kind.REMOVED if removed else Kind.LOCAL
    rows = tuple(DecreeDay(dt.date(2026, 3, day), kind, "" if removed else "Hari jadi") for day in days)
    return LawDecree(number, dt.date.fromisoformat(date), "uji", rows, amends=amends)


def put(one: LawDecree):
    return adopt(decree=one, on=ON, at=AT)


def take(number: str):
    return withdraw(number=number, on=ON, at=AT)


def dates() -> dict[tuple[int, str], dt.date | None]:
    return {(row.case_id, row.term): row.due for row in Deadline.objects.standing()}


def in_force() -> list[tuple[str, int]]:
    return list(Decree.objects.in_force().order_by("number").values_list("number", "edition"))


def test_a_withdrawal_brings_the_replaced_edition_back_and_the_next_one_none():
    file_case(at=moment(RECEIVED))
    before = dates()
    put(decree("A", 11, 12))
    first = dates()
    put(decree("A", 12))
    assert dates() not in (before, first)
    take("A")
    assert dates() == first
    take("A")
    assert dates() == before
    with pytest.raises(Invalid, match="sudah dicabut"):
        take("A")


def test_a_withdrawn_edition_never_returns():
    put(decree("A", 11))
    put(decree("A", 12))
    take("A")
    put(decree("A", 13))
    assert ("A", 3) in in_force()
    take("A")
    assert ("A", 1) in in_force()


def test_an_edition_whose_amended_decree_is_gone_does_not_return():
    put(decree("A", 11))
    put(decree("B", 12, amends="A"))
    put(decree("B", 12))
    take("A")
    with pytest.raises(Invalid, match="tidak ada di antara"):
        take("B")
    assert ("B", 2) in in_force()


def test_what_an_amendment_names_may_go_back_one_edition():
    put(decree("A", 11))
    put(decree("A", 12))
    put(decree("B", 13, amends="A"))
    take("A")
    assert ("A", 1) in in_force()
    with pytest.raises(Invalid, match="Cabut dahulu"):
        take("A")


def test_a_missed_term_stays_missed_once_when_its_date_comes_back():
    case = file_case(at=moment(RECEIVED))
    late = dt.date(2026, 4, 1)
    clock.tick(on=late, at=moment(late))
    adopt(decree=decree("A", 11), on=late, at=moment(late))
    assert case.deadlines.standing().get(governs=True).missed_on is None
    withdraw(number="A", on=late, at=moment(late))
    assert case.deadlines.standing().get(governs=True).missed_on == late
    assert clock.tick(on=late, at=moment(late)).events == 0
    assert CaseEvent.objects.filter(kind="term_missed", payload__term="REQ_NOTICE_UU").count() == 1


# --- any sequence -----------------------------------------------------------------------------------------------------

march = st.sets(st.integers(10, 31), min_size=1, max_size=4)
decrees = st.builds(
    lambda number, days, date, removed: decree(number, *sorted(days), date=date, removed=removed),
    st.sampled_from(NUMBERS), march, st.sampled_from(["2025-08-01", "2026-01-01", "2026-02-01"]), st.booleans(),
)  # fmt: skip
steps = st.lists(decrees | st.sampled_from(NUMBERS), max_size=6)


def play(sequence) -> None:
    """Adopt each decree, withdraw each number; what cannot be done is refused and changes nothing."""
    for step in sequence:
        before = (in_force(), dates())
        try:
            put(step) if isinstance(step, LawDecree) else take(step)
        except Invalid:
            assert (in_force(), dates()) == before


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), database=None)
@given(before=steps, last=decrees)
def test_after_any_sequence_adopt_then_withdraw_restores_every_open_date(before, last):
    with transaction.atomic():
        cases = [file_case(at=moment(day)) for day in (RECEIVED, dt.date(2026, 3, 2))]
        play(before)
        was = (in_force(), dates(), current_calendar().version)
        if put(last).changed:
            take(last.number)
        assert (in_force(), dates(), current_calendar().version) == was
        assert [first_fault(case) for case in cases] == [None, None]
        transaction.set_rollback(True)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), database=None)
@given(sequence=st.lists(decrees, max_size=6))
def test_taking_everything_back_in_turn_ends_where_it_began(sequence):
    with transaction.atomic():
        file_case(at=moment(RECEIVED))
        was = (in_force(), dates(), current_calendar().version)
        adopted = [one.number for one in sequence if put(one).changed]
        for number in reversed(adopted):
            take(number)
        assert (in_force(), dates(), current_calendar().version) == was
        transaction.set_rollback(True)
