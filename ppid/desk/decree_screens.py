"""What the pages of the holiday decrees show: frozen values, handed whole to a template."""

import datetime as dt
from dataclasses import dataclass

from ppid.desk.forms.decrees import FileForm, Typed
from ppid.models import Decree, DecreeDay


@dataclass(frozen=True)
class Edition:
    """One line of the list. `state` in force | replaced | withdrawn."""

    row: Decree
    state: str
    holidays: int
    restored: int


@dataclass(frozen=True)
class ListScreen:
    """`rules`: how days are counted here. `years` are those that may be computed."""

    standing: tuple[Edition, ...]
    past: tuple[Edition, ...]
    years: tuple[int, ...]
    rules: tuple[str, ...]


@dataclass(frozen=True)
class DecreeScreen:
    decree: Edition
    days: tuple[DecreeDay, ...]
    editions: tuple[Edition, ...]
    amended_by: tuple[str, ...]


@dataclass(frozen=True)
class NewScreen:
    """`faults` of an uploaded file have no field on this page; those of typed rows stand at their rows too."""

    file: FileForm
    typed: Typed
    file_faults: tuple[str, ...] = ()


@dataclass(frozen=True)
class Moved:
    """A date that would move: the case's number, its page where this person may see it, the term, both dates."""

    number: str
    href: str
    title: str
    old: dt.date | None
    new: dt.date | None


@dataclass(frozen=True)
class PreviewScreen:
    """What a yes would do. `hidden` goes back with it; `changed` False: there is nothing to say yes to."""

    intro: str
    remarks: tuple[str, ...]
    days: tuple[DecreeDay, ...]
    moved: tuple[Moved, ...]
    total: int
    changed: bool
    action: str
    hidden: tuple[tuple[str, str], ...]
    button: str
    back: str
    stale: bool = False


@dataclass(frozen=True)
class Choice:
    """One reading: its name, words for off and on, what is chosen now, source and doubt."""

    name: str
    off: str
    on: str
    chosen: bool
    source: str
    doubt: str


@dataclass(frozen=True)
class CountingScreen:
    choices: tuple[Choice, ...]
