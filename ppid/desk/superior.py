"""The superior's room: the decisions that wait for a decision, each with its papers and the two moves."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from ppid.access import objections_visible_to, visible_to
from ppid.desk import office
from ppid.desk.moves import SLUGS
from ppid.law.procedure import MoveName, move
from ppid.queries.approvals import Proposed, proposals
from ppid.queries.calendar import current_calendar
from ppid.queries.objections import ObjectionRow, rows_of, wanted_objections


@dataclass(frozen=True)
class Waiting:
    """One proposal with its addresses; the moves are empty for who only looks."""

    proposed: Proposed
    case_url: str
    draft_url: str
    approve_url: str
    return_url: str


@dataclass(frozen=True)
class SuperiorScreen:
    rooms: tuple[office.Room, ...]
    rows: tuple[Waiting, ...]
    decides: bool
    objections: tuple[ObjectionRow, ...] = ()


@require_GET
def waiting(request: HttpRequest) -> HttpResponse:
    """For the whole-body roles: the superior decides here, the others see what they wait for."""
    now, roles = office.moment(request), office.roles(request)
    if not roles.sees_all:
        raise PermissionDenied
    decides = bool(move(MoveName.APPROVE_REFUSAL).actors & roles.actors)
    found = proposals(visible_to(roles), current_calendar(), now.on)
    calendar = current_calendar()
    objected = rows_of(wanted_objections(objections_visible_to(roles), "", "", calendar, now.on), calendar, now.on)
    screen = SuperiorScreen(
        office.rooms(request), tuple(_waiting(row, decides) for row in found), decides,
        tuple(row for row in objected if row.standing.open),
    )  # fmt: skip
    return office.page(request, "ppid/desk/superior.html", screen, title=_("Menunggu atasan PPID"))


def _waiting(row: Proposed, decides: bool) -> Waiting:
    def step(name: MoveName) -> str:
        return reverse("desk_move", args=[row.case.pk, SLUGS[name]]) if decides and row.draft else ""

    return Waiting(
        proposed=row,
        case_url=reverse("desk_case", args=[row.case.pk]),
        draft_url=reverse("desk_file", args=[row.draft]) if row.draft else "",
        approve_url=step(MoveName.APPROVE_REFUSAL),
        return_url=step(MoveName.RETURN_REFUSAL),
    )
