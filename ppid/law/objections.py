"""What an objection is: its grounds, from which day each counts, and what must be handed in.

UU 14/2008 Ps 35–36; PERKI 1/2021 Ps 39–42, Annexes X and XI. Plain values, no clock, no framework.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from ppid.law.filing import NAME_LENGTH, TEXT_LENGTH, Filing
from ppid.law.refusals import Invalid, Problem, say

__all__ = [
    "GROUNDS", "Day", "Facts", "Ground", "GroundRow", "ObjectionFiling", "day_zero", "letters_of", "not_before_time",
]  # fmt: skip


class Ground(StrEnum):
    """UU 14/2008 Ps 35(1) a–g, by letter. Several may stand together ("dan/atau")."""

    REFUSED_17 = "a"
    NOT_PUBLISHED = "b"
    NOT_ANSWERED = "c"
    NOT_AS_ASKED = "d"
    NOT_FULFILLED = "e"
    FEE = "f"
    TOO_LATE = "g"


@dataclass(frozen=True)
class GroundRow:
    """One ground. `settled`: may be settled between the parties (Ps 35(2)); `needs_request`: Annex XI, note on b."""

    ground: Ground
    label: str
    plain: str
    settled: bool = True
    needs_request: bool = True

    @property
    def part(self) -> int:
        """1 for a … 7 for g: the part of OBJ_FILE in the deadline ledger of the request."""
        return list(Ground).index(self.ground) + 1


GROUNDS: Mapping[Ground, GroundRow] = {
    row.ground: row
    for row in (
        # Ps 35(2) leaves a out; Ps 40(2) and 45(1) treat it apart as well.
        GroundRow(
            Ground.REFUSED_17, say("penolakan atas permintaan informasi berdasarkan alasan pengecualian Pasal 17"),
            say("Permintaan ditolak, atau sebagian dihitamkan, karena informasinya dikecualikan."), settled=False,
        ),
        GroundRow(
            Ground.NOT_PUBLISHED, say("tidak disediakannya informasi berkala"),
            say("Informasi yang wajib diumumkan secara berkala tidak tersedia."), needs_request=False,
        ),
        GroundRow(
            Ground.NOT_ANSWERED, say("tidak ditanggapinya permintaan informasi"),
            say("Sampai batas waktunya tidak ada jawaban."),
        ),
        GroundRow(
            Ground.NOT_AS_ASKED, say("permintaan informasi ditanggapi tidak sebagaimana yang diminta"),
            say("Yang dijawab bukan yang diminta."),
        ),
        GroundRow(
            Ground.NOT_FULFILLED, say("tidak dipenuhinya permintaan informasi"),
            say("Permintaan tidak dikabulkan, atau yang dijanjikan tidak diserahkan."),
        ),
        GroundRow(
            Ground.FEE, say("pengenaan biaya yang tidak wajar"), say("Biaya salinan atau pengirimannya tidak wajar."),
        ),
        GroundRow(
            Ground.TOO_LATE, say("penyampaian informasi yang melebihi waktu yang diatur dalam Undang-Undang ini"),
            say("Jawaban atau informasinya datang sesudah batas waktu."),
        ),
    )
}  # fmt: skip


@dataclass(frozen=True)
class Day:
    """Day zero of a ground on its two readings (law.md §1.5). The applicant is shown `earliest`; an objection is late
    only after thirty working days from `latest`. None: not known, or none is computed (ground b)."""

    earliest: dt.date | None = None
    latest: dt.date | None = None

    @property
    def counts(self) -> bool:
        """Whether a last day follows from it."""
        return self.earliest is not None and self.latest is not None


@dataclass(frozen=True)
class Facts:
    """What is known of a request. `due`: last day of the notice; `answered`: the notice was sent; `received`: it
    arrived, None while it travels; `given`: days on which something was handed over; `promised`: last days of what
    was promised and not given in time."""

    due: dt.date | None = None
    answered: dt.date | None = None
    received: dt.date | None = None
    given: tuple[dt.date, ...] = ()
    promised: tuple[dt.date, ...] = ()


def day_zero(ground: Ground, facts: Facts, named: dt.date | None = None) -> Day:
    """ "Ditemukannya alasan" (UU 36(1)), per ground [I]: a, d, e, f the notice or delivery received; c, g the due day
    (cautious) or the day after (literal); b the day that the applicant names, without a last day."""
    if ground is Ground.NOT_PUBLISHED:
        return Day(named, None)
    if ground is Ground.NOT_ANSWERED:
        return _after_due([facts.due] if facts.due else [])
    if ground is Ground.TOO_LATE:
        return _after_due([*([facts.due] if facts.due else []), *facts.promised])
    if ground is Ground.NOT_FULFILLED and facts.promised:
        broken = _after_due(facts.promised)
        arrived = _arrived(facts)
        return Day(min(filter(None, (broken.earliest, arrived.earliest))), _later(broken.latest, arrived.latest))
    return _arrived(facts)


def _arrived(facts: Facts) -> Day:
    """While a letter travels, its sending is the earliest reading and there is no latest yet."""
    earliest = facts.received or facts.answered
    if facts.received is None:
        return Day(earliest, None)
    return Day(earliest, max(facts.received, *facts.given) if facts.given else facts.received)


def _after_due(days: Iterable[dt.date]) -> Day:
    known = sorted(days)
    return Day(known[0], known[-1] + dt.timedelta(days=1)) if known else Day()


def _later(one: dt.date | None, other: dt.date | None) -> dt.date | None:
    return max(one, other) if one and other else one or other


def not_before_time(ground: Ground, facts: Facts, received_on: dt.date) -> bool:
    """Whether the ground had arisen when the objection came. A premature one is registered too, and marked: the PPID
    rejects none (PERKI 1/2013 Ps 4)."""
    if ground is Ground.NOT_PUBLISHED:
        return True
    if ground in (Ground.NOT_ANSWERED, Ground.TOO_LATE):
        days = [facts.due] if ground is Ground.NOT_ANSWERED else [facts.due, *facts.promised]
        return any(day is not None and day < received_on for day in days)
    return facts.answered is not None


def letters_of(grounds: Iterable[Ground]) -> str:
    """`a, d`: in the order of the law."""
    wanted = frozenset(grounds)
    return ", ".join(ground for ground in Ground if ground in wanted)


@dataclass(frozen=True)
class ObjectionFiling:
    """An objection as handed in (Penjelasan UU 35(1): identity, reason, purpose, kasus posisi; PERKI 41(5)).

    `person` is who objects where there is no request to take it from (ground b), and where a proxy acts; its `details`
    is the information concerned. Nothing but a ground, a reason and a person stops a sending: what else is missing is
    asked for while the clock runs.
    """

    grounds: tuple[Ground, ...]
    reasons: str
    position: str = ""
    purpose: str = ""
    found_on: dt.date | None = None
    person: Filing | None = None
    helped_by: str = ""
    submission: str = ""

    def problems(self, *, has_request: bool, received_on: dt.date) -> tuple[Problem, ...]:
        """What stops the sending; empty when it may be registered."""
        return tuple(self._problems(has_request=has_request, received_on=received_on))

    def checked(self, *, has_request: bool, received_on: dt.date) -> Self:
        """Itself, or Invalid."""
        if problems := self.problems(has_request=has_request, received_on=received_on):
            raise Invalid(problems)
        return self

    def gaps(self) -> tuple[str, ...]:
        """Fields of PERKI 41(5) and Annex X left empty: asked for, no reason to refuse."""
        return tuple(name for name in ("position", "purpose") if not getattr(self, name).strip())

    def _problems(self, *, has_request: bool, received_on: dt.date) -> Iterator[Problem]:
        if not self.grounds:
            yield Problem("grounds", say("Alasan keberatan belum dipilih. Pilih satu atau beberapa alasan."))
        needing = [ground for ground in self.grounds if GROUNDS[ground].needs_request]
        if needing and not has_request:
            yield Problem(
                "grounds",
                say("Alasan %(letters)s menyangkut suatu permohonan. Pilih permohonannya, atau pilih alasan huruf b."),
                {"letters": letters_of(needing)},
            )
        if not self.reasons.strip():
            yield Problem("reasons", say("Uraian alasan belum diisi. Tulis mengapa Anda berkeberatan."))
        for name in ("reasons", "position", "purpose"):
            if len(getattr(self, name)) > TEXT_LENGTH:
                yield Problem(
                    name, say("Isian terlalu panjang. Ringkas menjadi %(most)s huruf."),
                    {"most": f"{TEXT_LENGTH:_}".replace("_", ".")},
                )  # fmt: skip
        if len(self.helped_by) > NAME_LENGTH:
            yield Problem(
                "helped_by", say("Nama terlalu panjang. Ringkas menjadi %(most)d huruf."), {"most": NAME_LENGTH}
            )
        if self.found_on is not None and self.found_on > received_on:
            yield Problem("found_on", say("Hari itu belum tiba. Tulis kapan Anda mengetahuinya, atau kosongkan."))
        if self.person is not None:
            yield from self.person.problems()
        elif not has_request:
            yield Problem("name", say("Nama belum diisi. Tulis nama lengkap Anda atau nama badan hukum."))
