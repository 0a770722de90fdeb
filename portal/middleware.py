"""Language by choice only, the door of the officers' rooms, and what a page there may load."""

from collections.abc import Callable

from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone, translation

from portal import second_factor
from ppid.models import Appointment, Institution, Role

Handler = Callable[[HttpRequest], HttpResponse]

ADMIN = "/admin/"
COMMISSION = "/komisi/"
DESK = "/admin/permohonan/"
# Wagtail's reports list the drafts of every unit: for those who may see every unit's.
REPORTS = "/admin/reports/"
SEE_REPORTS = {Role.EDITOR, Role.PPID, Role.ADMINISTRATOR}
# What somebody on the way in needs before the second factor is shown.
OPEN_BELOW_ADMIN = ("/admin/login/", "/admin/logout/", "/admin/jsi18n/")


class PolicyOfTheRoom(CSPMiddleware):
    """The strict policy everywhere; the editors' below /admin/, except at the desk, which shows strangers' words."""

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        at_editors = request.path.startswith(ADMIN) and not request.path.startswith(DESK)
        if at_editors and not report_only and parts.config is None:
            parts.config = settings.EDITORS_SECURITY_POLICY
        return parts


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
        roles = self._roles(request)
        if not self._appointed(request, roles):
            raise PermissionDenied
        if second_factor.waived():
            return None
        if not second_factor.enrolled(request):
            return redirect("mfa_index")
        if second_factor.shown(request):
            return None
        return redirect(f"{reverse('mfa_reauthenticate')}?next={request.path}")

    def _roles(self, request: HttpRequest) -> set[str]:
        if request.user.pk is None:
            return set()
        today = Institution.load(request_or_site=request).day_of(timezone.now())
        return set(Appointment.objects.on(today).filter(user_id=request.user.pk).values_list("role", flat=True))

    def _appointed(self, request: HttpRequest, roles: set[str]) -> bool:
        if not request.user.pk or request.user.is_superuser:
            return bool(request.user.pk)
        if request.path.startswith(COMMISSION):
            return Role.REVIEWER in roles
        if request.path.startswith(REPORTS):
            return bool(roles & SEE_REPORTS)
        return bool(roles - {Role.REVIEWER})
