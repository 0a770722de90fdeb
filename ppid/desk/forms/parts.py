"""The repeated rows of the notice's form: one for each part that is given, with its own form, cost, time and way.

Rows are counted by a hidden field, and "add a part" is a submit like any other, so that no script is needed. A row left
empty is no part.
"""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from ppid.desk.forms.base import LONG, number_field, rupiah_field
from ppid.law.filing import AccessWay, CopyForm, DeliveryWay
from ppid.law.giving import MOST_PARTS, GivenPart
from ppid.models import InformationRequest, Institution

ADD = "tambah_bagian"
ROW = ("material", "forms", "access_way", "delivery_way", "days", "sheets", "fee_per_sheet", "delivery_fee")


def row_fields(number: int) -> dict[str, forms.Field]:
    """The fields of one part, named `material_2` and so on."""
    fields: dict[str, forms.Field] = {
        "material": forms.CharField(
            label=_("Informasi yang diberikan"),
            required=False,
            widget=forms.Textarea(attrs=LONG),
            help_text=_("Sebutkan dokumen atau datanya satu per satu."),
        ),
        "forms": forms.MultipleChoiceField(
            label=_("Bentuk yang tersedia"),
            required=False,
            widget=forms.CheckboxSelectMultiple,
            choices=[
                (CopyForm.SOFT, _("Salinan elektronik (softcopy)")),
                (CopyForm.HARD, _("Salinan cetak (hardcopy)")),
            ],
        ),
        "access_way": forms.ChoiceField(
            label=_("Cara memperoleh"),
            required=False,
            choices=[("", _("Belum ditentukan")), *InformationRequest.AccessWay.choices],
        ),
        "delivery_way": forms.ChoiceField(
            label=_("Cara mendapatkan salinan"),
            required=False,
            choices=[("", _("Belum ditentukan")), *InformationRequest.DeliveryWay.choices],
        ),
        "days": number_field(
            _("Waktu penyediaan (hari kerja)"),
            _("Sejak surat disampaikan, atau sejak dibayar bila berbiaya. 0 bila disertakan bersama surat."),
        ),
        "sheets": number_field(_("Jumlah lembar salinan")),
        "fee_per_sheet": rupiah_field(_("Biaya salinan per lembar (Rp)")),
        "delivery_fee": rupiah_field(
            _("Biaya pengiriman (Rp)"), _("Hanya untuk pos atau kurir. Biaya lain-lain selalu Rp 0.")
        ),
    }
    return {f"{name}_{number}": fields[name] for name in ROW}


def rows_in(posted: Mapping[str, Any]) -> int:
    """How many rows the posted form held; a tampered number is no reason to fail."""
    try:
        return min(max(int(posted.get("rows") or 1), 1), MOST_PARTS)
    except ValueError:
        return 1


def row_names(number: int) -> tuple[str, ...]:
    return tuple(f"{name}_{number}" for name in ROW)


def row_title(number: int) -> Any:
    return format_lazy("{words} {number}", words=_("A. Informasi dapat diberikan: bagian"), number=number)


def typed_parts(cleaned: Mapping[str, Any], rows: int) -> tuple[tuple[int, GivenPart], ...]:
    """Row number and part of every row in which something was written."""
    found = []
    for number in range(1, rows + 1):
        typed = {name: cleaned.get(f"{name}_{number}") for name in ROW}
        # Ways, form and fee may stand there from the start; only words, sheets and days are an officer's own.
        if (typed["material"] or "").strip() or typed["days"] is not None or typed["sheets"]:
            found.append((number, _part(typed)))
    return tuple(found)


def _part(typed: Mapping[str, Any]) -> GivenPart:
    return GivenPart(
        material=typed["material"].strip(),
        forms=tuple(CopyForm(form) for form in typed["forms"]),
        access_way=AccessWay(typed["access_way"]) if typed["access_way"] else None,
        delivery_way=DeliveryWay(typed["delivery_way"]) if typed["delivery_way"] else None,
        sheets=typed["sheets"] or 0,
        fee_per_sheet=typed["fee_per_sheet"] or 0,
        delivery_fee=typed["delivery_fee"] or 0,
        days=typed["days"],
    )


def start_of(part: Mapping[str, Any], number: int) -> dict[str, Any]:
    """The initial values of one row from a drafted part."""
    return {f"{name}_{number}": part.get(name) for name in ROW}


def wished(case: InformationRequest, institution: Institution, number: int = 1) -> dict[str, Any]:
    """A new row opens with what the applicant asked for and the body's standard cost."""
    first = {
        "forms": [case.copy_form] if case.copy_form else [],
        "access_way": case.access_way,
        "delivery_way": case.delivery_way,
        "sheets": 0,
        "fee_per_sheet": institution.copy_fee,
        "delivery_fee": 0,
    }
    return {f"{name}_{number}": value for name, value in first.items()}
