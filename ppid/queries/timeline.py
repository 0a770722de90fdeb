"""What happened to a case and what comes next, in words: the officers' whole story, from the log.

The applicant's shorter one is told by `ppid.queries.tracking`.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ppid.law.procedure import Actor, State
from ppid.law.terms import UnknownTerm, term
from ppid.models import Case, CaseEvent, Deadline, InformationRequest, Letter, Unit


@dataclass(frozen=True, slots=True)
class Item:
    """One line, as `components/timeline.html` wants it. `who`: the officer's name or the role; `hash` of the event."""

    when: str
    text: str
    href: str = ""
    next: bool = False
    who: str = ""
    seq: int = 0
    hash: str = ""


def timeline(case: InformationRequest, *, on: dt.date) -> tuple[Item, ...]:
    """The log of `case` from the first event on, then what is still to come. Three statements, whatever the length."""
    events = list(CaseEvent.objects.filter(case_id=case.pk).select_related("actor").order_by("seq"))
    units = _units_of(events)
    return (
        *(_item(case, event, units) for event in events),
        *_coming(case, Deadline.objects.open().filter(case_id=case.pk).defer("trail").order_by("due", "pk"), on),
    )


def _units_of(events: Iterable[CaseEvent]) -> Mapping[int, str]:
    named = {event.payload.get(name) for event in events for name in ("old_unit", "new_unit")} - {None}
    return dict(Unit.objects.filter(pk__in=named).values_list("pk", "name")) if named else {}


def _item(case: Case, event: CaseEvent, units: Mapping[int, str]) -> Item:
    said = WORDS.get(event.kind)
    return Item(
        when=_day(event.day),
        text=said(case, event.payload, units) if said else event.kind,
        who=_who(event),
        seq=event.seq,
        hash=event.hash,
    )


def _who(event: CaseEvent) -> str:
    if event.actor is not None:
        return str(event.actor)
    return _("Sistem") if event.role == Actor.SYSTEM else _("Pemohon")


def _coming(
    case: InformationRequest, deadlines: Sequence[Deadline] | Iterable[Deadline], on: dt.date
) -> Iterable[Item]:
    if case.state != State.REGISTERED:
        return
    for row in deadlines:
        if row.due is None:
            when = _("Dihitung setelah SKB 3 Menteri dimuat")
        elif row.due < on:
            when = _("Sejak %(due)s") % {"due": _day(row.due)}
        else:
            when = _("Paling lambat %(due)s") % {"due": _day(row.due)}
        yield Item(when=when, text=_title(row.term), next=True)


def _title(code: str) -> str:
    try:
        return _(term(code).title)
    except UnknownTerm:
        return code


Words = Callable[[Case, Mapping[str, object], Mapping[int, str]], str]


def _registered(case: Case, payload: Mapping[str, object], units: Mapping[int, str]) -> str:
    return _("Permohonan diterima melalui %(channel)s pada %(day)s dan didaftar dengan nomor %(number)s.") % {
        "channel": case.get_channel_display().lower(),
        "day": _iso(payload.get("received_on")),
        "number": payload.get("number"),
    }


def _complete(case: Case, payload: Mapping[str, object], units: Mapping[int, str]) -> str:
    return _("Dinyatakan lengkap pada %(day)s.") % {"day": _iso(payload.get("complete_on"))}


def _disposed(case: Case, payload: Mapping[str, object], units: Mapping[int, str]) -> str:
    main = _("PPID utama")
    return _("Didisposisikan dari %(old)s ke %(new)s. Tanggal jawaban tetap.") % {
        "old": _unit(payload.get("old_unit"), units) or main,
        "new": _unit(payload.get("new_unit"), units) or main,
    }


def _unit(key: object, units: Mapping[int, str]) -> str:
    return units.get(key, "") if isinstance(key, int) else ""


def _drafted(case: Case, payload: Mapping[str, object], units: Mapping[int, str]) -> str:
    return _("Konsep %(kind)s nomor %(number)s disusun (versi %(revision)s).") % {
        "kind": _kind(payload), "number": payload.get("number"), "revision": payload.get("revision"),
    }  # fmt: skip


def _signed(case: Case, payload: Mapping[str, object], units: Mapping[int, str]) -> str:
    return _("Surat bertanda tangan diunggah: %(position)s, %(day)s.") % {
        "position": payload.get("position"), "day": _iso(payload.get("signed_on")),
    }  # fmt: skip


def _sent(case: Case, payload: Mapping[str, object], units: Mapping[int, str]) -> str:
    how = str(payload.get("how", ""))
    said = {"kind": _kind(payload), "day": _iso(payload.get("sent_on"))}
    said["how"] = str(dict(Letter.SentHow.choices).get(how, how))
    return _("%(kind)s disampaikan pada %(day)s (%(how)s).") % said


def _missed(case: Case, payload: Mapping[str, object], units: Mapping[int, str]) -> str:
    return _("Terlewat: %(term)s, hari terakhir %(due)s.") % {
        "term": _title(str(payload.get("term"))), "due": _iso(payload.get("due")),
    }  # fmt: skip


def _redated(case: Case, payload: Mapping[str, object], units: Mapping[int, str]) -> str:
    unknown = _("belum dapat dihitung")
    return _("%(term)s dihitung ulang menurut %(decree)s: %(old)s menjadi %(new)s.") % {
        "term": _title(str(payload.get("term"))), "decree": payload.get("decree"),
        "old": _iso(payload.get("old")) or unknown, "new": _iso(payload.get("new")) or unknown,
    }  # fmt: skip


def _withdrawn(case: Case, payload: Mapping[str, object], units: Mapping[int, str]) -> str:
    return _("Permohonan dicabut pemohon pada %(day)s.") % {"day": _iso(payload.get("withdrawn_on"))}


def _proposed(case: Case, payload: Mapping[str, object], units: Mapping[int, str]) -> str:
    return _("Penolakan diusulkan kepada atasan PPID (versi %(revision)s).") % {"revision": payload.get("revision")}


def _approved(case: Case, payload: Mapping[str, object], units: Mapping[int, str]) -> str:
    return _("Atasan PPID menyetujui penolakan (versi %(revision)s).") % {"revision": payload.get("revision")}


def _returned(case: Case, payload: Mapping[str, object], units: Mapping[int, str]) -> str:
    return _("Atasan PPID mengembalikan usulan penolakan (versi %(revision)s).") % {"revision": payload.get("revision")}


WORDS: Mapping[str, Words] = {
    "refusal_proposed": _proposed,
    "refusal_approved": _approved,
    "refusal_returned": _returned,
    "registered": _registered,
    "declared_complete": _complete,
    "disposed": _disposed,
    "letter_drafted": _drafted,
    "signed_attached": _signed,
    "letter_sent": _sent,
    "term_missed": _missed,
    "redated": _redated,
    "withdrawn": _withdrawn,
}


def _kind(payload: Mapping[str, object]) -> str:
    kind = str(payload.get("letter_kind", ""))
    return str(dict(Letter.Kind.choices).get(kind, kind))


def _day(day: dt.date) -> str:
    return date_format(day, "l, j F Y")


def _iso(text: object) -> str:
    return _day(dt.date.fromisoformat(text)) if isinstance(text, str) and text else ""
