"""/cari/, its suggestions, and the description that lets a browser search this site."""

import logging

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from search import index, screens
from search.engines.base import EngineDown
from search.finding import find, suggest
from search.forms import SearchForm

log = logging.getLogger(__name__)
RETRY_S = "120"
SUGGESTIONS_MAX_AGE_S = 300


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """The search page. 200 also when nothing is found, 400 for a question that cannot be asked, 503 in an outage."""
    form = SearchForm(request.GET)
    if not form.is_valid():
        return _page(request, screens.unanswered("refused", form), status=400)
    asked = form.search()
    if not asked.query:
        return _page(request, screens.unanswered("start", form))
    try:
        results = find(index.engine(), asked)
    except EngineDown as error:
        log.error("%s", error)
        return _page(request, screens.unanswered("down", form), status=503)
    screen = screens.answered(form, asked, results)
    if screen.total and screen.page is None:
        return HttpResponseRedirect(f"{reverse('search')}?{screens.last_page(screen, asked)}")
    return _page(request, screen)


def _page(request: HttpRequest, screen: screens.SearchScreen, status: int = 200) -> HttpResponse:
    response = render(request, "search/search.html", {"screen": screen}, status=status)
    if status == 503:
        response["Retry-After"] = RETRY_S
    return response


@require_safe
def suggestions(request: HttpRequest) -> JsonResponse:
    """Titles as somebody types, in the form of OpenSearch suggestions: [typed, [title], [kind], [address]]."""
    form = SearchForm({"q": request.GET.get("q", "")})
    if not form.is_valid():
        return JsonResponse({"errors": form.errors}, status=400)
    typed = form.cleaned_data["q"]
    try:
        found = suggest(index.engine(), typed)
    except EngineDown as error:
        log.error("%s", error)
        message = _("Layanan pencarian sedang terganggu. Coba lagi sebentar lagi.")
        return JsonResponse({"errors": {"q": [message]}}, status=503, headers={"Retry-After": RETRY_S})
    titles, kinds, urls = [s.title for s in found], [s.kind for s in found], [s.url for s in found]
    response = JsonResponse([typed, titles, kinds, urls], safe=False)
    response["Cache-Control"] = f"public, max-age={SUGGESTIONS_MAX_AGE_S}"
    return response


@require_safe
def opensearch(request: HttpRequest) -> HttpResponse:
    """The OpenSearch description, so that a browser can offer this search in its address bar."""
    context = {"site": settings.SITE_URL}
    kind = "application/opensearchdescription+xml; charset=utf-8"
    return render(request, "search/opensearch.xml", context, content_type=kind)
