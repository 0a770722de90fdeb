"""Mail from a genuine Dovecot lands on the desk once, with its true receipt; a reply finds its case."""

import datetime as dt

import pytest

from ppid.actions import fetching, incoming
from ppid.models import CaseEvent, FetchedMessage, IncomingMail, InformationRequest, MailFile
from ppid.models.reply import reply_address, reply_token
from tests import factories
from tests.mailboxes import dovecot, letter

pytestmark = pytest.mark.mailbox
AT = factories.moment(factories.TODAY, 16)
PDF = "--b\r\nContent-Type: application/pdf; name=surat.pdf\r\nContent-Transfer-Encoding: 8bit\r\n\r\n%PDF-1.7 a\r\n"
EXE = "--b\r\nContent-Type: application/pdf; name=tagihan.pdf\r\n\r\nMZ program\r\n--b--\r\n"


@pytest.fixture(scope="module")
def server():
    with dovecot() as running:
        yield running


@pytest.fixture
def deliver(server, settings):
    server.empty()
    settings.IMAP_URL = server.url

    def delivered(raw, *, at=AT - dt.timedelta(days=3)):
        return server.deliver(raw, at=at.timestamp())

    return delivered


def test_a_mail_is_taken_in_once_with_the_servers_date_and_runs_on_its_uu_date(deliver, sign_in):
    deliver(letter(body="Mohon é 😀"))
    told = fetching.fetch(at=AT)
    assert (told.errors, told.fetched, told.new) == ([], 1, 1)
    mail = IncomingMail.objects.get()
    assert (mail.received_on, mail.received_by) == (dt.date(2026, 11, 20), "internaldate")
    assert "😀" in mail.content["text"]
    assert "Sutini" not in mail.content_sealed
    assert fetching.fetch(at=AT).fetched == 0
    page = sign_in().get("/admin/permohonan/surel-masuk/").content.decode()
    assert "Permohonan data" in page
    assert "Jumat, 4 Desember 2026" in page


def test_a_crash_before_the_commit_loses_nothing_and_after_it_doubles_nothing(deliver, monkeypatch):
    deliver(letter())
    take = incoming._take_in

    def dying(*words):
        take(*words)
        raise KeyboardInterrupt

    monkeypatch.setattr(incoming, "_take_in", dying)
    with pytest.raises(KeyboardInterrupt):
        fetching.fetch(at=AT)
    assert not IncomingMail.objects.exists()
    monkeypatch.setattr(incoming, "_take_in", take)
    assert fetching.fetch(at=AT).new == 1
    FetchedMessage.objects.all().delete()
    assert fetching.fetch(at=AT).known == 1
    assert IncomingMail.objects.count() == 1


def test_a_file_is_judged_by_its_content_and_a_refused_one_stays_as_a_note(deliver):
    extra = "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\nX-Rest: "
    deliver(letter(extra=extra, body=PDF + EXE))
    fetching.fetch(at=AT)
    files = list(MailFile.objects.order_by("pk"))
    assert [bool(file.file_id) for file in files] == [True, False]
    assert "Jenis berkas tidak diterima" in files[1].refused


def test_a_reply_joins_its_case_and_an_answering_machine_is_put_aside(deliver):
    case = factories.file_case()
    deliver(letter("Balasan", to=reply_address(case, "ppid@body.example")))
    deliver(letter("Luar kantor", extra="Auto-Submitted: auto-replied\r\n"))
    deliver(letter("Tebakan", to="ppid+22222222222222222@body.example"))
    told = fetching.fetch(at=AT)
    assert (told.joined, told.automatic, told.new) == (1, 1, 1)
    assert CaseEvent.objects.filter(case=case, kind="mail_joined").count() == 1
    assert case.tracking_code.replace("-", "") not in reply_token(case)


def test_the_officer_makes_a_request_of_it_and_the_second_officer_is_told(deliver, sign_in):
    deliver(letter())
    fetching.fetch(at=AT)
    mail, client = IncomingMail.objects.get(), sign_in()
    form = dict(client.get(f"/admin/permohonan/baru/?surel={mail.pk}").context["screen"].form.initial)
    assert client.post("/admin/permohonan/baru/", form).status_code == 302
    case = InformationRequest.objects.get()
    assert (case.channel, case.received_on) == ("email", dt.date(2026, 11, 20))
    mail.refresh_from_db()
    assert (mail.state, mail.case) == ("registered", case)
    spam = client.post(f"/admin/permohonan/surel-masuk/{mail.pk}/spam/", {"reason": "x"})
    assert spam.status_code == 409


def test_spam_needs_a_reason_is_kept_and_can_come_back(deliver, sign_in):
    deliver(letter())
    fetching.fetch(at=AT)
    mail, client = IncomingMail.objects.get(), sign_in()
    address = f"/admin/permohonan/surel-masuk/{mail.pk}/"
    assert client.get(address).status_code == 200
    assert client.post(address + "spam/", {"reason": ""}).status_code == 400
    assert client.post(address + "spam/", {"reason": "Iklan."}).status_code == 302
    assert "Iklan." in client.get(address).content.decode()
    client.post(address + "back/", {"reason": "Keliru."})
    mail.refresh_from_db()
    assert mail.state == "new"
