"""The applicant takes the request back, whole or in part: what it means is said first, and a second yes does it."""

import datetime as dt
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ppid.actions import withdrawals
from ppid.citizen.forms_own import PART, WithdrawForm
from ppid.citizen.own_case import day_of, own_case, typed_before
from ppid.citizen.private_pages import private_page
from ppid.law.party import By
from ppid.law.procedure import Actor, MoveName, State, Unlawful, lawful
from ppid.models import InformationRequest

PAGE = "track_withdraw"


@dataclass(frozen=True, slots=True)
class WithdrawScreen:
    """`confirming`: everything is written, and the page says what the yes means. `part` empty: the whole request."""

    number: str
    details: str
    form: WithdrawForm
    confirming: bool = False
    part: str = ""
    problem: str = ""


@private_page
@require_http_methods(["GET", "POST"])
@own_case(PAGE)
def withdraw(request: HttpRequest, case: InformationRequest, now: dt.datetime) -> HttpResponse:
    """Write, look at what it means, say yes."""
    if MoveName.WITHDRAW not in {row.name for row in lawful(State(case.state), {Actor.APPLICANT})}:
        messages.error(request, _("Permohonan ini sudah berkeadaan “%(state)s”.") % {"state": case.get_state_display()})
        return redirect("track_state")
    if request.method == "GET":
        return _page(request, case, WithdrawForm(initial=typed_before(request, PAGE, case)))
    form = WithdrawForm(request.POST)
    if not form.is_valid():
        return _page(request, case, form, status=422)
    if "kirim" in request.POST:
        return _confirmed(request, case, form, now)
    if "ubah" in request.POST:
        return _page(request, case, WithdrawForm(initial=form.raw()))
    return _page(request, case, form, confirming=True)


def _confirmed(request: HttpRequest, case: InformationRequest, form: WithdrawForm, now: dt.datetime) -> HttpResponse:
    try:
        _act(case, form, day_of(request, now), now)
    except Unlawful as refused:
        problem = _(refused.text) % refused.values if refused.values else _(refused.text)
        return _page(request, case, form, confirming=True, problem=problem, status=409)
    messages.success(request, _("Pencabutan Anda sudah dicatat."))
    return redirect("track_state")


def _act(case: InformationRequest, form: WithdrawForm, on: dt.date, now: dt.datetime) -> None:
    by = By(form.cleaned_data["by"])
    if form.cleaned_data["scope"] == PART:
        withdrawals.withdraw_part(case=case, part=form.cleaned_data["part"], by=by, on=on, at=now)
    else:
        withdrawals.withdraw(case=case, by=by, on=on, at=now)


def _page(
    request: HttpRequest,
    case: InformationRequest,
    form: WithdrawForm,
    *,
    confirming: bool = False,
    problem: str = "",
    status: int = 200,
) -> HttpResponse:
    part = form.cleaned_data["part"] if confirming and form.cleaned_data["scope"] == PART else ""
    screen = WithdrawScreen(case.number, case.details, form, confirming, part, problem)
    return render(request, "ppid/citizen/withdraw.html", {"screen": screen}, status=status)
