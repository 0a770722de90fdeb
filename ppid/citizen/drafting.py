"""The draft that a page is about."""

import datetime as dt

from django.conf import settings
from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse

from ppid.queries import drafts as written_drafts
from ppid.queries.drafts import Written

DRAFT = "draft"
SENT = "terkirim"


def held_token(request: HttpRequest) -> str:
    """The secret of the draft that the form names, else of the one this browser is writing or sent last.

    A form's own word wins, so that two windows keep two drafts apart and an ended session loses nothing; an empty
    word there begins a new one.
    """
    if request.method == "POST" and "draft" in request.POST:
        return request.POST["draft"]
    if request.GET.get("mulai") == "baru":
        return ""
    return str(request.session.get(DRAFT, ""))


def held(request: HttpRequest, now: dt.datetime) -> Written | None:
    """That draft, unless it has expired."""
    return written_drafts.written(held_token(request), at=now)


def hold(request: HttpRequest, token: str) -> None:
    """Remember the draft in this browser's session; written only when it changed."""
    if request.session.get(DRAFT) != token:
        request.session[DRAFT] = token


def to_receipt(token: str) -> HttpResponseRedirect:
    """On to the receipt of what this draft became. The browser itself carries which one, so that sending, which
    everybody waits for at once on a deadline's last day, need not open the session."""
    response = redirect("request_receipt")
    response.set_cookie(
        SENT, token, max_age=settings.SESSION_COOKIE_AGE, path=reverse("request_start"), httponly=True,
        secure=settings.SESSION_COOKIE_SECURE, samesite="Lax",
    )  # fmt: skip
    return response


def sent_token(request: HttpRequest) -> str:
    """The secret of the draft that this browser sent last."""
    return request.COOKIES.get(SENT) or str(request.session.get(DRAFT, ""))


def let_go(request: HttpRequest) -> None:
    request.session.pop(DRAFT, None)
