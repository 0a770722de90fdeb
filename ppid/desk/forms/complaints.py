"""The forms of a complaint that came as a request."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ppid.desk.forms.base import LONG, DayInput, MoveForm
from ppid.law.complaints import ComplaintClass, Handover
from ppid.models import ComplaintHandover


class HandoverForm(MoveForm):
    """Whole or a part, of which class, and what is complained of."""

    whole = forms.ChoiceField(
        label=_("Yang diserahkan"),
        widget=forms.RadioSelect,
        choices=[
            ("ya", _("Seluruhnya aduan: tidak ada informasi yang diminta")),
            ("bagian", _("Sebagian: permohonan informasinya tetap dijawab")),
        ],
        error_messages={"required": _("Pilih apakah seluruhnya atau sebagian.")},
    )
    kind = forms.ChoiceField(label=_("Jenis aduan"), widget=forms.RadioSelect, choices=ComplaintHandover.Kind.choices)
    matter = forms.CharField(
        label=_("Isi aduan"),
        widget=forms.Textarea(attrs=LONG),
        help_text=_("Rahasia: dibaca meja pengaduan saja (UU 25/2009 Ps 49)."),
    )

    def handover(self) -> Handover:
        typed = self.cleaned_data
        return Handover(typed["whole"] == "ya", typed["matter"], ComplaintClass(typed["kind"]))


class EnterForm(MoveForm):
    tracking_id = forms.CharField(label=_("Nomor pelacakan SP4N-LAPOR!"), max_length=40)
    entered_on = forms.DateField(label=_("Tanggal dicatat di SP4N-LAPOR!"), widget=DayInput)


class SettleForm(MoveForm):
    result = forms.ChoiceField(label=_("Hasil"), choices=[("", _("Pilih hasil")), *ComplaintHandover.Result.choices])
    outcome = forms.CharField(
        label=_("Uraian hasil"), widget=forms.Textarea(attrs=LONG), help_text=_("Dikirim kepada pengadu.")
    )
    decided_on = forms.DateField(label=_("Tanggal diputus"), widget=DayInput)

    @property
    def said(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("result", "outcome", "decided_on")}
