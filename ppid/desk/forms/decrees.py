"""A holiday decree as forms: the file uploaded, or its head and its days typed row by row.

What is typed becomes the same document that a file holds and is read by the same reader (`ppid.law.decree_file`), so
that both are judged alike; each fault goes back to the row and the field it lies in.
"""

import json
import re
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ppid.desk.forms.base import DayInput, said
from ppid.law.decree_file import LARGEST
from ppid.law.inputs import iso_of
from ppid.law.refusals import Problem
from ppid.models import Decree, DecreeDay

# At three fields a row, more would pass the number of fields that Django reads.
ROWS, MORE_ROWS, MOST_ROWS = 8, 8, 300
_PLACE = re.compile(r"(?P<list>days|removed)\[(?P<place>\d+)\](?:\.(?P<name>\w+))?")
FIELD_WORDS = {
    "number": _("Nomor"), "date": _("Tanggal"), "source": _("Sumber"), "region": _("Daerah"),
    "amends": _("Mengubah nomor"), "covers": _("Tahun yang ditetapkan lengkap"), "days": _("Hari libur"),
    "removed": _("Hari yang kembali menjadi hari kerja"), "kind": _("Jenis"), "name": _("Nama"),
}  # fmt: skip


class FileForm(forms.Form):
    """The decree as a JSON file (docs/deadlines.md)."""

    file = forms.FileField(
        label=_("Berkas keputusan"),
        help_text=_("JSON seperti pada panduan tenggat; paling besar 1 MB."),
        widget=forms.FileInput(attrs={"accept": "application/json,.json"}),
        error_messages={"required": _("Berkas belum dipilih. Pilih berkas keputusannya."),
                        "empty": _("Berkas ini kosong. Pilih berkas lain.")},
    )  # fmt: skip

    def content(self) -> bytes:
        return bytes(self.cleaned_data["file"].read(LARGEST + 1))


