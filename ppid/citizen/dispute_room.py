"""The applicant's side of the reading room: the same checks, chronology, clocks and documents, never what is shut.

Behind the code from the mail, by GET alone. What the commission's reviewers read and when is not here.
"""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from ppid import access
from ppid.citizen.followed import followed_any, proved_any
from ppid.citizen.own_case import ONWARD
from ppid.citizen.private_pages import private_page
from ppid.law.preliminary import HEADING
from ppid.models import AnyCase, Case, Dispute, Institution, PrivateFile
from ppid.queries.checks import CheckRow, check_rows
from ppid.queries.dossier import stands_on
from ppid.queries.room import Chapter, chapters_for_applicant, day_asked, sealed_rows


@dataclass(frozen=True)
class OwnRoomScreen:
    """`as_of`: the day whose end is shown; `problem`: why the asked day was not. `redacted`: (title, file)."""

    case: Case
    as_of: dt.date
    today: dt.date
    problem: str
    heading: str
    checks: tuple[CheckRow, ...]
    chapters: tuple[Chapter, ...]
    redacted: tuple[tuple[str, PrivateFile], ...]

    @property
    def files_url(self) -> str:
        return reverse("track_room") + "berkas/"


@private_page
@require_GET
def room(request: HttpRequest) -> HttpResponse:
    """The dispute of the followed case with all it stands on, as of today or of any day before."""
    at = timezone.now()
    if followed_any(request) is None:
        return redirect("track")
    case = proved_any(request, at)
    if case is None:
        request.session[ONWARD] = "track_room"
        return redirect("track_code")
    dispute = newest_dispute(case)
    if dispute is None:
        raise Http404
    on = Institution.load(request_or_site=request).day_of(at)
    as_of, problem = day_asked(request.GET.get("per", ""), on)
    cases = stands_on(dispute)
    screen = OwnRoomScreen(
        case=dispute, as_of=as_of, today=on, problem=problem, heading=_(HEADING),
        checks=check_rows(cases, as_of=as_of),
        chapters=chapters_for_applicant(cases, as_of=as_of), redacted=_redacted(cases, on),
    )  # fmt: skip
    return render(request, "ppid/citizen/dispute_room.html", {"screen": screen}, status=400 if problem else 200)


@private_page
@require_GET
def file(request: HttpRequest, file_id: int) -> HttpResponse:
    """A document of the chain that is the applicant's to read; its reading is logged."""
    at = timezone.now()
    case = proved_any(request, at)
    dispute = newest_dispute(case) if case is not None else None
    if dispute is None:
        raise Http404
    on = Institution.load(request_or_site=request).day_of(at)
    cases = stands_on(dispute)
    files = [paper.file for one in chapters_for_applicant(cases, as_of=on) for paper in one.papers]
    files += [redacted for _title, redacted in _redacted(cases, on)]
    found = next((one for one in files if one.pk == file_id), None)
    if found is None:
        raise Http404
    content = access.open_file(found, user=None, role="applicant", at=at, reason=_("ruang baca pemohon"))
    response = HttpResponse(content, content_type=found.media_type)
    response["Content-Disposition"] = content_disposition_header(True, found.name) or "attachment"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def newest_dispute(case: AnyCase) -> Dispute | None:
    """The dispute that came of this request or objection."""
    about = Q(contested_id=case.pk) | Q(contested__request_id=case.pk)
    return Dispute.objects.filter(about).select_related("contested").order_by("-received_on", "-pk").first()


def _redacted(cases: list[Case], on: dt.date) -> tuple[tuple[str, PrivateFile], ...]:
    rows = sealed_rows(cases, None, on)
    return tuple((row.document.title, row.redacted) for row in rows if row.redacted is not None)
