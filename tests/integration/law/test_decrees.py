"""Adopting and withdrawing decrees: the days, the calendar's version, the open cases."""

import datetime as dt
import io
import json

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ppid.actions.calendar import adopt, withdraw
from ppid.law.calendar import Decree as LawDecree
from ppid.law.calendar import DecreeDay as LawDay
from ppid.law.calendar import Kind, MissingDecree
from ppid.law.clock import due_of
from ppid.law.refusals import Invalid
from ppid.law.terms import term
from ppid.management.plain import Refused
from ppid.models import Decree, DecreeDay, Institution
from ppid.queries.calendar import calendar_on, current_calendar, current_calendar_and

pytestmark = pytest.mark.django_db

ON = dt.date(2026, 3, 10)
AT = dt.datetime(2026, 3, 10, 3, 0, tzinfo=dt.UTC)
SKB_2025, AMENDMENT = "SKB 3 Menteri 1017/2024, 2/2024, 2/2024", "SKB 3 Menteri 933/2025, 1/2025, 3/2025"
SKB_2026 = "SKB 3 Menteri 1497/2025, 2/2025, 5/2025"


def local(
    *days: str, number: str = "UJI 1/2026", date: str = "2026-02-01", amends: str = "", removed: str = ""
) -> LawDecree:
    rows = [LawDay(dt.date.fromisoformat(day), Kind.LOCAL, "Hari jadi") for day in days]
    rows += [LawDay(dt.date.fromisoformat(day), Kind.REMOVED) for day in removed.split()]
    return LawDecree(number, dt.date.fromisoformat(date), "uji", tuple(rows), amends=amends, region="Tirta Raya")


def put(decree: LawDecree, **more):
    return adopt(decree=decree, on=ON, at=AT, **more)


def take(number: str, **more):
    return withdraw(number=number, on=ON, at=AT, **more)


def due() -> str:
    return due_of(term("REQ_NOTICE_UU"), ON, current_calendar()).isoformat()


def test_seeded_calendar_in_one_statement():
    with CaptureQueriesContext(
        connection,
    ) as statements:
        calendar = current_calendar()
    assert len(statements) == 1
    assert sorted(calendar.years) == [2024, 2025, 2026, 2027]
    assert current_calendar() is calendar


def test_calendar_of_2025_before_and_after_its_amendment():
    received = dt.date(2025, 8, 6)
    before, after = calendar_on(dt.date(2025, 8, 6)), calendar_on(dt.date(2025, 8, 7))
    assert due_of(term("REQ_NOTICE_UU"), received, before) == dt.date(2025, 8, 20)
    assert due_of(term("REQ_NOTICE_UU"), received, after) == dt.date(2025, 8, 21)


def test_adopt_then_withdraw_restores_dates_and_version():
    version = current_calendar().version
    assert due() == "2026-03-31"
    changed = put(local("2026-03-11"))
    assert changed.changed
    assert due() == "2026-04-01"
    assert current_calendar().version == changed.version != version
    assert take("UJI 1/2026").version == version
    assert due() == "2026-03-31"


def test_same_number_again_replaces_its_own_days():
    put(local("2026-03-11", "2026-03-12"))
    assert due() == "2026-04-02"
    put(local("2026-03-12"))
    assert due() == "2026-04-01"
    take("UJI 1/2026")
    assert due() == "2026-04-02"
    take("UJI 1/2026")
    assert due() == "2026-03-31"
    assert Decree.objects.filter(number="UJI 1/2026").count() == 2


def test_the_very_same_decree_again_changes_nothing():
    put(local("2026-03-11"))
    again = put(local("2026-03-11"))
    assert (again.changed, again.redated) == (False, ())
    assert Decree.objects.filter(number="UJI 1/2026").count() == 1


def test_a_removed_day_is_a_working_day_again_until_the_withdrawal():
    put(local(removed="2026-03-18", date="2026-02-02"))
    assert due() == "2026-03-30"
    take("UJI 1/2026")
    assert due() == "2026-03-31"


def test_an_older_decree_adopted_later_does_not_override_a_newer_one():
    put(local(removed="2026-03-18", date="2025-01-01"))
    assert due() == "2026-03-31"


def test_replacing_a_shipped_decree_and_withdrawing_brings_the_shipped_one_back():
    version = current_calendar().version
    shorter = LawDecree(
        SKB_2026, dt.date(2025, 9, 19), "salah ketik", (LawDay(dt.date(2026, 1, 1), Kind.NATIONAL, "x"),), (2026,)
    )
    put(shorter)
    assert due() == "2026-03-24"
    assert take(SKB_2026).version == version
    assert due() == "2026-03-31"
    take(SKB_2026)
    with pytest.raises(MissingDecree, match="2026"):
        due()


