"""The applicant's own acts on a case: only after the code from the mail, and nothing typed is lost for want of it."""

import datetime as dt
import json
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from ppid import access
from ppid.citizen.followed import followed_case, followed_objection
from ppid.models import AnyCase, InformationRequest, Institution, Objection
from ppid.models.sealed import CannotOpen, seal, unseal

# Where the way leads after the code, and what was typed before it was asked for (sealed).
ONWARD, TYPED = "onward", "typed"
OWN_PAGES = frozenset(
    {
        "track_complete",
        "track_withdraw",
        "track_forward",
        "track_copy",
        "track_viewing",
        "objection_from_request",
        "objection_reply",
        "objection_withdraw",
        "track_room",
    }
)
View = Callable[[HttpRequest, InformationRequest, dt.datetime], HttpResponse]
ObjectionView = Callable[[HttpRequest, Objection, dt.datetime], HttpResponse]


def own_case(name: str) -> Callable[[View], Callable[[HttpRequest], HttpResponse]]:
    """A page of the proven applicant about the case that this browser follows.

    Without a case the way leads to the tracking form; without the code to asking for one and back here. A POST that
    came too late keeps its words: they are sealed in the session and stand in the form again after the code.
    """

    def decorated(view: View) -> Callable[[HttpRequest], HttpResponse]:
        @wraps(view)
        def guarded(request: HttpRequest) -> HttpResponse:
            case = followed_case(request)
            if case is None:
                return redirect("track")
            now = timezone.now()
            mine = access.for_applicant(request.session, now).filter(pk=case.pk).first()
            if mine is not None:
                return view(request, mine, now)
            return _ask_code(request, name, case)

        return guarded

    return decorated


def own_objection(name: str) -> Callable[[ObjectionView], Callable[[HttpRequest], HttpResponse]]:
    """As `own_case`, of the objection that this browser follows."""

    def decorated(view: ObjectionView) -> Callable[[HttpRequest], HttpResponse]:
        @wraps(view)
        def guarded(request: HttpRequest) -> HttpResponse:
            case = followed_objection(request)
            if case is None:
                return redirect("track")
            now = timezone.now()
            mine = access.for_objector(request.session, now).filter(pk=case.pk).first()
            return view(request, mine, now) if mine is not None else _ask_code(request, name, case)

        return guarded

    return decorated


def _ask_code(request: HttpRequest, name: str, case: AnyCase) -> HttpResponse:
    """To the code and back here; what was typed waits, sealed."""
    request.session[ONWARD] = name
    if request.method == "POST":
        typed = {field: request.POST.getlist(field) for field in request.POST if field != "csrfmiddlewaretoken"}
        plain = {field: values if len(values) > 1 else values[0] for field, values in typed.items()}
        request.session[TYPED] = seal(json.dumps([name, str(case.reference), plain]))
    return redirect("track_code")


def onward(request: HttpRequest, state_page: str = "track_state") -> str:
    """The page that asked for the code, else the state page. Said once."""
    name = request.session.pop(ONWARD, "")
    return name if name in OWN_PAGES else state_page


def typed_before(request: HttpRequest, name: str, case: AnyCase) -> dict[str, Any]:
    """What was typed into this page of this case before the code was asked for. Said once."""
    try:
        kept = json.loads(unseal(request.session.get(TYPED, "")) or "[]")
    except CannotOpen:
        kept = []
    if not kept or kept[0] != name or kept[1] != str(case.reference):
        return {}
    del request.session[TYPED]
    return dict(kept[2])


def day_of(request: HttpRequest, now: dt.datetime) -> dt.date:
    return Institution.load(request_or_site=request).day_of(now)
