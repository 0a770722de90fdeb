"""The short forms of the moves that write no letter."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ppid.desk.forms.base import MoveForm


class ConfirmForm(MoveForm):
    """A move that needs no words, only a yes."""


class WithdrawForm(MoveForm):
    in_writing = forms.BooleanField(
        label=_("Pemohon atau kuasanya mencabut permohonan ini secara tertulis."),
        error_messages={"required": _("Pencabutan harus tertulis dari pemohon. Centang bila suratnya sudah diterima.")},
    )
