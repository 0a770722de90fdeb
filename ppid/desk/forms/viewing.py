"""The forms of seeing something at the office: times offered, one chosen, the minutes (PERKI 1/2021 Ps 35)."""

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from ppid.desk.forms.base import LONG
from ppid.desk.forms.delivery import Choices, PartForm, day_field
from ppid.law.procedure import Invalid
from ppid.law.viewing import MOST_SLOTS, TEXT_LENGTH, Minutes, Slot

ROW = ("day", "starts", "ends")


class TimeInput(forms.TimeInput):
    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")


def time_field(label: Any, *, required: bool = True) -> forms.TimeField:
    return forms.TimeField(
        label=label, required=required, widget=TimeInput, input_formats=("%H:%M", "%H.%M"),
        error_messages={"required": _("Jam belum diisi."), "invalid": _("Jam tidak terbaca. Tulis misalnya 09.00.")},
    )  # fmt: skip


class OfferForm(PartForm):
    """Up to five days with their hours; a row left empty is no offer."""

    place = forms.CharField(
        label=_("Tempat"), max_length=300,
        help_text=_("Ruang yang memadai untuk melihat, membaca, mendengarkan atau mencatat."),
        error_messages={"required": _("Tempat belum diisi. Tulis di ruang mana informasi itu dilihat.")},
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number in range(1, MOST_SLOTS + 1):
            self.fields[f"day_{number}"] = day_field(_("Hari"), required=False)
            self.fields[f"starts_{number}"] = time_field(_("Mulai"), required=False)
            self.fields[f"ends_{number}"] = time_field(_("Selesai"), required=False)

    @property
    def blocks(self) -> tuple[tuple[Any, tuple[str, ...]], ...]:
        rows = tuple(
            (
                format_lazy("{words} {number}", words=_("Pilihan waktu"), number=number),
                tuple(f"{name}_{number}" for name in ROW),
            )
            for number in range(1, MOST_SLOTS + 1)
        )
        return ((_("Bagian dan tempat"), ("part", "place")), *rows)

    def clean(self) -> dict[str, Any]:
        """A row half filled in is told at what lacks."""
        cleaned = super().clean() or {}
        for number in range(1, MOST_SLOTS + 1):
            names = [f"{name}_{number}" for name in ROW]
            if any(cleaned.get(name) for name in names):
                for name in names:
                    if cleaned.get(name) is None and name not in self.errors:
                        self.add_error(name, _("Belum diisi. Lengkapi hari dan jamnya, atau kosongkan ketiganya."))
        return cleaned

    @property
    def slots(self) -> tuple[Slot, ...]:
        return tuple(Slot(*(self.cleaned_data[f"{name}_{number}"] for name in ROW)) for number in self._written())

    def refused(self, error: Invalid) -> None:
        """The law numbers the times that are there, the form its rows, empty ones too."""
        rows = list(self._written())
        for problem in error.problems:
            name, _line, number = problem.field.rpartition("_")
            place = f"{name}_{rows[int(number) - 1]}" if name in ROW and rows else problem.field
            self.put(place, problem)

    def _written(self) -> Iterator[int]:
        return (number for number in range(1, MOST_SLOTS + 1) if self.cleaned_data.get(f"day_{number}"))


class ChooseForm(PartForm):
    """The applicant's choice, as the officer heard it."""

    slot = forms.TypedChoiceField(
        label=_("Waktu"), widget=forms.RadioSelect, coerce=int,
        error_messages={
            "required": _("Waktu belum dipilih. Pilih salah satu yang ditawarkan."),
            "invalid_choice": _("Waktu itu tidak ditawarkan. Pilih salah satu."),
        },
    )  # fmt: skip

    def __init__(self, *args: Any, parts: Choices, slots: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, parts=parts, **kwargs)
        self.fields["part"].widget = forms.HiddenInput()
        field: Any = self.fields["slot"]
        field.choices = slots


class AbsenceForm(PartForm):
    """Nothing but the part."""


def _words(label: Any, *, required: bool = True, lines: bool = False, **more: Any) -> forms.CharField:
    widget = forms.Textarea(attrs=LONG) if lines else forms.TextInput()
    return forms.CharField(label=label, required=required, max_length=TEXT_LENGTH, widget=widget, **more)


class MinutesForm(PartForm):
    """Who saw what, when, where and with whom."""

    day = day_field(_("Tanggal"))
    starts = time_field(_("Mulai"))
    ends = time_field(_("Selesai"))
    place = _words(_("Tempat"))
    visitor = _words(_("Yang hadir"), help_text=_("Pemohon atau kuasanya, menurut kartu identitas."))
    shown = _words(
        _("Yang diperlihatkan"), lines=True, help_text=_("Dokumen mana saja, dan apakah dicatat atau direkam.")
    )
    officer = _words(_("Petugas yang mendampingi"))
    officer_position = _words(_("Jabatan petugas"), required=False)
    remarks = _words(_("Catatan"), required=False, lines=True)

    @property
    def minutes(self) -> Minutes:
        return Minutes(**{name: self.cleaned_data[name] for name in Minutes.__dataclass_fields__})
