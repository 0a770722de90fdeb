"""A decree as a file: what is read, and what is refused field by field."""

import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid.law.calendar import Kind
from ppid.law.decree_file import read_decree, read_number
from ppid.law.refusals import Invalid

DECREE = {
    "number": "UJI 1/2026", "date": "2026-02-01", "source": "uji", "region": "Tirta Raya",
    "days": [{"date": "2026-03-11", "kind": "local", "name": "Hari jadi"}],
}  # fmt: skip


def content(**changes) -> bytes:
    return json.dumps({**DECREE, **changes}).encode()


def faults(document: bytes) -> dict[str, str]:
    with pytest.raises(Invalid) as refusal:
        read_decree(document)
    return {problem.field: str(problem) for problem in refusal.value.problems}


def test_a_sound_decree_with_days_and_removals():
    decree = read_decree(content(removed=["2026-03-12"])).decree
    assert [(day.date.isoformat(), day.kind) for day in decree.days] == [
        ("2026-03-11", Kind.LOCAL),
        ("2026-03-12", Kind.REMOVED),
    ]
    assert decree.covers == ()


def test_an_annual_decree_covers_its_years_and_one_that_looks_like_a_single_day_is_remarked():
    reading = read_decree(content(region=None, days=[{"date": "2029-02-14", "kind": "national", "name": "Pemilu"}]))
    assert reading.decree.covers == (2029,)
    assert [problem.field for problem in reading.warnings] == ["covers"]
    day = [{"date": "2029-02-14", "kind": "national", "name": "Pemilu"}]
    assert read_decree(content(region=None, covers=[], days=day)).decree.covers == ()


def test_unknown_fields_are_remarked_not_refused():
    assert [problem.field for problem in read_decree(content(removd=["2026-03-12"])).warnings] == ["removd"]


@pytest.mark.parametrize(
    ("document", "field"),
    [
        (b"", ""),
        (b"{", ""),
        (b"[]", ""),
        (b"\xff\xfe", ""),
        (b"[" * 100_000, ""),
        (content(number=None), "number"),
        (content(number="  "), "number"),
        (content(number=7), "number"),
        (content(number="x" * 201), "number"),
        (content(number="a\u0000b"), "number"),
        (content(source=""), "source"),
        (content(date="2026-02-30"), "date"),
        (content(date="01-02-2026"), "date"),
        (content(date=20260201), "date"),
        (content(date="0026-02-01"), "date"),
        (content(amends="UJI 1/2026"), "amends"),
        (content(amends=3), "amends"),
        (content(region=["x"]), "region"),
        (content(days=None), "days"),
        (content(days={}), "days"),
        (content(days=[]), "days"),
        (content(days=["2026-03-11"]), "days[0]"),
        (content(days=[{"date": "2026-03-11", "kind": "libur", "name": "x"}]), "days[0].kind"),
        (content(days=[{"date": "2026-03-11", "kind": "removed", "name": "x"}]), "days[0].kind"),
        (content(days=[{"date": "2026-03-11", "kind": ["local"], "name": "x"}]), "days[0].kind"),
        (content(days=[{"date": "2026-3-11", "kind": "local", "name": "x"}]), "days[0].date"),
        (content(days=[{"date": "2026-03-11", "kind": "local"}]), "days[0].name"),
        (content(days=DECREE["days"] * 2), "days[1]"),
        (content(removed=["2026-03-11"]), "removed[0]"),
        (content(removed=["2026-03-12", "2026-03-12"]), "removed[1]"),
        (content(removed="2026-03-12"), "removed"),
        (content(removed=[5]), "removed[0]"),
        (content(covers=["2026"]), "covers"),
        (content(covers=[True]), "covers"),
        (content(covers=2026), "covers"),
    ],
)
def test_a_fault_is_refused_with_its_field(document, field):
    assert field in faults(document)


def test_every_fault_is_named_at_once():
    days = [{"date": "x", "kind": "y", "name": ""}]
    assert set(faults(content(number="", date="", source="", days=days))) == {
        "number", "date", "source", "days[0].date", "days[0].kind", "days[0].name",
    }  # fmt: skip


def test_a_withdrawal_needs_only_the_number():
    assert read_number(b'{"number": " UJI   1/2026 "}') == "UJI 1/2026"
    with pytest.raises(Invalid):
        read_number(b"{}")


WORDS = st.text("ab \u0000“2-", max_size=6) | st.sampled_from(["date", "kind", "name", "local", "2026-03-11"])
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=8,
)


@given(
    st.dictionaries(st.sampled_from(["number", "date", "source", "days", "removed", "amends", "covers"]), json_values)
)
def test_no_json_brings_it_down(document):
    with contextlib.suppress(Invalid):
        assert read_decree(json.dumps(document).encode()).decree.number
