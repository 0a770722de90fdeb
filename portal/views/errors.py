"""Written pages for what went wrong: 400, 403, 404, 500, 503.

The last two are shown when the database or the settings may be the very thing that broke, so they use neither: a
plain template without context, and a sentence where even that fails.
"""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import engines
from django.utils.translation import get_language

RETRY_AFTER = 300  # seconds
LAST_WORDS = (
    "<!doctype html><html lang=id><meta charset=utf-8><title>Gangguan</title><h1>Ada gangguan di pihak kami</h1>"
)


def bad_request(request: HttpRequest, exception: Exception | None = None, *, reason: str = "") -> HttpResponse:
    """`reason` names the field and the remedy; a view that refuses its input hands it over."""
    return render(request, "400.html", {"reason": reason}, status=400)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The sentence that came with PermissionDenied is shown: whoever raises it writes it for the visitor."""
    return render(request, "403.html", {"reason": str(exception)}, status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "404.html", status=404)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return render(request, "403_csrf.html", status=403)


def server_error(request: HttpRequest) -> HttpResponse:
    """500; or 503 with Retry-After where the database cannot be reached or is locked, since waiting helps then."""
    if isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        return unavailable(request)
    return _alone("500.html", 500)


def unavailable(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    response = _alone("503.html", 503)
    response.headers["Retry-After"] = str(RETRY_AFTER)
    return response


def _alone(template: str, status: int) -> HttpResponse:
    """A page that needs no database, no session and no context processor."""
    try:
        text = engines["django"].get_template(template).render({"language": get_language() or "id"})
    except Exception:  # whatever is broken, the visitor gets a sentence
        text = LAST_WORDS
    return HttpResponse(text, status=status)
