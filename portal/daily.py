"""The daily round: deadlines that passed, index drift, roles that ended, sessions that expired.

Each part may run twice without harm. `manage.py run` does the round by itself; elsewhere a timer calls
`manage.py daily`.
"""

import datetime as dt
import logging
from collections.abc import Callable

from django.core.management import call_command

from portal import roles
from ppid.actions import clock, drafts, queue
from ppid.models import Institution, TickRun
from search import index

log = logging.getLogger("portal.daily")
# Offices open at 07.30 (Perpres 21/2023 Ps 4): notices are in the mailbox by then.
FIRST_HOUR = 5


def sweep_queue(at: dt.datetime) -> None:
    """Return rows of killed workers and failed ones to the queue."""
    queue.sweep(at=at)


def run_if_due(at: dt.datetime) -> bool:
    """Do the round when today's has not been done and the office day has begun; say whether it was done."""
    institution = Institution.load()
    today = institution.day_of(at)
    if at.astimezone(institution.zone).hour < FIRST_HOUR and TickRun.objects.exists():
        return False
    if TickRun.objects.filter(on=today).exists():
        return False
    run(on=today, at=at)
    return True


def run(*, on: dt.date, at: dt.datetime) -> None:
    """The round of `on`. A part that fails is logged and does not keep the others from running; the first error is
    raised at the end, so that a timer sees it."""
    parts: list[tuple[str, Callable[[], object]]] = [
        ("tick", lambda: clock.tick(on=on, at=at)),
        ("roles", lambda: roles.sync_all(on)),
        ("search", index.sweep),
        ("drafts", lambda: drafts.expire(at=at)),
        ("sessions", lambda: call_command("clearsessions")),
    ]
    errors = []
    for name, part in parts:
        try:
            part()
        except Exception as error:
            log.exception("daily round: %s failed", name)
            errors.append(error)
    if errors:
        raise errors[0]
