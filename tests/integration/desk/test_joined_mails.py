"""Mail at the desk: what is no request yet counts on the home page, what joined a case is read there, each reading
written down."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ppid.actions import incoming
from ppid.mailbox.server import Fetched
from ppid.models import IncomingMail, InformationRequest, MailReading, ReadLog, Role
from ppid.models.reply import reply_address
from tests import factories
from tests.factories import TODAY, moment
from tests.mailboxes import letter

pytestmark = pytest.mark.django_db
CASE = "/admin/permohonan/{}/"
INBOX = "/admin/permohonan/surel-masuk/"
MIXED = "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\nX-Rest: "
PARTS = (
    "--b\r\nContent-Type: text/plain\r\n\r\nIni surat kuasanya <b>segera</b>.\r\n"
    "--b\r\nContent-Type: application/pdf; name=kuasa.pdf\r\n\r\n%PDF-1.7 a\r\n"
    "--b\r\nContent-Type: application/pdf; name=program.pdf\r\n\r\nMZ program\r\n--b--\r\n"
)


def came(raw, *, uid=1, on=TODAY):
    message = Fetched(raw, moment(on, 8), len(raw), False)
    incoming.receive(source=incoming.Source("INBOX", 1, uid), message=message, at=moment(TODAY, 9))
    return IncomingMail.objects.order_by("pk").last()


def joined(case, **more):
    return came(letter("Kuasa", PARTS, to=reply_address(case, "ppid@body.example"), extra=MIXED), **more)


def page(client, url):
    response = client.get(url)
    assert response.status_code == 200
    return response.content.decode()


def test_the_home_page_counts_unregistered_mail_with_the_days_left_to_the_oldest__uu_22_7(sign_in):
    clerk = sign_in(Role.FRONT_DESK)
    assert "Surel belum didaftar" not in page(clerk, "/admin/")
    came(letter("Satu"), uid=1, on=TODAY - dt.timedelta(3))
    came(letter("Dua"), uid=2)
    came(letter("Libur", extra="Auto-Submitted: auto-replied\r\n"), uid=3)
    home = page(clerk, "/admin/")
    assert f'href="{INBOX}"><b>2</b> Surel belum didaftar (9 hari kerja lagi)' in home
    assert INBOX in page(clerk, "/admin/permohonan/")
    for role in (Role.SUPERIOR, Role.ASSISTANT):
        assert "Surel belum didaftar" not in page(sign_in(role), "/admin/")
    came(letter("Lama"), uid=4, on=TODAY - dt.timedelta(40))
    assert "Surel belum didaftar (Terlambat" in page(clerk, "/admin/")


def test_counting_mail_costs_one_statement_however_much_there_is(sign_in):
    clerk = sign_in(Role.FRONT_DESK)
    page(clerk, "/admin/")
    costs = []
    for number in (1, 5):
        for uid in range(number):
            came(letter(f"Surat {number} {uid}"), uid=number * 10 + uid)
        with CaptureQueriesContext(connection) as said:
            page(clerk, "/admin/")
        costs.append(len(said))
    assert costs[0] == costs[1]


def test_a_joined_mail_is_on_the_case_page_with_text_and_files_and_each_reading_is_written_down(sign_in):
    case = factories.file_case()
    mail = joined(case)
    clerk = sign_in(Role.FRONT_DESK)
    shown = page(clerk, CASE.format(case.pk))
    assert "Surel yang masuk" in shown
    assert "Ini surat kuasanya &lt;b&gt;segera&lt;/b&gt;." in shown
    assert "program.pdf" in shown
    assert "Jenis berkas tidak diterima" in shown
    reading = MailReading.objects.get()
    assert (reading.mail, reading.user, reading.role) == (mail, clerk.user, Role.FRONT_DESK)
    kept = mail.files.get(file__isnull=False)
    assert clerk.get(f"/admin/permohonan/berkas/{kept.file_id}/").status_code == 200
    assert ReadLog.objects.filter(file=kept.file, user=clerk.user).exists()
    page(clerk, f"{INBOX}{mail.pk}/")
    assert MailReading.objects.filter(mail=mail, user=clerk.user).count() == 2


def test_the_unit_that_has_the_case_reads_its_mail_and_no_other_unit_does(sign_in):
    unit = factories.make_unit()
    case = factories.file_case()
    InformationRequest.objects.filter(pk=case.pk).update(unit=unit)
    mail = joined(case)
    assistant = sign_in(Role.ASSISTANT, unit=unit)
    shown = page(assistant, CASE.format(case.pk))
    assert "Ini surat kuasanya" in shown
    assert f"{INBOX}{mail.pk}/" not in shown
    kept = mail.files.get(file__isnull=False)
    assert assistant.get(f"/admin/permohonan/berkas/{kept.file_id}/").status_code == 200
    stranger = sign_in(Role.ASSISTANT, unit=factories.make_unit())
    assert stranger.get(CASE.format(case.pk)).status_code == 404
    assert MailReading.objects.filter(user=stranger.user).count() == 0


def test_an_answering_machine_at_a_cases_address_is_shown_as_one_and_its_file_is_no_paper_of_the_case(sign_in):
    case = factories.file_case()
    extra = "Auto-Submitted: auto-replied\r\n" + MIXED
    mail = came(letter("Kuasa", PARTS, to=reply_address(case, "ppid@body.example"), extra=extra))
    shown = page(sign_in(Role.FRONT_DESK), CASE.format(case.pk))
    assert "(jawaban otomatis)" in shown
    kept = mail.files.get(file__isnull=False)
    assert f"/admin/permohonan/surel-masuk/berkas/{kept.file_id}/" in shown
    assert not case.files.exists()


def test_a_case_without_mail_costs_one_statement_and_no_row(sign_in):
    case = factories.file_case()
    clerk = sign_in(Role.FRONT_DESK)
    page(clerk, CASE.format(case.pk))
    with CaptureQueriesContext(connection) as said:
        page(clerk, CASE.format(case.pk))
    assert sum("ppid_incomingmail" in query["sql"] for query in said) == 1
    assert not MailReading.objects.exists()


def test_an_empty_and_a_broken_mail_are_said_to_be(sign_in):
    mail = came(b"From: a@x\r\nFrom: b@x\r\nSubject: Kosong\r\n\r\n")
    shown = page(sign_in(Role.FRONT_DESK), f"{INBOX}{mail.pk}/")
    assert "(tanpa isi)" in shown
    assert "Susunan surel ini rusak" in shown
