"""The dossier at the desk: order it, see how far it is, take it away."""

import datetime as dt
from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from ppid.access import Roles, disputes_of, officer_any_case, officer_case, open_file
from ppid.actions import dossiers
from ppid.desk import office
from ppid.desk.downloads import download
from ppid.models import Case, Dossier, Role
from ppid.models.signing import NoSigningKey

# Who answers for the case before the commission (PERKI 1/2021 Ps 8(2)d).
ROLES = frozenset({Role.PPID, Role.SUPERIOR})
SHOWN = 10


@dataclass(frozen=True)
class DossierRow:
    on: dt.date
    state: str
    words: str
    done: int
    total: int
    failure: str
    documents: int
    events: int
    size: int
    sha256: str
    href: str


@dataclass(frozen=True)
class DossierScreen:
    case: Case
    case_url: str
    rows: tuple[DossierRow, ...]
    building: bool


@require_http_methods(["GET", "POST"])
def dossier_page(request: HttpRequest, pk: int) -> HttpResponse:
    """GET: what was ordered before and how far it is. POST: order one as things stand now."""
    now = office.moment(request)
    case = officer_case(request.user, pk, now.on)
    _allowed(request)
    return _page(request, case, now, reverse("desk_case", args=[case.pk]))


@require_http_methods(["GET", "POST"])
def dispute_dossier(request: HttpRequest, pk: int) -> HttpResponse:
    """The same for a dispute, with the objection and the request that it stands on."""
    now = office.moment(request)
    case = disputes_of(request.user, now.on).filter(pk=pk).first()
    if case is None:
        raise Http404
    return _page(request, case, now, reverse("desk_dispute", args=[case.pk]))


def _page(request: HttpRequest, case: Case, now: office.Moment, case_url: str) -> HttpResponse:
    here = request.path
    if request.method == "POST":
        try:
            dossiers.order(
                case=case,
                audience=Dossier.Audience.BODY,
                on=now.on,
                at=now.at,
                acting_user=request.user,  # type: ignore[arg-type]
            )
        except NoSigningKey as error:
            messages.error(request, str(error))
        else:
            messages.success(request, _("Berkas perkara sedang disusun."))
        return redirect(here)
    ordered = Dossier.objects.filter(case_id=case.pk, audience=Dossier.Audience.BODY).select_related("file")
    rows = tuple(_row(row) for row in ordered[:SHOWN])
    screen = DossierScreen(case, case_url, rows, any(row.state in dossiers.UNFINISHED for row in rows))
    return office.page(
        request, "ppid/desk/dossier.html", screen, title=_("Berkas perkara"), trail=[(case_url, case.number)]
    )


def dossier_url(case: Case, roles: Roles) -> str:
    """Where this person orders the dossier; "" for a role that does not."""
    return reverse("desk_dossier", args=[case.pk]) if roles.roles & ROLES else ""


def _allowed(request: HttpRequest) -> None:
    if not office.roles(request).roles & ROLES:
        raise PermissionDenied


def _row(row: Dossier) -> DossierRow:
    ready = row.file is not None
    return DossierRow(
        on=row.on, state=row.state, words=str(row.get_state_display()), done=row.done, total=row.total,
        failure=row.failure, documents=row.documents, events=row.events, size=row.file.size if row.file else 0,
        sha256=row.file.sha256 if row.file else "",
        href=reverse("desk_dossier_file", args=[row.pk]) if ready else "",
    )  # fmt: skip


@require_GET
def dossier_file(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """The archive; its reading is logged like that of every private file."""
    now = office.moment(request)
    _allowed(request)
    row = Dossier.objects.select_related("file", "case").filter(pk=dossier_id, audience=Dossier.Audience.BODY).first()
    if row is None or row.file is None:
        raise Http404
    if row.case.kind != Case.Kind.DISPUTE:
        officer_any_case(request.user, row.case, now.on)
    content = open_file(
        row.file, user=request.user, role=office.role_word(request), at=now.at, reason=_("berkas perkara")
    )
    return download(content, row.file.name, row.file.media_type)
