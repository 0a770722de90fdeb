"""The forms of an objection: from one's own request, and on ground b without one."""

import datetime as dt
import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ppid.citizen.forms import StepForm, Words
from ppid.law.filing import TEXT_LENGTH, ApplicantKind, Filing
from ppid.law.objections import GROUNDS, Ground, ObjectionFiling
from ppid.law.refusals import Invalid
from ppid.models import Reply

TOO_LONG = _("Isian terlalu panjang (%(show_value)d huruf). Ringkas menjadi paling banyak %(limit_value)d huruf.")


def long_words(label: Any, help_text: Any = "", *, required: bool = False, wanted: Any = "") -> Words:
    return Words(
        lines=True, required=required, label=label, help_text=help_text, max_length=TEXT_LENGTH,
        widget=forms.Textarea(attrs={"rows": 4}), error_messages={"required": wanted, "max_length": TOO_LONG},
    )  # fmt: skip


def ground_choices() -> list[tuple[str, Any]]:
    """Each ground in plain words with its letter."""
    return [(ground.value, _(GROUNDS[ground].plain)) for ground in Ground]


class ObjectionForm(StepForm):
    """What an objection says (Penjelasan UU 14/2008 Ps 35(1)): grounds, reasons, kasus posisi, purpose."""

    grounds = forms.MultipleChoiceField(
        label=_("Mengapa Anda berkeberatan?"),
        help_text=_("Boleh lebih dari satu (UU 14/2008 Pasal 35 ayat 1)."),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Pilih sedikitnya satu alasan.")},
    )
    reasons = long_words(
        _("Uraikan alasannya"), _("Dengan kata-kata Anda sendiri."), required=True,
        wanted=_("Tulis mengapa Anda berkeberatan."),
    )  # fmt: skip
    position = long_words(
        _("Kasus posisi"), _("Apa yang terjadi, berurutan menurut tanggalnya. Bila kosong, petugas akan bertanya.")
    )
    purpose = long_words(_("Tujuan penggunaan informasi"))
    submission = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **options: Any) -> None:
        options["initial"] = {"submission": str(uuid.uuid4()), **(options.get("initial") or {})}
        super().__init__(*args, **options)
        self.fields["grounds"].choices = ground_choices()  # type: ignore[attr-defined]

    def filing(self) -> ObjectionFiling:
        typed = self.cleaned_data
        return ObjectionFiling(
            grounds=tuple(Ground(letter) for letter in typed["grounds"]), reasons=typed["reasons"],
            position=typed["position"], purpose=typed["purpose"], submission=typed["submission"],
        )  # fmt: skip

    def refused(self, error: Invalid) -> None:
        """The law's problems at their fields."""
        for problem in error.problems:
            words = _(problem.text)
            text = str(words) % problem.values if problem.values else str(words)
            self.add_error(problem.field if problem.field in self.fields else None, text)


class PublishingForm(ObjectionForm):
    """Ground b alone: what should have been published, and who objects. No request number is needed (Annex XI)."""

    subject = long_words(
        _("Informasi berkala yang tidak tersedia"),
        _("Misalnya laporan keuangan, ringkasan kinerja, atau rencana kerja; sebut tahunnya."), required=True,
        wanted=_("Tulis informasi apa yang tidak tersedia."),
    )  # fmt: skip
    found_on = forms.DateField(
        required=False, label=_("Kapan Anda mengetahuinya"), widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"invalid": _("Tanggal tidak terbaca. Tulis seperti 2026-11-23.")},
    )  # fmt: skip
    name = Words(
        label=_("Nama lengkap Anda"), max_length=200, widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Tulis nama lengkap Anda."), "max_length": TOO_LONG},
    )  # fmt: skip
    email = forms.EmailField(
        required=False, max_length=254, label=_("Alamat surat elektronik (e-mail)"),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"invalid": _("Alamat e-mail belum lengkap. Contoh yang benar: nama@contoh.id.")},
    )  # fmt: skip
    phone = Words(
        required=False, label=_("Nomor telepon atau WhatsApp"), max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "tel"}), error_messages={"max_length": TOO_LONG},
    )  # fmt: skip
    address = long_words(_("Alamat surat"))
    field_order = ("subject", "found_on", "reasons", "position", "purpose", "name", "email", "phone", "address")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        del self.fields["grounds"]

    def filing(self) -> ObjectionFiling:
        typed = self.cleaned_data
        person = Filing(
            name=typed["name"], details=typed["subject"], kind=ApplicantKind.PERSON, email=typed["email"],
            phone=typed["phone"], address=typed["address"], purpose=typed["purpose"],
        )  # fmt: skip
        found_on: dt.date | None = typed["found_on"]
        return ObjectionFiling(
            grounds=(Ground.NOT_PUBLISHED,), reasons=typed["reasons"], position=typed["position"],
            purpose=typed["purpose"], found_on=found_on, person=person, submission=typed["submission"],
        )  # fmt: skip


class ReplyForm(StepForm):
    """What the applicant says of the superior's answer (Annex XI, last column)."""

    content = forms.ChoiceField(
        label=_("Tanggapan Anda"), choices=Reply.Content.choices, widget=forms.RadioSelect,
        error_messages={"required": _("Pilih salah satu.")},
    )  # fmt: skip
    text = long_words(_("Uraian"), _("Boleh kosong. Ini tidak menggantikan sengketa ke Komisi Informasi."))