def test_withdrawing_an_amendment_keeps_what_it_amended():
    take(AMENDMENT)
    assert due_of(term("REQ_NOTICE_UU"), dt.date(2025, 8, 6), current_calendar()) == dt.date(2025, 8, 20)


def test_what_is_still_amended_cannot_be_withdrawn_first():
    with pytest.raises(Invalid, match="Cabut dahulu"):
        take(SKB_2025)
    take(AMENDMENT)
    take(SKB_2025)
    assert 2025 not in current_calendar().years


def test_amendment_chain_is_checked():
    with pytest.raises(Invalid, match="tidak ada di antara"):
        put(local("2026-03-11", amends="TIDAK ADA"))
    with pytest.raises(Invalid, match="mendahului"):
        put(local("2026-03-11", amends=SKB_2026, date="2025-09-18"))
    put(local("2026-03-11", number="A"))
    put(local("2026-03-12", number="B", amends="A"))
    with pytest.raises(Invalid, match="saling mengubah"):
        put(local("2026-03-13", number="A", amends="B"))


@pytest.mark.parametrize(("number", "said"), [("TIDAK ADA", "belum pernah"), ("UJI 1/2026", "sudah dicabut")])
def test_withdrawing_what_is_not_in_force(number, said):
    put(local("2026-03-11"))
    take("UJI 1/2026")
    with pytest.raises(Invalid, match=said):
        take(number)


def test_a_withdrawn_number_may_be_adopted_again():
    put(local("2026-03-11"))
    take("UJI 1/2026")
    put(local("2026-03-12", "2026-03-13"))
    assert due() == "2026-04-02"


@pytest.mark.parametrize("action", ["adopt", "withdraw"])
def test_dry_run_leaves_no_trace(action):
    put(local("2026-03-11"))
    rows = list(Decree.objects.order_by("pk").values())
    changed = (
        put(local("2026-03-12", "2026-03-13"), dry_run=True) if action == "adopt" else take("UJI 1/2026", dry_run=True)
    )
    assert changed.version != current_calendar().version
    assert list(Decree.objects.order_by("pk").values()) == rows
    assert due() == "2026-04-01"


def test_statements_of_an_adoption_do_not_grow_with_its_days():
    with CaptureQueriesContext(connection) as few:
        put(local("2026-03-11", number="A"))
    with CaptureQueriesContext(connection) as many:
        put(local(*[f"2026-07-{day:02}" for day in range(1, 29)], number="B"))
    assert len(many) == len(few)


# --- the command ------------------------------------------------------------------------------------------------------

FILE = {
    "number": "UJI 1/2026", "date": "2026-02-01", "source": "uji", "region": "Tirta Raya",
    "days": [{"date": "2026-03-11", "kind": "local", "name": "Hari jadi"}],
}  # fmt: skip


def run(file, *words: str) -> dict:
    out = io.StringIO()
    call_command("adopt_decree", str(file), *words, "--json", stdout=out, stderr=io.StringIO())
    return json.loads(out.getvalue())


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "decree.json"
    path.write_text(json.dumps(FILE), encoding="utf-8")
    return path


def test_command_adopts_and_withdraws(file):
    version = current_calendar().version
    dry = run(file, "--dry-run")
    assert due() == "2026-03-31"
    adopted = run(file)
    assert adopted == dry == {"version": current_calendar().version, "redated": []}
    assert due() == "2026-04-01"
    assert run(file, "--withdraw")["version"] == version


@pytest.mark.parametrize(
    "content", [None, "", "{", "[]", '{"number": "x"}', json.dumps({**FILE, "date": "2026-02-30"})]
)
def test_command_refuses_a_bad_file_with_exit_1(tmp_path, content):
    path = tmp_path / "decree.json"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(Refused) as refusal:
        run(path)
    assert refusal.value.returncode == 1
    assert str(refusal.value)


def test_command_refuses_a_folder_and_no_file(tmp_path):
    with pytest.raises(Refused, match="folder"):
        run(tmp_path)
    with pytest.raises(Refused) as refusal:
        call_command("adopt_decree")
    assert refusal.value.returncode == 2


def test_the_calendar_and_the_body_come_in_one_statement_or_the_body_alone():
    Institution.load()
    with CaptureQueriesContext(connection) as said:
        calendar, body = current_calendar_and("time_zone", "request_number_format")
        assert (body.time_zone, body.request_number_format) == ("Asia/Jakarta", "{seq:03d}/PPID/{year}")
    assert len(said) == 1
    assert calendar is current_calendar()
    assert body == Institution.load()
    assert body.name == Institution.load().name, "what was not asked for is looked up"
    DecreeDay.objects.all().delete()
    assert current_calendar_and("time_zone")[1] == Institution.load()
