"""What is noted of an oral request: read back when, its copy handed over when and how (UU 14/2008 Ps 22(3))."""

import datetime as dt
from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ppid.desk.forms.base import DayInput, MoveForm
from ppid.law.procedure import Invalid
from ppid.models import Intake


class OralForm(MoveForm):
    read_back_on = forms.DateField(
        label=_("Dibacakan kembali pada"), required=False, widget=DayInput,
        help_text=_("Oleh Anda, kepada pemohon, yang membenarkan isinya. Kosongkan bila belum."),
        error_messages={"invalid": _("Tanggal tidak terbaca.")},
    )  # fmt: skip
    read_back_time = forms.TimeField(
        label=_("Pukul"), required=False, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        input_formats=["%H:%M", "%H:%M:%S", "%H.%M"],
        error_messages={"invalid": _("Pukul tidak terbaca. Tulis seperti 09:30.")},
    )  # fmt: skip
    handed_on = forms.DateField(
        label=_("Salinan diserahkan pada"), required=False, widget=DayInput,
        help_text=_("Cetak dahulu formulirnya dari halaman kasus. Kosongkan bila belum diserahkan."),
        error_messages={"invalid": _("Tanggal tidak terbaca.")},
    )  # fmt: skip
    how = forms.ChoiceField(
        label=_("Cara menyerahkan"), required=False, choices=[("", _("Pilih cara")), *Intake.HandedHow.choices]
    )

    def __init__(self, *args: Any, intake: Intake | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if intake is not None and intake.read_back_at is not None:
            del self.fields["read_back_on"], self.fields["read_back_time"]
        if intake is not None and intake.copy_handed_on is not None:
            del self.fields["handed_on"], self.fields["how"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("read_back_on") and not cleaned.get("read_back_time"):
            self.add_error("read_back_time", _("Pukul belum diisi. Tulis kapan dibacakan kembali."))
        return cleaned

    def read_back_at(self, zone: dt.tzinfo) -> dt.datetime | None:
        day, hour = self.cleaned_data.get("read_back_on"), self.cleaned_data.get("read_back_time")
        return dt.datetime.combine(day, hour, tzinfo=zone) if day and hour else None

    def refused(self, error: Invalid) -> None:
        here = {"read_back_at": "read_back_on"}
        super().refused(Invalid(replace(one, field=here.get(one.field, one.field)) for one in error.problems))
