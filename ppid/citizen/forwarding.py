"""The applicant wants the request handed on to the body that the answer names: and says what goes along."""

import datetime as dt
from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from ppid.actions import forwarding
from ppid.citizen.forms import StepForm
from ppid.citizen.own_case import day_of, own_case, typed_before
from ppid.citizen.private_pages import private_page
from ppid.law.decisions import NoticeContent
from ppid.law.forwarding import Carry, holder_named
from ppid.law.party import By
from ppid.law.procedure import Unlawful
from ppid.models import Forwarding, InformationRequest, Letter

PAGE = "track_forward"


class WishForm(StepForm):
    """Each kind of data is allowed by itself, nothing beforehand."""

    name = forms.BooleanField(required=False, label=gettext_lazy("Nama saya boleh disertakan"))
    contact = forms.BooleanField(
        required=False,
        label=gettext_lazy("Alamat dan kontak saya boleh disertakan"),
        help_text=gettext_lazy("Tanpa ini badan publik itu tidak dapat menjawab Anda langsung."),
    )
    purpose = forms.BooleanField(required=False, label=gettext_lazy("Tujuan penggunaan boleh disertakan"))
    by = forms.ChoiceField(
        label=gettext_lazy("Siapa yang menghendaki?"),
        choices=(
            (By.APPLICANT.value, gettext_lazy("Saya pemohonnya")),
            (By.PROXY.value, gettext_lazy("Saya kuasa pemohon")),
        ),
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Pilih salah satu. Hanya pemohon atau kuasanya yang dapat menghendakinya."),
            "invalid_choice": gettext_lazy("Pilih salah satu pilihan yang tersedia."),
        },
    )

    @property
    def carries(self) -> tuple[Carry, ...]:
        return tuple(one for one in Carry if self.cleaned_data[one])


@dataclass(frozen=True, slots=True)
class ForwardScreen:
    """`body`: named by the answer; `wished`: a wish stands already and may be said anew."""

    number: str
    details: str
    body: str
    form: WishForm
    wished: bool
    problem: str = ""


@private_page
@require_http_methods(["GET", "POST"])
@own_case(PAGE)
def forward(request: HttpRequest, case: InformationRequest, now: dt.datetime) -> HttpResponse:
    """Say what may go along, and that it be handed on."""

    body, row = _body(case), Forwarding.objects.filter(case_id=case.pk).first()
    if not body or (row is not None and row.forwarded_on is not None):
        messages.error(request, _("Tidak ada yang dapat diteruskan untuk permohonan ini."))
        return redirect("track_state")
    start = {str(one): one in row.carries for one in Carry} if row else {}
    if request.method == "GET":
        form = WishForm(initial={**start, **typed_before(request, PAGE, case)})
        return _page(request, ForwardScreen(case.number, case.details, body, form, row is not None))
    form = WishForm(request.POST)
    screen = ForwardScreen(case.number, case.details, body, form, row is not None)
    if not form.is_valid():
        return _page(request, screen, status=422)
    try:
        by = By(form.cleaned_data["by"])
        forwarding.wish(case=case, carries=form.carries, by=by, on=day_of(request, now), at=now)
    except Unlawful as refused:
        problem = _(refused.text) % refused.values if refused.values else _(refused.text)
        screen = ForwardScreen(case.number, case.details, body, form, row is not None, problem)
        return _page(request, screen, status=409)
    messages.success(request, _("Kehendak Anda sudah dicatat."))
    return redirect("track_state")


def _body(case: InformationRequest) -> str:
    notice = Letter.objects.filter(case_id=case.pk, kind=Letter.Kind.NOTICE, sent_at__isnull=False).last()
    return holder_named(NoticeContent.from_json(notice.content)) if notice else ""


def _page(request: HttpRequest, screen: ForwardScreen, *, status: int = 200) -> HttpResponse:
    return render(request, "ppid/citizen/forward.html", {"screen": screen}, status=status)
