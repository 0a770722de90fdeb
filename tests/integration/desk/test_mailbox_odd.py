"""Huge, hostile and broken mails through a genuine Dovecot: each lands once, with a note of what was left out."""

import base64
import io
import resource
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from ppid.actions import fetching, incoming
from ppid.mailbox import message as message_module
from ppid.mailbox.server import BEGINNING
from ppid.models import CaseEvent, IncomingMail, MailFile
from ppid.models.reply import reply_address
from tests import factories
from tests.mailboxes import dovecot, letter

pytestmark = [pytest.mark.mailbox, pytest.mark.django_db]
ROOT = Path(__file__).resolve().parents[3]
AT = factories.moment(factories.TODAY, 16)


@pytest.fixture(scope="module")
def server():
    with dovecot() as running:
        yield running


@pytest.fixture
def deliver(server, settings):
    server.empty()
    settings.IMAP_URL = server.url
    return lambda raw: server.deliver(raw, at=AT.timestamp())


def mixed(*parts, head=""):
    body = b"".join(b"--b\r\n" + part + b"\r\n" for part in parts) + b"--b--\r\n"
    top = f"From: Sutini <sutini@contoh.example>\r\nSubject: Berkas\r\nMessage-ID: <berkas@x>\r\n{head}"
    return f"{top}MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n".encode() + body


def file(content, name="surat.pdf", kind="application/pdf"):
    head = f'Content-Type: {kind}; name="{name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n'
    return head.encode() + base64.encodebytes(content)


WORDS = b"Content-Type: text/plain; charset=utf-8\r\n\r\nMohon data."


def zipped(*members):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return held.getvalue()


def test_a_mail_of_40_mb_lands_with_its_words_and_a_note_of_what_was_left_out(server, deliver, sign_in):
    deliver(mixed(WORDS, file(b"%PDF-1.7" + bytes(30 << 20))))
    assert fetching.fetch(at=AT).new == 1
    mail = IncomingMail.objects.get()
    assert (mail.content["text"], mail.cut, mail.size > 40 << 20) == ("Mohon data.", True, True)
    assert "terlalu besar" in mail.files.get().refused
    assert "terlalu besar" in sign_in().get(f"/admin/permohonan/surel-masuk/{mail.pk}/").content.decode()
    assert fetching.fetch(at=AT).fetched == 0
    assert server.held(), "the mail stays on the server"


def test_fetching_40_mb_takes_no_more_memory_than_its_beginning(server, deliver, tmp_path):
    deliver(mixed(WORDS, file(b"%PDF-1.7" + bytes(30 << 20))))
    program = (
        "import resource, sys\n"
        "from ppid.mailbox.server import opened, place_of\n"
        "from ppid.mailbox.message import read\n"
        "with opened(place_of(sys.argv[1])) as box:\n"
        "    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "    held = box.fetch(box.uids()[0]); read(held.raw, whole=not held.cut)\n"
        "    print(len(held.raw), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)\n"
    )
    ran = subprocess.run([sys.executable, "-c", program, server.url], cwd=ROOT, capture_output=True, check=True)
    length, grown = (int(word) for word in ran.stdout.split())
    assert length == BEGINNING
    assert grown < 20_000, "kilobytes"


def test_of_hundreds_of_files_each_is_kept_or_noted(deliver):
    deliver(mixed(WORDS, *[file(b"%%PDF-1.7 %d" % number, f"{number}.pdf") for number in range(150)]))
    assert fetching.fetch(at=AT).new == 1
    files = MailFile.objects.all()
    assert (files.count(), files.filter(file__isnull=False).count()) == (150, incoming.MOST_FILES)
    assert all("terlalu banyak" in held.refused for held in files[incoming.MOST_FILES :])


BOMB = zipped(("[Content_Types].xml", "x"), ("word/document.xml", bytes(50 << 20)))
HOSTILE = {
    "program.exe": (b"MZ\x90\x00program", "application/pdf"),
    "halaman.html": (b"<html><script>alert(1)</script></html>", "application/pdf"),
    "gambar.svg": (b"<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>", "image/png"),
    "arsip.zip": (zipped(("a.txt", bytes(50 << 20))), "application/zip"),
    "makro.docx": (zipped(("[Content_Types].xml", "x"), ("word/vbaProject.bin", "x")), "application/msword"),
    "rusak.png": (b"\x89PNG\r\n\x1a\n" + b"\x00" * 40, "image/png"),
    "rusak.jpg": (b"\xff\xd8\xff\xe1\x00", "image/jpeg"),
    "rusak.tif": (b"II*\x00\xff\xff\xff\x7f", "image/tiff"),
    "rusak.docx": (b"PK\x03\x04rusak", "application/msword"),
    "besar.pdf": (b"%PDF-1.7" + bytes(11 << 20), "application/pdf"),
    "winmail.dat": (b"\x78\x9f\x3e\x22" + b"\x01\x00 TNEF", "application/ms-tnef"),
}


