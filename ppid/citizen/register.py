"""The register of requests for everybody: number, day, an officer's words, decision, code, days (law.md §2.9)."""

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ppid.access import public_register
from ppid.queries import register_filter, sheets
from ppid.queries.calendar import current_calendar
from ppid.queries.register import PublicLine, RegisterFilter, for_public, in_register, public_lines_of, years_of
from ppid.queries.register_columns import PUBLIC, cells, headings

PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class PublicRegisterScreen:
    """One page of the public register. `query` is the filter as part of an address."""

    choices: tuple[register_filter.Choice, ...]
    lines: list[PublicLine]
    page: Page
    query: str
    filtered: bool


@require_safe
def register(request: HttpRequest) -> HttpResponse:
    wanted = register_filter.read(request.GET)
    cases = public_register()
    page = Paginator(for_public(in_register(cases, wanted)), PER_PAGE).get_page(request.GET.get("halaman"))
    screen = PublicRegisterScreen(
        choices=register_filter.choices(wanted, years_of(cases)),
        lines=public_lines_of(list(page.object_list), current_calendar()),
        page=page,
        query=register_filter.written(wanted),
        filtered=wanted != RegisterFilter(),
    )
    return render(request, "ppid/citizen/register.html", {"screen": screen})


@require_safe
def register_csv(request: HttpRequest) -> HttpResponse:
    content = sheets.csv_sheet(headings(PUBLIC), cells(PUBLIC, _lines(request)))
    return _sheet(content, "csv", sheets.CSV_TYPE)


@require_safe
def register_xlsx(request: HttpRequest) -> HttpResponse:
    rows = cells(PUBLIC, _lines(request))
    content = sheets.xlsx(_("Register permohonan"), headings(PUBLIC), rows, made=timezone.now())
    return _sheet(content, "xlsx", sheets.XLSX_TYPE)


def _lines(request: HttpRequest) -> list[PublicLine]:
    """All lines of the address' filter, the oldest first as in a book."""
    wanted = register_filter.read(request.GET)
    cases = list(for_public(in_register(public_register(), wanted)).reverse())
    return public_lines_of(cases, current_calendar())


def _sheet(content: bytes, ending: str, kind: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="register-permohonan.{ending}"'}
    return HttpResponse(content, content_type=kind, headers=headers)
