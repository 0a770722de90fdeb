"""A new decree moves the dates of open cases, and its withdrawal brings each of them back (architecture rule 4)."""

import datetime as dt
import io
import json

import pytest
from django.core.management import call_command

from ppid.actions.calendar import adopt, withdraw
from ppid.law.calendar import Decree as LawDecree
from ppid.law.calendar import DecreeDay, Kind
from ppid.models import Case, CaseEvent, Deadline
from tests import factories

pytestmark = pytest.mark.django_db

RECEIVED = dt.date(2026, 3, 10)
AT = factories.moment(dt.date(2026, 3, 11))
HOLIDAY = LawDecree(
    "UJI 1/2026", dt.date(2026, 2, 1), "uji", (DecreeDay(dt.date(2026, 3, 11), Kind.LOCAL, "Hari jadi"),)
)  # fmt: skip


def dates() -> dict[tuple[int, str], dt.date | None]:
    return {(row.case_id, row.term): row.due for row in Deadline.objects.standing()}


def put(decree: LawDecree = HOLIDAY, **more):
    return adopt(decree=decree, on=AT.date(), at=AT, **more)


def take(number: str = HOLIDAY.number):
    return withdraw(number=number, on=AT.date(), at=AT)


def test_adopt_then_withdraw_restores_every_date_and_says_so_in_the_log():
    open_case = factories.file_case(at=factories.moment(RECEIVED))
    later_case = factories.file_case(at=factories.moment(dt.date(2026, 3, 30)))
    before = dates()
    moved = put().redated
    assert {(row.case, row.code, row.old, row.new) for row in moved} >= {
        (open_case.pk, "REQ_NOTICE_UU", dt.date(2026, 3, 31), dt.date(2026, 4, 1))
    }
    assert later_case.pk not in {row.case for row in moved}
    take()
    assert dates() == before
    kinds = list(CaseEvent.objects.filter(case=open_case).values_list("kind", flat=True))
    assert kinds.count("redated") == 2 * len(moved)


def test_an_answered_case_keeps_the_date_it_was_told():
    case = factories.answer_case(factories.file_case(at=factories.moment(RECEIVED)), on=dt.date(2026, 3, 12))
    before = dates()
    assert case.pk not in {row.case for row in put().redated}
    assert dates() == before


def test_a_filing_without_a_decree_gets_its_date_when_the_decree_comes():
    case = factories.file_case(at=factories.moment(dt.date(2028, 5, 2)))
    assert Case.objects.get(pk=case.pk).number
    assert dates()[case.pk, "REQ_NOTICE_UU"] is None
    days = tuple(DecreeDay(dt.date(2028, 1, day), Kind.NATIONAL, "Libur") for day in range(1, 13))
    moved = put(LawDecree("SKB 2028", dt.date(2027, 9, 1), "uji", days, (2028,))).redated
    assert (case.pk, None, dt.date(2028, 5, 16)) in {(row.case, row.old, row.new) for row in moved}
    take("SKB 2028")
    assert dates()[case.pk, "REQ_NOTICE_UU"] is None


def test_dry_run_moves_no_case():
    factories.file_case(at=factories.moment(RECEIVED))
    before, events = dates(), CaseEvent.objects.count()
    assert put(dry_run=True).redated
    assert dates() == before
    assert CaseEvent.objects.count() == events


def test_command_prints_old_and_new_date(tmp_path):
    case = factories.file_case(at=factories.moment(RECEIVED))
    file = tmp_path / "decree.json"
    days = [{"date": "2026-03-11", "kind": "local", "name": "Hari jadi"}]
    file.write_text(json.dumps({"number": "UJI 1/2026", "date": "2026-02-01", "source": "uji", "days": days}))
    out = io.StringIO()
    call_command("adopt_decree", str(file), "--json", stdout=out, stderr=io.StringIO())
    told = next(row for row in json.loads(out.getvalue())["redated"] if row["code"] == "REQ_NOTICE_UU")
    assert (told["case"], told["old"], told["new"]) == (case.pk, "2026-03-31", "2026-04-01")
