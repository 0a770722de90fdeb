"""Who read what of a case, and when: files and mails, the newest first (law.md §1.8, Ps 54)."""

import datetime as dt
import heapq
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from ppid.access import may_see_readings, officer_case, readings_of
from ppid.access.roles import Roles
from ppid.desk import office
from ppid.models import Case, Role

# Of a case that is read more often the newest are shown; the log keeps all.
MOST = 200
APPLICANT = "applicant"


@dataclass(frozen=True)
class Reading:
    """`who`: the officer's name, or the applicant; `role` in words; `why` as it was written down."""

    at: dt.datetime
    who: str
    role: str
    what: str
    why: str


@dataclass(frozen=True)
class ReadingsScreen:
    case: Case
    rows: tuple[Reading, ...]
    cut: bool


@require_GET
def readings(request: HttpRequest, pk: int) -> HttpResponse:
    now = office.moment(request)
    case = officer_case(request.user, pk, now.on)
    rows = list(islice(_rows(office.roles(request), case), MOST + 1))
    screen = ReadingsScreen(case, tuple(rows[:MOST]), len(rows) > MOST)
    trail = [(reverse("desk_case", args=[case.pk]), case.number)]
    return office.page(request, "ppid/desk/readings.html", screen, title=_("Pembacaan berkas"), trail=trail)


def readings_url(case: Case, roles: Roles) -> str:
    """Where the page is, "" for whom it is not."""
    return reverse("desk_readings", args=[case.pk]) if may_see_readings(roles) else ""


def _rows(roles: Roles, case: Case) -> Iterator[Reading]:
    files, mails = readings_of(roles, case.pk)
    opened = [
        Reading(row.at, str(row.user) if row.user else _who(row.role), _role(row.role), row.file.name, row.reason)
        for row in files.order_by("-at", "-pk")[: MOST + 1]
    ]
    shown = [
        Reading(row.at, str(row.user), _role(row.role), _("surel pada kasus ini"), "")
        for row in mails.order_by("-at", "-pk")[: MOST + 1]
    ]
    return heapq.merge(opened, shown, key=lambda row: row.at, reverse=True)


def _who(role: str) -> str:
    return _("Pemohon") if role == APPLICANT else _("Sistem")


def _role(role: str) -> str:
    return str(dict(Role.choices).get(role, "")) if role != APPLICANT else _("dengan kode sekali pakai")
