"""The forms of the completeness check: the letter's list, and what came by paper or at the counter."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from django import forms
from django.core.files import File
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ppid.desk.forms.base import LONG, UPLOAD, DayInput, MoveForm
from ppid.law import completing
from ppid.law.completeness import Gap, IncompleteContent, Item
from ppid.law.filing import ApplicantKind, Channel
from ppid.models import Case, CaseFile, InformationRequest

# Papers that one form takes; the form may be sent again.
PAPERS = 3


class IncompleteForm(MoveForm):
    """Annex IX: what lacks. Ticked is what seems to lack; the officer looks and decides."""

    items = forms.MultipleChoiceField(
        label=_("Yang belum lengkap"), required=False, widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Ada pilihan yang tidak dikenal. Muat ulang halaman, lalu pilih lagi.")},
    )  # fmt: skip
    other = forms.CharField(
        label=_("Hal lain, satu baris satu hal"), required=False, widget=forms.Textarea(attrs=LONG),
        help_text=_("Misalnya: rincian informasi belum jelas tahunnya. Jangan menulis data pribadi di sini."),
    )  # fmt: skip

    def __init__(
        self, *args: Any, applicant: ApplicantKind, known: Sequence[Item], gaps: Sequence[Gap], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.kind = applicant
        doubtful = {gap.item.code for gap in gaps if not gap.certain}
        choices = [(item.code, _offered(item, doubtful)) for item in known]
        self.fields["items"].choices = choices  # type: ignore[attr-defined]

    def content(self) -> IncompleteContent:
        return IncompleteContent(
            items=tuple(self.cleaned_data["items"]), other=self.cleaned_data["other"], kind=self.kind
        )


def _offered(item: Item, doubtful: Collection[str]) -> str:
    label = gettext(item.label)
    if item.code in doubtful:
        return gettext("%(label)s (ada lampiran tanpa peran: periksa dahulu)") % {"label": label}
    return label


class CompleteForm(MoveForm):
    """What came by letter, at the counter, by mail or by telephone: the empty fields and up to three papers."""

    came_on = forms.DateField(
        label=_("Tanggal kelengkapan datang"), widget=DayInput,
        error_messages={
            "required": _("Tanggal belum diisi. Tulis kapan kelengkapannya datang."),
            "invalid": _("Tanggal tidak terbaca."),
        },
    )  # fmt: skip
    how = forms.ChoiceField(
        label=_("Datang melalui"),
        choices=[("", _("Pilih cara")), *(row for row in Case.Channel.choices if row[0] != Channel.WEB)],
        error_messages={"required": _("Cara datang belum dipilih. Pilih salah satu.")},
    )
    identity = forms.CharField(label=_("NIK atau nomor pengesahan"), required=False)
    address = forms.CharField(label=_("Alamat"), required=False, widget=forms.Textarea(attrs={"rows": 3}))
    phone = forms.CharField(label=_("Telepon"), required=False)
    email = forms.CharField(label=_("Surat elektronik"), required=False)
    occupation = forms.CharField(label=_("Pekerjaan"), required=False)
    purpose = forms.CharField(label=_("Tujuan penggunaan"), required=False, widget=forms.Textarea(attrs={"rows": 3}))
    access_way = forms.ChoiceField(label=_("Cara memperoleh"), required=False)
    copy_form = forms.ChoiceField(label=_("Bentuk salinan"), required=False)
    delivery_way = forms.ChoiceField(label=_("Cara mendapatkan salinan"), required=False)
    explanation = forms.CharField(label=_("Penjelasan pemohon"), required=False, widget=forms.Textarea(attrs=LONG))

    def __init__(self, *args: Any, open_to: Collection[str], papers: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, kind in (
            ("access_way", InformationRequest.AccessWay),
            ("copy_form", InformationRequest.CopyForm),
            ("delivery_way", InformationRequest.DeliveryWay),
        ):
            self.fields[name].choices = [("", _("Tidak diisi")), *kind.choices]  # type: ignore[attr-defined]
        for name in completing.FIELDS:
            if name not in open_to:
                del self.fields[name]
        other = (CaseFile.Role.ATTACHMENT.value, gettext("Berkas lain"))
        for number in range(1, PAPERS + 1):
            self.fields[f"file_{number}"] = forms.FileField(
                label=_("Berkas %(number)d") % {"number": number}, required=False,
                error_messages={"empty": _("Berkas kosong. Pilih berkas yang berisi.")},
            )  # fmt: skip
            self.fields[f"role_{number}"] = forms.ChoiceField(
                label=_("Berkas %(number)d adalah") % {"number": number}, required=False,
                choices=[*((role, gettext(label)) for role, label in papers), other],
            )  # fmt: skip

    @property
    def answers(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in completing.FIELDS if name in self.cleaned_data}

    def uploads(self) -> Iterator[tuple[str, File, str]]:
        """Name of the field, file, role."""
        for number in range(1, PAPERS + 1):
            if upload := self.cleaned_data.get(f"file_{number}"):
                yield f"file_{number}", upload, self.cleaned_data[f"role_{number}"] or CaseFile.Role.ATTACHMENT


class NoteForm(MoveForm):
    """A sentence that the register or the case keeps."""

    note = forms.CharField(
        label=_("Catatan"), widget=forms.Textarea(attrs=LONG),
        error_messages={"required": _("Catatan belum diisi. Tulis apa yang terjadi.")},
    )  # fmt: skip


class WithdrawalForm(MoveForm):
    """Only in writing, and only by the applicant or the proxy."""

    by = forms.ChoiceField(
        label=_("Dicabut oleh"),
        choices=[("", _("Pilih")), ("applicant", _("Pemohon sendiri")), ("proxy", _("Kuasa pemohon"))],
        error_messages={"required": _("Belum dipilih. Hanya pemohon atau kuasanya yang dapat mencabut.")},
    )
    withdrawn_on = forms.DateField(
        label=_("Tanggal pencabutan"), widget=DayInput,
        error_messages={
            "required": _("Tanggal belum diisi. Tulis tanggal pencabutannya."),
            "invalid": _("Tanggal tidak terbaca."),
        },
    )  # fmt: skip
    paper = forms.FileField(
        label=_("Surat pencabutan"),
        help_text=_("Surat bertanda tangan pemohon atau kuasanya (PDF, JPG, PNG)."),
        error_messages={
            "required": _("Surat pencabutan belum dipilih. Unggah surat dari pemohon atau kuasanya."),
            "empty": _("Berkas kosong. Pilih berkas yang berisi."),
        },
        widget=forms.FileInput(attrs=UPLOAD),
    )


class PartWithdrawalForm(WithdrawalForm):
    part = forms.CharField(
        label=_("Bagian yang dicabut"), widget=forms.Textarea(attrs=LONG),
        help_text=_("Tulis seperti dalam surat pemohon. Sisanya tetap dijawab dengan tanggal yang sama."),
        error_messages={"required": _("Bagian yang dicabut belum ditulis. Tulis bagian mana yang dicabut.")},
    )  # fmt: skip
    field_order = ("part", "by", "withdrawn_on", "paper")
