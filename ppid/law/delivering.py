"""Handing over what a notice promised, part by part, each dated and with its proof (law.md §2.6; PERKI 1/2021 Ps 35).

The law sets no number of days for the handing over: the PPID states it itself in the notice (PERKI 1/2021 Ps 31(4)f),
and a stated day that passes opens the grounds e and g (UU 14/2008 Ps 35(1)). A part that the applicant has to come for
is done on the office's side once it is ready and the applicant was told.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from ppid.law.giving import GivenPart
from ppid.law.procedure import MoveName
from ppid.law.refusals import Invalid, Problem, say
from ppid.law.viewing import Visit

PROMISE: Final = "REQ_DELIVERY"
# What a missed promise opens (UU 14/2008 Ps 35(1)): the request was not fulfilled, or not within its time.
GROUNDS: Final = ("e", "g")


class PartState(StrEnum):
    """How a part stands, from facts alone. Lateness is not a state: it follows from the promise's date."""

    UNPAID = "unpaid"
    PROMISED = "promised"
    AVAILABLE = "available"
    SET_ASIDE = "set_aside"
    DELIVERED = "delivered"


PART_LABELS: dict[PartState, str] = {
    PartState.UNPAID: say("Menunggu pembayaran"),
    PartState.PROMISED: say("Sedang disiapkan"),
    PartState.AVAILABLE: say("Siap diambil"),
    PartState.SET_ASIDE: say("Tersedia, belum diambil"),
    PartState.DELIVERED: say("Sudah diserahkan"),
}


class HandedHow(StrEnum):
    """By which way a part came to the applicant. `viewed`: at the office, with minutes (PERKI 1/2021 Ps 35)."""

    PORTAL = "portal"
    EMAIL = "email"
    POST = "post"
    COURIER = "courier"
    FAX = "fax"
    BY_HAND = "by_hand"
    VIEWED = "viewed"


# Read with the code from the mail, so there must be something to read.
ONLINE: Final = frozenset({HandedHow.PORTAL, HandedHow.EMAIL})
# Somebody else carries it: a slip says that it left, and the day of arrival is recorded when it is known.
CARRIED: Final = frozenset({HandedHow.POST, HandedHow.COURIER})
# A slip exists as soon as it is sent. What is handed over is proved by the signed delivery note, uploaded afterwards.
HAS_SLIP: Final = CARRIED | {HandedHow.FAX}


@dataclass(frozen=True, slots=True)
class CollectionRule:
    """How an applicant is reminded of what lies ready, in working days, each from the step before: the first reminder
    after the day it was ready, the second after the first, then the mark "tersedia, belum diambil".

    Counted from step to step, so that two reminders never leave on one day after the daily round stood still.
    """

    first_reminder: int
    second_reminder: int
    set_aside: int
    source: str
    doubt: str


COLLECTION: Final = CollectionRule(
    first_reminder=5,
    second_reminder=5,
    set_aside=5,
    source="law.md §2.6: dua pengingat bertanggal, lalu “tersedia, belum diambil”.",
    doubt="Tidak ada pasal tentang informasi yang tidak diambil; jarak 5, 10 dan 15 hari kerja adalah kebiasaan yang "
    "dipilih. Tanda itu bukan penolakan dan bukan pencabutan: dibuka kembali bila pemohon memintanya.",
)


class Collecting(StrEnum):
    """What the daily round does with a part that lies ready."""

    FIRST_REMINDER = "first_reminder"
    SECOND_REMINDER = "second_reminder"
    SET_ASIDE = "set_aside"


@dataclass(frozen=True, slots=True)
class PartFacts:
    """What is known of one part. `promised_from`: day zero of its promise, None while its fee is unpaid."""

    promised_from: dt.date | None
    available_on: dt.date | None = None
    first_reminder_on: dt.date | None = None
    second_reminder_on: dt.date | None = None
    set_aside_on: dt.date | None = None
    delivered_on: dt.date | None = None
    # The day of the visit agreed upon, for what is seen at the office: nobody is reminded to come before it.
    appointed_on: dt.date | None = None

    @property
    def state(self) -> PartState:
        if self.delivered_on is not None:
            return PartState.DELIVERED
        if self.set_aside_on is not None:
            return PartState.SET_ASIDE
        if self.available_on is not None:
            return PartState.AVAILABLE
        return PartState.PROMISED if self.promised_from is not None else PartState.UNPAID

    def next_step(self, rule: CollectionRule = COLLECTION) -> tuple[Collecting, dt.date, int] | None:
        """What the daily round does next with what lies ready: the step, the day it counts from, working days after."""
        if self.state is not PartState.AVAILABLE or self.available_on is None:
            return None
        if self.first_reminder_on is None:
            return Collecting.FIRST_REMINDER, self._after_visit(self.available_on), rule.first_reminder
        if self.second_reminder_on is None:
            return Collecting.SECOND_REMINDER, self._after_visit(self.first_reminder_on), rule.second_reminder
        return Collecting.SET_ASIDE, self._after_visit(self.second_reminder_on), rule.set_aside

    def _after_visit(self, day: dt.date) -> dt.date:
        return max(day, self.appointed_on or day)


