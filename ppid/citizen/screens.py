"""One frozen dataclass for each page of a citizen; a template reads nothing else."""

import datetime as dt
from dataclasses import dataclass

from ppid.citizen import forms, forms_tracking
from ppid.citizen.client import TooOften
from ppid.citizen.doing import Doing
from ppid.citizen.steps import Part, Step, Text
from ppid.queries.drafts import Paper
from ppid.queries.giving import PartRow
from ppid.queries.next_right import NextRight
from ppid.queries.tracking import Followed


@dataclass(frozen=True, slots=True)
class StartScreen:
    """The page before asking. `due` is the last day for a request received `on`; None while no decree covers it."""

    on: dt.date
    due: dt.date | None
    copy_fee: int
    resumable: bool


@dataclass(frozen=True, slots=True)
class StepScreen:
    """One screen of a request. `token` goes along in the form, so that an ended session loses nothing."""

    step: Step
    steps: tuple[Part, ...]
    form: forms.StepForm
    token: str
    action: str
    back: str
    onward: str
    too_often: TooOften | None = None
    about: str = ""
    other_draft: bool = False
    papers: tuple[Paper, ...] = ()
    papers_wanted: tuple[Text, ...] = ()
    file_limit: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """Something already public."""

    title: str
    href: str
    kind: str


@dataclass(frozen=True, slots=True)
class PublicScreen:
    """What is already public about the question; the way on is always open."""

    steps: tuple[Part, ...]
    found: tuple[Found, ...]
    back: str
    onward: str


@dataclass(frozen=True, slots=True)
class Line:
    """One answer on the review page. `what` completes "Ubah …" for those who hear the page."""

    label: Text
    text: Text


@dataclass(frozen=True, slots=True)
class Group:
    title: Text
    href: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """What still stops the sending, with the screen where it is mended."""

    text: Text
    href: str


@dataclass(frozen=True, slots=True)
class ReviewScreen:
    step: Step
    steps: tuple[Part, ...]
    token: str
    groups: tuple[Group, ...]
    gaps: tuple[Gap, ...]
    doubts: tuple[str, ...]
    back: str
    due: dt.date | None


@dataclass(frozen=True, slots=True)
class KeepScreen:
    """The private link of a draft and the moment it is destroyed."""

    link: str
    expires_at: dt.datetime
    back: str


@dataclass(frozen=True, slots=True)
class GoneScreen:
    """A private link that opens nothing any more."""

    days: int


@dataclass(frozen=True, slots=True)
class Chip:
    text: str
    tone: str


@dataclass(frozen=True, slots=True)
class ReceiptScreen:
    """The numbered receipt (UU 14/2008 Ps 22(4); PERKI 1/2021 Ps 29(3)-(4)) of what this browser just sent."""

    followed: Followed
    code: str
    received_time: str
    name: str
    details: str
    by_mail: bool
    chip: Chip
    why: str


@dataclass(frozen=True, slots=True)
class TrackScreen:
    form: forms_tracking.TrackForm
    too_often: TooOften | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A file as `components/file_row.html` wants it."""

    name: str
    size: int
    href: str
    sha256: str
    title: str


@dataclass(frozen=True, slots=True)
class PartView:
    """A part of the answer. `material`, `files`, `visit` (when and where it is seen) and `copy` (which copy was asked
    for) are shown only to the proven applicant; the two addresses lead to what the applicant may do, after the code."""

    row: PartRow
    chip: Chip
    material: str
    files: tuple[Row, ...]
    visit: tuple[str, ...] = ()
    copy: str = ""
    copy_url: str = ""
    viewing_url: str = ""


@dataclass(frozen=True, slots=True)
class StateScreen:
    """`papers` are listed only when `proved`: the code from the mail was given back within the half hour. `payment`:
    how the fee is paid, as the notice says."""

    followed: Followed
    heading: str
    chip: Chip
    unit: str
    why: str
    proved: bool
    answered: bool
    silent: bool
    papers: tuple[Row, ...]
    doing: Doing
    parts: tuple[PartView, ...]
    payment: str = ""
    right: NextRight | None = None


@dataclass(frozen=True, slots=True)
class MailboxScreen:
    form: forms_tracking.MailboxForm
    too_often: TooOften | None = None


@dataclass(frozen=True, slots=True)
class CodeScreen:
    """`road` is `track` (one request) or `mine` (a mailbox). `asked`: a code was asked for; nobody says whether one
    went out."""

    road: str
    asked: bool
    form: forms_tracking.CodeForm
    number: str
    too_often: TooOften | None = None


@dataclass(frozen=True, slots=True)
class Mine:
    number: str
    received_on: dt.date
    state: str
    chip: Chip
    href: str


@dataclass(frozen=True, slots=True)
class MyCasesScreen:
    cases: tuple[Mine, ...]
    minutes: int
