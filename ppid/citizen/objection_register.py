"""The register of objections for everybody: number, day, grounds, decision, days; no person and no words of theirs."""

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ppid.access import public_objections
from ppid.queries import sheets
from ppid.queries.calendar import current_calendar
from ppid.queries.objection_register import PUBLIC, PublicLine, for_public, in_year, public_lines_of
from ppid.queries.register_columns import cells, headings

PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class PublicObjectionsScreen:
    lines: list[PublicLine]
    page: Page


@require_safe
def register(request: HttpRequest) -> HttpResponse:
    page = Paginator(for_public(in_year(public_objections(), None)), PER_PAGE).get_page(request.GET.get("halaman"))
    screen = PublicObjectionsScreen(public_lines_of(page.object_list, current_calendar()), page)
    return render(request, "ppid/citizen/objection_register.html", {"screen": screen})


@require_safe
def register_csv(request: HttpRequest) -> HttpResponse:
    return _file(sheets.csv_sheet(headings(PUBLIC), cells(PUBLIC, _lines())), "csv", sheets.CSV_TYPE)


@require_safe
def register_xlsx(request: HttpRequest) -> HttpResponse:
    content = sheets.xlsx(_("Register keberatan"), headings(PUBLIC), cells(PUBLIC, _lines()), made=timezone.now())
    return _file(content, "xlsx", sheets.XLSX_TYPE)


def _lines() -> list[PublicLine]:
    """The oldest first, as in a book."""
    return public_lines_of(for_public(in_year(public_objections(), None)).reverse(), current_calendar())


def _file(content: bytes, ending: str, kind: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="register-keberatan.{ending}"'}
    return HttpResponse(content, content_type=kind, headers=headers)
