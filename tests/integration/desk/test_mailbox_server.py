"""The mailbox over TLS, and every trouble with it: a clear sentence, exit 1, no traceback, no password anywhere."""

import imaplib
import io
import logging
import socket
import subprocess
import sys

import pytest
from django.core.management import call_command

from ppid.actions import fetching
from ppid.mailbox import server as server_module
from ppid.models import IncomingMail
from tests import factories
from tests.mailboxes import certify, dovecot, free_port, letter, silent_server

pytestmark = pytest.mark.mailbox
AT = factories.moment(factories.TODAY, 16)


@pytest.fixture(scope="module")
def server():
    with dovecot() as running:
        yield running


@pytest.fixture(scope="module")
def plain_server():
    with dovecot(tls=False) as running:
        yield running


@pytest.fixture
def told(settings, caplog, capfd):
    """What the command says; its secret is looked for in everything that came out."""
    caplog.set_level(logging.DEBUG)

    def of(url, *, ca="", secret="rahasia"):
        settings.IMAP_URL, settings.IMAP_CA_FILE = url, str(ca)
        out, err = io.StringIO(), io.StringIO()
        code = 0
        try:
            call_command("fetch_mail", stdout=out, stderr=err)
        except Exception as error:
            code, refused = getattr(error, "returncode", None), str(error)
            err.write(refused)
        captured = capfd.readouterr()
        everything = out.getvalue() + err.getvalue() + captured.out + captured.err + caplog.text
        assert secret not in everything
        assert "Traceback" not in everything
        return code, out.getvalue() + err.getvalue()

    return of


def delivered(server):
    server.empty()
    server.deliver(letter(), at=AT.timestamp())


def test_imaps_is_read_when_the_authority_vouches_for_the_name(server, told):
    delivered(server)
    code, _words = told(f"imaps://warga:rahasia@localhost:{server.secure_port}/INBOX", ca=server.authority)
    assert (code, IncomingMail.objects.count()) == (0, 1)


def test_starttls_is_read_likewise(server, told):
    delivered(server)
    code, _words = told(f"imap+tls://warga:rahasia@localhost:{server.port}/INBOX", ca=server.authority)
    assert (code, IncomingMail.objects.count()) == (0, 1)


def test_a_password_beyond_ascii_signs_in(server, told):
    delivered(server)
    url = f"imaps://sutini:kata%20sand%C3%AD@localhost:{server.secure_port}/INBOX"
    assert told(url, ca=server.authority, secret="sandí")[0] == 0


def test_an_unknown_authority_and_a_wrong_name_are_refused_before_the_password_leaves(server, told, tmp_path):
    delivered(server)
    certify(tmp_path)
    for url, ca in (
        (f"imaps://warga:rahasia@localhost:{server.secure_port}", ""),
        (f"imaps://warga:rahasia@localhost:{server.secure_port}", tmp_path / "ca.pem"),
        (f"imaps://warga:rahasia@127.0.0.1:{server.secure_port}", server.authority),
        (f"imap+tls://warga:rahasia@localhost:{server.port}", ""),
        (f"imap+tls://warga:rahasia@127.0.0.1:{server.port}", server.authority),
    ):
        code, words = told(url, ca=ca)
        assert (code, "Sertifikat server surel tidak dapat dipercaya" in words) == (1, True), (url, ca, words)
    assert not IncomingMail.objects.exists()


def test_a_server_without_starttls_gets_no_password(plain_server, told, monkeypatch):
    def never(*_words):
        raise AssertionError("signed in without TLS")

    monkeypatch.setattr(imaplib.IMAP4, "login", never)
    code, words = told(f"imap+tls://warga:rahasia@localhost:{plain_server.port}")
    assert (code, "tidak menawarkan STARTTLS" in words) == (1, True)


@pytest.mark.parametrize("url", ["imap://warga:rahasia@mail.body.example", "http://warga:rahasia@x", "imaps://x:99999"])
def test_an_address_without_tls_or_sense_is_refused(told, url):
    code, words = told(url)
    assert code == 1
    assert words.startswith("IMAP_URL")


def test_a_wrong_password_a_missing_folder_and_a_missing_authority_are_named(server, told):
    base = f"localhost:{server.secure_port}"
    code, words = told(f"imaps://warga:keliru-sekali@{base}", ca=server.authority, secret="keliru-sekali")
    assert (code, words.strip()) == (1, "Server surel menolak pengguna atau sandinya. Periksa IMAP_URL.")
    code, words = told(f"imaps://warga:rahasia@{base}/Tidak%20ada", ca=server.authority)
    assert (code, words.strip()) == (1, "Kotak surat “Tidak ada” tidak ada di server.")
    code, words = told(f"imaps://warga:rahasia@{base}", ca="/tidak/ada.pem")
    assert (code, "IMAP_CA_FILE" in words) == (1, True)


