"""What units asked each other, as lines of a list and as threads on a case."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Count, F, QuerySet
from django.utils.translation import gettext as _

from ppid.law.procedure import State
from ppid.models import UnitMessage, UnitMessageFile


class Shown(StrEnum):
    """Which messages a list shows."""

    WAITING = "menunggu"
    ASKED = "ditanyakan"
    ALL = "semua"


class Stage(StrEnum):
    """How a message stands on a day. Lateness is the desk's own, never the law's."""

    TOLD = "told"
    OPEN = "open"
    LATE = "late"
    ANSWERED = "answered"
    TAKEN_BACK = "taken_back"
    LAPSED = "lapsed"


TONES = {
    Stage.TOLD: "quiet", Stage.OPEN: "soon", Stage.LATE: "late", Stage.ANSWERED: "ok", Stage.TAKEN_BACK: "quiet",
    Stage.LAPSED: "quiet",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Thread:
    """A question or message with its answer, if any. `files` and `answer_files` are private files, by key and name."""

    message: UnitMessage
    sender: str
    recipient: str
    stage: Stage
    answer: UnitMessage | None
    files: tuple[UnitMessageFile, ...]
    answer_files: tuple[UnitMessageFile, ...]

    @property
    def tone(self) -> str:
        return TONES[self.stage]

    @property
    def stage_words(self) -> str:
        return {
            Stage.TOLD: _("Pemberitahuan"),
            Stage.OPEN: _("Menunggu jawaban"),
            Stage.LATE: _("Lewat tanggal internal"),
            Stage.ANSWERED: _("Dijawab"),
            Stage.TAKEN_BACK: _("Ditarik"),
            Stage.LAPSED: _("Permohonan dicabut"),
        }[self.stage]


def stage_of(message: UnitMessage, answered: bool, on: dt.date) -> Stage:
    if not message.wants_answer:
        return Stage.TOLD
    if answered:
        return Stage.ANSWERED
    if message.taken_back_on is not None:
        return Stage.TAKEN_BACK
    if message.case.state == State.WITHDRAWN:
        return Stage.LAPSED
    return Stage.LATE if message.late(on) else Stage.OPEN


def threads(messages: QuerySet[UnitMessage], *, on: dt.date) -> list[Thread]:
    """The threads that begin in `messages` (from `access.messages_visible_to`), the oldest first. Two statements."""
    first = messages.filter(question__isnull=True).select_related(
        "case", "sender", "recipient", "written_by", "answer__written_by"
    )
    rows = list(first.order_by("written_at", "pk"))
    answers = [answer.pk for row in rows if (answer := _answer_of(row)) is not None]
    files: dict[int, list[UnitMessageFile]] = {}
    held = UnitMessageFile.objects.filter(message_id__in=[*(row.pk for row in rows), *answers])
    for use in held.select_related("file").order_by("pk"):
        files.setdefault(use.message_id, []).append(use)
    return [_thread(row, files, on) for row in rows]


def lines(messages: QuerySet[UnitMessage], shown: Shown) -> QuerySet[UnitMessage]:
    """The rows of the list: of what waits the nearest desk date first, undated ones before all (they are wanted at
    once); of everything the newest first."""
    first = messages.filter(question__isnull=True).select_related("case", "sender", "recipient", "answer")
    rows = first.annotate(papers=Count("files"))
    if shown is Shown.ALL:
        return rows.order_by("-written_at", "-pk")
    return rows.order_by(F("due").asc(nulls_first=True), "written_at", "pk")


def stages(rows: Iterable[UnitMessage], on: dt.date) -> list[tuple[UnitMessage, Thread]]:
    """Each row of a page with how it stands."""
    return [(row, _thread(row, {}, on)) for row in rows]


def _thread(row: UnitMessage, files: Mapping[int, list[UnitMessageFile]], on: dt.date) -> Thread:
    answer = _answer_of(row)
    return Thread(
        message=row,
        sender=_name(row.sender),
        recipient=_name(row.recipient),
        stage=stage_of(row, answer is not None, on),
        answer=answer,
        files=tuple(files.get(row.pk, ())),
        answer_files=tuple(files.get(answer.pk, ())) if answer is not None else (),
    )


def _answer_of(row: UnitMessage) -> UnitMessage | None:
    return getattr(row, "answer", None)


def _name(unit: object) -> str:
    return str(unit) if unit is not None else _("PPID utama")
