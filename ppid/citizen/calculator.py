"""/kalkulator-tenggat/: anyone computes a date of the law and sees why it is that date."""

import dataclasses
import datetime as dt
import re
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from ppid.law.calendar import Calendar, Cited, CountingRules, MissingDecree
from ppid.law.clock import CannotDerive, Derivation, derive, due_of
from ppid.law.inputs import iso_of, read_first_day, read_length
from ppid.law.regulations import Regulation, cited_in
from ppid.law.terms import Unit, by_group, term
from ppid.models import Institution
from ppid.queries.calendar import current_calendar
from ppid.queries.deadline_calendar import DeadlineCalendar, deadline_calendar

PLAIN_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
FIELD_OF = {"from": "dari", "length": "lama"}


class CalculatorForm(forms.Form):
    """Which term, from which day, and what only some terms need. A sound form holds the `derivation`."""

    use_required_attribute = False

    kode = forms.ChoiceField(
        label=_("Tenggat apa?"),
        error_messages={
            "required": _("Pilih jenis tenggat dari daftar."),
            "invalid_choice": _("“%(value)s” bukan kode tenggat. Pilih jenis tenggat dari daftar."),
        },
    )
    dari = forms.CharField(
        label=_("Dihitung sejak tanggal"),
        max_length=40,
        help_text=_("Hari kejadiannya, misalnya hari permohonan diterima. Hari ini sendiri tidak ikut dihitung."),
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={
            "required": _("Isi tanggal mulai, misalnya 23-11-2026."),
            "max_length": _("Tanggal terlalu panjang. Tulis seperti 23-11-2026."),
        },
    )
    pukul = forms.CharField(
        label=_("Pukul"),
        required=False,
        max_length=8,
        help_text=_("Hanya untuk tenggat yang dihitung dalam jam."),
        widget=forms.TimeInput(attrs={"type": "time"}),
        error_messages={"max_length": _("Pukul terlalu panjang. Tulis seperti 09:30.")},
    )
    lama = forms.CharField(
        label=_("Lama (hari kerja)"),
        required=False,
        max_length=8,
        help_text=_("Hanya untuk penyerahan informasi: lamanya dinyatakan PPID dalam pemberitahuan."),
        widget=forms.NumberInput(attrs={"min": 1, "inputmode": "numeric"}),
        error_messages={"max_length": _("Lama terlalu panjang. Tulis bilangan hari, misalnya 5.")},
    )
    derivation: Derivation | None = None

    def __init__(self, *args: Any, calendar: Calendar, zone: dt.tzinfo, **more: Any) -> None:
        super().__init__(*args, **more)
        self.calendar, self.zone = calendar, zone
        choices = [(_(str(group)), [(row.code, _(row.title)) for row in rows]) for group, rows in by_group()]
        self.fields["kode"].choices = [("", _("Pilih…")), *choices]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if self.errors:
            self._keep_what_was_typed()
            return values
        try:
            first, length = self._first(values["dari"], values["pukul"]), read_length(values["lama"])
            self.derivation = derive(term(values["kode"]), first, self.calendar, length)
        except MissingDecree as error:
            self.add_error("dari", str(error))
        except CannotDerive as error:
            in_hours = term(values["kode"]).unit is Unit.HOURS and error.field == "from"
            self.add_error("pukul" if in_hours and not values["pukul"] else FIELD_OF[error.field], str(error))
        self._keep_what_was_typed()
        return values

    def _first(self, day: str, time: str) -> dt.date | dt.datetime:
        written = iso_of(day)
        return read_first_day(f"{written}T{time.strip().replace('.', ':')}" if time.strip() else written, self.zone)

    def _keep_what_was_typed(self) -> None:
        # A browser empties a date or number field whose value it cannot read; as text it stays to be mended.
        typed = str(self.data.get("dari", ""))
        for name in ("dari", "pukul", "lama"):
            if name in self.errors or (name == "dari" and not PLAIN_DAY.fullmatch(typed)):
                self.fields[name].widget.input_type = "text"  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Answer:
    """A computed date. `calendar` is None for months, years, hours and what is due at once.

    `strict_due`: the date under the reading that counts cuti bersama as working days, where it differs.
    `rules`: the cited readings on which a working-day term rests. `regulations`: what the term's source cites.
    `clock_time`: `09.30 WIB`, for hours only, in the body's time zone.
    """

    derivation: Derivation
    calendar: DeadlineCalendar | None
    strict_due: dt.date | None
    rules: tuple[Cited[bool], ...]
    regulations: tuple[Regulation, ...]
    clock_time: str = ""


@dataclass(frozen=True)
class CalculatorScreen:
    """`answer` is None on the empty form and while something is wrong. `years` are those that decrees cover."""

    form: CalculatorForm
    answer: Answer | None
    years: tuple[int, ...]


@require_safe
def calculator(request: HttpRequest) -> HttpResponse:
    """The form, and with `kode` and `dari` its answer; 400 where a value cannot be used."""
    institution = Institution.load(request_or_site=request)
    calendar = current_calendar()
    asked = "dari" in request.GET
    form = CalculatorForm(
        request.GET if asked else None, initial=request.GET.dict(), calendar=calendar, zone=institution.zone
    )
    answer = None
    if asked and form.is_valid() and form.derivation:
        answer = answer_of(form.derivation, calendar, institution.day_of(timezone.now()))
    screen = CalculatorScreen(form, answer, tuple(sorted(calendar.years)))
    status = 400 if asked and answer is None else 200
    return render(request, "ppid/citizen/calculator.html", {"screen": screen}, status=status)


def answer_of(derivation: Derivation, calendar: Calendar, on: dt.date) -> Answer:
    """What the page shows of a derivation on the day `on`."""
    regulations = cited_in(derivation.term.source)
    if not derivation.trail:
        clock_time = f"{derivation.due_at:%H.%M} {derivation.due_at.tzname()}" if derivation.due_at else ""
        return Answer(derivation, None, None, (), regulations, clock_time)
    drawn = deadline_calendar(first=derivation.first, due=derivation.due, trail=derivation.trail, on=on)
    if derivation.term.unit is not Unit.WORKING_DAYS:
        return Answer(derivation, drawn, None, (), regulations)
    rules = (calendar.rules.shared_leave_is_working, calendar.rules.first_day_counts)
    return Answer(derivation, drawn, _strict_due(derivation, calendar), rules, regulations)


def _strict_due(derivation: Derivation, calendar: Calendar) -> dt.date | None:
    counted = dataclasses.replace(calendar.rules.shared_leave_is_working, value=True)
    strict = Calendar(calendar.decrees, CountingRules(counted, calendar.rules.first_day_counts))
    due = due_of(derivation.term, derivation.first, strict, derivation.length)
    return due if due != derivation.due else None
