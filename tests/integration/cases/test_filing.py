"""A request becomes a numbered case at once, whatever is missing (UU 14/2008 Ps 22(4))."""

import datetime as dt
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django_tasks_db.models import DBTaskResult

from ppid import access
from ppid.actions import requests
from ppid.actions.log import first_fault
from ppid.law.filing import Channel
from ppid.law.procedure import Invalid, Unlawful
from ppid.models import (
    Applicant,
    CaseEvent,
    InformationRequest,
    Institution,
    MailRecord,
    NumberSeries,
    PrivateFile,
    Role,
)
from tests.factories import DUE, NOON, TODAY, file_case, filing, make_officer, moment, notice

pytestmark = pytest.mark.django_db


def terms(case):
    return {row.term: row.due for row in case.deadlines.standing()}


def test_filed_mon_23_november_due_mon_7_december__uu_22_7():
    filed = requests.file(filing=filing(), channel=Channel.WEB, received_at=NOON, at=NOON)
    case = InformationRequest.objects.get(pk=filed.case.pk)
    assert case.number == "001/PPID/2026"
    assert case.received_on == TODAY
    assert terms(case) == {"REQ_NOTICE_UU": DUE, "REQ_COMPLETENESS_CHECK": dt.date(2026, 11, 26)}
    assert case.deadlines.get(governs=True).term == "REQ_NOTICE_UU"
    assert case.tracking_code == filed.tracking_code
    assert access.by_tracking_code(filed.tracking_code.lower().replace("-", " ")) == case


def test_the_log_begins_with_the_registration_and_names_nobody():
    case = file_case()
    event = case.events.get()
    assert (event.seq, event.kind, event.role, event.actor, event.day) == (1, "registered", "applicant", None, TODAY)
    assert event.payload["terms"] == {"REQ_NOTICE_UU": "2026-12-07", "REQ_COMPLETENESS_CHECK": "2026-11-26"}
    for private in ("Budi", "3201019876543210", "budi@contoh.id", "0812", "anggaran", "Guru"):
        assert private not in str(event.payload)
    assert first_fault(case) is None


def test_the_same_sending_twice_is_one_case():
    form = filing()
    first = requests.file(filing=form, channel=Channel.WEB, received_at=NOON, at=NOON)
    again = requests.file(filing=form, channel=Channel.WEB, received_at=NOON, at=NOON + dt.timedelta(seconds=3))
    assert not first.repeated
    assert again.repeated
    assert (again.case, again.tracking_code) == (first.case, first.tracking_code)
    assert (InformationRequest.objects.count(), CaseEvent.objects.count(), MailRecord.objects.count()) == (1, 1, 1)


def test_received_at_2359_and_at_0001_are_different_days():
    late = file_case(at=moment(TODAY, 23, 59))
    early = file_case(at=moment(TODAY + dt.timedelta(1), 0, 1))
    assert (late.received_on, early.received_on) == (TODAY, TODAY + dt.timedelta(1))
    assert (terms(late)["REQ_NOTICE_UU"], terms(early)["REQ_NOTICE_UU"]) == (DUE, dt.date(2026, 12, 8))


def test_the_day_is_that_of_the_body_jayapura_is_two_hours_ahead():
    institution = Institution.load()
    institution.time_zone = Institution.Zone.WIT
    institution.save()
    assert file_case(at=moment(TODAY, 22, 30)).received_on == TODAY + dt.timedelta(1)


def test_a_request_entered_later_by_the_desk_runs_from_its_true_receipt():
    officer = make_officer(Role.FRONT_DESK)
    filed = requests.file(
        filing=filing(email=""),
        channel=Channel.LETTER,
        received_at=moment(dt.date(2026, 11, 19)),
        at=NOON,
        acting_user=officer,
    )
    assert terms(filed.case) == {"REQ_NOTICE_UU": dt.date(2026, 12, 3), "REQ_COMPLETENESS_CHECK": dt.date(2026, 11, 26)}
    event = filed.case.events.get()
    assert (event.actor_id, event.role, event.day) == (officer.pk, "petugas", TODAY)
    assert not MailRecord.objects.exists()


