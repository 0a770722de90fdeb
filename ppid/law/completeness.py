"""The completeness check with its 3 + 3 working days (PERKI 1/2021 Ps 31(2), 33, Annex IX).

What may lack is computed from the kind of applicant and what the case holds; the officer decides what the letter says.
The UU clock runs from the receipt whatever happens here (law.md §1.4): only the PERKI clock waits for completeness.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, Self

from ppid.law.applicant_papers import FIELDS, PaperRole, missing, missing_fields, wanted
from ppid.law.filing import ApplicantKind
from ppid.law.procedure import MoveName
from ppid.law.refusals import Invalid, Problem, say

NIK_LENGTH = 16
# A file that the applicant sent without saying what it is: it may be the paper that seems to lack.
UNSORTED = "lampiran"
OTHER_LENGTH = 2_000
UU_DOUBT = say(
    "UU 14/2008 Pasal 22 ayat (7) menghitung 10 hari kerja sejak permohonan diterima dan tidak mengenal penghentian; "
    "PERKI 1/2021 Pasal 33 ayat (4) tidak mewajibkan tindak lanjut atas permohonan yang tidak dilengkapi. Keduanya "
    "tidak diselaraskan peraturan, karena itu tanggal menurut UU tetap ditampilkan."
)


@dataclass(frozen=True)
class Item:
    """Something that a request of this kind must have: `code` (`isian:NAME` or `berkas:ROLE`), words, article."""

    code: str
    label: str
    article: str

    @property
    def field(self) -> str:
        """The field's name, empty for a paper."""
        return self.code.removeprefix("isian:") if self.code.startswith("isian:") else ""

    @property
    def role(self) -> str:
        """The paper's role, empty for a field."""
        return self.code.removeprefix("berkas:") if self.code.startswith("berkas:") else ""


@dataclass(frozen=True)
class Gap:
    """An item that seems to lack. `certain` is False where an unsorted attachment may be the paper: look first."""

    item: Item
    certain: bool = True


def items(kind: ApplicantKind | str, *, proxy: bool = False) -> tuple[Item, ...]:
    """All that Ps 27, 29(5) and 30(1) want of an applicant of `kind`: the fields, then the papers."""
    fields = (Item(f"isian:{row.name}", row.label, row.article) for row in FIELDS if row.name != "occupation")
    papers = (Item(f"berkas:{row.role}", row.label, row.article) for row in wanted(kind, proxy=proxy))
    return (*fields, *papers)


def every_item() -> tuple[Item, ...]:
    """The items of every kind of applicant, each code once."""
    found = {item.code: item for kind in ApplicantKind for item in items(kind, proxy=True)}
    return tuple(found.values())


def gaps(
    kind: ApplicantKind | str, *, values: Mapping[str, str], held: Iterable[str], proxy: bool = False
) -> tuple[Gap, ...]:
    """What seems to lack, in the order of `items`.

    `values`: what the request says, by the names of `Filing`; `held`: the roles of the files the case holds.
    A NIK that has not sixteen digits counts as lacking (a legal body's number has no fixed form).
    """
    roles = tuple(held)
    empty = {row.name for row in missing_fields(values, kind=kind)}
    if "identity" not in empty and not _plausible(values.get("identity", ""), kind):
        empty.add("identity")
    lacking = {paper.role for paper in missing(kind, held=roles, proxy=proxy)}
    found = []
    for item in items(kind, proxy=proxy):
        if item.field in empty:
            found.append(Gap(item))
        elif item.role and PaperRole(item.role) in lacking:
            found.append(Gap(item, certain=UNSORTED not in roles))
    return tuple(found)


def _plausible(identity: str, kind: ApplicantKind | str) -> bool:
    digits = "".join(identity.split())
    return kind == ApplicantKind.LEGAL or (digits.isascii() and digits.isdigit() and len(digits) == NIK_LENGTH)


@dataclass(frozen=True)
class IncompleteContent:
    """What an incompleteness letter lists (Annex IX): codes of `items` of that kind of applicant, and what the officer
    adds in words, one thing a line."""

    items: tuple[str, ...] = ()
    other: str = ""
    kind: ApplicantKind = ApplicantKind.PERSON

    @property
    def fields(self) -> frozenset[str]:
        """The fields that it asks for."""
        return frozenset(code.removeprefix("isian:") for code in self.items if code.startswith("isian:"))

    @property
    def roles(self) -> tuple[str, ...]:
        """The papers that it asks for, by role."""
        return tuple(code.removeprefix("berkas:") for code in self.items if code.startswith("berkas:"))

    def lines(self) -> tuple[tuple[str, str], ...]:
        """What is missing as words and article, in the law's order; the officer's own lines last, without one."""
        listed = [item for item in items(self.kind, proxy=True) if item.code in self.items]
        own = (line.strip() for line in self.other.splitlines() if line.strip())
        return (*((item.label, item.article) for item in listed), *((line, "") for line in own))

    def problems(self) -> tuple[Problem, ...]:
        return tuple(self._problems())

    def checked(self) -> Self:
        """Itself, or Invalid."""
        if problems := self.problems():
            raise Invalid(problems)
        return self

    def as_json(self) -> dict[str, Any]:
        plain = asdict(self)
        return {**plain, "items": list(self.items), "kind": str(self.kind)}

    @classmethod
    def from_json(cls, plain: Mapping[str, Any]) -> Self:
        kind = ApplicantKind(plain.get("kind", ApplicantKind.PERSON))
        return cls(items=tuple(plain.get("items", ())), other=str(plain.get("other", "")), kind=kind)

    def _problems(self) -> Iterator[Problem]:
        if not self.items and not self.other.strip():
            yield Problem("items", say("Belum ada yang kurang. Pilih sedikitnya satu hal, atau nyatakan lengkap."))
        if set(self.items) - {item.code for item in items(self.kind, proxy=True)}:
            yield Problem("items", say("Ada pilihan yang tidak dikenal. Muat ulang halaman, lalu pilih lagi."))
        if len(self.other) > OTHER_LENGTH:
            yield Problem("other", say("Isian terlalu panjang. Ringkas menjadi %(most)s huruf."), {"most": "2.000"})


