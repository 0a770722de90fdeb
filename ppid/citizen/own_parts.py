"""Which part of the answer a page of the applicant is about. The address names its number at most."""

import datetime as dt
from collections.abc import Sequence

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode

from ppid.law.procedure import Actor, MoveName, State, lawful
from ppid.models import Deadline, InformationRequest
from ppid.queries.calendar import current_calendar
from ppid.queries.giving import PartRow, parts_of

PART = "bagian"


def part_url(name: str, row: PartRow) -> str:
    return f"{reverse(name)}?{urlencode({PART: row.number})}"


def concerned(case: InformationRequest, move: MoveName, on: dt.date) -> tuple[PartRow, ...]:
    """The parts for which the applicant may make the move now."""
    if move not in {row.name for row in lawful(State(case.state), {Actor.APPLICANT})}:
        return ()
    deadlines = Deadline.objects.standing().filter(case_id=case.pk)
    rows = parts_of(case, deadlines, calendar=current_calendar(), on=on)
    return tuple(row for row in rows if row.concerned_by(move))


def asked(request: HttpRequest, rows: Sequence[PartRow]) -> PartRow:
    """The part that the form or the address names, else the first. `rows` holds one at least."""
    wanted = request.POST.get("part", "") or request.GET.get(PART, "")
    return next((row for row in rows if str(row.number) == wanted), rows[0])
