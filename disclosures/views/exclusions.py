"""The public list of excluded information and one row of it."""

import datetime as dt

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from disclosures.queries.exclusions import ExclusionFilter, exclusion_screen, exclusions_screen
from disclosures.queries.register import NoSuchFilter
from ppid.models import Exclusion, Institution


@require_safe
def exclusions(request: HttpRequest) -> HttpResponse:
    body = Institution.load(request_or_site=request)
    try:
        asked = ExclusionFilter.read(request.GET)
    except NoSuchFilter:
        raise Http404 from None
    screen = exclusions_screen(asked, request.GET.get("halaman"), body, _today(body))
    return render(request, "disclosures/exclusions.html", {"screen": screen})


@require_safe
def exclusion(request: HttpRequest, pk: int) -> HttpResponse:
    """A stable address as long as the information is withheld."""
    on = _today(Institution.load(request_or_site=request))
    row = get_object_or_404(Exclusion.objects.listed(on).select_related("unit"), pk=pk)
    return render(request, "disclosures/exclusion.html", {"screen": exclusion_screen(row)})


def _today(body: Institution) -> dt.date:
    return body.day_of(timezone.now())
