"""The delivery record on the case page, the alarm of what did not arrive, and an officer's two remedies."""

import datetime as dt
import smtplib

import pytest
from django.core import mail
from django.core.mail import EmailMultiAlternatives
from django_tasks_db.models import DBTaskResult

from ppid.actions import codes, mail_failures, queue
from ppid.actions.log import first_fault
from ppid.law.procedure import Unlawful
from ppid.models import MailRecord, Role
from ppid.models.mail import MOST_ATTEMPTS
from tests import factories

CASE = "/admin/permohonan/{}/"
LIST = "/admin/permohonan/"
AGAIN = "/admin/permohonan/surel/{}/kirim-ulang/"
HANDLED = "/admin/permohonan/surel/{}/sudah-ditangani/"
NOW = {"on": factories.TODAY, "at": factories.moment(factories.TODAY, 16)}


class Server:
    """A mail server that gives the errors in its list, one a try, and takes everything afterwards."""

    def __init__(self, errors):
        self.errors = list(errors)
        self.tries = 0

    def send(self, message):
        self.tries += 1
        if self.errors:
            raise self.errors.pop(0)
        return real_send(message)


real_send = EmailMultiAlternatives.send


@pytest.fixture
def server(monkeypatch):
    def answering(*errors):
        made = Server(errors)

        def send(message, fail_silently=False):
            return made.send(message)

        monkeypatch.setattr(EmailMultiAlternatives, "send", send)
        return made

    return answering


def refused(code):
    return smtplib.SMTPRecipientsRefused({"budi@contoh.id": (code, b"budi@contoh.id: try again")})


def work_off():
    """One round of a worker: rows that are ready now; what fails stays failed until the sweep."""
    for row in DBTaskResult.objects.ready().order_by("enqueued_at"):
        row.claim(f"worker-{row.pk}-{len(row.worker_ids)}")
        try:
            row.set_successful(row.task.call(*row.args_kwargs["args"], **row.args_kwargs["kwargs"]))
        except Exception as error:
            row.set_failed(error)


def mail_row(record):
    return next(
        row for row in DBTaskResult.objects.filter(task_path__endswith="send_mail")
        if row.args_kwargs["args"] == [record.pk]
    )  # fmt: skip


def failed(case, *, times=MOST_ATTEMPTS, failure="postponed"):
    record = MailRecord.objects.get(case=case, template="received")
    MailRecord.objects.filter(pk=record.pk).update(state="failed", attempts=times, failure=failure)
    record.refresh_from_db()
    return record


def test_a_server_that_refuses_three_times_gets_the_mail_once_after_growing_pauses(server):
    refusing = server(refused(450), refused(450), ConnectionRefusedError())
    record = MailRecord.objects.get(case=factories.file_case())
    pauses = []
    for _try in range(3):
        work_off()
        row = mail_row(record)
        assert row.status == "FAILED"
        # The sweep returns the row not a second before its pause is over.
        pause = queue.pause_after(len(row.worker_ids))
        assert queue.sweep(row.finished_at + pause - dt.timedelta(seconds=1)).retried == 0
        assert queue.sweep(row.finished_at + pause).retried == 1
        DBTaskResult.objects.filter(pk=row.pk).update(run_after=row.finished_at)
        pauses.append(pause)
    work_off()
    assert pauses == [dt.timedelta(minutes=minutes) for minutes in (1, 2, 4)]
    record.refresh_from_db()
    assert (record.state, record.attempts, record.failure) == ("sent", 4, "")
    assert record.sent_at is not None
    assert [message.to for message in mail.outbox] == [["budi@contoh.id"]]
    assert refusing.tries == 4
    # Neither a sweep nor a worker sends it a second time.
    queue.sweep(record.sent_at + dt.timedelta(days=1))
    work_off()
    assert refusing.tries == 4


def test_the_case_page_tells_what_left_when_and_what_did_not(sign_in, server):
    server(*[refused(550)] * 2)
    case = factories.file_case()
    client = sign_in()
    assert "Menunggu giliran dikirim" in client.get(CASE.format(case.pk)).content.decode()
    work_off()
    text = client.get(CASE.format(case.pk)).content.decode()
    assert "kepada Pemohon, diputuskan 23 November 2026, 12.00 WIB" in text
    assert "Gagal pada percobaan ke-1: server surel penerima menolak alamat atau isinya." in text
    assert "Kirim ulang" in text
    assert "try again" not in text, "a server's own words stay in the log"
    DBTaskResult.objects.filter(status="FAILED").update(status="READY")
    work_off()
    assert "Gagal pada percobaan ke-2:" in client.get(CASE.format(case.pk)).content.decode()
    DBTaskResult.objects.filter(status="FAILED").update(status="READY")
    work_off()
    text = client.get(CASE.format(case.pk)).content.decode()
    assert "(percobaan ke-3)" in text
    assert "Kirim ulang" not in text


