"""What a tracking code tells of the applicant's own acts: completing, taking back; read from the events already at
hand, so that the page costs no statement more. Never what was written, and never the person."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ppid.law.completeness import Check, Stage
from ppid.law.letters import LetterKind
from ppid.law.procedure import State
from ppid.models import CaseEvent, InformationRequest

Payload = Mapping[str, str | None]


def check_in(case: InformationRequest, events: Iterable[CaseEvent], due: dt.date | None) -> Check:
    """The check's facts from the log. `due`: the applicant's last day, from the ledger."""
    sent = delivered = came = None
    continued = False
    for event in events:
        payload = event.payload
        incomplete = payload.get("letter_kind") == LetterKind.INCOMPLETE
        if event.kind == "letter_sent" and incomplete:
            sent, delivered = _date(payload.get("sent_on")), _date(payload.get("delivered_on"))
        elif event.kind == "letter_arrived" and incomplete:
            delivered = _date(payload.get("delivered_on"))
        elif event.kind == "papers_completed":
            came = max(filter(None, (came, _date(payload.get("came_on")))), default=None)
        elif event.kind == "continued_as_new":
            continued = True
    return Check(case.complete_on, sent, delivered, due, came, case.not_completed_on, continued)


class Onward(StrEnum):
    """How far a request has come on its way to another body that the notice named."""

    NAMED = "named"
    WISHED = "wished"
    FORWARDED = "forwarded"


def onward_in(events: Iterable[CaseEvent]) -> Onward | None:
    """From the log; None where the notice names no other body."""
    kinds = {event.kind for event in events if event.kind != "letter_sent" or event.payload.get("names_holder")}
    if "letter_sent" not in kinds:
        return None
    if "request_forwarded" in kinds:
        return Onward.FORWARDED
    return Onward.WISHED if "forwarding_wished" in kinds else Onward.NAMED


def state_words(case: InformationRequest, stage: Stage | None, until: dt.date | None, *, partly: bool) -> str:
    """The state in a few words, with what the check and a part taken back add to it."""
    words = str(case.get_state_display())
    if case.state == State.REGISTERED and stage is not None:
        waiting = _("Menunggu dilengkapi sampai %(until)s") % {"until": _day(until)} if until else ""
        words = {
            Stage.TRAVELLING: _("Menunggu dilengkapi"),
            Stage.WAITING: waiting or _("Menunggu dilengkapi"),
            Stage.EXPIRED: _("Waktu melengkapi lewat"),
            Stage.COMPLETED: _("Sudah dilengkapi, sedang diperiksa"),
            Stage.NOT_COMPLETED: _("Tidak dilengkapi"),
        }.get(stage, words)
    return _("%(state)s, sebagian dicabut") % {"state": words} if partly else words


def coming(stage: Stage, until: dt.date | None) -> Iterator[tuple[str, str]]:
    """The next expected event of the check, when and what."""
    if stage is Stage.TRAVELLING:
        yield _("Tiga hari kerja sejak surat Anda terima"), _("Anda melengkapi permohonan.")
    elif stage is Stage.WAITING:
        when = _("Paling lambat %(due)s") % {"due": _day(until)} if until else _("Tiga hari kerja")
        yield when, _("Anda melengkapi permohonan.")
    elif stage is Stage.COMPLETED:
        yield _("Berikutnya"), _("Petugas memeriksa kelengkapan Anda.")


def _completed(payload: Payload) -> tuple[str, str]:
    if payload.get("in_time") is False:
        return _iso(payload.get("came_on")), _("Dilengkapi pemohon, sesudah waktunya.")
    return _iso(payload.get("came_on")), _("Dilengkapi pemohon.")


def _not_completed(payload: Payload) -> tuple[str, str]:
    return _iso(payload.get("noted_on")), _("Dicatat tidak dilengkapi. Ini bukan penolakan.")


TOLD: Mapping[str, Callable[[Payload], tuple[str, str]]] = {
    "papers_completed": _completed,
    "not_completed": _not_completed,
    "continued_as_new": lambda payload: ("", _("Dilanjutkan sebagai permohonan %(number)s.") % payload),
    "continues_earlier": lambda payload: ("", _("Melanjutkan permohonan %(number)s.") % payload),
    "withdrawn_in_part": lambda payload: (
        _iso(payload.get("withdrawn_on")), _("Sebagian dicabut oleh pemohon. Sisanya berjalan; tanggalnya tetap."),
    ),
    "forwarding_wished": lambda payload: (
        _iso(payload.get("wished_on")), _("Anda menghendaki permohonan diteruskan ke badan publik yang menguasainya."),
    ),
    "request_forwarded": lambda payload: (
        _iso(payload.get("forwarded_on")),
        _("Diteruskan ke badan publik yang menguasainya. Badan itu menghitung waktunya sejak menerimanya sendiri."),
    ),
    "closed_uncontinued": lambda payload: (_iso(payload.get("closed_on")), _("Ditutup dengan catatan.")),
}  # fmt: skip


def _date(text: object) -> dt.date | None:
    return dt.date.fromisoformat(text) if isinstance(text, str) and text else None


def _day(day: dt.date | None) -> str:
    return date_format(day, "l, j F Y") if day else ""


def _iso(text: object) -> str:
    return _day(_date(text))
