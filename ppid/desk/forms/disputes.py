"""What the body writes down of a dispute. What the law asks of it is asked by the actions."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ppid.desk.forms.base import LONG, UPLOAD, DayInput, MoveForm
from ppid.law.objections import GROUNDS, Ground
from ppid.models import CommissionDecision, Dispute, Objection

DAY = {"required": _("Tanggal belum diisi."), "invalid": _("Tanggal tidak terbaca. Tulis seperti 23-11-2026.")}
NO_FILE = {"required": _("Berkas belum dipilih.")}
CHOOSE = {"required": _("Belum dipilih."), "invalid_choice": _("Pilihan ini tidak ada lagi. Pilih lagi.")}


def day(label: Any, *, required: bool = True, **more: Any) -> forms.DateField:
    return forms.DateField(label=label, required=required, widget=DayInput, error_messages=DAY, **more)


def words(label: Any, *, lines: int = 0, **more: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={**LONG, "rows": lines}) if lines else forms.TextInput()
    return forms.CharField(label=label, required=False, max_length=4000 if lines else 200, widget=widget, **more)


def upload(label: Any, *, required: bool = True) -> forms.FileField:
    return forms.FileField(label=label, required=required, widget=forms.FileInput(attrs=UPLOAD), error_messages=NO_FILE)


class ApplicationForm(forms.Form):
    objection = forms.ModelChoiceField(
        label=_("Keberatan"), queryset=Objection.objects.none(), empty_label=_("Pilih keberatan"), error_messages=CHOOSE
    )
    applied_on = day(_("Tanggal diajukan pemohon"))
    heard_on = day(_("Tanggal badan publik mengetahui"))
    commission_name = words(_("Komisi Informasi"), help_text=_("Kosong: komisi pada data badan publik."))
    register_number = words(_("Nomor register komisi"))
    listed_grounds = forms.MultipleChoiceField(
        label=_("Alasan menurut permohonan di komisi"), required=False, widget=forms.CheckboxSelectMultiple,
        error_messages=CHOOSE, help_text=_("Daftar formulir komisi; diubah pada pengaturan badan publik."),
    )  # fmt: skip
    commission_grounds = words(_("Alasan lain, menurut kata-kata pemohon"), lines=3)

    def __init__(self, *args: Any, listed: Iterable[str] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["listed_grounds"].choices = [(line, line) for line in listed]  # type: ignore[attr-defined]
        rows = Objection.objects.filter(disputes__isnull=True).order_by("-received_on")
        self.fields["objection"].queryset = rows  # type: ignore[attr-defined]


class StageForm(MoveForm):
    stage = forms.ChoiceField(label=_("Tahap"), choices=Dispute.Stage.choices[1:5], error_messages=CHOOSE)
    entered_on = day(_("Sejak"))
    register_number = words(_("Nomor register komisi"), help_text=_("Diisi bila baru diketahui."))
    note = words(_("Catatan"), lines=2)
    grounds = forms.MultipleChoiceField(
        label=_("Alasan huruf"), required=False, widget=forms.CheckboxSelectMultiple, error_messages=CHOOSE,
        help_text=_("Untuk mediasi dan ajudikasi. Kosong: semua alasan yang menempuh jalur itu."),
    )  # fmt: skip
    paper = upload(_("Surat komisi"), required=False)

    def __init__(self, *args: Any, grounds: Iterable[str] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        labels = [(one, f"{one}: {_(GROUNDS[Ground(one)].label)}") for one in sorted(grounds)]
        self.fields["grounds"].choices = labels  # type: ignore[attr-defined]


class ReasonsForm(MoveForm):
    """One field a ground that was objected on."""

    filed_on = day(_("Tanggal diajukan"))

    def __init__(self, *args: Any, grounds: Iterable[str], **more: Any) -> None:
        super().__init__(*args, **more)
        for ground in grounds:
            label = _("Alasan untuk huruf %(ground)s: %(words)s") % {
                "ground": ground, "words": _(GROUNDS[Ground(ground)].label),
            }  # fmt: skip
            self.fields[f"reason_{ground}"] = words(label, lines=3)

    def reasons(self) -> dict[str, str]:
        return {name[7:]: text for name, text in self.cleaned_data.items() if name.startswith("reason_")}


class HearingForm(MoveForm):
    held_on = day(_("Hari sidang"))
    starts_at = forms.TimeField(
        label=_("Pukul"),
        required=False,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"invalid": _("Pukul tidak terbaca. Tulis seperti 09:30.")},
    )
    place = words(_("Tempat"))
    agenda = words(_("Acara"))
    closed = forms.BooleanField(label=_("Sidang tertutup"), required=False)
    representative = words(_("Dihadiri oleh (jabatan)"))
    power_number = words(_("Nomor surat kuasa khusus"))
    power = upload(_("Surat kuasa khusus"))


class DecisionForm(MoveForm):
    kind = forms.ChoiceField(label=_("Jenis putusan"), choices=CommissionDecision.Kind.choices, error_messages=CHOOSE)
    number = words(_("Nomor putusan"))
    read_on = day(_("Tanggal dibacakan"))
    ruling = forms.ChoiceField(label=_("Amar"), choices=CommissionDecision.Ruling.choices, error_messages=CHOOSE)
    ordered = words(_("Yang diperintahkan"), lines=3)
    comply_days = forms.IntegerField(
        label=_("Dilaksanakan dalam (hari kerja)"),
        required=False,
        min_value=1,
        max_value=250,
        error_messages={"invalid": _("Tulis bilangan bulat, misalnya 10."), "min_value": _("Paling sedikit 1.")},
    )
    dissent = words(_("Pendapat berbeda"), lines=2)
    file = upload(_("Putusan (PDF)"))


class CourtForm(MoveForm):
    decision = forms.ModelChoiceField(
        label=_("Putusan"), queryset=CommissionDecision.objects.none(), empty_label=None, error_messages=CHOOSE
    )
    received_body_on = day(_("Diterima badan publik"), required=False)
    received_applicant_on = day(_("Diterima pemohon"), required=False)
    suit_on = day(_("Gugatan diajukan"), required=False)
    court = words(_("Pengadilan"))
    judged_body_on = day(_("Putusan pengadilan diterima badan publik"), required=False)
    judged_applicant_on = day(_("Putusan pengadilan diterima pemohon"), required=False)
    cassation_on = day(_("Kasasi diajukan"), required=False)
    last_judged_on = day(_("Putusan kasasi"), required=False)

    def __init__(self, *args: Any, dispute: Dispute, **more: Any) -> None:
        super().__init__(*args, **more)
        open_ones = dispute.decisions.filter(final_on__isnull=True).order_by("-read_on")
        self.fields["decision"].queryset = open_ones  # type: ignore[attr-defined]

    def facts(self) -> dict[str, dt.date | None]:
        return {name: value for name, value in self.cleaned_data.items() if name.endswith("_on")}


class PublishForm(MoveForm):
    """Only with a decision there; the text is what a person pasted and masked."""

    decision = forms.ModelChoiceField(
        label=_("Putusan"), queryset=CommissionDecision.objects.none(), empty_label=None, error_messages=CHOOSE
    )
    text = forms.CharField(
        label=_("Teks untuk umum"),
        required=False,
        widget=forms.Textarea(attrs=LONG),
        help_text=_("Orang pribadi disamarkan: Pemohon, Saksi 1. Badan publik dan majelis tetap disebut."),
    )
    dissent = forms.CharField(label=_("Pendapat berbeda"), required=False, widget=forms.Textarea(attrs=LONG))

    def __init__(self, *args: Any, dispute: Dispute, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["decision"].queryset = dispute.decisions.order_by("-read_on")  # type: ignore[attr-defined]


class ComplyForm(MoveForm):
    complied_on = day(_("Tanggal dilaksanakan"))
    how = words(_("Apa yang dilaksanakan dan bagaimana"), lines=3)
