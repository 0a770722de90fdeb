"""The units of the body: who holds which information, and how to reach them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from disclosures.queries.units import unit_screen, units_screen
from ppid.models import Institution, Unit


@require_safe
def units(request: HttpRequest) -> HttpResponse:
    return render(request, "disclosures/units.html", {"screen": units_screen()})


@require_safe
def unit(request: HttpRequest, code: str) -> HttpResponse:
    found = get_object_or_404(Unit, code=code, active=True)
    screen = unit_screen(found, Institution.load(request_or_site=request))
    return render(request, "disclosures/unit.html", {"screen": screen})
