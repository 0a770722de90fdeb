"""A unit's officers are told by mail of a disposition and of a question; no personal data, no words of the case."""

import datetime as dt

import pytest
from django.core import mail

from ppid.actions import dispositions, unit_messages
from ppid.models import MailRecord, Role
from tests import factories
from tests.factories import TODAY, moment

pytestmark = pytest.mark.django_db


@pytest.fixture
def unit():
    found = factories.make_unit(name="Dinas Kesehatan")
    factories.make_officer(Role.ASSISTANT, unit=found, email="made@contoh.go.id")
    factories.make_officer(Role.ASSISTANT, email="lain@contoh.go.id")
    return found


def by(role=Role.FRONT_DESK, **more):
    return {"acting_user": factories.make_officer(role, **more), "on": TODAY, "at": moment(TODAY, 14)}


def sent(subject):
    mail.outbox.clear()
    factories.run_queue()
    return [one for one in mail.outbox if subject in one.subject]


def test_a_disposition_tells_the_officers_of_that_unit_alone(unit):
    case = factories.file_case()
    dispositions.dispose(
        case=case, unit=unit, desk_date=TODAY + dt.timedelta(2), instruction="Siapkan datanya.", **by()
    )
    [told] = sent("Disposisi")
    assert told.to == ["made@contoh.go.id"]
    assert case.number in told.subject
    assert "Rabu, 25 November 2026" in told.body
    assert f"/admin/permohonan/{case.pk}/" in told.body
    for kept in ("Budi", "Siapkan datanya", "realisasi anggaran"):
        assert kept not in told.subject + told.body


def test_the_units_mailbox_comes_before_its_people_and_nobody_gets_nothing(unit):
    unit.email = "ppid@dinkes.contoh.go.id"
    unit.save()
    dispositions.dispose(case=factories.file_case(), unit=unit, **by())
    assert sent("Disposisi")[0].to == ["ppid@dinkes.contoh.go.id"]
    dispositions.dispose(case=factories.file_case(), unit=factories.make_unit(), **by())
    assert not sent("Disposisi")
    assert MailRecord.objects.filter(template="unit_disposed").count() == 1


def test_back_to_ppid_utama_tells_no_unit(unit):
    case = factories.file_case()
    dispositions.dispose(case=case, unit=unit, **by())
    dispositions.dispose(case=case, unit=None, **by())
    assert len(sent("Disposisi")) == 1


def test_a_question_tells_the_asked_unit_and_a_units_question_the_desk(unit):
    factories.make_institution(email="ppid@contoh.go.id")
    case = factories.file_case()
    question = unit_messages.ask(case=case, unit=unit, text="Apakah datanya ada?", **by())
    [told] = sent("Pertanyaan")
    assert told.to == ["made@contoh.go.id"]
    assert f"/admin/permohonan/pertanyaan/{question.pk}/" in told.body
    assert "Apakah" not in told.body
    dispositions.dispose(case=case, unit=unit, **by())
    sent("")
    unit_messages.ask(case=case, text="Tahun berapa?", **by(Role.ASSISTANT, unit=unit))
    [told] = sent("Pertanyaan")
    assert told.to == ["ppid@contoh.go.id"]


def test_a_message_that_wants_no_answer_says_so(unit):
    unit_messages.ask(case=factories.file_case(), unit=unit, text="Sudah dijawab.", wants_answer=False, **by())
    assert len(sent("Pemberitahuan:")) == 1
