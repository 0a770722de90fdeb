"""Language by choice only, and the door of the officers' rooms."""

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone, translation

from portal import second_factor
from ppid.models import Appointment, Institution, Role

Handler = Callable[[HttpRequest], HttpResponse]

ADMIN = "/admin/"
COMMISSION = "/komisi/"
# What somebody on the way in needs before the second factor is shown.
OPEN_BELOW_ADMIN = ("/admin/login/", "/admin/logout/", "/admin/jsi18n/")


class ChosenLanguage:
    """Indonesian, unless the visitor chose another language here.

    You will wonder why this is not Django's LocaleMiddleware. Because that one also follows the browser's
    Accept-Language, and half the office machines of a regency are set to English.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, settings.LANGUAGE_CODE)
        language = chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        with translation.override(language):
            request.LANGUAGE_CODE = language  # type: ignore[attr-defined]
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", language)
            return response


class OfficersOnly:
    """Lets into /admin/ and /komisi/ only people with an appointment in force who showed a second factor."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path.startswith((ADMIN, COMMISSION)) or request.path.startswith(OPEN_BELOW_ADMIN):
            return self.get_response(request)
        return self._stop(request) or self.get_response(request)

    def _stop(self, request: HttpRequest) -> HttpResponseRedirect | None:
        if not request.user.is_authenticated:
            return None  # the view itself sends strangers to the sign-in page
        if not self._appointed(request):
            raise PermissionDenied
        if second_factor.waived():
            return None
        if not second_factor.enrolled(request):
            return redirect("mfa_index")
        if second_factor.shown(request):
            return None
        return redirect(f"{reverse('mfa_reauthenticate')}?next={request.path}")

    def _appointed(self, request: HttpRequest) -> bool:
        if not request.user.pk or request.user.is_superuser:
            return bool(request.user.pk)
        today = Institution.load(request_or_site=request).day_of(timezone.now())
        roles = set(Appointment.objects.on(today).filter(user_id=request.user.pk).values_list("role", flat=True))
        if request.path.startswith(COMMISSION):
            return Role.REVIEWER in roles
        return bool(roles - {Role.REVIEWER})
