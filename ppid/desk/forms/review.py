"""Inviting a reviewer, taking up a document in dispute, opening it on the panel's order."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ppid.desk.forms.base import UPLOAD, DayInput
from ppid.models import Appointment, Case, Invitation, Role, SealedDocument

UNTIL_WRONG = {
    "required": _("Tanggal berakhir belum diisi."),
    "invalid": _("Tanggal tidak terbaca."),
}


def _words(label: Any, **options: Any) -> forms.CharField:
    return forms.CharField(label=label, required=False, max_length=200, **options)


class InviteForm(forms.Form):
    reviewer = forms.ModelChoiceField(
        label=_("Pemeriksa"),
        queryset=Appointment.objects.none(),
        empty_label=_("Pilih pemeriksa"),
        error_messages={"required": _("Pemeriksa belum dipilih."), "invalid_choice": _("Pilih lagi.")},
    )
    letter_number = _words(_("Nomor surat tugas"))
    until = forms.DateField(label=_("Sampai dengan"), widget=DayInput, error_messages=UNTIL_WRONG)

    def __init__(self, *args: Any, on: dt.date, **more: Any) -> None:
        super().__init__(*args, **more)
        rows = Appointment.objects.on(on).filter(role=Role.REVIEWER).select_related("user")
        self.fields["reviewer"].queryset = rows  # type: ignore[attr-defined]


class SealForm(forms.Form):
    title = _words(_("Nama dokumen"), help_text=_("Tanpa mengungkap isinya."))
    original = forms.FileField(
        label=_("Versi utuh"),
        widget=forms.FileInput(attrs=UPLOAD),
        error_messages={"required": _("Versi utuh belum dipilih.")},
    )
    redacted = forms.FileField(label=_("Versi yang dihitamkan"), required=False, widget=forms.FileInput(attrs=UPLOAD))


class OpenForm(forms.Form):
    document = forms.ModelChoiceField(
        label=_("Dokumen"),
        queryset=SealedDocument.objects.none(),
        empty_label=_("Pilih dokumen"),
        error_messages={"required": _("Dokumen belum dipilih.")},
    )
    order_number = _words(_("Nomor perintah majelis"))
    order_on = forms.DateField(
        label=_("Tanggal perintah"),
        widget=DayInput,
        error_messages={"required": _("Tanggal perintah belum diisi."), "invalid": _("Tanggal tidak terbaca.")},
    )
    order = forms.FileField(
        label=_("Perintah tertulis majelis"),
        widget=forms.FileInput(attrs=UPLOAD),
        error_messages={"required": _("Perintah tertulis belum dipilih.")},
    )
    readers = forms.ModelMultipleChoiceField(
        label=_("Dibuka bagi"),
        queryset=Invitation.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Pilih komisioner yang disebut dalam perintah.")},
    )
    until = forms.DateField(label=_("Sampai dengan"), widget=DayInput, error_messages=UNTIL_WRONG)

    def __init__(self, *args: Any, case: Case, on: dt.date, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["document"].queryset = SealedDocument.objects.filter(case=case)  # type: ignore[attr-defined]
        invited = Invitation.objects.in_force(on).filter(case=case).select_related("reviewer")
        self.fields["readers"].queryset = invited  # type: ignore[attr-defined]
        self.fields["document"].label_from_instance = lambda row: row.title  # type: ignore[attr-defined]
        self.fields["readers"].label_from_instance = lambda row: str(row.reviewer)  # type: ignore[attr-defined]
