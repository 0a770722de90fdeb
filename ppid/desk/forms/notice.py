"""The form of the written notice, Annex VII. What the law asks of its content is asked by `ppid.law`."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.text import Truncator, format_lazy
from django.utils.translation import gettext_lazy as _

from ppid.desk.forms.base import LONG, MoveForm, number_field, said
from ppid.law.decisions import Decision, Gap, NoticeContent
from ppid.law.exemptions import GROUNDS, Ground
from ppid.law.filing import AccessWay, CopyForm, DeliveryWay
from ppid.law.withholding import Passage
from ppid.models import Exclusion, InformationRequest, Institution, Letter

# As many passages as one letter may name; a part has one exclusion, one letter, its kind of matter and its reason.
PASSAGES = range(1, 7)
PASSAGE = ("exclusion", "ground", "matter", "reason")


class NoticeForm(MoveForm):
    """Annex VII of PERKI 1/2021, block by block."""

    decision = forms.ChoiceField(
        label=_("Keputusan"),
        widget=forms.RadioSelect,
        choices=[
            (Decision.GRANTED, _("Diberikan seluruhnya")),
            (Decision.PARTLY, _("Diberikan sebagian")),
            (Decision.NOT_HELD, _("Tidak dapat diberikan: belum dikuasai")),
            (Decision.NOT_DOCUMENTED, _("Tidak dapat diberikan: belum didokumentasikan")),
            (Decision.REFUSED_17, _("Ditolak: informasi dikecualikan (Ps 17)")),
            (Decision.REFUSED_6_2, _("Ditolak: tidak sesuai ketentuan (Ps 6 ayat 2)")),
        ],
        error_messages={"required": _("Keputusan belum dipilih. Pilih salah satu.")},
    )
    consideration = forms.CharField(
        label=_("Pertimbangan tertulis"),
        required=False,
        widget=forms.Textarea(attrs=LONG),
        help_text=_("Alasan keputusan dalam beberapa kalimat; dibaca pemohon (UU 14/2008 Ps 7 ayat 4)."),
    )
    material = forms.CharField(
        label=_("Informasi yang diberikan"),
        required=False,
        widget=forms.Textarea(attrs=LONG),
        help_text=_("Sebutkan dokumen atau datanya satu per satu."),
    )
    held_elsewhere = forms.CharField(
        label=_("Dikuasai badan publik lain"),
        required=False,
        max_length=200,
        help_text=_("Kosongkan bila informasi kita kuasai sendiri."),
    )
    forms_ = forms.MultipleChoiceField(
        label=_("Bentuk yang tersedia"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[(CopyForm.SOFT, _("Salinan elektronik (softcopy)")), (CopyForm.HARD, _("Salinan cetak (hardcopy)"))],
    )
    access_way = forms.ChoiceField(
        label=_("Cara memperoleh"),
        required=False,
        choices=[("", _("Belum ditentukan")), *InformationRequest.AccessWay.choices],
    )
    delivery_way = forms.ChoiceField(
        label=_("Cara mendapatkan salinan"),
        required=False,
        choices=[("", _("Belum ditentukan")), *InformationRequest.DeliveryWay.choices],
    )
    sheets = number_field(_("Jumlah lembar salinan"))
    fee_per_sheet = number_field(_("Biaya salinan per lembar (Rp)"))
    delivery_fee = number_field(
        _("Biaya pengiriman (Rp)"), _("Hanya untuk pos atau kurir. Biaya lain-lain selalu Rp 0.")
    )
    payment = forms.CharField(
        label=_("Cara pembayaran"),
        required=False,
        max_length=500,
        help_text=_("Diisi bila ada biaya: tunai, rekening resmi, atau uang elektronik."),
    )
    days = number_field(_("Waktu penyediaan (hari kerja)"), _("0 bila informasi disertakan bersama surat."))
    gap = forms.ChoiceField(
        label=_("Alasan bagian yang tidak diberikan"),
        required=False,
        choices=[
            ("", _("Tidak ada bagian yang tidak diberikan")),
            (Gap.NOT_HELD, _("Belum dikuasai")),
            (Gap.NOT_DOCUMENTED, _("Belum didokumentasikan")),
        ],
    )
    gap_matter = forms.CharField(
        label=_("Informasi yang tidak diberikan"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    holder = forms.CharField(
        label=_("Badan publik yang menguasai"), required=False, max_length=200, help_text=_("Diisi bila diketahui.")
    )
    document_days = number_field(
        _("Waktu pendokumentasian (hari kerja)"), _("Diisi bila informasi belum didokumentasikan (Lampiran VII).")
    )

    rule = forms.CharField(
        label=_("Ketentuan yang dilanggar permohonan"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Hanya untuk penolakan Ps 6 ayat (2): peraturan dan pasalnya."),
    )

    BLOCKS: tuple[tuple[Any, tuple[str, ...]], ...] = (
        (_("Keputusan"), ("decision", "consideration")),
        (
            _("A. Informasi dapat diberikan"),
            ("material", "held_elsewhere", "forms_", "access_way", "delivery_way", "days"),
        ),
        (_("Biaya"), ("sheets", "fee_per_sheet", "delivery_fee", "payment")),
        (_("B. Informasi tidak dapat diberikan"), ("gap", "gap_matter", "holder", "document_days", "rule")),
        *(
            (
                format_lazy("{words} {number}", words=_("Bagian dikecualikan (Ps 17)"), number=number),
                tuple(f"{name}_{number}" for name in PASSAGE),
            )
            for number in PASSAGES
        ),
    )

    def __init__(self, *args: Any, on: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = Exclusion.objects.in_force(on).order_by("letters", "pk")
        known = [("", _("Tidak ada")), *((str(row.pk), Truncator(str(row)).chars(90)) for row in rows)]
        grounds = [
            ("", _("Pilih huruf")),
            *((ground, f"{ground[-1].lower()}. {GROUNDS[ground].label}") for ground in Ground),
        ]
        for number in PASSAGES:
            self.fields[f"exclusion_{number}"] = forms.ChoiceField(
                label=_("Informasi dikecualikan yang menjadi dasar"),
                required=False,
                choices=known,
                help_text=_("Hanya yang berlaku dengan keputusan. Penolakan diusulkan dahulu kepada atasan PPID."),
                error_messages={"invalid_choice": _("Pengecualian ini tidak berlaku lagi. Pilih yang lain.")},
            )
            self.fields[f"ground_{number}"] = forms.ChoiceField(
                label=_("Huruf Pasal 17"), required=False, choices=grounds
            )
            self.fields[f"matter_{number}"] = forms.CharField(
                label=_("Jenis materi yang ditutup"),
                required=False,
                max_length=500,
                help_text=_("Tanpa mengungkapkan isinya, misalnya: nomor induk kependudukan."),
            )
            self.fields[f"reason_{number}"] = forms.CharField(
                label=_("Alasan penutupan"), required=False, widget=forms.Textarea(attrs={"rows": 3})
            )

    @classmethod
    def start(cls, case: InformationRequest, letter: Letter | None, institution: Institution) -> dict[str, Any]:
        """What the form opens with: the last draft, else what the applicant asked for."""
        if letter is not None:
            plain = dict(letter.content)
            passages = enumerate(plain.pop("passages", []), 1)
            said_before = {f"{name}_{number}": row[name] for number, row in passages for name in PASSAGE}
            return {**plain, "forms_": plain.pop("forms", []), **said_before}
        return {
            "access_way": case.access_way,
            "delivery_way": case.delivery_way,
            "forms_": [case.copy_form] if case.copy_form else [],
            "fee_per_sheet": institution.copy_fee,
            "sheets": 0,
            "delivery_fee": 0,
        }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors:
            for problem in self.content().problems():
                field = {"forms": "forms_", "passages": "exclusion_1"}.get(problem.field, problem.field)
                self.add_error(field if field in self.fields else None, said(problem))
        return cleaned

    def passages(self) -> tuple[Passage, ...]:
        """The filled rows; a row without exclusion or letter is told at its field."""
        typed, found = self.cleaned_data, []
        for number in PASSAGES:
            exclusion, ground, matter, reason = (typed.get(f"{name}_{number}", "") for name in PASSAGE)
            if not any((exclusion, ground, matter.strip(), reason.strip())):
                continue
            if not exclusion or not ground:
                missing = "ground" if exclusion else "exclusion"
                self.add_error(f"{missing}_{number}", _("Pilih dasar dan huruf Pasal 17 bagi bagian ini."))
                continue
            found.append(Passage(int(exclusion), Ground(ground), matter.strip(), reason.strip()))
        return tuple(found)

    def content(self) -> NoticeContent:
        """The typed notice; only after the fields themselves are in order."""
        typed = self.cleaned_data
        return NoticeContent(
            decision=Decision(typed["decision"]),
            consideration=typed["consideration"].strip(),
            material=typed["material"].strip(),
            held_elsewhere=typed["held_elsewhere"].strip(),
            forms=tuple(CopyForm(form) for form in typed["forms_"]),
            access_way=AccessWay(typed["access_way"]) if typed["access_way"] else None,
            delivery_way=DeliveryWay(typed["delivery_way"]) if typed["delivery_way"] else None,
            sheets=typed["sheets"] or 0,
            fee_per_sheet=typed["fee_per_sheet"] or 0,
            delivery_fee=typed["delivery_fee"] or 0,
            payment=typed["payment"].strip(),
            days=typed["days"],
            gap=Gap(typed["gap"]) if typed["gap"] else None,
            gap_matter=typed["gap_matter"].strip(),
            holder=typed["holder"].strip(),
            document_days=typed["document_days"],
            passages=self.passages(),
            rule=typed["rule"].strip(),
        )