@dataclass(frozen=True, slots=True)
class Handing:
    """One handing over as it is recorded. `withheld`: the notice blackens something, so a copy may only be given after
    an officer has looked that the black is burnt in (`redacted`)."""

    how: str
    delivered_on: dt.date
    given: int = 0
    proof: bool = False
    received_on: dt.date | None = None
    withheld: bool = False
    redacted: bool = False

    def checked(self, *, noticed_on: dt.date, on: dt.date) -> None:
        """Nothing, or Invalid. `noticed_on` is the day on which the notice left, `on` the body's today."""
        if problems := tuple(self._problems(noticed_on, on)):
            raise Invalid(problems)

    @property
    def arrived_on(self) -> dt.date | None:
        """When the applicant had it: what is not carried by others is there at once."""
        if self.received_on is not None or self.how in CARRIED:
            return self.received_on
        return self.delivered_on

    def _problems(self, noticed_on: dt.date, on: dt.date) -> Iterator[Problem]:
        if self.how not in set(HandedHow):
            yield Problem("how", say("Cara penyerahan belum dipilih. Pilih salah satu."))
        yield from day_problems("delivered_on", self.delivered_on, since=noticed_on, on=on)
        if self.received_on is not None:
            yield from receipt_problems(self.received_on, delivered_on=self.delivered_on, on=on)
        if self.how in ONLINE and not self.given:
            text = say("Belum ada berkas yang diberikan. Pilih berkas yang diunduh pemohon.")
            yield Problem("given", text)
        if self.how in HAS_SLIP and not self.proof:
            yield Problem("proof", say("Bukti kirim belum dipilih. Unggah resi pos, kurir atau faksimili."))
        if self.given and self.withheld and not self.redacted:
            text = say(
                "Surat jawaban menutup sebagian informasi (Ps 17). Periksa bahwa salinan ini sudah dihitamkan secara "
                "permanen, lalu centang."
            )
            yield Problem("redacted", text)


# Where a part must stand for a move to be about it; a receipt is wanted while its proof is missing.
STANDS: Final[dict[MoveName, frozenset[PartState]]] = {
    MoveName.MAKE_AVAILABLE: frozenset({PartState.PROMISED}),
    MoveName.DELIVER_PART: frozenset({PartState.PROMISED, PartState.AVAILABLE, PartState.SET_ASIDE}),
    MoveName.RECORD_RECEIPT: frozenset({PartState.DELIVERED}),
    MoveName.REOPEN_PART: frozenset({PartState.SET_ASIDE}),
    MoveName.FILL_COPY_FORM: frozenset({PartState.UNPAID, PartState.PROMISED}),
    MoveName.OFFER_VIEWING: frozenset({PartState.PROMISED, PartState.AVAILABLE}),
    MoveName.CHOOSE_VIEWING: frozenset({PartState.AVAILABLE}),
    MoveName.NOTE_ABSENCE: frozenset({PartState.AVAILABLE, PartState.SET_ASIDE}),
    MoveName.RECORD_MINUTES: frozenset({PartState.PROMISED, PartState.AVAILABLE, PartState.SET_ASIDE}),
}


def concerns(
    name: MoveName, state: PartState, part: GivenPart, *, awaits_proof: bool, visit: Visit = Visit.NONE
) -> bool:
    """Whether a move is about this part now. `visit`: how the appointment to see it stands."""
    if state not in STANDS.get(name, ()):
        return False
    wanted = {
        # What is seen at the office is made ready by naming times for it.
        MoveName.MAKE_AVAILABLE: part.fetched and not part.viewed,
        MoveName.RECORD_RECEIPT: awaits_proof,
        MoveName.FILL_COPY_FORM: not part.viewed,
        MoveName.OFFER_VIEWING: part.viewed,
        MoveName.RECORD_MINUTES: part.viewed,
        MoveName.CHOOSE_VIEWING: visit is Visit.OFFERED,
        MoveName.NOTE_ABSENCE: visit is Visit.CHOSEN,
    }
    return wanted.get(name, True)


def awaits_proof(how: str, *, received: bool, proved: bool) -> bool:
    """Of what was handed over after the notice: carried and not known to have arrived, or given by hand and the note
    that both sign is not back."""
    if how in CARRIED:
        return not received
    return how in {HandedHow.BY_HAND, HandedHow.VIEWED} and not proved


def day_problems(field: str, day: dt.date, *, since: dt.date, on: dt.date) -> Iterator[Problem]:
    """A part is handed over, or ready, between the day of the notice and today."""
    if day > on:
        yield Problem(field, say("Tanggal ini di masa depan. Catat setelah terjadi."))
    if day < since:
        yield Problem(field, say("Tanggal ini mendahului pemberitahuan tertulis. Periksa tanggalnya."))


def receipt_problems(received_on: dt.date, *, delivered_on: dt.date, on: dt.date) -> Iterator[Problem]:
    """The applicant receives a part between its handing over and today."""
    if received_on > on:
        yield Problem("received_on", say("Tanggal diterima di masa depan. Catat setelah ada buktinya."))
    if received_on < delivered_on:
        yield Problem("received_on", say("Tanggal diterima mendahului penyerahan. Periksa tanggal pada buktinya."))


def ready_problems(part: GivenPart, available_on: dt.date, *, noticed_on: dt.date, on: dt.date) -> Iterator[Problem]:
    """What may be called ready to be fetched."""
    if not part.fetched:
        text = say("Bagian ini dikirim kepada pemohon, bukan diambil. Catat penyerahannya.")
        yield Problem("part", text)
    yield from day_problems("available_on", available_on, since=noticed_on, on=on)
