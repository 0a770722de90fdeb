"""The public pages of complaint outcomes: the recap of a year, the list one by one, one outcome, the download."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from disclosures.queries.complaint_screens import (
    BY_LABELS,
    NoRecapScreen,
    list_screen,
    outcome_screen,
    recap_screen,
    row_name,
)
from disclosures.queries.outcomes import OutcomeLine, listed_outcomes
from disclosures.queries.recap import By, recap
from ppid.queries.sheets import csv_text

_PER_PAGE = 25


@require_safe
def latest(request: HttpRequest) -> HttpResponse:
    """The latest year with reports; an installation without any says so."""
    return _recap_page(request, None)


@require_safe
def of_year(request: HttpRequest, year: int) -> HttpResponse:
    return _recap_page(request, year)


def _recap_page(request: HttpRequest, year: int | None) -> HttpResponse:
    screen = recap_screen(year, _by(request))
    if isinstance(screen, NoRecapScreen):
        status = 200 if year is None else 404
        return render(request, "disclosures/complaints_none.html", {"screen": screen}, status=status)
    return render(request, "disclosures/complaints.html", {"screen": screen})


@require_safe
def recap_csv(request: HttpRequest, year: int) -> HttpResponse:
    """The recap as a sheet. Words of the export that a spreadsheet would take for a formula are defused."""
    by = _by(request)
    found = recap(by=by, year=year)
    if not found.rows:
        raise Http404
    states = [_("Selesai"), _("Dalam proses"), _("Diarsipkan"), _("Belum dipetakan")]
    rows: list[list[str | int]] = [[str(BY_LABELS[by]), _("Jumlah"), *states]]
    for row in found.rows:
        counts = row.counts
        numbers = (counts.total, counts.resolved, counts.in_process, counts.archived, counts.unmapped)
        rows.append([row_name(by, row.name), *numbers])
    disposition = {"Content-Disposition": f'attachment; filename="aduan-{year}-menurut-{by}.csv"'}
    return HttpResponse(csv_text(rows), content_type="text/csv; charset=utf-8", headers=disposition)


@require_safe
def outcome_list(request: HttpRequest, year: int) -> HttpResponse:
    rows = listed_outcomes().filter(month__year=year)
    page = Paginator(rows, _PER_PAGE).get_page(request.GET.get("halaman"))
    if not page.object_list:
        raise Http404
    return render(request, "disclosures/complaint_outcomes.html", {"screen": list_screen(year, page)})


@require_safe
def outcome(request: HttpRequest, code: str) -> HttpResponse:
    """One outcome. A secret one is as if it were not there."""
    row = listed_outcomes().filter(code=code).first()
    if row is None:
        raise Http404
    return render(request, "disclosures/complaint_outcome.html", {"screen": outcome_screen(OutcomeLine.of(row))})


def _by(request: HttpRequest) -> By:
    """The grouping asked for; an address written by hand that asks for something else gets the fields (urusan)."""
    try:
        return By(request.GET.get("menurut", ""))
    except ValueError:
        return By.DOMAIN
