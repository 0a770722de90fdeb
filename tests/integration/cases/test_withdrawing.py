"""Taking a request back in writing, whole or in part, by the applicant or the proxy only (law.md §3)."""

import datetime as dt

import pytest

from ppid.actions import withdrawals
from ppid.actions.log import first_fault
from ppid.law.party import By
from ppid.law.procedure import Invalid, Unlawful
from ppid.models import MailRecord, Role
from tests.factories import DUE, NOON, TODAY, answer_case, file_case, make_officer, moment, signed_upload

pytestmark = pytest.mark.django_db
DAY_3 = dt.date(2026, 11, 26)


def test_the_whole_by_the_applicant_owes_nothing_more_and_both_sides_are_told():
    case = file_case()
    withdrawn = withdrawals.withdraw(case=case, on=DAY_3, at=moment(DAY_3), by=By.PROXY)
    assert (withdrawn.state, withdrawn.closed_on) == ("withdrawn", DAY_3)
    assert not case.deadlines.open().exists()
    assert case.events.get(kind="withdrawn").payload == {"withdrawn_on": "2026-11-26", "by": "proxy", "paper": ""}
    told = MailRecord.objects.filter(case=case, template="withdrawn")
    assert sorted(told.values_list("audience", flat=True)) == ["applicant", "desk"]


def test_the_desk_withdraws_only_with_the_written_paper():
    case, clerk = file_case(), make_officer(Role.FRONT_DESK)
    by = {"acting_user": clerk, "on": DAY_3, "at": moment(DAY_3)}
    with pytest.raises(Invalid) as refusal:
        withdrawals.withdraw(case=case, **by)
    assert refusal.value.problems[0].field == "paper"
    withdrawals.withdraw(case=case, paper=signed_upload("cabut"), withdrawn_on=TODAY, **by)
    assert case.files.get().role == "cabut"
    payload = case.events.get(kind="withdrawn").payload
    assert payload["withdrawn_on"] == "2026-11-23"
    assert len(payload["paper"]) == 64
    assert [row.audience for row in MailRecord.objects.filter(case=case, template="withdrawn")] == ["applicant"]


@pytest.mark.parametrize("day", [TODAY - dt.timedelta(1), DAY_3 + dt.timedelta(1)])
def test_a_paper_is_dated_between_the_receipt_and_today(day):
    with pytest.raises(Invalid) as refusal:
        withdrawals.withdraw(
            case=file_case(), paper=signed_upload(), withdrawn_on=day, acting_user=make_officer(), on=DAY_3,
            at=moment(DAY_3),
        )  # fmt: skip
    assert refusal.value.problems[0].field == "withdrawn_on"


def test_of_a_part_the_rest_runs_on_and_no_date_moves():
    case = file_case()
    before = list(case.deadlines.values_list("pk", "due", "superseded_at"))
    row = withdrawals.withdraw_part(case=case, part="Lampiran tahun 2019.", on=DAY_3, at=moment(DAY_3))
    case.refresh_from_db()
    assert (case.state, case.closed_on, row.part) == ("registered", None, "Lampiran tahun 2019.")
    assert list(case.deadlines.values_list("pk", "due", "superseded_at")) == before
    event = case.events.get(kind="withdrawn_in_part")
    assert "2019" not in str(event.payload)
    withdrawals.withdraw_part(case=case, part="Lampiran tahun 2020.", on=DAY_3, at=moment(DAY_3))
    assert case.part_withdrawals.count() == 2
    assert answer_case(case, on=DUE).state == "answered"
    assert first_fault(case) is None


def test_which_part_must_be_said():
    with pytest.raises(Invalid) as refusal:
        withdrawals.withdraw_part(case=file_case(), part="  ", on=TODAY, at=NOON)
    assert refusal.value.problems[0].field == "part"


@pytest.mark.parametrize("role", [Role.ASSISTANT, Role.SUPERIOR])
def test_nobody_else_takes_a_request_back(role):
    with pytest.raises(Unlawful, match="wewenang"):
        withdrawals.withdraw(case=file_case(), acting_user=make_officer(role), paper=signed_upload(), on=TODAY, at=NOON)


def test_an_answered_request_is_past_it():
    with pytest.raises(Unlawful, match="Dijawab"):
        withdrawals.withdraw_part(case=answer_case(), part="A", on=TODAY, at=NOON)
