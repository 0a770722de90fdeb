"""Which case a browser follows."""

import datetime as dt

from django.http import Http404, HttpRequest

from ppid import access
from ppid.models import AnyCase, InformationRequest, Objection
from ppid.models.sealed import CannotOpen, seal, unseal

# Sealed in the session: who reads the table of sessions can follow nobody's request.
TRACKED = "tracked"


def follow(request: HttpRequest, case: AnyCase) -> None:
    request.session[TRACKED] = seal(case.tracking_code)


def followed_case(request: HttpRequest) -> InformationRequest | None:
    try:
        return access.by_tracking_code(unseal(request.session.get(TRACKED, "")))
    except (Http404, CannotOpen):
        return None


def followed_objection(request: HttpRequest) -> Objection | None:
    """The objection that this browser follows; None where it follows a request or nothing."""
    try:
        return access.objection_by_code(unseal(request.session.get(TRACKED, "")))
    except (Http404, CannotOpen):
        return None


def followed_any(request: HttpRequest) -> AnyCase | None:
    """What this browser follows, of either kind."""
    return followed_case(request) or followed_objection(request)


def proved_any(request: HttpRequest, at: dt.datetime) -> AnyCase | None:
    """The followed case, when this browser gave its code back."""
    case = followed_any(request)
    return case if case is not None and access.is_proved(request.session, case, at) else None
