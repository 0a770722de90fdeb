"""Why a mail did not leave, in plain kinds; no server's own words, which may hold an address."""

import smtplib
import socket

import pytest

from ppid.notify.failures import NoAddress, reason_of

ADDRESS = "budi@contoh.id"


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (NoAddress(7), "no_address"),
        (smtplib.SMTPRecipientsRefused({ADDRESS: (550, b"no such user")}), "refused"),
        (smtplib.SMTPRecipientsRefused({ADDRESS: (450, b"greylisted")}), "postponed"),
        (smtplib.SMTPRecipientsRefused({}), "other"),
        (smtplib.SMTPDataError(554, b"spam"), "refused"),
        (smtplib.SMTPSenderRefused(451, b"later", ADDRESS), "postponed"),
        (smtplib.SMTPAuthenticationError(535, b"bad credentials"), "not_let_in"),
        (smtplib.SMTPConnectError(421, b"busy"), "unreachable"),
        (smtplib.SMTPServerDisconnected("gone"), "unreachable"),
        (ConnectionRefusedError(111, "refused"), "unreachable"),
        (socket.gaierror(-2, "unknown host"), "unreachable"),
        (smtplib.SMTPNotSupportedError("SMTPUTF8"), "other"),
        (KeyError("a template's slip"), "other"),
    ],
)
def test_each_failure_has_its_kind(error, kind):
    assert reason_of(error) == kind
