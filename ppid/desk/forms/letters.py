"""A letter's way at the desk: the signed file, the sending (law.md §2.6)."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ppid.desk.forms.base import UPLOAD, DayInput, MoveForm
from ppid.models import Appointment, Letter


class SignerField(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        appointment: Appointment = obj
        words = [appointment.user.get_full_name(), appointment.position or appointment.get_role_display()]
        if appointment.mandate_number:
            words.append(gettext("mandat %(number)s") % {"number": appointment.mandate_number})
        return ", ".join(words)


class SignedForm(MoveForm):
    """The signed letter. The draft's hash and the file's are both recorded (law.md §2.6)."""

    upload = forms.FileField(
        label=_("Surat bertanda tangan"),
        help_text=_(
            "PDF bertanda tangan elektronik, atau hasil pindai surat basah (PDF, JPG, PNG; paling besar 10 MB)."
        ),
        error_messages={
            "required": _("Berkas belum dipilih. Pilih surat yang sudah ditandatangani."),
            "empty": _("Berkas kosong. Pilih berkas yang berisi."),
        },
        widget=forms.FileInput(attrs=UPLOAD),
    )
    signed_on = forms.DateField(
        label=_("Tanggal ditandatangani"),
        widget=DayInput,
        error_messages={
            "required": _("Tanggal belum diisi. Tulis tanggal pada surat."),
            "invalid": _("Tanggal tidak terbaca."),
        },
    )
    signer = SignerField(
        label=_("Penanda tangan"),
        queryset=Appointment.objects.none(),
        empty_label=_("Pilih penanda tangan"),
        error_messages={
            "required": _("Penanda tangan belum dipilih."),
            "invalid_choice": _("Penugasan ini tidak dapat menandatangani surat ini. Pilih yang lain."),
        },
    )
    compared = forms.BooleanField(
        label=_("Isi berkas ini sudah saya cocokkan dengan konsep yang tersimpan."),
        required=False,
        help_text=_("Wajib untuk hasil pindai: berkas pindai tidak memuat tautan ke konsepnya."),
    )

    def __init__(self, *args: Any, signers: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["signer"].queryset = signers  # type: ignore[attr-defined]


PROOF = forms.FileField(
    label=_("Bukti penyampaian"),
    required=False,
    help_text=_("Resi, tanda terima atau tangkapan layar (PDF, JPG, PNG). Boleh menyusul."),
    widget=forms.FileInput(attrs=UPLOAD),
)


class SendingForm(MoveForm):
    """Only this answers the request (UU 14/2008 Ps 22(7): "menyampaikan")."""

    sent_on = forms.DateField(
        label=_("Tanggal disampaikan"),
        widget=DayInput,
        error_messages={
            "required": _("Tanggal belum diisi. Tulis kapan surat disampaikan."),
            "invalid": _("Tanggal tidak terbaca."),
        },
    )
    how = forms.ChoiceField(
        label=_("Cara penyampaian"),
        choices=[("", _("Pilih cara")), *Letter.SentHow.choices],
        error_messages={"required": _("Cara penyampaian belum dipilih. Pilih salah satu.")},
    )
    proof = PROOF


class ArrivalForm(MoveForm):
    """When the applicant received the letter, by what the post or the courier says."""

    delivered_on = forms.DateField(
        label=_("Tanggal diterima pemohon"),
        widget=DayInput,
        error_messages={
            "required": _("Tanggal belum diisi. Tulis kapan pemohon menerima surat."),
            "invalid": _("Tanggal tidak terbaca."),
        },
    )
    proof = PROOF
