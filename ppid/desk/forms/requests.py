"""The short forms of the moves that write no letter."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ppid.desk.forms.base import MoveForm
from ppid.models import Unit


class DisposeForm(MoveForm):
    """To a unit of the same body; no date moves (PERKI 1/2021 Ps 27(1))."""

    unit = forms.ModelChoiceField(
        label=_("Unit"),
        queryset=Unit.objects.filter(active=True, kind=Unit.Kind.ASSISTANT),
        required=False,
        empty_label=_("PPID utama"),
        help_text=_("Tanggal jawaban tidak berubah: unit pada badan publik yang sama memakai tenggat yang sama."),
    )


class ConfirmForm(MoveForm):
    """A move that needs no words, only a yes."""


class WithdrawForm(MoveForm):
    in_writing = forms.BooleanField(
        label=_("Pemohon atau kuasanya mencabut permohonan ini secara tertulis."),
        error_messages={"required": _("Pencabutan harus tertulis dari pemohon. Centang bila suratnya sudah diterima.")},
    )
