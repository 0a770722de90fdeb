"""What each page of the desk shows: frozen values, handed whole to a template."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page

from ppid.desk.filters import FilterForm
from ppid.desk.joined_mails import JoinedMail
from ppid.desk.office import Room
from ppid.desk.own_case import OwnBlock
from ppid.letters.signed import Findings
from ppid.models import Hold, InformationRequest, Letter, PublicSubject
from ppid.queries.deadline_calendar import DeadlineCalendar
from ppid.queries.desk import DeskRow
from ppid.queries.extension import ShownExtension
from ppid.queries.fees import CaseFees
from ppid.queries.giving import PartRow
from ppid.queries.standing import Standing
from ppid.queries.timeline import Item
from ppid.queries.two_clocks import TwoClocks
from ppid.queries.unit_messages import Thread


@dataclass(frozen=True)
class ListScreen:
    """One page of the list. `rest` is the address without the page number, so that filters stay in it; `bulk_url` is
    empty for who hands no case to a unit."""

    form: FilterForm
    rows: list[DeskRow]
    page: Page
    rest: str
    narrowed: bool
    rooms: tuple[Room, ...]
    bulk_url: str
    may_enter: bool = False


@dataclass(frozen=True)
class PreviewScreen:
    """The letter as pictures (data: addresses), or what keeps it from being written."""

    pages: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()


@dataclass(frozen=True)
class Button:
    """A lawful move. `href` empty: lawful, but something must come first (`waits` says what)."""

    label: str
    article: str
    href: str
    primary: bool
    waits: str = ""
    inner: bool = False


@dataclass(frozen=True)
class LetterRow:
    """A letter on the case page. `state` in making | waiting | draft | signed | sent | given."""

    letter: Letter
    state: str
    naskah_url: str
    check_url: str


@dataclass(frozen=True)
class FileRow:
    """A file on the case page, with what it is for."""

    name: str
    size: int
    sha256: str
    href: str
    role: str


@dataclass(frozen=True)
class DueRow:
    """A standing term beside the governing one."""

    title: str
    due: dt.date | None
    met_on: dt.date | None


@dataclass(frozen=True)
class MailRow:
    """A mail of the case: what, to whom, when decided, when left, how often tried. The two addresses are those of an
    officer's remedies, empty where there is nothing to mend."""

    title: str
    audience: str
    decided: str
    left: str
    tries: int
    trouble: str
    handled: str
    again_url: str
    handled_url: str


@dataclass(frozen=True)
class DispositionBox:
    """Where the request lies. `with_unit` False: it came back to PPID utama; `slip_waits`: its slip is being made."""

    giver: str
    receiver: str
    instruction: str
    desk_date: dt.date | None
    given_by: str
    given_on: dt.date
    with_unit: bool
    slip_url: str
    slip_waits: bool


@dataclass(frozen=True)
class PartView:
    """A part of the answer on the case page, with what was given, what proves it, and its moves."""

    row: PartRow
    fee: str
    way: str
    files: tuple[FileRow, ...]
    moves: tuple[Button, ...]


@dataclass(frozen=True)
class CaseScreen:
    """The case page: the story left, the lawful next moves right. `hold`: the desk's label; the two addresses set and
    remove it, empty for who may not."""

    case: InformationRequest
    standing: Standing
    calendar: DeadlineCalendar | None
    clocks: TwoClocks | None
    terms: tuple[DueRow, ...]
    story: tuple[Item, ...]
    moves: tuple[Button, ...]
    doorways: tuple[tuple[str, str], ...]
    letters: tuple[LetterRow, ...]
    parts: tuple[PartView, ...]
    files: tuple[FileRow, ...]
    receipt_url: str
    dossier_url: str
    readings_url: str
    facts: tuple[tuple[str, str], ...]
    inner_moves: tuple[Button, ...]
    disposition: DispositionBox | None
    threads: tuple[Thread, ...]
    subject: PublicSubject | None
    own: OwnBlock
    mails: tuple[MailRow, ...] = ()
    incoming: tuple[JoinedMail, ...] = ()
    fees: CaseFees | None = None
    notes: tuple[str, ...] = ()
    form_url: str = ""
    extension: ShownExtension | None = None
    hold: Hold | None = None
    hold_url: str = ""
    release_url: str = ""


@dataclass(frozen=True)
class LetterScreen:
    """One letter looked into: which draft, which file, which signatures."""

    letter: Letter
    case_url: str
    findings: Findings | None
    problem: str
    verify_url: str


@dataclass(frozen=True)
class TodayScreen:
    """The home panel: counted cases, each with the list that shows them."""

    groups: tuple[Any, ...]
    list_url: str
    on: dt.date
