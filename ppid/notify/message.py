"""What a mail says and what it may draw on, with the words that every builder shares."""

import datetime as dt
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ppid.law.calendar import MissingDecree
from ppid.law.clock import due_of
from ppid.law.terms import term
from ppid.models import AnyCase, InformationRequest, Institution, MailRecord, Objection
from ppid.queries.calendar import current_calendar


@dataclass(frozen=True, slots=True)
class Message:
    """What a mail says. `facts` are label and value; `action` is a link's words and its address."""

    subject: str
    greeting: str
    paragraphs: tuple[str, ...]
    facts: tuple[tuple[str, str], ...] = ()
    code: str = ""
    after: tuple[str, ...] = ()
    action: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What a message may draw on. `due` is the governing deadline's last day, None while no decree covers it."""

    record: MailRecord
    case: AnyCase
    institution: Institution
    due: dt.date | None

    @property
    def request(self) -> InformationRequest:
        """The case of a mail that only requests have."""
        if not isinstance(self.case, InformationRequest):
            raise TypeError(f"mail record {self.record.pk} is about no request")
        return self.case

    @property
    def objection(self) -> Objection:
        """The case of a mail that only objections have."""
        if not isinstance(self.case, Objection):
            raise TypeError(f"mail record {self.record.pk} is about no objection")
        return self.case


def greeting(case: AnyCase) -> str:
    return _("Yth. %(name)s,") % {"name": " ".join(case.applicant.correspondent.split())}


def day_words(day: dt.date) -> str:
    return date_format(day, "l, j F Y")


def moment_words(known: Known, moment: dt.datetime) -> str:
    there = moment.astimezone(known.institution.zone)
    return f"{day_words(there.date())}, {there:%H.%M} {Institution.Zone(known.institution.time_zone).name}"


def date_of(text: object) -> dt.date | None:
    return dt.date.fromisoformat(text) if isinstance(text, str) and text else None


def last_day(code: str, first: dt.date | None) -> dt.date | None:
    try:
        return due_of(term(code), first, current_calendar()) if first else None
    except MissingDecree:
        return None


def page_link(name: str) -> str:
    return settings.SITE_URL + reverse(name)
