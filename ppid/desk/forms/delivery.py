"""The forms of handing over, part by part (PERKI 1/2021 Ps 31(4)f, 35)."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from ppid.desk.forms.base import UPLOAD, DayInput, MoveForm
from ppid.models import Delivery

ANY_OFFICE_FILE = {"accept": ".pdf,.jpg,.jpeg,.png,.docx,.xlsx,.odt,.ods"}
Choices = Sequence[tuple[str, str]]
# What is seen at the office has minutes of its own.
HANDED = tuple((how, label) for how, label in Delivery.How.choices if how != Delivery.How.VIEWED)


class ManyFilesInput(forms.FileInput):
    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """Any number of files at once; gives a list."""

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        one = super().clean
        return [one(file, initial) for file in data or ()]


def day_field(label: Any, help_text: Any = "", *, required: bool = True) -> forms.DateField:
    return forms.DateField(
        label=label,
        required=required,
        widget=DayInput,
        help_text=help_text,
        error_messages={"required": _("Tanggal belum diisi."), "invalid": _("Tanggal tidak terbaca.")},
    )


class PartForm(MoveForm):
    """A move about one part of the answer."""

    part = forms.ChoiceField(
        label=_("Bagian"),
        error_messages={
            "required": _("Bagian belum dipilih. Pilih salah satu."),
            "invalid_choice": _("Bagian ini tidak menunggu langkah itu lagi. Pilih yang lain."),
        },
    )

    def __init__(self, *args: Any, parts: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["part"]
        field.choices = parts


class AvailableForm(PartForm):
    available_on = day_field(_("Siap sejak"), _("Pemohon diberi tahu lewat surel pada hari ini juga."))


class DeliverForm(PartForm):
    """Day, way, what the applicant may download, and the slip."""

    delivered_on = day_field(_("Tanggal diserahkan"))
    how = forms.ChoiceField(
        label=_("Cara penyerahan"),
        choices=[("", _("Pilih cara")), *HANDED],
        error_messages={"required": _("Cara penyerahan belum dipilih. Pilih salah satu.")},
    )
    given = ManyFilesField(
        label=_("Berkas yang diberikan"),
        required=False,
        help_text=_(
            "Yang dapat diunduh pemohon dengan kode dari surelnya. Boleh beberapa sekaligus, masing-masing paling "
            "besar 10 MB. Hanya salinan yang boleh dibaca pemohon, jangan naskah aslinya."
        ),
        widget=ManyFilesInput(attrs=ANY_OFFICE_FILE),
    )
    redacted = forms.BooleanField(
        label=_("Bagian yang dikecualikan sudah dihitamkan secara permanen; di bawah hitamnya tidak ada teks."),
        required=False,
        help_text=_("Surat jawaban menutup sebagian informasi. Coba pilih dan salin teks di bawah hitamnya."),
    )
    proof = forms.FileField(
        label=_("Bukti kirim"),
        required=False,
        help_text=_(
            "Resi pos, kurir atau faksimili (PDF, JPG, PNG). Bila diserahkan langsung, tanda penyerahan yang "
            "ditandatangani diunggah sesudahnya."
        ),
        widget=forms.FileInput(attrs=UPLOAD),
    )

    def __init__(self, *args: Any, withheld: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not withheld:
            del self.fields["redacted"]


class ReceiptForm(PartForm):
    received_on = day_field(_("Tanggal diterima pemohon"))
    proof = forms.FileField(
        label=_("Bukti diterima"),
        help_text=_("Tanda penyerahan yang ditandatangani, atau bukti tiba dari pos atau kurir (PDF, JPG, PNG)."),
        error_messages={"required": _("Bukti belum dipilih. Pilih hasil pindai atau fotonya.")},
        widget=forms.FileInput(attrs=UPLOAD),
    )


class ReopenForm(PartForm):
    asked_on = day_field(_("Tanggal pemohon memintanya"))
