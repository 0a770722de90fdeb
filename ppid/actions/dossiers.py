"""Ordering a dossier. The queue builds it (`ppid.tasks.build_dossier`)."""

import datetime as dt
import logging

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction

from ppid import tasks
from ppid.actions import checkpoints
from ppid.law.refusals import Unlawful, say
from ppid.models import Case, Dossier

log = logging.getLogger("ppid.dossiers")
UNFINISHED = (Dossier.State.WAITING, Dossier.State.BUILDING)


def order(
    *, case: Case, audience: Dossier.Audience, on: dt.date, at: dt.datetime,
    acting_user: AbstractBaseUser | None = None,
) -> Dossier:  # fmt: skip
    """Put a dossier in the queue; the one that is being built already is given back. The caller has the case through
    `ppid.access`."""
    covered(on=on, at=at)
    with transaction.atomic():
        Case.objects.select_for_update().get(pk=case.pk)
        waiting = Dossier.objects.filter(case=case, audience=audience, state__in=UNFINISHED).first()
        if waiting is not None:
            return waiting
        row = Dossier.objects.create(
            case_id=case.pk,
            audience=audience,
            on=on,
            ordered_at=at,
            ordered_by_id=acting_user.pk if acting_user else None,
        )
        tasks.build_dossier.enqueue(row.pk)
    return row


def covered(*, on: dt.date, at: dt.datetime) -> None:
    """See to it that the day has its checkpoint, so that the dossier can show that its logs stood in one. Where none
    can be made (a log of another case does not hold), the dossier rests on the newest there is."""
    try:
        checkpoints.make(on=on, at=at)
    except Unlawful as error:
        log.warning("no checkpoint for a dossier: %s", error)


def require_ready(row: Dossier) -> None:
    """Unlawful unless the archive can be handed over."""
    if row.state != Dossier.State.READY or row.file_id is None:
        raise Unlawful(say("Berkas perkara belum siap. Tunggu sampai selesai disusun."))
