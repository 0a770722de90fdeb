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
from ppid.citizen.followed import followed_case
from ppid.models import InformationRequest, Institution
from ppid.models.sealed import CannotOpen, seal, unseal

# Where the way leads after the code, and what was typed before it was asked for (sealed).
ONWARD, TYPED = "onward", "typed"
OWN_PAGES = frozenset({"track_complete", "track_withdraw", "track_forward", "track_copy", "track_viewing"})
View = Callable[[HttpRequest, InformationRequest, dt.datetime], HttpResponse]


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
            request.session[ONWARD] = name
            if request.method == "POST":
                typed = {field: text for field, text in request.POST.items() if field != "csrfmiddlewaretoken"}
                request.session[TYPED] = seal(json.dumps([name, str(case.reference), typed]))
            return redirect("track_code")

        return guarded

    return decorated


def onward(request: HttpRequest) -> str:
    """The page that asked for the code, else the state page. Said once."""
    name = request.session.pop(ONWARD, "")
    return name if name in OWN_PAGES else "track_state"


def typed_before(request: HttpRequest, name: str, case: InformationRequest) -> dict[str, Any]:
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
