"""The draft that a page is about."""

import datetime as dt

from django.http import HttpRequest

from ppid.queries import drafts as written_drafts
from ppid.queries.drafts import Written

DRAFT = "draft"


def held(request: HttpRequest, now: dt.datetime) -> Written | None:
    """The draft that the form names, else the one this browser is writing.

    A form's own word wins, so that two windows keep two drafts apart and an ended session loses nothing; an empty
    word there begins a new one.
    """
    if request.method == "POST" and "draft" in request.POST:
        token = request.POST["draft"]
    elif request.GET.get("mulai") == "baru":
        token = ""
    else:
        token = request.session.get(DRAFT, "")
    return written_drafts.written(token, at=now)


def hold(request: HttpRequest, token: str) -> None:
    """Remember the draft in this browser's session; written only when it changed."""
    if request.session.get(DRAFT) != token:
        request.session[DRAFT] = token


def let_go(request: HttpRequest) -> None:
    request.session.pop(DRAFT, None)
