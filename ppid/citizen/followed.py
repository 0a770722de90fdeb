"""Which case a browser follows."""

from django.http import Http404, HttpRequest

from ppid import access
from ppid.models import InformationRequest
from ppid.models.sealed import CannotOpen, seal, unseal

# Sealed in the session: who reads the table of sessions can follow nobody's request.
TRACKED = "tracked"


def follow(request: HttpRequest, case: InformationRequest) -> None:
    request.session[TRACKED] = seal(case.tracking_code)


def followed_case(request: HttpRequest) -> InformationRequest | None:
    try:
        return access.by_tracking_code(unseal(request.session.get(TRACKED, "")))
    except (Http404, CannotOpen):
        return None
