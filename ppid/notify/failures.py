"""Why a mail did not leave, in one of a few plain kinds: what a mail server says may hold an address."""

import smtplib

from ppid.models import MailRecord

Failure = MailRecord.Failure


class NoAddress(LookupError):
    """Nobody to write to: the applicant's address was destroyed, or the desk has none. Carries no address."""


# The first that fits: smtplib derives some of these from others, and all but NoAddress from OSError.
KINDS: tuple[tuple[type[Exception], MailRecord.Failure], ...] = (
    (NoAddress, Failure.NO_ADDRESS),
    (smtplib.SMTPAuthenticationError, Failure.NOT_LET_IN),
    (smtplib.SMTPConnectError, Failure.UNREACHABLE),
    (smtplib.SMTPServerDisconnected, Failure.UNREACHABLE),
    (smtplib.SMTPHeloError, Failure.UNREACHABLE),
    (smtplib.SMTPException, Failure.OTHER),
    (OSError, Failure.UNREACHABLE),
)


def reason_of(error: Exception) -> MailRecord.Failure:
    """The kind of a failed sending. A reply of 5xx is a refusal, one of 4xx asks to come again (RFC 5321, 4.2.1)."""
    found = next((reason for kind, reason in KINDS if isinstance(error, kind)), Failure.OTHER)
    codes = _replies(error) if found is Failure.OTHER else []
    return found if not codes else Failure.REFUSED if min(codes) >= 500 else Failure.POSTPONED


def _replies(error: Exception) -> list[int]:
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return [code for code, _words in error.recipients.values()]
    return [error.smtp_code] if isinstance(error, smtplib.SMTPResponseException) else []
