"""Plots as numbers a template can draw: bars in percent of the width, so that one drawing fits a phone and paper."""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

# A label is broken into lines of this many letters, which fit beside nothing else on a 320 px screen.
LABEL_LETTERS = 34
_LINE, _BAR, _GAP = 20, 16, 16


@dataclass(frozen=True, slots=True)
class Series:
    """One colour of a stacked bar: `tone` is the class of its fill, `name` stands in the legend and the table."""

    tone: str
    name: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a bar, in percent of the plot's width; `note` is read aloud and shown on hover."""

    tone: str
    start: str
    width: str
    note: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a label and its baseline in pixels from the top."""

    text: str
    y: int


@dataclass(frozen=True, slots=True)
class Bar:
    """One row: its label in lines, its number on the first of them, its pieces at `y` from the top, in pixels."""

    lines: tuple[Line, ...]
    number: int
    number_y: int
    y: int
    height: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class TableRow:
    name: str
    numbers: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Plot:
    """A drawing and the table behind it, for `components/plot.html`. `height` in pixels; the width is the reader's."""

    id: str
    title: str
    description: str
    series: tuple[Series, ...]
    bars: tuple[Bar, ...]
    height: int
    name_heading: str
    number_headings: tuple[str, ...]
    table: tuple[TableRow, ...]
    total: TableRow


def stacked_bars(
    *,
    id: str,
    title: str,
    description: str,
    series: Sequence[Series],
    rows: Sequence[tuple[str, Sequence[int]]],
    name_heading: str,
    total_heading: str,
    total_name: str,
) -> Plot:
    """Lying bars, one a row, each stacked from the numbers of `series` in their order; the longest fills the width."""
    longest = max((sum(numbers) for _, numbers in rows), default=0) or 1
    bars, y = [], 0
    for name, numbers in rows:
        bar = _bar(name, numbers, series, longest, y)
        bars.append(bar)
        y = bar.y + _BAR + _GAP
    sums = tuple(sum(numbers[place] for _, numbers in rows) for place in range(len(series)))
    return Plot(
        id=id,
        title=title,
        description=description,
        series=tuple(series),
        bars=tuple(bars),
        height=max(y - _GAP, 0) + 2,
        name_heading=name_heading,
        number_headings=(total_heading, *(one.name for one in series)),
        table=tuple(TableRow(name, (sum(numbers), *numbers)) for name, numbers in rows),
        total=TableRow(total_name, (sum(sums), *sums)),
    )


def _bar(name: str, numbers: Sequence[int], series: Sequence[Series], longest: int, top: int) -> Bar:
    lines = textwrap.wrap(name, LABEL_LETTERS) or [""]
    label = tuple(Line(text, top + 14 + place * _LINE) for place, text in enumerate(lines))
    pieces, start = [], 0
    for one, number in zip(series, numbers, strict=True):
        if number:
            note = f"{name}, {one.name}: {number}"
            pieces.append(Piece(one.tone, _percent(start, longest), _percent(number, longest), note))
        start += number
    return Bar(label, sum(numbers), label[-1].y, top + len(lines) * _LINE + 2, _BAR, tuple(pieces))


def _percent(number: int, whole: int) -> str:
    """`12.5%`, with a point whatever the language of the page."""
    return f"{100 * number / whole:.4g}%"
