"""The register of objections at the desk: on screen, and the PPID's official copy with its reason written down."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from ppid.access import objections_visible_to
from ppid.actions import objection_registers
from ppid.desk import office
from ppid.desk.downloads import download
from ppid.desk.forms.base import said
from ppid.desk.register import OfficialCopyForm, OfficialCopyScreen
from ppid.law.objections import Ground
from ppid.law.refusals import Invalid
from ppid.models import Role
from ppid.queries.objection_register import Line, in_year, lines_of, years_of

PER_PAGE = 25


@dataclass(frozen=True)
class ObjectionRegisterScreen:
    """One page of the register; `official_url` is empty for who may take no copy."""

    rooms: tuple[office.Room, ...]
    years: tuple[int, ...]
    year: int | None
    grounds: tuple[str, ...]
    lines: list[Line]
    page: Page
    rest: str
    official_url: str
    public_url: str


@require_GET
def register(request: HttpRequest) -> HttpResponse:
    """The objections that this officer may see, as Annex XI orders them."""
    roles = office.roles(request)
    cases = objections_visible_to(roles)
    year = _year(request)
    page = Paginator(in_year(cases, year), PER_PAGE).get_page(request.GET.get("p"))
    rest = f"tahun={year}" if year else ""
    official = reverse("desk_objection_register_copy") + (f"?{rest}" if rest else "")
    screen = ObjectionRegisterScreen(
        rooms=office.rooms(request), years=tuple(years_of(cases)), year=year, grounds=tuple(map(str, Ground)),
        lines=lines_of(list(page.object_list)), page=page, rest=rest,
        official_url=official if Role.PPID in roles else "", public_url=reverse("public_objections"),
    )  # fmt: skip
    return office.page(request, "ppid/desk/objection_register.html", screen, title=_("Register keberatan"))


def official_copy(request: HttpRequest) -> HttpResponse:
    """The copy with every identity number: the PPID says what for, it is written down, then the file leaves."""
    now, roles = office.moment(request), office.roles(request)
    if Role.PPID not in roles:
        raise PermissionDenied
    year = _year(request)
    form = OfficialCopyForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        try:
            copy = objection_registers.hand_out(
                year=year, form=typed["format"], reason=typed["reason"], acting_user=request.user, on=now.on, at=now.at
            )
        except Invalid as error:
            for problem in error.problems:
                form.add_error(problem.field if problem.field in form.fields else None, said(problem))
        else:
            return download(copy.content, copy.name, copy.media_type)
    back = reverse("desk_objection_register")
    screen = OfficialCopyScreen(
        form=form, period=str(year) if year else _("Semua tahun"),
        rows=in_year(objections_visible_to(roles), year).count(), back_url=back,
    )  # fmt: skip
    return office.page(
        request, "ppid/desk/register_copy.html", screen, title=_("Salinan resmi register keberatan"),
        trail=[(back, _("Register keberatan"))], status=400 if form.errors else 200,
    )  # fmt: skip


def _year(request: HttpRequest) -> int | None:
    text = request.GET.get("tahun", "")
    return int(text) if text.isascii() and text.isdigit() and 1900 <= int(text) <= 2200 else None