def test_a_mail_without_hope_is_an_alarm_on_the_home_page_and_in_the_list(sign_in):
    case, other = factories.file_case(), factories.file_case()
    client = sign_in()
    failed(other, times=2)
    assert "Surel tidak sampai" not in client.get("/admin/").content.decode(), "it is still being tried"
    record = failed(case)
    home = client.get("/admin/").content.decode()
    assert "<b>1</b> Surel tidak sampai" in home
    assert "keadaan=mail" in home
    rows = client.get(LIST, {"keadaan": "mail"}).context["screen"].rows
    assert [row.number for row in rows] == [case.number]
    assert client.post(HANDLED.format(record.pk)).status_code == 302
    assert "Surel tidak sampai" not in client.get("/admin/").content.decode()
    assert client.get(LIST, {"keadaan": "mail"}).context["screen"].rows == []


def test_a_refused_address_is_an_alarm_at_once_and_also_on_an_answered_case(sign_in):
    case = factories.answer_case()
    failed(case, times=1, failure="refused")
    rows = sign_in().get(LIST, {"keadaan": "mail"}).context["screen"].rows
    assert [row.number for row in rows] == [case.number]


def test_sending_again_puts_it_into_the_queue_once_and_logs_who_did(sign_in):
    case = factories.file_case()
    record = failed(case)
    row = mail_row(record)
    DBTaskResult.objects.filter(pk=row.pk).update(status="FAILED", worker_ids=["w"] * queue.MOST_TRIES)
    client = sign_in()
    response = client.post(AGAIN.format(record.pk))
    assert response.url == f"/admin/permohonan/{case.pk}/#surel"
    record.refresh_from_db()
    assert (record.state, record.failure) == ("waiting", "")
    assert mail_row(record).status == "READY"
    event = case.events.order_by("seq").last()
    assert (event.kind, event.actor) == ("mail_sent_again", client.user)
    assert event.payload == {"mail": record.pk, "template": "received", "tries": MOST_ATTEMPTS}
    assert first_fault(case) is None
    factories.run_queue()
    record.refresh_from_db()
    assert (record.state, len(mail.outbox)) == ("sent", 1)
    # Pressed twice, or from an old page: told, and nothing leaves again.
    page = client.post(AGAIN.format(record.pk), follow=True).content.decode()
    assert "Surel ini tidak gagal" in page
    factories.run_queue()
    assert len(mail.outbox) == 1


def test_a_void_code_is_not_sent_again():
    case = factories.file_case()
    codes.send_code(case=case, at=factories.NOON)
    record = MailRecord.objects.get(template="sign_in_code")
    MailRecord.objects.filter(pk=record.pk).update(state="failed", attempts=MOST_ATTEMPTS, failure="postponed")
    officer = factories.make_officer(Role.FRONT_DESK)
    with pytest.raises(Unlawful, match="meminta kode baru"):
        mail_failures.send_again(mail=record, acting_user=officer, **NOW)
    assert not MailRecord.objects.alarming().exists()


@pytest.mark.parametrize("role", [Role.SUPERIOR, Role.EDITOR, Role.ADMINISTRATOR, Role.REVIEWER])
def test_only_officers_of_the_desk_mend_mails(role):
    record = failed(factories.file_case())
    person = factories.make_officer(role)
    for act in (mail_failures.send_again, mail_failures.set_aside):
        with pytest.raises(Unlawful, match="bukan wewenang"):
            act(mail=record, acting_user=person, **NOW)


def test_the_mail_of_another_units_case_is_nobodys_business(sign_in):
    record = failed(factories.file_case())
    client = sign_in(Role.ASSISTANT, unit=factories.make_unit())
    assert client.post(AGAIN.format(record.pk)).status_code == 404
    assert client.post(AGAIN.format(999_999)).status_code == 404
    assert client.get(AGAIN.format(record.pk)).status_code == 405
