"""The register's filter as it stands in an address: `tahun`, `bulan`, `keadaan`. What is not known narrows nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.dates import MONTHS
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from ppid.law.procedure import STATE_LABELS, State
from ppid.queries.register import RegisterFilter


@dataclass(frozen=True, slots=True)
class Option:
    value: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """One select of the filter."""

    name: str
    label: str
    options: tuple[Option, ...]


def read(params: Mapping[str, str]) -> RegisterFilter:
    """The filter of an address; a word that is not a year, a month or a state is left out."""
    year, month = _number(params.get("tahun", "")), _number(params.get("bulan", ""))
    state = params.get("keadaan", "")
    return RegisterFilter(
        year=year if year is not None and 1900 <= year <= 2200 else None,
        month=month if month is not None and 1 <= month <= 12 else None,
        state=state if state in set(State) else "",
    )


def written(wanted: RegisterFilter) -> str:
    """The filter as part of an address, "" for all."""
    parts = {"tahun": wanted.year, "bulan": wanted.month, "keadaan": wanted.state}
    return urlencode({name: value for name, value in parts.items() if value})


def choices(wanted: RegisterFilter, years: Iterable[int]) -> tuple[Choice, ...]:
    known = sorted({*years, *([wanted.year] if wanted.year else [])}, reverse=True)
    return (
        Choice(
            "tahun", _("Tahun"), _options(_("Semua tahun"), ((str(year), str(year)) for year in known), wanted.year)
        ),
        Choice("bulan", _("Bulan"), _options(_("Semua bulan"), _months(), wanted.month)),
        Choice("keadaan", _("Keadaan"), _options(_("Semua keadaan"), _states(), wanted.state)),
    )


def period_words(wanted: RegisterFilter) -> str:
    """`Maret 2026`, `2026, Dijawab`, or all of it."""
    month = str(MONTHS[wanted.month]) if wanted.month else ""
    when = " ".join(part for part in (month, str(wanted.year or "")) if part) or _("Seluruh masa")
    return f"{when}, {_(STATE_LABELS[State(wanted.state)])}" if wanted.state else when


def _options(everything: str, rows: Iterable[tuple[str, str]], chosen: object) -> tuple[Option, ...]:
    held = str(chosen or "")
    return (Option("", everything, not held), *(Option(value, label, value == held) for value, label in rows))


def _months() -> Iterable[tuple[str, str]]:
    return ((str(number), str(name)) for number, name in MONTHS.items())


def _states() -> Iterable[tuple[str, str]]:
    return ((str(state), _(STATE_LABELS[state])) for state in State)


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 4 else None
