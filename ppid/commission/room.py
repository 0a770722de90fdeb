"""The list of a reviewer's disputes and the reading room of one: every page by GET, every visit written down."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from ppid.access import invitation_of, invitations_of, open_file
from ppid.actions import dossiers, visits
from ppid.commission.files import handed
from ppid.law.preliminary import HEADING
from ppid.models import Case, Dossier, Institution, Invitation, Role
from ppid.queries.checks import CheckRow, check_rows
from ppid.queries.dossier import stands_on
from ppid.queries.room import Chapter, SealedRow, chapters, day_asked, sealed_rows

View = Callable[..., HttpResponseBase]


@dataclass(frozen=True)
class ListScreen:
    invitations: tuple[Invitation, ...]


@dataclass(frozen=True)
class RoomScreen:
    """`as_of`: the day whose end is shown; `today` when no other was asked. `problem`: why the asked day was not."""

    invitation: Invitation
    case: Case
    as_of: dt.date
    today: dt.date
    problem: str
    heading: str
    checks: tuple[CheckRow, ...]
    chapters: tuple[Chapter, ...]
    sealed: tuple[SealedRow, ...]
    dossier: Dossier | None

    @property
    def files_url(self) -> str:
        """Where a document is, but for its number."""
        return reverse("commission_room", args=[self.case.pk]) + "berkas/"


def reviewer(view: View) -> View:
    """Signed in; the second factor and the role are asked at the door (`portal.middleware`)."""

    @wraps(view)
    @never_cache
    @login_required
    def guarded(request: HttpRequest, *args: object, **more: object) -> HttpResponseBase:
        return view(request, *args, **more)

    return guarded


def moment() -> tuple[dt.datetime, dt.date]:
    at = timezone.now()
    return at, Institution.load().day_of(at)


@require_GET
@reviewer
def listing(request: HttpRequest) -> HttpResponse:
    _at, on = moment()
    return render(request, "ppid/commission/list.html", {"screen": ListScreen(tuple(invitations_of(request.user, on)))})


@require_GET
@reviewer
def room(request: HttpRequest, pk: int) -> HttpResponse:
    """One dispute with all it stands on, as of today or of any day before."""
    at, on = moment()
    invitation = invitation_of(request.user, pk, on)
    as_of, problem = day_asked(request.GET.get("per", ""), on)
    cases = stands_on(invitation.case)
    visits.note(invitation, page="ruang", at=at)
    screen = RoomScreen(
        invitation=invitation, case=invitation.case, as_of=as_of, today=on, problem=problem, heading=_(HEADING),
        checks=check_rows(cases, as_of=as_of),
        chapters=chapters(cases, as_of=as_of), sealed=sealed_rows(cases, request.user, on),
        dossier=_newest(invitation.case),
    )  # fmt: skip
    return render(request, "ppid/commission/room.html", {"screen": screen}, status=400 if problem else 200)


def _newest(case: Case) -> Dossier | None:
    rows = Dossier.objects.filter(case=case, audience=Dossier.Audience.COMMISSION).select_related("file")
    return rows.order_by("-ordered_at").first()


@require_GET
@reviewer
def file(request: HttpRequest, pk: int, file_id: int) -> FileResponse:
    """A document of the chain, never a shut one."""
    at, on = moment()
    invitation = invitation_of(request.user, pk, on)
    cases = stands_on(invitation.case)
    files = [paper.file for one in chapters(cases, as_of=on) for paper in one.papers]
    files += [row.redacted for row in sealed_rows(cases, request.user, on) if row.redacted]
    shown = {one.pk: one for one in files}
    if file_id not in shown:
        raise Http404
    visits.note(invitation, page="berkas", at=at, file=shown[file_id])
    content = open_file(shown[file_id], user=request.user, role=Role.REVIEWER, at=at, reason=_("ruang baca komisi"))
    return handed(content, shown[file_id].name, shown[file_id].media_type)


@require_POST
@reviewer
def order_dossier(request: HttpRequest, pk: int) -> HttpResponse:
    """Have the evidence file built as things stand; it changes nothing of the case."""
    at, on = moment()
    invitation = invitation_of(request.user, pk, on)
    visits.note(invitation, page="minta-berkas", at=at)
    dossiers.order(
        case=invitation.case, audience=Dossier.Audience.COMMISSION, on=on, at=at, acting_user=invitation.reviewer
    )
    return redirect("commission_room", pk)


@require_GET
@reviewer
def dossier_file(request: HttpRequest, pk: int) -> FileResponse:
    at, on = moment()
    invitation = invitation_of(request.user, pk, on)
    row = _newest(invitation.case)
    if row is None or row.file is None:
        raise Http404
    visits.note(invitation, page="berkas-perkara", at=at, file=row.file)
    content = open_file(row.file, user=request.user, role=Role.REVIEWER, at=at, reason=_("berkas perkara"))
    return handed(content, row.file.name, row.file.media_type)
