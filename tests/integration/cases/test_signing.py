"""Who signs and what comes back signed: judged in the action, so that no caller goes round it (law.md §2.6)."""

import datetime as dt

import pytest
from django.core.files.base import ContentFile

from ppid import letters
from ppid.actions import requests
from ppid.law.refusals import Invalid
from ppid.models import Appointment, Letter, Role
from tests import certificates, factories
from tests.factories import TODAY, moment
from tests.golden.test_letters import text_of

pytestmark = pytest.mark.django_db
MANDATE = {"mandate_number": "7/M/2026", "mandate_date": TODAY, "position": "Sekretaris Dinas Kesehatan"}


@pytest.fixture
def ppid():
    factories.make_institution(city="Tirta")
    return factories.make_officer(Role.PPID, name="Ratna Contoh")


def draft(case, user, **more):
    letter = requests.draft_notice(
        case=case, content=factories.notice(), acting_user=user, on=TODAY, at=moment(TODAY, 13), **more
    )
    factories.run_queue()
    letter.refresh_from_db()
    return letter


def sign(letter, user, upload, **more):
    wanted = {"signer": Appointment.objects.get(user=user), "signed_on": TODAY, "on": TODAY, **more}
    return requests.attach_signed(letter=letter, upload=upload, acting_user=user, at=moment(TODAY, 15), **wanted)


def file(data):
    return ContentFile(data, name="surat.pdf")


def test_a_letter_drafted_by_a_mandated_assistant_prints_an_and_the_post__uu_30_2014_14(ppid):
    unit = factories.make_unit()
    case = factories.file_case()
    case.unit = unit
    case.save()
    row = factories.make_appointment(role=Role.ASSISTANT, unit=unit, **MANDATE)
    letter = draft(case, row.user)
    assert letter.signer == row
    text = " ".join(text_of(letters.build(letter)).split())
    assert "a.n. Pejabat Pengelola Informasi dan Dokumentasi, Sekretaris Dinas Kesehatan" in text
    assert "Surat mandat Nomor 7/M/2026" in text
    assert "Ratna Contoh" not in text


def test_a_draft_prints_the_ppid_and_one_for_a_mandated_signer_that_signer(ppid):
    case = factories.file_case()
    mandated = factories.make_appointment(role=Role.ASSISTANT, **MANDATE)
    letter = draft(case, ppid)
    assert letter.signer.user == ppid
    with pytest.raises(Invalid, match="Susun ulang") as refusal:
        sign(letter, ppid, factories.signed_upload(), signer=mandated, compared=True)
    assert refusal.value.problems[0].field == "signer"
    again = draft(case, ppid, signer=mandated)
    assert (again.revision, again.number) == (2, letter.number)
    signed = sign(again, ppid, factories.signed_upload(), signer=mandated, compared=True)
    assert signed.signer_position.startswith("a.n. ")


@pytest.mark.parametrize(
    "fields", [{"mandate_date": TODAY + dt.timedelta(1)}, {"mandate_number": ""}, {"ends": TODAY - dt.timedelta(1)}]
)
def test_nothing_is_drafted_for_a_mandate_that_is_not_in_force__uu_30_2014_14(ppid, fields):
    row = factories.make_appointment(role=Role.ASSISTANT, **{**MANDATE, **fields})
    with pytest.raises(Invalid, match="tidak berwenang"):
        draft(factories.file_case(), ppid, signer=row)


def test_a_broken_or_overlaid_electronic_signature_is_refused_whoever_calls(ppid):
    letter = draft(factories.file_case(), ppid)
    good = certificates.signed(letters.for_signature(letter))
    for bad in (certificates.flipped(good), certificates.overlaid(good)):
        with pytest.raises(Invalid, match="rusak") as refusal:
            sign(letter, ppid, file(bad), compared=True)
        assert refusal.value.problems[0].field == "upload"
    letter.refresh_from_db()
    assert letter.signed is None
    sign(letter, ppid, file(good))
    assert letter.case.events.get(kind="signed_attached").payload["link"] == "same_text"


def test_a_file_that_leads_back_to_nothing_counts_only_when_compared(ppid):
    letter = draft(factories.file_case(), ppid)
    with pytest.raises(Invalid, match="tautan ke konsepnya") as refusal:
        sign(letter, ppid, factories.signed_upload())
    assert refusal.value.problems[0].field == "compared"
    sign(letter, ppid, factories.signed_upload(), compared=True)
    assert letter.case.events.get(kind="signed_attached").payload["link"] == "compared"


def test_the_same_text_saved_after_the_letterhead_changed_is_made_anew(ppid):
    letter = draft(factories.file_case(), ppid)
    first = letter.draft_sha256
    assert draft(letter.case, ppid).draft_sha256 == first, "nothing changed, nothing is made"
    factories.make_institution(city="Tirta Baru")
    again = draft(letter.case, ppid)
    assert again.draft_sha256 != first
    assert "Tirta Baru" in text_of(letters.build(again))
    assert again.revision == 1
    sign(again, ppid, file(letters.for_signature(again)))
    factories.make_institution(city="Tirta Lagi")
    assert draft(letter.case, ppid).signed is not None, "what is signed stays as it was signed"
    assert Letter.objects.filter(case=letter.case, kind="notice").count() == 1
