"""The case page's part between units: where the request lies and with what words, and what units asked each other."""

import datetime as dt

from django.urls import reverse
from django.utils.translation import gettext as _

from ppid.access import Roles, messages_visible_to
from ppid.desk.screens import DispositionBox
from ppid.models import Disposition, InformationRequest
from ppid.queries.unit_messages import Thread, threads


def standing_disposition(case: InformationRequest) -> DispositionBox | None:
    """The last handing over; None where the request was never handed over. One statement."""
    rows = Disposition.objects.standing().filter(case_id=case.pk)
    row = rows.select_related("unit", "from_unit", "given_by", "letter").first()
    if row is None:
        return None
    slip = row.letter
    return DispositionBox(
        giver=str(row.from_unit or _("PPID utama")),
        receiver=str(row.unit or _("PPID utama")),
        instruction=row.instruction,
        desk_date=row.desk_date,
        given_by=str(row.given_by),
        given_on=row.given_on,
        with_unit=row.unit is not None,
        slip_url=reverse("desk_file", args=[slip.draft_id]) if slip is not None and slip.draft_id else "",
        slip_waits=slip is not None and slip.draft_id is None,
    )


def case_threads(case: InformationRequest, roles: Roles, on: dt.date) -> tuple[Thread, ...]:
    """What this person may read of it. Two statements."""
    return tuple(threads(messages_visible_to(roles).filter(case_id=case.pk), on=on))
