"""The form of the written notice, Annex VII. What the law asks of its content is asked by `ppid.law`."""

import datetime as dt
from collections.abc import Sequence
from typing import Any, Self

from django import forms
from django.http import QueryDict
from django.utils.text import Truncator, format_lazy
from django.utils.translation import gettext_lazy as _

from ppid.desk.forms.base import LONG, MoveForm, number_field, said
from ppid.desk.forms.parts import ROW, row_fields, row_names, row_title, rows_in, start_of, typed_parts, wished
from ppid.law.decisions import Decision, Gap, NoticeContent
from ppid.law.exemptions import GROUNDS, Ground
from ppid.law.giving import MOST_PARTS
from ppid.law.withholding import Lift, Passage
from ppid.models import Exclusion, InformationRequest, Institution, Letter

# As many passages as one letter may name; a part has one exclusion, one letter, its kind of matter and its reason.
PASSAGES = range(1, 7)
PASSAGE = ("exclusion", "ground", "matter", "reason")
# UU 14/2008 Ps 18(2), asked of every passage.
LIFTS = (
    ("", _("Tidak ada")),
    (Lift.CONSENT, _("Yang bersangkutan menyetujui secara tertulis")),
    (Lift.OFFICE, _("Menyangkut jabatan publiknya")),
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
    rows = forms.IntegerField(widget=forms.HiddenInput, required=False)
    held_elsewhere = forms.CharField(
        label=_("Dikuasai badan publik lain"),
        required=False,
        max_length=200,
        help_text=_("Kosongkan bila informasi kita kuasai sendiri."),
    )
    payment = forms.CharField(
        label=_("Cara pembayaran"),
        required=False,
        max_length=500,
        help_text=_("Diisi bila ada biaya: tunai, rekening resmi, atau uang elektronik."),
    )
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

    def __init__(self, *args: Any, on: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.count = rows_in(self.data if self.is_bound else self.initial)
        self.initial["rows"] = self.count
        for number in range(1, self.count + 1):
            self.fields.update(row_fields(number))
        bases = Exclusion.objects.in_force(on).order_by("letters", "pk")
        known = [("", _("Tidak ada")), *((str(row.pk), Truncator(str(row)).chars(90)) for row in bases)]
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
            self.fields[f"lifted_{number}"] = forms.ChoiceField(
                label=_("Yang menggugurkan huruf g dan h (Ps 18 ayat 2)"), required=False, choices=LIFTS
            )

    @classmethod
    def start(cls, case: InformationRequest, letter: Letter | None, institution: Institution) -> dict[str, Any]:
        """What the form opens with: the last draft, else what the applicant asked for."""
        if letter is None:
            return wished(case, institution)
        plain = NoticeContent.from_json(letter.content).as_json()
        said_before = {
            f"{name}_{number}": row[name] for number, row in enumerate(plain.pop("passages"), 1) for name in PASSAGE
        }
        for number, part in enumerate(plain.pop("parts"), 1):
            said_before |= start_of(part, number)
            said_before["rows"] = number
        return {**plain, **said_before}

    @classmethod
    def with_another_row(
        cls, posted: QueryDict, case: InformationRequest, institution: Institution, **more: Any
    ) -> Self:
        """The form as it was typed, with one more row. Nothing is judged yet."""
        typed = cls(posted, **more)
        kept = {
            name: field.widget.value_from_datadict(posted, {}, name)  # type: ignore[arg-type]
            for name, field in typed.fields.items()
        }
        number = min(typed.count + 1, MOST_PARTS)
        fresh = wished(case, institution, number) if number > typed.count else {}
        return cls(initial={**kept, **fresh, "rows": number}, **more)

    @property
    def blocks(self) -> tuple[tuple[Any, tuple[str, ...]], ...]:
        """Heading and fields, in the order of Annex VII."""
        return (
            (_("Keputusan"), ("decision", "consideration")),
            *((row_title(number), row_names(number)) for number in range(1, self.count + 1)),
            (_("Seluruh bagian yang diberikan"), ("held_elsewhere", "payment")),
            (_("B. Informasi tidak dapat diberikan"), ("gap", "gap_matter", "holder", "document_days", "rule")),
            *(
                (
                    format_lazy("{words} {number}", words=_("Bagian dikecualikan (Ps 17)"), number=number),
                    tuple(f"{name}_{number}" for name in (*PASSAGE, "lifted")),
                )
                for number in PASSAGES
            ),
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors:
            # Read before the first problem is put at its field, which takes the field's value away.
            written = [row for row, _part in typed_parts(cleaned, self.count)]
            for problem in self.content().problems():
                self.add_error(self._place(problem.field, written), said(problem))
        return cleaned

    def _place(self, field: str, written: Sequence[int]) -> str | None:
        """The field that a problem of the law belongs to. The law numbers the parts that are there, the form its rows,
        empty ones too."""
        field = {"passages": "exclusion_1", "parts": "material_1"}.get(field, field)
        name, _line, number = field.rpartition("_")
        if name in ROW:
            field = f"{name}_{written[int(number) - 1]}"
        return field if field in self.fields else None

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
            lifted = typed.get(f"lifted_{number}")
            lift = Lift(lifted) if lifted else None
            found.append(Passage(int(exclusion), Ground(ground), matter.strip(), reason.strip(), lift))
        return tuple(found)

    def content(self) -> NoticeContent:
        """The typed notice; only after the fields themselves are in order."""
        typed = self.cleaned_data
        return NoticeContent(
            decision=Decision(typed["decision"]),
            consideration=typed["consideration"].strip(),
            parts=tuple(part for _row, part in typed_parts(typed, self.count)),
            held_elsewhere=typed["held_elsewhere"].strip(),
            payment=typed["payment"].strip(),
            gap=Gap(typed["gap"]) if typed["gap"] else None,
            gap_matter=typed["gap_matter"].strip(),
            holder=typed["holder"].strip(),
            document_days=typed["document_days"],
            passages=self.passages(),
            rule=typed["rule"].strip(),
        )
