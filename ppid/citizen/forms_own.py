"""The forms of what an applicant does with the own case: completing it, taking it back whole or in part."""

from collections.abc import Collection
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ppid.citizen.forms import ACCESS_WAYS, COPY_FORMS, DELIVERY_WAYS, StepForm, Words
from ppid.law import completing
from ppid.law.completeness import items
from ppid.law.filing import TEXT_LENGTH, ApplicantKind
from ppid.law.party import By
from ppid.law.refusals import Invalid
from ppid.models import CaseFile

WHOLE, PART = "whole", "part"
TOO_LONG = _("Isian terlalu panjang (%(show_value)d huruf). Ringkas menjadi paling banyak %(limit_value)d huruf.")


def _words(name: str, label: Any, *, lines: bool = False, help_text: Any = "", **attrs: str) -> Words:
    widget = forms.Textarea(attrs={"rows": 3, **attrs}) if lines else forms.TextInput(attrs=attrs)
    return Words(
        lines=lines, required=False, label=label, help_text=help_text, widget=widget,
        max_length=completing.LENGTHS[name], error_messages={"max_length": TOO_LONG},
    )  # fmt: skip


class CompletingForm(StepForm):
    """The fields that are empty or asked for, and one file at a time. Which ones is the law's to say."""

    identity = _words(
        "identity", _("NIK atau nomor pengesahan badan hukum"), autocomplete="off",
        help_text=_("Perorangan: 16 angka pada KTP. Badan hukum: nomor pengesahannya. Disimpan tersandi."),
    )  # fmt: skip
    address = _words("address", _("Alamat surat"), lines=True, autocomplete="street-address")
    phone = _words("phone", _("Nomor telepon atau WhatsApp"), autocomplete="tel", inputmode="tel")
    occupation = _words("occupation", _("Pekerjaan"))
    purpose = _words(
        "purpose", _("Tujuan penggunaan"), lines=True, help_text=_("Undang-undang meminta alasan permohonan.")
    )
    access_way = forms.ChoiceField(
        required=False, label=_("Cara memperoleh informasi"), choices=ACCESS_WAYS, widget=forms.RadioSelect
    )
    copy_form = forms.ChoiceField(
        required=False, label=_("Bila salinan, bentuknya"), choices=COPY_FORMS, widget=forms.RadioSelect
    )
    delivery_way = forms.ChoiceField(
        required=False, label=_("Bila salinan, cara mendapatkannya"), choices=DELIVERY_WAYS, widget=forms.RadioSelect
    )
    explanation = _words(
        "explanation", _("Penjelasan untuk petugas"), lines=True,
        help_text=_("Misalnya uraian yang lebih jelas tentang informasi yang Anda minta."),
    )  # fmt: skip
    role = forms.ChoiceField(
        required=False,
        label=_("Berkas ini adalah"),
        error_messages={"invalid_choice": _("Pilih salah satu pilihan yang tersedia.")},
    )
    file = forms.FileField(
        required=False,
        label=_("Pilih berkas"),
        help_text=_("PDF, foto (JPG atau PNG), Word, Excel, atau OpenDocument. Paling besar 10 MB."),
        error_messages={
            "empty": _("Berkas itu kosong. Pilih berkas lain."),
            "invalid": _("Berkas tidak terkirim. Coba sekali lagi."),
        },
    )

    def __init__(
        self, *arguments: Any, kind: ApplicantKind, proxy: bool, open_to: Collection[str], **options: Any
    ) -> None:
        super().__init__(*arguments, **options)
        for name in completing.FIELDS:
            if name in self.fields and name not in open_to:
                del self.fields[name]
        labels = {item.role: item.label for item in items(kind, proxy=proxy) if item.role}
        other = (CaseFile.Role.ATTACHMENT.value, _("Berkas lain"))
        self.fields["role"].choices = [*((role, _(label)) for role, label in labels.items()), other]  # type: ignore[attr-defined]

    @property
    def answers(self) -> dict[str, str]:
        """What was typed, by the law's field names."""
        return {name: text for name, text in self.raw().items() if name in completing.FIELDS}

    def refused(self, error: Invalid) -> None:
        """Put each of the law's problems at its field; what has no field here stands at the top."""
        for problem in error.problems:
            text = _(problem.text) % problem.values if problem.values else _(problem.text)
            self.add_error(problem.field if problem.field in self.fields else None, text)


class WithdrawForm(StepForm):
    """In writing, by the applicant or the proxy: the typed words are the writing, after the code from the mail."""

    scope = forms.ChoiceField(
        label=_("Apa yang Anda cabut?"),
        choices=((WHOLE, _("Seluruh permohonan")), (PART, _("Sebagian saja; sisanya tetap dijawab"))),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Pilih salah satu."),
            "invalid_choice": _("Pilih salah satu pilihan yang tersedia."),
        },
    )
    part = Words(
        lines=True,
        required=False,
        label=_("Bila sebagian: bagian mana"),
        help_text=_("Tulis bagian yang tidak Anda minta lagi."),
        max_length=TEXT_LENGTH,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"max_length": TOO_LONG},
    )
    by = forms.ChoiceField(
        label=_("Siapa yang mencabut?"),
        choices=((By.APPLICANT.value, _("Saya pemohonnya")), (By.PROXY.value, _("Saya kuasa pemohon"))),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Pilih salah satu. Hanya pemohon atau kuasanya yang dapat mencabut."),
            "invalid_choice": _("Pilih salah satu pilihan yang tersedia."),
        },
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("scope") == PART and not cleaned.get("part") and "part" not in self.errors:
            self.add_error("part", _("Tulis bagian mana yang Anda cabut."))
        return cleaned
