"""/putusan/: the commission's decisions about this body."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from disclosures.queries.decisions import decision_screen, decisions_screen, published_decisions


@require_safe
def decisions(request: HttpRequest) -> HttpResponse:
    screen = decisions_screen(request.GET.get("halaman"))
    return render(request, "disclosures/decisions.html", {"screen": screen})


@require_safe
def decision(request: HttpRequest, pk: int) -> HttpResponse:
    row = get_object_or_404(published_decisions().select_related("dispute"), pk=pk)
    return render(request, "disclosures/decision.html", {"screen": decision_screen(row)})
