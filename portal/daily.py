"""The daily round: deadlines that passed, the checkpoint over all logs, exclusions that ended, pages whose hour came,
index drift, roles that ended, sessions that expired.

Each part may run twice without harm. `manage.py run` does the round by itself; elsewhere a timer calls
`manage.py daily`.
"""

import datetime as dt
import logging
from collections.abc import Callable

from django.core.management import call_command

from portal import roles
from ppid.actions import checkpoints, clock, commission_decisions, completion_drafts, drafts, exclusions, queue, strays
from ppid.models import Institution, TickRun
from search import index

log = logging.getLogger("portal.daily")
# Offices open at 07.30 (Perpres 21/2023 Ps 4): notices are in the mailbox by then.
FIRST_HOUR = 5


def sweep_queue(at: dt.datetime) -> None:
    """Return rows of killed workers and failed ones to the queue."""
    queue.sweep(at=at)


def publish_scheduled() -> None:
    """Publish, and take down, what an editor set for an hour gone by. `manage.py run` asks every minute."""
    call_command("publish_scheduled", verbosity=0)


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
        ("decisions", lambda: commission_decisions.settle(on=on, at=at)),
        ("checkpoint", lambda: checkpoints.make(on=on, at=at)),
        ("exclusions", lambda: exclusions.open_expired(on=on)),
        ("roles", lambda: roles.sync_all(on)),
        # Before the index is swept, so that what appears today is found today.
        ("pages", publish_scheduled),
        ("search", index.sweep),
        ("drafts", lambda: drafts.expire(at=at)),
        ("completions", lambda: completion_drafts.expire(at=at)),
        ("files", lambda: strays.sweep(at=at)),
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
