"""Where an officer retells a report for the public: the private text above, the officer's own words below."""

from dataclasses import dataclass

from django import forms
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages

from disclosures.actions.complaints import NotForPublication, approve_paraphrase, withdraw_paraphrase
from disclosures.models import Outcome
from disclosures.queries.outcomes import OutcomeLine, listed_outcomes
from disclosures.redaction import find_personal_data
from ppid.models import Institution

PERMISSION = "disclosures.approve_outcome"
_PER_PAGE = 50


class ParaphraseForm(forms.Form):
    """What will be public. Whether it may be is the action's to say."""

    title = forms.CharField(label=_("Judul untuk umum"), max_length=200)
    body = forms.CharField(
        label=_("Ringkasan untuk umum"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Dengan kata-kata Anda: apa yang dilaporkan dan apa hasilnya. Tanpa nama, nomor, atau alamat."),
    )
    read = forms.BooleanField(
        label=_("Saya sudah membaca ulang: pelapor dan orang pribadi lain tidak dapat dikenali dari teks ini."),
        error_messages={"required": _("Baca ulang teksnya, lalu beri tanda di sini.")},
    )


@dataclass(frozen=True, slots=True)
class ParaphraseListScreen:
    page: Page[Outcome]
    lines: tuple[OutcomeLine, ...]


@dataclass(frozen=True, slots=True)
class ParaphraseScreen:
    """The private title and text of a report, what in them looks like personal data, and the form."""

    line: OutcomeLine
    private_title: str
    private_text: str
    anonymous: bool
    warned_of: tuple[str, ...]
    form: ParaphraseForm


@permission_required(PERMISSION, raise_exception=True)
def listing(request: HttpRequest) -> HttpResponse:
    """Reports that may be told, those not told yet first."""
    rows = listed_outcomes().order_by("approved_on", "-month", "code")
    page = Paginator(rows, _PER_PAGE).get_page(request.GET.get("p"))
    screen = ParaphraseListScreen(page, tuple(OutcomeLine.of(row) for row in page.object_list))
    return render(request, "disclosures/admin/paraphrases.html", {"screen": screen})


@permission_required(PERMISSION, raise_exception=True)
def edit(request: HttpRequest, code: str) -> HttpResponse:
    """Approve a paraphrase, or take it back. A report that may not be listed is as if it were not there."""
    outcome = (
        listed_outcomes().select_related("complaint", "category__domain", "status", "unit").filter(code=code).first()
    )
    if outcome is None:
        raise Http404
    if request.method == "POST" and "withdraw" in request.POST:
        withdraw_paraphrase(code=code)
        messages.success(request, _("Ringkasan ditarik; yang tampil tinggal data bersandi."))
        return redirect("paraphrases")
    form = ParaphraseForm(request.POST or None, initial={"title": outcome.title, "body": outcome.body})
    if form.is_valid() and _approved(request, code, form):
        return redirect("paraphrases")
    return render(request, "disclosures/admin/paraphrase.html", {"screen": _screen(outcome, form)})


def _approved(request: HttpRequest, code: str, form: ParaphraseForm) -> bool:
    on = Institution.load().day_of(timezone.now())
    said, officer = form.cleaned_data, request.user.pk
    if officer is None:
        raise PermissionDenied
    try:
        approve_paraphrase(code=code, title=said["title"], body=said["body"], by=officer, on=on)
    except NotForPublication as problem:
        form.add_error(problem.field, str(problem))
        return False
    messages.success(request, _("Ringkasan disetujui dan tampil untuk umum."))
    return True


def _screen(outcome: Outcome, form: ParaphraseForm) -> ParaphraseScreen:
    complaint = outcome.complaint
    title, text = (complaint.title, complaint.text) if complaint else ("", "")
    kinds = tuple(dict.fromkeys(finding.kind for finding in find_personal_data(f"{title}\n{text}")))
    return ParaphraseScreen(
        OutcomeLine.of(outcome), title, text, complaint.anonymous if complaint else True, kinds, form
    )


def urls() -> list[URLPattern]:
    return [
        path("aduan/", listing, name="paraphrases"),
        path("aduan/<slug:code>/", edit, name="paraphrase"),
    ]
