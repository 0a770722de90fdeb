"""The Wagtail admin's own sign-in page gives way to the one that asks for the second factor."""

from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode


def sign_in(request: HttpRequest) -> HttpResponseRedirect:
    wanted = request.GET.get("next", "")
    address = reverse("account_login")
    if wanted and url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure()):
        address = f"{address}?{urlencode({'next': wanted})}"
    return redirect(address)
