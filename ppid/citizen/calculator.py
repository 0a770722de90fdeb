"""/kalkulator-tenggat/: anyone computes a date of the law and sees why it is that date."""

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

from ppid.law.calendar import Calendar, MissingDecree
from ppid.law.clock import CannotDerive, Derivation, counts_first, derive, due_of
from ppid.law.counting import RULE_WORDS, Cited, CountingRules, in_words
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
        help_text=_("Hari kejadiannya, misalnya hari permohonan diterima."),
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
class Reading:
    """One cited reading on which the date rests: what is chosen here, why, what may be said against it.

    `other`: the other reading in words; `other_due`: the date it would give, None where it is the same one or cannot
    be computed.
    """

    chosen: str
    source: str
    doubt: str
    other: str
    other_due: dt.date | None


@dataclass(frozen=True)
class Answer:
    """A computed date. `calendar` is None for months, years, hours and what is due at once.

    `readings`: those on which a working-day term rests. `regulations`: what the term's source cites. `first_counted`:
    the day of the trigger is day one. `clock_time`: `09.30 WIB`, for hours only, in the body's time zone.
    """

    derivation: Derivation
    calendar: DeadlineCalendar | None
    regulations: tuple[Regulation, ...]
    readings: tuple[Reading, ...] = ()
    first_counted: bool = False
    clock_time: str = ""


@dataclass(frozen=True)
class CalculatorScreen:
    """`answer` is None on the empty form and while something is wrong. `years` are those that decrees cover; `rules`
    says how the body counts."""

    form: CalculatorForm
    answer: Answer | None
    years: tuple[int, ...]
    rules: tuple[str, ...]


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
    rules = tuple(str(_(words)) for words in in_words(calendar.rules.values))
    screen = CalculatorScreen(form, answer, tuple(sorted(calendar.years)), rules)
    status = 400 if asked and answer is None else 200
    return render(request, "ppid/citizen/calculator.html", {"screen": screen}, status=status)


def answer_of(derivation: Derivation, calendar: Calendar, on: dt.date) -> Answer:
    """What the page shows of a derivation on the day `on`."""
    regulations = cited_in(derivation.term.source)
    if not derivation.trail:
        clock_time = f"{derivation.due_at:%H.%M} {derivation.due_at.tzname()}" if derivation.due_at else ""
        return Answer(derivation, None, regulations, clock_time=clock_time)
    drawn = deadline_calendar(first=derivation.first, due=derivation.due, trail=derivation.trail, on=on)
    if derivation.term.unit is not Unit.WORKING_DAYS:
        return Answer(derivation, drawn, regulations)
    readings = tuple(_reading(name, derivation, calendar) for name in RULE_WORDS)
    return Answer(derivation, drawn, regulations, readings, counts_first(derivation.term, calendar))


def _reading(name: str, derivation: Derivation, calendar: Calendar) -> Reading:
    chosen = calendar.rules.values
    anew = {**chosen, name: not chosen[name]}
    cited: Cited[bool] = getattr(calendar.rules, name)
    off, on = RULE_WORDS[name]
    here, other = (on, off) if chosen[name] else (off, on)
    due = _due_under(CountingRules.chosen(anew), derivation, calendar)
    return Reading(
        chosen=str(_(here)), source=str(_(cited.source)), doubt=str(_(cited.doubt)), other=str(_(other)),
        other_due=due if due != derivation.due else None,
    )  # fmt: skip


def _due_under(rules: CountingRules, derivation: Derivation, calendar: Calendar) -> dt.date | None:
    try:
        return due_of(derivation.term, derivation.first, Calendar(calendar.decrees, rules), derivation.length)
    except MissingDecree:
        return None