class HeadForm(forms.Form):
    """All but the days. Whether it is right is asked by the reader of decrees; here nothing typed is lost."""

    number = forms.CharField(
        label=_("Nomor keputusan"), required=False,
        help_text=_("Lengkap dengan penerbitnya, misalnya: Keputusan Bupati Tirta Raya Nomor 5 Tahun 2026."),
    )  # fmt: skip
    date = forms.CharField(label=_("Tanggal keputusan"), required=False, widget=DayInput)
    source = forms.CharField(
        label=_("Sumber"), required=False, help_text=_("Judul keputusan, atau alamat tempat naskahnya dapat dibaca.")
    )
    region = forms.CharField(
        label=_("Daerah"), required=False, help_text=_("Hanya untuk libur setempat. Kosongkan bila berlaku nasional.")
    )
    amends = forms.ChoiceField(label=_("Mengubah keputusan"), required=False)
    covers = forms.CharField(
        label=_("Tahun yang ditetapkan lengkap"), required=False,
        help_text=_(
            "Tahun yang hari liburnya ditetapkan seluruhnya, misalnya 2028. Kosong untuk libur setempat atau perubahan."
        ),
    )  # fmt: skip

    def __init__(self, *args: Any, standing: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        numbers = [(number, number) for number in standing]
        self.fields["amends"].choices = [("", _("Tidak mengubah keputusan lain")), *numbers]  # type: ignore[attr-defined]

    def head(self) -> dict[str, Any]:
        """The head as a file holds it. Years that are no numbers stay as typed, so that the reader refuses them."""
        typed = {name: str(self.data.get(self.add_prefix(name), "")).strip() for name in self.fields}
        years = [part for part in re.split(r"[\s,;]+", typed.pop("covers")) if part]
        document: dict[str, Any] = {name: text for name, text in typed.items() if text or name in {"number", "source"}}
        document["date"] = iso_of(typed["date"]) or None
        return {**document, "covers": [int(year) if year.isascii() and year.isdigit() else year for year in years]}


class DayForm(forms.Form):
    """One day. A row with nothing in it is no row."""

    date = forms.CharField(label=_("Tanggal"), required=False, widget=DayInput)
    kind = forms.ChoiceField(
        label=_("Jenis"), required=False, choices=[("", _("Pilih jenis")), *DecreeDay.Kind.choices]
    )
    name = forms.CharField(label=_("Nama hari"), required=False)

    def typed(self, name: str) -> str:
        return str(self.data.get(self.add_prefix(name), "")).strip()

    @property
    def blank(self) -> bool:
        return not any(self.typed(name) for name in self.fields)


class Typed:
    """The head and the rows of one page, bound or not. `document` is what a file would hold."""

    def __init__(self, data: Any = None, *, standing: Iterable[str], start: Decree | None = None) -> None:
        self.head = HeadForm(data, standing=standing, initial=_head_of(start) if start else {})
        days = list(start.days.all()) if start else []
        count = _count(data) if data is not None else max(ROWS, len(days) + 2)
        self.rows = [
            DayForm(data, prefix=f"hari-{n}", initial=_day_of(days[n]) if n < len(days) else {}) for n in range(count)
        ]
        self.whole: list[str] = []

    def document(self) -> bytes:
        """As JSON. Where each list's entries stand on the page is kept for `refused`."""
        document: dict[str, Any] = {**self.head.head(), "days": [], "removed": []}
        self.places: dict[tuple[str, int], DayForm] = {}
        for row in self.rows:
            if row.blank:
                continue
            into = "removed" if row.typed("kind") == DecreeDay.Kind.REMOVED else "days"
            self.places[into, len(document[into])] = row
            date = iso_of(row.typed("date")) or None
            entry = {"date": date, "kind": row.typed("kind"), "name": row.typed("name")}
            document[into].append(date if into == "removed" else entry)
        return json.dumps(document, ensure_ascii=False).encode()

    def refused(self, problems: Iterable[Problem]) -> None:
        """Each fault to its row and field; what has no place on the page stands at the top."""
        for form in (self.head, *self.rows):
            form.is_valid()
        for problem in problems:
            found = _PLACE.fullmatch(problem.field)
            row = self.places.get((found["list"], int(found["place"]))) if found else None
            if found and row is not None:
                missing = found["name"] == "kind" and not row.typed("kind")
                row.add_error(found["name"] or "date", gettext("Pilih jenis harinya.") if missing else said(problem))
            elif problem.field in self.head.fields:
                self.head.add_error(problem.field, said(problem))
            else:
                self.whole.append(in_words(problem))

    @property
    def wrong(self) -> bool:
        return bool(self.whole or any(form.errors for form in (self.head, *self.rows) if form.is_bound))

    @property
    def faults(self) -> list[tuple[str, str]]:
        """For the summary: the place on the page and the sentence."""
        found = [(field.id_for_label, f"{field.label}: {error}") for field in self.head for error in field.errors]
        for number, row in enumerate(self.rows, start=1):
            for field in row:
                place = gettext("Baris %(n)d, %(field)s") % {"n": number, "field": str(field.label).lower()}
                found += [(field.id_for_label, f"{place}: {error}") for error in field.errors]
        return found


def in_words(problem: Problem) -> str:
    """`Hari ke-4, tanggal: …` instead of `days[3].date`."""
    found = _PLACE.fullmatch(problem.field)
    if found:
        words = gettext("Hari ke-%(n)d") if found["list"] == "days" else gettext("Hari kerja kembali ke-%(n)d")
        place = words % {"n": int(found["place"]) + 1}
        if found["name"]:
            place += f", {str(FIELD_WORDS.get(found['name'], found['name'])).lower()}"
    else:
        place = str(FIELD_WORDS.get(problem.field, problem.field))
    return f"{place}: {said(problem)}" if place else said(problem)


def _count(data: Any) -> int:
    try:
        wanted = int(data.get("baris", ROWS))
    except ValueError:
        wanted = ROWS
    more = MORE_ROWS if "lagi" in data else 0
    return max(1, min(wanted, MOST_ROWS - more) + more)


def _head_of(row: Decree) -> dict[str, str]:
    return {
        "number": row.number, "date": row.date.isoformat(), "source": row.source, "region": row.region,
        "amends": row.amends, "covers": ", ".join(str(year) for year in row.covers),
    }  # fmt: skip


def _day_of(row: DecreeDay) -> dict[str, str]:
    return {"date": row.date.isoformat(), "kind": row.kind, "name": row.name}