CHECKING = (
    MoveName.DECLARE_COMPLETE, MoveName.DRAFT_INCOMPLETE, MoveName.SEND_INCOMPLETE, MoveName.COMPLETE_PAPERS,
    MoveName.NOTE_NOT_COMPLETED, MoveName.ACCEPT_AS_NEW,
)  # fmt: skip


class Stage(StrEnum):
    """Where the check stands on a day."""

    UNCHECKED = "unchecked"
    TRAVELLING = "travelling"  # the letter left, when it arrived is not known yet
    WAITING = "waiting"  # for the applicant, until REQ_APPLICANT_FIX
    EXPIRED = "expired"  # the three days are over and nothing came
    COMPLETED = "completed"  # something came; the desk looks at it
    NOT_COMPLETED = "not_completed"  # noted in the register (Ps 33(4))
    DECLARED = "declared"


@dataclass(frozen=True)
class Check:
    """The facts of one check. `due` is the applicant's last day, None before the arrival or without a decree.

    `came_on`: when the newest completion came; `continued`: a late one was registered as a request of its own.
    """

    complete_on: dt.date | None = None
    sent_on: dt.date | None = None
    delivered_on: dt.date | None = None
    due: dt.date | None = None
    came_on: dt.date | None = None
    not_completed_on: dt.date | None = None
    continued: bool = False

    @property
    def late(self) -> bool:
        """What came, came after the three days of Ps 33(3). The last day itself is in time."""
        return self.came_on is not None and self.due is not None and self.came_on > self.due

    def stage(self, on: dt.date) -> Stage:
        if self.complete_on is not None:
            return Stage.DECLARED
        if self.came_on is not None and not (self.late and self.continued):
            return Stage.COMPLETED
        if self.not_completed_on is not None:
            return Stage.NOT_COMPLETED
        if self.sent_on is None:
            return Stage.UNCHECKED
        if self.delivered_on is None:
            return Stage.TRAVELLING
        return Stage.EXPIRED if self.due is not None and self.due < on else Stage.WAITING

    def complete_day(self, on: dt.date) -> dt.date:
        """As of which day a request declared complete on `on` is complete: when it was completed, where a letter had
        asked for it; the PERKI clock runs from there (Ps 31(3))."""
        return self.came_on if self.sent_on is not None and self.came_on is not None else on

    def hindrance(self, name: MoveName, on: dt.date) -> str:
        """Why this move of the check cannot be made on `on`; empty where it can. The table of moves comes first."""
        if self.complete_on is not None:
            return say("Permohonan ini sudah dinyatakan lengkap. Muat ulang halaman kasus.")
        return _HINDRANCES[name](self, on) if name in _HINDRANCES else ""


def _letter(check: Check, on: dt.date) -> str:
    if check.sent_on is not None:
        # Ps 33(2) knows one letter; a second one would add days that no article gives.
        return say("Surat keterangan tidak lengkap sudah disampaikan; peraturan mengenal satu surat saja.")
    if check.not_completed_on is not None:
        return say("Permohonan ini sudah dicatat tidak dilengkapi.")
    return ""


def _note(check: Check, on: dt.date) -> str:
    if check.not_completed_on is not None:
        return say("Permohonan ini sudah dicatat tidak dilengkapi.")
    if check.sent_on is None:
        return say("Surat keterangan tidak lengkap belum disampaikan. Catatan ini hanya sesudah surat itu.")
    if check.delivered_on is None:
        return say("Tanggal pemohon menerima surat belum dicatat; tiga hari kerjanya belum berjalan.")
    if check.due is None or on <= check.due:
        return say("Waktu pemohon melengkapi belum lewat.")
    return ""


def _as_new(check: Check, on: dt.date) -> str:
    if not check.late:
        return say("Tidak ada kelengkapan yang datang sesudah waktunya.")
    if check.continued:
        return say("Kelengkapan yang terlambat sudah didaftarkan sebagai permohonan baru.")
    return ""


_HINDRANCES = {
    MoveName.DRAFT_INCOMPLETE: _letter,
    MoveName.SEND_INCOMPLETE: _letter,
    MoveName.NOTE_NOT_COMPLETED: _note,
    MoveName.ACCEPT_AS_NEW: _as_new,
}
