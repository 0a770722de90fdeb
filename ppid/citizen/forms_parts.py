"""The forms of what an applicant does about a part of the answer: which copy, when to see it (PERKI 1/2021 Ps 35)."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ppid.citizen.forms import StepForm, Words
from ppid.citizen.forms_own import TOO_LONG
from ppid.law.copies import ADDRESS_LENGTH, CopyWish
from ppid.law.filing import NAME_LENGTH, DeliveryWay
from ppid.law.filing import CopyForm as Form
from ppid.law.refusals import Invalid

Choices = Sequence[tuple[str, str]]


class PartForm(StepForm):
    """About one part, by its number in the notice."""

    part = forms.IntegerField(widget=forms.HiddenInput)

    def refused(self, error: Invalid) -> None:
        """Put each of the law's problems at its field; what has no field here stands at the top."""
        for problem in error.problems:
            field = self.places.get(problem.field, problem.field)
            visible = field in self.fields and not self.fields[field].widget.is_hidden
            text = _(problem.text) % problem.values if problem.values else _(problem.text)
            self.add_error(field if visible else None, text)

    places: dict[str, str] = {}


class CopyForm(PartForm):
    """Form and way are one choice, so that each shows what it costs."""

    places = {"form": "offer", "way": "offer"}
    sheets = forms.IntegerField(widget=forms.HiddenInput)
    offer = forms.ChoiceField(
        label=_("Bentuk dan cara mendapatkan"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Pilih salah satu bentuk dan cara."),
            "invalid_choice": _("Pilih salah satu pilihan yang tersedia."),
        },
    )
    recipient = Words(
        label=_("Nama penerima"),
        max_length=NAME_LENGTH,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Tulis nama penerima."), "max_length": TOO_LONG},
    )
    address = Words(
        lines=True,
        required=False,
        label=_("Alamat pengiriman"),
        help_text=_("Untuk pos dan kurir, lengkap dengan kode pos."),
        max_length=ADDRESS_LENGTH,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "street-address"}),
        error_messages={"max_length": TOO_LONG},
    )
    reach = Words(
        required=False,
        label=_("Alamat surel atau nomor faksimili"),
        help_text=_("Untuk salinan yang dikirim dengan surel atau faksimili."),
        max_length=200,
        error_messages={"max_length": TOO_LONG},
    )

    def __init__(self, *arguments: Any, offers: Choices, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.fields["offer"].choices = offers  # type: ignore[attr-defined]

    @property
    def wish(self) -> CopyWish:
        """What was filled in; only after the fields themselves are in order."""
        typed = self.cleaned_data
        form, way = typed["offer"].split(":")
        return CopyWish(
            form=Form(form), way=DeliveryWay(way), sheets=typed["sheets"], recipient=typed["recipient"],
            address=typed["address"], reach=typed["reach"],
        )  # fmt: skip


class ChooseForm(PartForm):
    """One of the times that were offered."""

    slot = forms.TypedChoiceField(
        label=_("Waktu"),
        widget=forms.RadioSelect,
        coerce=int,
        error_messages={
            "required": _("Pilih salah satu waktu."),
            "invalid_choice": _("Waktu itu tidak ditawarkan atau sudah lewat. Pilih yang lain."),
        },
    )

    def __init__(self, *arguments: Any, slots: Choices, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.fields["slot"].choices = slots  # type: ignore[attr-defined]
