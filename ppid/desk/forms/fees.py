"""The forms of payments and of the form for copies (PERKI 1/2021 Ps 35, 37-38)."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ppid.desk.forms.base import UPLOAD, MoveForm, RupiahField
from ppid.desk.forms.delivery import Choices, PartForm, day_field
from ppid.law.copies import ADDRESS_LENGTH
from ppid.law.filing import NAME_LENGTH
from ppid.law.procedure import Invalid
from ppid.models import Payment


class PaymentForm(MoveForm):
    """Day, amount, way, and the applicant's slip where there is one."""

    paid_on = day_field(_("Tanggal bayar"), _("Hari uangnya diterima. Janji penyediaan dihitung sejak hari pelunasan."))
    amount = RupiahField(
        label=_("Jumlah (Rp)"),
        error_messages={"required": _("Jumlah belum diisi. Tulis misalnya 21.000.")},
        help_text=_("Rupiah bulat, misalnya 21.000. Hanya biaya penyalinan dan pengiriman yang tertulis dalam surat."),
    )
    how = forms.ChoiceField(
        label=_("Cara membayar"),
        choices=[("", _("Pilih cara")), *Payment.How.choices],
        error_messages={"required": _("Cara membayar belum dipilih. Pilih salah satu.")},
    )
    proof = forms.FileField(
        label=_("Bukti dari pemohon"),
        required=False,
        help_text=_("Boleh kosong. Bukti transfer atau tangkapan layar (PDF, JPG, PNG)."),
        widget=forms.FileInput(attrs=UPLOAD),
    )


class CopyForm(PartForm):
    """What the applicant wants of one part, as the officer writes it down for them."""

    offer = forms.ChoiceField(
        label=_("Bentuk dan cara"),
        widget=forms.RadioSelect,
        help_text=_("Biayanya menurut surat jawaban; cara lain menurut standar biaya badan publik."),
        error_messages={
            "required": _("Bentuk dan caranya belum dipilih. Pilih salah satu."),
            "invalid_choice": _("Pilihan itu tidak ditawarkan untuk bagian ini. Pilih yang lain."),
        },
    )
    recipient = forms.CharField(
        label=_("Nama penerima"), max_length=NAME_LENGTH,
        error_messages={"required": _("Nama penerima belum diisi. Tulis siapa yang menerima salinannya.")},
    )  # fmt: skip
    address = forms.CharField(
        label=_("Alamat pengiriman"), required=False, max_length=ADDRESS_LENGTH,
        widget=forms.Textarea(attrs={"rows": 3}), help_text=_("Untuk pos dan kurir, dengan kode pos."),
    )  # fmt: skip
    reach = forms.CharField(
        label=_("Alamat surel atau nomor faksimili"), required=False, max_length=200,
        help_text=_("Untuk salinan yang dikirim dengan surel atau faksimili."),
    )  # fmt: skip
    sheets = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, parts: Choices, offers: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, parts=parts, **kwargs)
        # The choices below belong to one part; the others have a page of their own.
        self.fields["part"].widget = forms.HiddenInput()
        field: Any = self.fields["offer"]
        field.choices = offers

    def refused(self, error: Invalid) -> None:
        """The law judges form and way apart; here they are one choice."""
        for problem in error.problems:
            place = {"form": "offer", "way": "offer"}.get(problem.field, problem.field)
            self.put(place, problem)
