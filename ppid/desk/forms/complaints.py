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


class AnswerForm(MoveForm):
    """Complete, or what lacks (UU 25/2009 Ps 44(3)-(4))."""

    complete = forms.ChoiceField(
        label=_("Kelengkapan aduan"),
        widget=forms.RadioSelect,
        choices=[("ya", _("Lengkap")), ("belum", _("Belum lengkap: pengadu melengkapi dalam 30 hari"))],
        error_messages={"required": _("Pilih apakah aduan lengkap.")},
    )
    lacking = forms.CharField(
        label=_("Yang belum lengkap"),
        required=False,
        widget=forms.Textarea(attrs=LONG),
        help_text=_("Bila belum lengkap; disampaikan kepada pengadu."),
    )
    answered_on = forms.DateField(label=_("Tanggal ditanggapi"), widget=DayInput)
    told_on = forms.DateField(
        label=_("Tanggal tanggapan diterima pengadu"),
        widget=DayInput,
        required=False,
        help_text=_("Kosong: hari yang sama. Tiga puluh hari dihitung sejak tanggal ini."),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        lacks, words = cleaned.get("complete") == "belum", (cleaned.get("lacking") or "").strip()
        if lacks and not words:
            self.add_error("lacking", _("Yang belum lengkap belum ditulis. Tulis apa yang perlu dilengkapi."))
        elif cleaned.get("complete") == "ya" and words:
            self.add_error("lacking", _("Aduan dinyatakan lengkap. Kosongkan, atau pilih belum lengkap."))
        return cleaned

    @property
    def said(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("lacking", "answered_on", "told_on")}


class CompletedForm(MoveForm):
    came_on = forms.DateField(label=_("Tanggal kelengkapan datang"), widget=DayInput)


class NotifyForm(MoveForm):
    notified_on = forms.DateField(label=_("Tanggal surat hasil disampaikan"), widget=DayInput)


class SettleForm(MoveForm):
    result = forms.ChoiceField(label=_("Hasil"), choices=[("", _("Pilih hasil")), *ComplaintHandover.Result.choices])
    outcome = forms.CharField(
        label=_("Uraian hasil"), widget=forms.Textarea(attrs=LONG), help_text=_("Dikirim kepada pengadu.")
    )
    decided_on = forms.DateField(label=_("Tanggal diputus"), widget=DayInput)

    @property
    def said(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("result", "outcome", "decided_on")}
