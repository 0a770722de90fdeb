"""What the superior says of a proposed decision (PERKI 1/2021 Ps 10(2))."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ppid.desk.forms.base import LONG, UPLOAD, MoveForm


class ApproveForm(MoveForm):
    upload = forms.FileField(
        label=_("Persetujuan bertanda tangan"),
        required=False,
        help_text=_("PDF atau hasil pindai. Wajib untuk penolakan Pasal 17: dilampirkan pada suratnya."),
        widget=forms.FileInput(attrs=UPLOAD),
    )


class ReturnForm(MoveForm):
    reason = forms.CharField(
        label=_("Alasan dikembalikan"),
        widget=forms.Textarea(attrs=LONG),
        error_messages={"required": _("Alasan belum diisi. Tulis apa yang perlu diperbaiki.")},
    )
