"""By when a request received now would be answered, said before it is sent."""

import datetime as dt

from ppid.law.calendar import MissingDecree
from ppid.law.clock import due_of
from ppid.law.terms import term
from ppid.models import Institution
from ppid.queries.calendar import current_calendar


def due_of_today(at: dt.datetime, institution: Institution | None = None) -> dt.date | None:
    """The last day of UU 14/2008 Ps 22(7) for a request received at `at`; None while no decree covers it."""
    day = (institution or Institution.load()).day_of(at)
    try:
        return due_of(term("REQ_NOTICE_UU"), day, current_calendar())
    except MissingDecree:
        return None
