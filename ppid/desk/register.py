"""The register of requests at the desk: on screen, as the PPID's official copy, and who took one."""

from dataclasses import dataclass

from django import forms
from django.core.exceptions import PermissionDenied
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from ppid.access import register_readings, visible_to
from ppid.actions import registers
from ppid.desk import office
from ppid.desk.downloads import download
from ppid.desk.forms.base import said
from ppid.law.refusals import Invalid
from ppid.models import RegisterReading, Role
from ppid.queries import register_filter
from ppid.queries.calendar import current_calendar
from ppid.queries.register import Line, RegisterFilter, in_register, lines_of, years_of

PER_PAGE = 25
READERS = frozenset({Role.PPID, Role.ADMINISTRATOR})


class OfficialCopyForm(forms.Form):
    """What the copy is for; the period stays in the address."""

    reason = forms.CharField(
        label=gettext_lazy("Keperluan"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Untuk apa salinan ini dipakai. Dicatat bersama nama Anda dan harinya."),
    )
    format = forms.ChoiceField(
        label=gettext_lazy("Bentuk berkas"), required=False, choices=RegisterReading.Format.choices
    )


@dataclass(frozen=True)
class RegisterScreen:
    """One page of the register. `rest` is the filter as part of an address; the links are empty for who may not."""

    choices: tuple[register_filter.Choice, ...]
    lines: list[Line]
    page: Page
    rest: str
    narrowed: bool
    rooms: tuple[office.Room, ...]
    official_url: str
    readings_url: str
    public_url: str


@dataclass(frozen=True)
class OfficialCopyScreen:
    form: OfficialCopyForm
    period: str
    rows: int
    back_url: str


@dataclass(frozen=True)
class ReadingsScreen:
    page: Page
    rows: tuple[tuple[RegisterReading, str], ...]


@require_GET
def register(request: HttpRequest) -> HttpResponse:
    """The register of the requests that this officer may see: last four signs of an identity at most."""
    roles = office.roles(request)
    cases = visible_to(roles)
    wanted = register_filter.read(request.GET)
    page = Paginator(in_register(cases, wanted), PER_PAGE).get_page(request.GET.get("p"))
    rest = register_filter.written(wanted)
    official = reverse("desk_register_copy") + (f"?{rest}" if rest else "")
    screen = RegisterScreen(
        choices=register_filter.choices(wanted, years_of(cases)),
        lines=lines_of(list(page.object_list), current_calendar()),
        page=page,
        rest=rest,
        narrowed=wanted != RegisterFilter(),
        rooms=office.rooms(request),
        official_url=official if Role.PPID in roles else "",
        readings_url=reverse("desk_register_readings") if roles.roles & READERS else "",
        public_url=reverse("public_register"),
    )
    return office.page(request, "ppid/desk/register.html", screen, title=_("Buku register permintaan"))


def official_copy(request: HttpRequest) -> HttpResponse:
    """The copy with every identity number: the PPID says what for, it is written down, then the file leaves."""
    now = office.moment(request)
    roles = office.roles(request)
    if Role.PPID not in roles:
        raise PermissionDenied
    wanted = register_filter.read(request.GET)
    form = OfficialCopyForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        try:
            copy = registers.hand_out(
                wanted=wanted, form=typed["format"], reason=typed["reason"], acting_user=request.user, on=now.on,
                at=now.at,
            )  # fmt: skip
        except Invalid as error:
            for problem in error.problems:
                form.add_error(problem.field if problem.field in form.fields else None, said(problem))
        else:
            return download(copy.content, copy.name, copy.media_type)
    rest = register_filter.written(wanted)
    back = reverse("desk_register")
    screen = OfficialCopyScreen(
        form=form,
        period=register_filter.period_words(wanted),
        rows=in_register(visible_to(roles), wanted).count(),
        back_url=back + (f"?{rest}" if rest else ""),
    )
    return office.page(
        request, "ppid/desk/register_copy.html", screen, title=_("Salinan resmi buku register"),
        trail=[(back, _("Buku register permintaan"))], status=400 if form.errors else 200,
    )  # fmt: skip


@require_GET
def readings(request: HttpRequest) -> HttpResponse:
    """Every official copy that left, the newest first."""
    found = register_readings(request.user, office.moment(request).on)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("p"))
    screen = ReadingsScreen(page, tuple((row, _period(row)) for row in page.object_list))
    return office.page(request, "ppid/desk/register_readings.html", screen, title=_("Pembacaan buku register"))


def _period(row: RegisterReading) -> str:
    period = register_filter.period_words(RegisterFilter(row.year, row.month, row.state))
    requests = row.register == RegisterReading.Register.REQUESTS
    return period if requests else f"{row.get_register_display()}: {period}"
