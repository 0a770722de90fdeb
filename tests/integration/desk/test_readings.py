"""Who read what of a case: for PPID and superior, without what the commission's reviewers read (law.md §3)."""

import pytest

from ppid.access import open_file
from ppid.models import IncomingMail, Letter, Role
from ppid.models.incoming import MailReading
from tests import factories
from tests.factories import NOON, TODAY, moment, run_queue

pytestmark = pytest.mark.django_db
PAGE = "/admin/permohonan/{}/pembacaan/"


@pytest.fixture
def case():
    made = factories.answer_case()
    run_queue()
    return made


@pytest.fixture
def notice(case):
    return Letter.objects.get(case=case, kind="notice")


def page(client, case):
    return client.get(PAGE.format(case.pk)).content.decode()


def test_each_opening_is_told_the_newest_first(sign_in, case, notice):
    ppid = sign_in(Role.PPID)
    assert "Belum ada yang membuka berkasnya" in page(ppid, case)
    clerk = factories.make_officer(Role.FRONT_DESK, name="Sari Pembaca")
    open_file(notice.signed, user=clerk, role=Role.FRONT_DESK, at=moment(TODAY, 15), reason="memeriksa")
    open_file(notice.signed, user=None, role="applicant", at=moment(TODAY, 16), reason="kode sekali pakai")
    mail = IncomingMail(
        fingerprint="f" * 64, received_at=NOON, received_on=TODAY, received_by="internaldate", fetched_at=NOON, size=1,
        state="joined", case=case,
    )  # fmt: skip
    mail.content = {"name": "", "address": "budi@contoh.id", "subject": "Tambahan", "text": "Teks", "message_id": ""}
    mail.save()
    MailReading.objects.create(mail=mail, user=clerk, role=Role.FRONT_DESK, at=moment(TODAY, 14))
    told = page(ppid, case)
    places = [told.index(words) for words in ("Pemohon <span", "memeriksa", "surel pada kasus ini")]
    assert places == sorted(places)
    assert told.count("Sari Pembaca") == 2
    assert notice.signed.name in told
    assert PAGE.format(case.pk) in ppid.get(f"/admin/permohonan/{case.pk}/").content.decode()


def test_another_cases_readings_and_the_commissions_are_not_here(sign_in, case, notice):
    other = factories.answer_case()
    reviewer = factories.make_officer(Role.REVIEWER, name="Komisioner Contoh")
    open_file(notice.signed, user=reviewer, role=Role.REVIEWER, at=moment(TODAY, 15), reason="ruang baca komisi")
    theirs = Letter.objects.get(case=other, kind="notice").signed
    clerk = factories.make_officer(Role.FRONT_DESK, name="Sari Pembaca")
    open_file(theirs, user=clerk, role=Role.FRONT_DESK, at=moment(TODAY, 15), reason="lain")
    told = page(sign_in(Role.SUPERIOR), case)
    assert "Komisioner" not in told
    assert "ruang baca" not in told
    assert "Sari Pembaca" not in told


def test_the_front_desk_and_units_do_not_look_after_each_other(sign_in, case):
    for role in (Role.FRONT_DESK, Role.EDITOR):
        client = sign_in(role)
        assert client.get(PAGE.format(case.pk)).status_code in {302, 403, 404}
    desk = sign_in(Role.FRONT_DESK)
    assert PAGE.format(case.pk) not in desk.get(f"/admin/permohonan/{case.pk}/").content.decode()
