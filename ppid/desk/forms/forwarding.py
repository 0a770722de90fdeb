"""The applicant's written wish that the request be handed on, and the handing on itself."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ppid.desk.forms.base import UPLOAD, DayInput, MoveForm
from ppid.law.forwarding import Carry
from ppid.models import Forwarding


class WishForm(MoveForm):
    """Only in writing, and only by the applicant or the proxy; each kind of data only where the writing allows it."""

    by = forms.ChoiceField(
        label=_("Dikehendaki oleh"),
        choices=[("", _("Pilih")), *Forwarding.By.choices],
        error_messages={"required": _("Belum dipilih. Hanya pemohon atau kuasanya yang dapat menghendakinya.")},
    )
    wished_on = forms.DateField(
        label=_("Tanggal pada surat"), widget=DayInput,
        error_messages={
            "required": _("Tanggal belum diisi. Tulis tanggal pada surat pemohon."),
            "invalid": _("Tanggal tidak terbaca."),
        },
    )  # fmt: skip
    carries = forms.MultipleChoiceField(
        label=_("Yang diizinkan pemohon untuk disertakan"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[
            (Carry.NAME.value, _("Nama")),
            (Carry.CONTACT.value, _("Alamat dan kontak")),
            (Carry.PURPOSE.value, _("Tujuan penggunaan")),
        ],
        help_text=_("Uraian permohonan selalu disertakan; NIK tidak pernah."),
    )
    paper = forms.FileField(
        label=_("Surat kehendak pemohon"),
        help_text=_("Surat bertanda tangan pemohon atau kuasanya (PDF, JPG, PNG)."),
        error_messages={
            "required": _("Surat kehendak pemohon belum dipilih. Unggah surat dari pemohon atau kuasanya."),
            "empty": _("Berkas kosong. Pilih berkas yang berisi."),
        },
        widget=forms.FileInput(attrs=UPLOAD),
    )


class ForwardForm(MoveForm):
    forwarded_on = forms.DateField(
        label=_("Tanggal diteruskan"), widget=DayInput,
        error_messages={
            "required": _("Tanggal belum diisi. Tulis kapan permohonan diteruskan."),
            "invalid": _("Tanggal tidak terbaca."),
        },
    )  # fmt: skip
    how = forms.ChoiceField(
        label=_("Cara meneruskan"),
        choices=[("", _("Pilih cara")), *Forwarding.How.choices],
        error_messages={"required": _("Cara penerusan belum dipilih. Pilih salah satu.")},
    )
    proof = forms.FileField(
        label=_("Bukti kirim"),
        required=False,
        help_text=_("Resi, tanda terima atau tangkapan layar (PDF, JPG, PNG)."),
        widget=forms.FileInput(attrs=UPLOAD),
    )