def test_a_server_that_is_down_or_speaks_something_else_is_told(server, told):
    code, words = told(f"imaps://warga:rahasia@localhost:{free_port()}")
    assert (code, "tidak dapat dihubungi (ConnectionRefusedError)" in words) == (1, True)
    code, words = told("imaps://warga:rahasia@tidak-ada.invalid")
    assert (code, "tidak dapat dihubungi" in words) == (1, True)
    code, words = told(f"imaps://warga:rahasia@localhost:{server.port}", ca=server.authority)
    assert (code, "tidak dapat dihubungi (SSLError)" in words) == (1, True)
    with silent_server(b"HTTP/1.1 400 Bad Request\r\n\r\n") as port:
        code, words = told(f"imap://warga:rahasia@127.0.0.1:{port}")
    assert (code, "tidak dapat dihubungi" in words) == (1, True)


@pytest.mark.parametrize("greeting", [b"", b"* OK siap\r\n"])
def test_a_server_that_says_nothing_more_is_not_waited_for_without_end(told, monkeypatch, greeting):
    monkeypatch.setattr(server_module, "TIMEOUT", 0.5)
    with silent_server(greeting) as port:
        code, words = told(f"imap://warga:rahasia@127.0.0.1:{port}")
    assert (code, "tidak menjawab dalam" in words) == (1, True)


def test_a_connection_that_breaks_in_the_middle_keeps_what_came_and_fetches_the_rest_later(server, settings, told):
    server.empty()
    for number in range(3):
        server.deliver(letter(f"Surat {number}"), at=AT.timestamp())
    fetch = server_module.Mailbox.fetch

    def breaking(box, uid):
        if IncomingMail.objects.count() == 1:
            box.imap.sock.shutdown(socket.SHUT_RDWR)
        return fetch(box, uid)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(server_module.Mailbox, "fetch", breaking)
        code, words = told(server.url)
    assert (code, IncomingMail.objects.count()) == (1, 1), words
    assert "Server surel tidak menjawab permintaan FETCH" in words
    assert (told(server.url)[0], IncomingMail.objects.count()) == (0, 3)


def test_a_full_disk_is_told_as_one_and_the_mail_comes_with_the_next_round(server, settings, told, monkeypatch):
    server.empty()
    extra = "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\nX-Rest: "
    part = "--b\r\nContent-Type: application/pdf; name=a.pdf\r\n\r\n%PDF-1.7 a\r\n--b--\r\n"
    server.deliver(letter(extra=extra, body=part), at=AT.timestamp())
    with pytest.MonkeyPatch.context() as patch:

        def full(*_words):
            raise OSError(28, "No space left on device")

        patch.setattr("ppid.models.files.private_storage", type("Full", (), {"save": full}))
        code, words = told(server.url)
    assert (code, "Periksa ruang dan izin DATA_DIR" in words) == (1, True)
    assert not IncomingMail.objects.exists()
    assert told(server.url)[0] == 0
    assert IncomingMail.objects.get().files.get().file is not None


def test_the_command_itself_exits_with_one_and_a_sentence(tmp_path):
    environment = {"PATH": "/usr/bin:/bin", "DATA_DIR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "portal.settings.dev",
                   "IMAP_URL": f"imaps://warga:rahasia@localhost:{free_port()}"}  # fmt: skip
    ran = subprocess.run(
        [sys.executable, "manage.py", "fetch_mail"], env=environment, capture_output=True, text=True, check=False
    )
    assert (ran.returncode, "Server surel tidak dapat dihubungi" in ran.stderr) == (1, True)
    assert "Traceback" not in ran.stderr
    assert "rahasia" not in ran.stdout + ran.stderr


def test_a_round_closes_its_connection(server, settings):
    settings.IMAP_URL = server.url
    delivered(server)
    opened = []
    with pytest.MonkeyPatch.context() as patch:
        connected = server_module._connected

        def remembering(*words):
            opened.append(connected(*words))
            return opened[-1]

        patch.setattr(server_module, "_connected", remembering)
        fetching.fetch(at=AT)
    assert opened[0].sock.fileno() == -1
