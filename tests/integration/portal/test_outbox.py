"""The mail of the embedded default: the file is the sending, the console a courtesy."""

import io
import sys

import pytest
from django.core.mail import EmailMessage

from portal.mail import ConsoleAndOutbox


class Gone(io.StringIO):
    """A closed terminal."""

    def write(self, text):
        raise BrokenPipeError


@pytest.fixture
def outbox(settings, tmp_path):
    settings.OUTBOX_DIR = tmp_path / "outbox"
    return settings.OUTBOX_DIR


@pytest.mark.parametrize("console", [io.StringIO, Gone])
def test_a_mail_leaves_with_and_without_a_console(outbox, monkeypatch, console):
    monkeypatch.setattr(sys, "stderr", console())
    assert ConsoleAndOutbox().send_messages([EmailMessage("Hal", "isi surat", "a@contoh.id", ["b@contoh.id"])]) == 1
    [file] = outbox.iterdir()
    assert "isi surat" in file.read_text()
