"""Telling the complainant: by mail, or by a letter where there is no address (UU 25/2009 Ps 44(3), 50(2))."""

import datetime as dt

from django.contrib.auth.base_user import AbstractBaseUser

from ppid.actions import mail
from ppid.actions.drafting import give
from ppid.law.complaint_letter import ComplaintNews
from ppid.law.letters import LetterKind
from ppid.models import InformationRequest, MailRecord


def tell(
    case: InformationRequest, template: MailRecord.Template, news: ComplaintNews, *, user: AbstractBaseUser,
    on: dt.date, at: dt.datetime,
) -> bool:  # fmt: skip
    """Whether the news left by itself: by mail. Else its letter is made, which the desk sends and records."""
    record = mail.prepared(case, template, MailRecord.Audience.APPLICANT, at=at)
    if record is None:
        give(case, LetterKind.COMPLAINT, news.as_json(), on=on, at=at, user=user)
        return False
    mail.enqueue(record)
    return True
