"""The short forms of the desk: one for each move. What the law asks of their content is asked by `ppid.law`."""

import datetime as dt
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.text import Truncator, format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ppid.law.decisions import AccessWay, CopyForm, Decision, DeliveryWay, Gap, NoticeContent
from ppid.law.exemptions import GROUNDS, Ground
from ppid.law.procedure import Invalid, MoveName, Problem
from ppid.law.withholding import Passage
from ppid.models import Appointment, Exclusion, InformationRequest, Institution, Letter, Unit

LONG = {"rows": 5}
# As many passages as one letter may name; a part has one exclusion, one letter, its kind of matter and its reason.
PASSAGES = range(1, 7)
PASSAGE = ("exclusion", "ground", "matter", "reason")
NUMBER_WRONG = _("Tulis angka bulat tanpa titik, misalnya 15000, atau 0 bila tidak ada.")


def said(problem: Problem) -> str:
    """The sentence of the law in the language of the screen."""
    return gettext(problem.text) % problem.values if problem.values else gettext(problem.text)


class MoveForm(forms.Form):
    """`seen` is the number of the last event on the page that the officer looked at: when something has happened
    since, the move is refused and the officer told, with everything still in the form."""

    seen = forms.IntegerField(widget=forms.HiddenInput)

    def refused(self, error: Invalid) -> None:
        """Put each of the law's problems at its field; what has no field here stands at the top."""
        for problem in error.problems:
            self.add_error(problem.field if problem.field in self.fields else None, said(problem))

    def saw(self, seq: int) -> None:
        """After a refusal for a change meanwhile: the officer has been told and may send again."""
        typed = QueryDict(mutable=True)
        if isinstance(self.data, QueryDict):
            for name in self.data:
                typed.setlist(name, self.data.getlist(name))
        typed["seen"] = str(seq)
        self.data = typed


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


def _number(label: Any, help_text: Any = "") -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        help_text=help_text,
        required=False,
        min_value=0,
        localize=False,
        error_messages={"invalid": NUMBER_WRONG, "min_value": NUMBER_WRONG},
    )


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
    sheets = _number(_("Jumlah lembar salinan"))
    fee_per_sheet = _number(_("Biaya salinan per lembar (Rp)"))
    delivery_fee = _number(_("Biaya pengiriman (Rp)"), _("Hanya untuk pos atau kurir. Biaya lain-lain selalu Rp 0."))
    payment = forms.CharField(
        label=_("Cara pembayaran"),
        required=False,
        max_length=500,
        help_text=_("Diisi bila ada biaya: tunai, rekening resmi, atau uang elektronik."),
    )
    days = _number(_("Waktu penyediaan (hari kerja)"), _("0 bila informasi disertakan bersama surat."))
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
    document_days = _number(
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
        widget=forms.FileInput(attrs={"accept": "application/pdf,image/jpeg,image/png"}),
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
    proof = forms.FileField(
        label=_("Bukti penyampaian"),
        required=False,
        help_text=_("Resi, tanda terima atau tangkapan layar (PDF, JPG, PNG). Boleh menyusul."),
        widget=forms.FileInput(attrs={"accept": "application/pdf,image/jpeg,image/png"}),
    )


class ApproveForm(MoveForm):
    upload = forms.FileField(
        label=_("Persetujuan bertanda tangan"),
        help_text=_("PDF atau hasil pindai. Dilampirkan pada surat penolakan."),
        error_messages={"required": _("Berkas belum dipilih. Pilih persetujuan yang sudah ditandatangani.")},
        widget=forms.FileInput(attrs={"accept": "application/pdf,image/jpeg,image/png"}),
    )


class ReturnForm(MoveForm):
    reason = forms.CharField(
        label=_("Alasan dikembalikan"),
        widget=forms.Textarea(attrs=LONG),
        error_messages={"required": _("Alasan belum diisi. Tulis apa yang perlu diperbaiki.")},
    )


class DisposeForm(MoveForm):
    """To a unit of the same body; no date moves (PERKI 1/2021 Ps 27(1))."""

    unit = forms.ModelChoiceField(
        label=_("Unit"),
        queryset=Unit.objects.filter(active=True, kind=Unit.Kind.ASSISTANT),
        required=False,
        empty_label=_("PPID utama"),
        help_text=_("Tanggal jawaban tidak berubah: unit pada badan publik yang sama memakai tenggat yang sama."),
    )


class ConfirmForm(MoveForm):
    """A move that needs no words, only a yes."""


class WithdrawForm(MoveForm):
    in_writing = forms.BooleanField(
        label=_("Pemohon atau kuasanya mencabut permohonan ini secara tertulis."),
        error_messages={"required": _("Pencabutan harus tertulis dari pemohon. Centang bila suratnya sudah diterima.")},
    )


FORMS: dict[MoveName, type[MoveForm]] = {
    MoveName.DRAFT_NOTICE: NoticeForm,
    MoveName.ATTACH_SIGNED: SignedForm,
    MoveName.RECORD_SENDING: SendingForm,
    MoveName.DISPOSE: DisposeForm,
    MoveName.DECLARE_COMPLETE: ConfirmForm,
    MoveName.WITHDRAW: WithdrawForm,
}
