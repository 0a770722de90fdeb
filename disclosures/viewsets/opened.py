"""Where the PPID puts into the register what a final decision opened: one click to a row that is written already."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from disclosures.actions import opened
from disclosures.models import InformationClass, RegisterEntry
from disclosures.queries.opened import waiting
from ppid.access import roles_of
from ppid.law.refusals import Invalid, Unlawful
from ppid.models import CommissionDecision, Institution, Role, Unit

PERMISSION = "disclosures.add_registerentry"
MISSING = {"required": gettext_lazy("Belum dipilih."), "invalid_choice": gettext_lazy("Pilihan ini tidak ada lagi.")}


class OpenedForm(forms.Form):
    """A new row, or the row that holds the information already."""

    summary = forms.CharField(
        label=gettext_lazy("Ringkasan isi informasi"), max_length=4000, required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Diisi dari amar putusan; tulis seperti baris daftar lainnya, tanpa nama orang."),
    )  # fmt: skip
    unit = forms.ModelChoiceField(
        label=gettext_lazy("Unit yang menguasai"), queryset=Unit.objects.order_by("name"), error_messages=MISSING
    )
    info_class = forms.ChoiceField(
        label=gettext_lazy("Klasifikasi"), choices=InformationClass.choices, initial=InformationClass.ANY_TIME,
        error_messages=MISSING,
    )  # fmt: skip
    number = forms.IntegerField(
        label=gettext_lazy("Sudah ada dalam daftar: nomor halamannya"), required=False, min_value=1,
        help_text=gettext_lazy("Angka pada alamat /daftar-informasi/ANGKA/. Kosong: baris baru dibuat sebagai draf."),
        error_messages={"invalid": gettext_lazy("Tulis angka saja."), "min_value": gettext_lazy("Tulis angka saja.")},
    )  # fmt: skip

    def entry(self) -> RegisterEntry | None:
        number = self.cleaned_data.get("number")
        return RegisterEntry.objects.filter(pk=number).first() if number else None

    def clean_number(self) -> int | None:
        number: int | None = self.cleaned_data.get("number")
        if number and not RegisterEntry.objects.filter(pk=number).exists():
            raise forms.ValidationError(_("Tidak ada baris daftar dengan angka itu. Periksa alamat halamannya."))
        return number


@dataclass(frozen=True)
class Row:
    decision: CommissionDecision
    form: OpenedForm


@dataclass(frozen=True)
class OpenedScreen:
    rows: tuple[Row, ...]


@permission_required(PERMISSION, raise_exception=True)
def listing(request: HttpRequest) -> HttpResponse:
    """The decisions that wait, each with its row already written."""
    _only_ppid(request)
    return _page(request)


@permission_required(PERMISSION, raise_exception=True)
def enter(request: HttpRequest, pk: int) -> HttpResponse:
    """Make the row and open it for the rest of its columns; with 400 or 409 what was typed stays."""
    _only_ppid(request)
    decision = get_object_or_404(CommissionDecision.objects.select_related("dispute"), pk=pk)
    if request.method != "POST":
        return redirect("opened_by_decisions")
    form = OpenedForm(request.POST, prefix=f"putusan-{pk}")
    if not form.is_valid():
        return _page(request, {pk: form}, status=400)
    said, at = form.cleaned_data, timezone.now()
    row = form.entry() or opened.Opened(said["summary"], said["unit"], InformationClass(said["info_class"]))
    try:
        made = opened.enter(
            decision=decision, opened=row, acting_user=request.user, on=Institution.load().day_of(at), at=at,  # type: ignore[arg-type]
        )  # fmt: skip
    except Invalid as error:
        for problem in error.problems:
            form.add_error(problem.field, _(problem.text))
        return _page(request, {pk: form}, status=400)
    except Unlawful as error:
        messages.error(request, str(error))
        return _page(request, status=409)
    messages.success(request, _("Masuk daftar. Lengkapi kolom lainnya, lalu terbitkan."))
    return redirect(reverse("wagtailsnippets_disclosures_registerentry:edit", args=[made.pk]))


def _only_ppid(request: HttpRequest) -> None:
    """The PPID sets the whole register (PERKI 1/2021 Ps 45(6)) and answers for disputes."""
    if not is_ppid(request):
        raise PermissionDenied


def is_ppid(request: HttpRequest) -> bool:
    today = Institution.load(request_or_site=request).day_of(timezone.now())
    return Role.PPID in roles_of(request.user, today)  # type: ignore[arg-type]


def _page(request: HttpRequest, typed: dict[int, OpenedForm] | None = None, *, status: int = 200) -> HttpResponse:
    rows = tuple(Row(decision, (typed or {}).get(decision.pk) or _form(decision)) for decision in waiting())
    return render(request, "disclosures/admin/opened.html", {"screen": OpenedScreen(rows)}, status=status)


def _form(decision: CommissionDecision) -> OpenedForm:
    first: dict[str, Any] = {"summary": decision.ordered, "unit": decision.dispute.unit_id}
    return OpenedForm(prefix=f"putusan-{decision.pk}", initial=first)


def urls() -> list[URLPattern]:
    return [
        path("putusan-terbuka/", listing, name="opened_by_decisions"),
        path("putusan-terbuka/<int:pk>/", enter, name="opened_by_decision"),
    ]
