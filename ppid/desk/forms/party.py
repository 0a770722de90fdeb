"""The forms for an applicant who is no more, and for whoever goes on."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ppid.desk.forms.base import UPLOAD, DayInput, MoveForm
from ppid.law.filing import ApplicantKind, Filing
from ppid.models import Applicant, ApplicantEnding


def _proof(label: Any, help_text: Any) -> forms.FileField:
    return forms.FileField(
        label=label,
        help_text=help_text,
        error_messages={
            "required": _("Bukti belum dipilih. Unggah bukti tertulisnya."),
            "empty": _("Berkas kosong. Pilih berkas yang berisi."),
        },
        widget=forms.FileInput(attrs=UPLOAD),
    )


class EndingForm(MoveForm):
    kind = forms.ChoiceField(
        label=_("Sebab"),
        choices=[("", _("Pilih")), *ApplicantEnding.Kind.choices],
        error_messages={"required": _("Sebab belum dipilih. Pilih salah satu.")},
    )
    happened_on = forms.DateField(
        label=_("Tanggal meninggal atau bubar"), widget=DayInput,
        error_messages={
            "required": _("Tanggal belum diisi. Tulis tanggal pada buktinya."),
            "invalid": _("Tanggal tidak terbaca."),
        },
    )  # fmt: skip
    proof = _proof(_("Bukti"), _("Misalnya akta kematian, atau keputusan pembubaran (PDF, JPG, PNG)."))


class SuccessorForm(MoveForm):
    """Who goes on; a name and a way to be reached are enough, as for every applicant."""

    kind = forms.ChoiceField(label=_("Jenis penerus"), choices=Applicant.Kind.choices)
    name = forms.CharField(
        label=_("Nama penerus"), max_length=200,
        error_messages={
            "required": _("Nama belum diisi. Tulis nama ahli waris atau penerus hukum."),
            "max_length": _("Nama terlalu panjang. Ringkas menjadi %(limit_value)d huruf."),
        },
    )  # fmt: skip
    relation = forms.CharField(
        label=_("Hubungan dengan pemohon"), max_length=200,
        help_text=_("Misalnya: anak dan ahli waris; badan hukum hasil penggabungan."),
        error_messages={
            "required": _("Hubungan belum diisi. Tulis misalnya ahli waris."),
            "max_length": _("Isian terlalu panjang. Ringkas menjadi %(limit_value)d huruf."),
        },
    )  # fmt: skip
    proof = _proof(_("Bukti"), _("Misalnya surat keterangan ahli waris, atau akta penggabungan (PDF, JPG, PNG)."))
    identity = forms.CharField(label=_("NIK atau nomor pengesahan"), required=False, max_length=100)
    address = forms.CharField(label=_("Alamat"), required=False, widget=forms.Textarea(attrs={"rows": 3}))
    phone = forms.CharField(label=_("Telepon"), required=False, max_length=40)
    email = forms.CharField(label=_("Surat elektronik"), required=False, max_length=254)

    def successor(self) -> Filing:
        typed = self.cleaned_data
        return Filing(
            name=typed["name"], details="", kind=ApplicantKind(typed["kind"]), identity=typed["identity"],
            address=typed["address"], phone=typed["phone"], email=typed["email"],
        )  # fmt: skip
