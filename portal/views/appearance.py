"""The visitor's choice of language and letter size: two cookies, no account, no JavaScript."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from portal.views.errors import bad_request

TEXT_COOKIE = "teks"
TEXT_SIZES = ("biasa", "besar")
YEAR = 365 * 24 * 60 * 60


@csrf_exempt  # It changes how pages look to the visitor and nothing else; a token would put a cookie on every page.
@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """Keep `bahasa` or `teks` and go back to `next`, a path of this site. 400 for a choice that does not exist."""
    language, size = request.POST.get("bahasa"), request.POST.get("teks")
    if language is not None and language not in dict(settings.LANGUAGES):
        return bad_request(request, reason=_("Bahasa itu tidak tersedia. Pilih bahasa di kaki halaman."))
    if size is not None and size not in TEXT_SIZES:
        return bad_request(request, reason=_("Ukuran teks itu tidak tersedia. Pilih ukuran di kaki halaman."))
    response = redirect(_back(request))
    if language is not None:
        _keep(response, settings.LANGUAGE_COOKIE_NAME, language)
    if size is not None:
        _keep(response, TEXT_COOKIE, size)
    return response


def _back(request: HttpRequest) -> str:
    path = request.POST.get("next", "")
    safe = path.startswith("/") and url_has_allowed_host_and_scheme(path, {request.get_host()}, request.is_secure())
    return path if safe else "/"


def _keep(response: HttpResponse, name: str, value: str) -> None:
    response.set_cookie(name, value, max_age=YEAR, samesite="Lax", httponly=True, secure=settings.SESSION_COOKIE_SECURE)