def test_every_hostile_file_is_refused_by_its_content_with_a_note(deliver):
    deliver(mixed(WORDS, *[file(content, name, kind) for name, (content, kind) in HOSTILE.items()]))
    assert fetching.fetch(at=AT).new == 1
    notes = {held.name: held.refused for held in MailFile.objects.all()}
    assert set(notes) == set(HOSTILE)
    assert all(notes.values()), notes
    assert "TNEF" in notes["winmail.dat"]
    assert not MailFile.objects.filter(file__isnull=False).exists()


def test_an_office_file_that_swells_is_kept_as_it_came_and_never_unpacked(deliver):
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    deliver(mixed(WORDS, file(BOMB, "surat.docx")))
    assert fetching.fetch(at=AT).new == 1
    assert MailFile.objects.get().file.size == len(BOMB) < 100_000
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 40_000, "kilobytes"


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "C:\\windows\\a.exe", "a\x00b.pdf", "=?utf-7?Q?+2AA-?=.pdf", "\u202efdp.exe",
             "x" * 900, "<script>alert(1)</script>.pdf", "é😀.pdf", '"; filename="y.exe'],
)  # fmt: skip
def test_a_hostile_name_becomes_a_safe_one(deliver, sign_in, name):
    part = f'Content-Type: application/pdf; name="{name}"\r\n\r\n%PDF-1.7 a'.encode()
    deliver(mixed(WORDS, part))
    assert fetching.fetch(at=AT).new == 1
    held = MailFile.objects.get()
    assert not set(held.file.name) & set('/\\\x00<>"\u202e;')
    assert held.file.name.endswith(".pdf")
    page = sign_in().get(f"/admin/permohonan/surel-masuk/{held.mail_id}/").content.decode()
    assert "<script>alert" not in page


def test_null_bytes_and_half_signs_land_as_text(deliver):
    deliver(b"From: a\x00b <a@x>\r\nSubject: =?utf-7?Q?+2AA-?=\x00\r\nMessage-ID: <\xe9\x00@x>\r\n\r\nMohon\x00 data.")
    assert fetching.fetch(at=AT).new == 1
    text = IncomingMail.objects.get().content["text"]
    # Dovecot gives 0x80 for a null byte, which no IMAP literal may hold.
    assert text in {"Mohon€ data.", "Mohon data."}


def test_what_cannot_be_kept_as_read_is_kept_as_its_head_and_words_and_holds_up_nothing(deliver, monkeypatch):
    deliver(letter("Racun"))
    deliver(letter("Berikut"))
    reading = message_module.read

    def poisoned(raw, *, whole=True):
        mail = reading(raw, whole=whole)
        return mail if b"Racun" not in raw else message_module.replace(mail, text="\ud800")

    monkeypatch.setattr(incoming, "read", poisoned)
    told = fetching.fetch(at=AT)
    assert (told.new, told.errors) == (2, [])
    assert {mail.content["subject"]: mail.broken for mail in IncomingMail.objects.all()} == {
        "Racun": True,
        "Berikut": False,
    }


def test_what_no_person_wrote_never_joins_a_case_and_is_never_answered(deliver, mailoutbox):
    case = factories.file_case()
    address = reply_address(case, "ppid@body.example")
    mailoutbox.clear()
    for number, extra in enumerate(("Auto-Submitted: auto-replied\r\n", "Return-Path: <>\r\n", "List-Id: <a.x>\r\n")):
        deliver(letter(f"Otomatis {number}", to=address, extra=extra))
    deliver(letter("Gagal", to=address).replace(b"sutini@contoh", b"MAILER-DAEMON@contoh"))
    told = fetching.fetch(at=AT)
    assert (told.automatic, told.joined, told.new) == (4, 0, 0)
    assert not CaseEvent.objects.filter(kind="mail_joined").exists()
    assert mailoutbox == []
    assert set(IncomingMail.objects.values_list("state", "case")) == {("automatic", case.pk)}


def test_our_own_mail_that_comes_back_is_put_aside(deliver, mailoutbox):
    factories.file_case()
    factories.run_queue()
    sent = [mail.message().as_bytes() for mail in mailoutbox]
    assert sent
    for raw in sent:
        deliver(raw)
    told = fetching.fetch(at=AT)
    assert (told.automatic, told.new, told.joined) == (len(sent), 0, 0)
