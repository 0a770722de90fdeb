"""/verifikasi/: anyone checks a letter of the office by the code in its footer."""

from dataclasses import dataclass

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from ppid.actions.drafting import VERIFY_CODE_LENGTH
from ppid.models.cases import grouped, normalised
from ppid.queries.verification import VerifiedLetter, verified


class CodeForm(forms.Form):
    """The code as it stands on the letter; dashes, spaces and case do not matter."""

    kode = forms.CharField(
        label=_("Kode verifikasi"),
        max_length=60,
        help_text=_("12 huruf dan angka di kaki surat, misalnya M3HT-7QWE-XC5R."),
        error_messages={"required": _("Kode belum diisi. Ketik kode verifikasi yang tertulis di kaki surat.")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )

    def clean_kode(self) -> str:
        code = normalised(self.cleaned_data["kode"])
        if len(code) != VERIFY_CODE_LENGTH:
            raise forms.ValidationError(
                _("Kode verifikasi terdiri atas %(most)d huruf dan angka. Periksa kembali kode di kaki surat.")
                % {"most": VERIFY_CODE_LENGTH}
            )
        return code


@dataclass(frozen=True)
class VerificationScreen:
    """`letter` is None on the empty form and for an unknown code; `code` is empty on the empty form."""

    form: CodeForm
    code: str = ""
    letter: VerifiedLetter | None = None


@require_GET
def ask(request: HttpRequest) -> HttpResponse:
    """The form; a typed code leads to its own address."""
    if "kode" not in request.GET:
        return _shown(request, VerificationScreen(CodeForm()))
    form = CodeForm(request.GET)
    if form.is_valid():
        return redirect("verify_letter", grouped(form.cleaned_data["kode"]))
    return _shown(request, VerificationScreen(form), status=400)


@require_GET
def show(request: HttpRequest, code: str) -> HttpResponse:
    """What is known of the letter, or 404 with the form."""
    letter = verified(code)
    typed = grouped(normalised(code))
    form = CodeForm() if letter else CodeForm(initial={"kode": typed})
    return _shown(request, VerificationScreen(form, typed, letter), status=200 if letter else 404)


def _shown(request: HttpRequest, screen: VerificationScreen, status: int = 200) -> HttpResponse:
    return render(request, "ppid/verification.html", {"screen": screen}, status=status)
