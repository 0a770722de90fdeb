"""The desk's list: open cases by days left."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from ppid.access import visible_to
from ppid.desk import office
from ppid.desk.filters import FilterForm
from ppid.desk.screens import ListScreen
from ppid.law.procedure import MoveName, move
from ppid.queries.calendar import current_calendar
from ppid.queries.desk import desk_cases, rows_of

PER_PAGE = 25


@require_GET
def desk_list(request: HttpRequest) -> HttpResponse:
    """Every case this officer may see, narrowed by the filters in the address."""
    now = office.moment(request)
    roles = office.roles(request)
    cases = visible_to(roles)
    form = FilterForm(request.GET, roles)
    calendar = current_calendar()
    found = desk_cases(cases, form.wanted(), calendar, now.on)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("p"))
    rest = request.GET.copy()
    rest.pop("p", None)
    screen = ListScreen(
        form=form,
        rows=rows_of(page.object_list, calendar, now.on),
        page=page,
        rest=rest.urlencode(),
        narrowed=form.narrowed,
        may_enter=bool(move(MoveName.FILE).actors & roles.actors),
        rooms=office.rooms(request),
        bulk_url=reverse("desk_bulk") if move(MoveName.DISPOSE).actors & roles.actors else "",
    )
    return office.page(request, "ppid/desk/list.html", screen, title=_("Permohonan"))
