"""The label "ditahan: menunggu …" at the desk: set with a reason, shown in the list, taken off again."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from ppid.access import officer_case
from ppid.actions import holds
from ppid.desk import office
from ppid.desk.forms.base import LONG, MoveForm
from ppid.desk.steps import seen
from ppid.law.procedure import OFFICERS, Invalid, Unlawful
from ppid.models import InformationRequest


class HoldForm(MoveForm):
    waits_for = forms.CharField(
        label=gettext_lazy("Menunggu apa"), max_length=120,
        help_text=gettext_lazy("Beberapa kata untuk daftar, misalnya: data dari Dinas Kesehatan."),
        error_messages={
            "required": gettext_lazy("Tulis apa yang ditunggu, misalnya: data dari Dinas Kesehatan."),
            "max_length": gettext_lazy("Terlalu panjang untuk daftar; tulis rinciannya pada catatan."),
        },
    )  # fmt: skip
    note = forms.CharField(
        label=gettext_lazy("Catatan"), required=False, widget=forms.Textarea(attrs=LONG),
        help_text=gettext_lazy("Hanya untuk petugas; pemohon tidak melihatnya."),
    )  # fmt: skip


@dataclass(frozen=True)
class HoldScreen:
    case: InformationRequest
    form: HoldForm
    case_url: str


@require_http_methods(["GET", "POST"])
def hold(request: HttpRequest, pk: int) -> HttpResponse:
    """The form; what it sets moves no date."""
    now = office.moment(request)
    case = officer_case(request.user, pk, now.on)
    if not office.roles(request).actors & OFFICERS:
        raise PermissionDenied
    case_url = reverse("desk_case", args=[case.pk])
    form = HoldForm(request.POST or None, initial={"seen": seen(case)})
    status = 200
    if request.method == "POST":
        status = _try(request, case, form, now)
        if status == 302:
            return redirect(case_url)
    title = _("Beri tanda “ditahan”")
    screen = HoldScreen(case, form, case_url)
    return office.page(
        request, "ppid/desk/hold.html", screen, title=title, trail=[(case_url, case.number)], status=status
    )


def _try(request: HttpRequest, case: InformationRequest, form: HoldForm, now: office.Moment) -> int:
    if not form.is_valid():
        return 400
    try:
        holds.hold(case=case, **form.cleaned_data, **_by(request, now))
    except Invalid as error:
        form.refused(error)
        return 400
    except Unlawful as error:
        form.add_error(None, _(error.text))
        form.saw(seen(case))
        return 409
    messages.success(request, _("Tanda dipasang. Tanggal jawaban tetap."))
    return 302


@require_POST
def release(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the label off."""
    now = office.moment(request)
    case = officer_case(request.user, pk, now.on)
    if not office.roles(request).actors & OFFICERS:
        raise PermissionDenied
    try:
        holds.release(case=case, **_by(request, now))
    except Unlawful as error:
        messages.error(request, _(error.text))
    else:
        messages.success(request, _("Tanda “ditahan” dilepas."))
    return redirect("desk_case", pk=case.pk)


def _by(request: HttpRequest, now: office.Moment) -> dict[str, Any]:
    return {"acting_user": request.user, "on": now.on, "at": now.at}
