"""The chain finds what was changed, removed, added, reordered, moved or back-dated, by its number."""

import dataclasses
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid.law import chain

CASE = "3f0f7a52-0000-4000-8000-000000000001"
START = dt.datetime(2026, 11, 23, 5, tzinfo=dt.UTC)


def links(count, case=CASE):
    made, previous = [], chain.genesis(case)
    for seq in range(1, count + 1):
        link = chain.Link(
            case, seq, "registered", None, "applicant", dt.date(2026, 11, 23), START + dt.timedelta(hours=seq),
            {"number": f"{seq:03d}/PPID/2026"}, previous,
        )  # fmt: skip
        previous = chain.digest(link)
        made.append((link, previous))
    return made


def fault(made, case=CASE):
    found = chain.first_fault(case, made)
    return found.seq if found else None


def test_a_whole_chain_has_no_fault():
    assert fault(links(5)) is None
    assert fault([]) is None


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "withdrawn"}, {"actor": 7}, {"role": "ppid"}, {"day": dt.date(2026, 11, 22)},
        {"at": START + dt.timedelta(hours=3, seconds=1)}, {"payload": {"number": "004/PPID/2026"}},
    ],
)  # fmt: skip
def test_any_changed_value_is_found(change):
    made = links(5)
    made[2] = (dataclasses.replace(made[2][0], **change), made[2][1])
    assert fault(made) == 3


def test_a_change_with_its_hash_made_anew_is_found_at_the_next_event():
    made = links(5)
    forged = dataclasses.replace(made[2][0], role="ppid")
    made[2] = (forged, chain.digest(forged))
    assert fault(made) == 4


@given(st.integers(0, 4))
def test_a_removed_event_is_found(position):
    made = links(6)
    del made[position]
    assert fault(made) == position + 1


@given(st.integers(0, 4))
def test_two_events_changing_places_are_found(position):
    made = links(6)
    made[position], made[position + 1] = made[position + 1], made[position]
    assert fault(made) == position + 1


def test_a_chain_moved_from_another_case_is_found():
    assert fault(links(3, case="another")) == 1


def test_a_back_dated_event_is_found_even_when_it_was_hashed_so():
    made = links(2)
    late = dataclasses.replace(made[1][0], seq=3, at=START, previous=made[1][1])
    assert fault([*made, (late, chain.digest(late))]) == 3


def test_the_hash_is_the_same_on_every_machine():
    """A vector for the stand-alone verifier: the exact bytes are a promise."""
    link = chain.Link(
        "abc", 1, "registered", None, "applicant", dt.date(2026, 11, 23), START, {"b": 1, "a": "é"}, "0" * 64
    )
    assert chain.canonical({"b": 1, "a": "é"}) == b'{"a":"\xc3\xa9","b":1}'
    assert chain.digest(link) == VECTOR


VECTOR = "674cbffa43bf8ab781ba6a716caaf78e7423fe17a04d0a4a40835e93dd0fd451"