def test_a_year_without_decree_refuses_no_filing__law_7_3():
    case = file_case(at=moment(dt.date(2031, 5, 5)))
    assert case.number == "001/PPID/2031"
    assert terms(case) == {"REQ_NOTICE_UU": None, "REQ_COMPLETENESS_CHECK": None}
    assert case.events.get().payload["terms"]["REQ_NOTICE_UU"] is None


def test_numbers_run_per_year():
    numbers = [
        file_case(at=moment(day)).number for day in (dt.date(2026, 12, 30), dt.date(2026, 12, 31), dt.date(2027, 1, 4))
    ]
    assert numbers == ["001/PPID/2026", "002/PPID/2026", "001/PPID/2027"]


def test_what_is_refused_leaves_nothing_and_takes_no_number():
    with pytest.raises(Invalid):
        requests.file(filing=filing(name=""), channel=Channel.WEB, received_at=NOON, at=NOON)
    with pytest.raises(Invalid, match="masa depan"):
        requests.file(filing=filing(), channel=Channel.WEB, received_at=NOON + dt.timedelta(hours=1), at=NOON)
    with pytest.raises(Unlawful, match="wewenang"):
        requests.file(
            filing=filing(),
            channel=Channel.COUNTER,
            received_at=NOON,
            at=NOON,
            acting_user=make_officer(Role.ASSISTANT),
        )
    assert not InformationRequest.objects.exists()
    assert not Applicant.objects.exists()
    assert not NumberSeries.objects.exists()


def test_the_confirmation_is_queued_in_the_same_transaction():
    case = file_case()
    record = MailRecord.objects.get(case=case)
    assert (record.template, record.audience, record.state) == ("received", "applicant", "waiting")
    assert "budi" not in record.to_digest
    row = DBTaskResult.objects.get(task_path__endswith="send_mail")
    assert row.args_kwargs["args"] == [record.pk]


def test_the_identity_number_is_sealed_and_found_by_its_index():
    first, second = file_case(), file_case(identity=" 3201 0198 7654 3210 ")
    assert "3201019876543210" not in first.applicant.identity_sealed
    assert first.applicant.identity == second.applicant.identity == "3201019876543210"
    assert first.applicant.identity_sealed != second.applicant.identity_sealed
    assert first.applicant.identity_index == second.applicant.identity_index
    assert first.applicant.identity_ending == "************3210"


def test_attachments_are_in_the_log_by_salted_hash_only():
    paper = PrivateFile.store(b"%PDF-1.7 ktp", "KTP Budi.pdf")
    filed = requests.file(
        filing=filing(), channel=Channel.WEB, received_at=NOON, at=NOON, attachments=[(paper, "identitas")]
    )
    assert filed.case.files.get().file == paper
    (mark,) = filed.case.events.get().payload["attachments"]
    assert len(mark) == 64
    assert mark != paper.sha256


def test_a_tampered_mark_of_sending_is_still_registered():
    assert file_case(submission="bukan-uuid").submission is None
    assert file_case(submission=str(uuid.uuid4())).submission is not None


def test_filing_costs_at_most_twelve_statements():
    Institution.load()
    with CaptureQueriesContext(connection) as said:
        requests.file(filing=filing(), channel=Channel.WEB, received_at=NOON, at=NOON)
    spoken = [row["sql"] for row in said if not row["sql"].startswith(("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT"))]
    assert len(spoken) <= 12, "\n".join(sql[:90] for sql in spoken)


def test_a_notice_of_another_case_stays_its_own():
    first, second = file_case(), file_case()
    officer = make_officer()
    requests.draft_notice(case=first, content=notice(), acting_user=officer, on=TODAY, at=NOON)
    assert first.letters.filter(kind="notice").count() == 1
    assert second.letters.filter(kind="notice").count() == 0
