"""What happened to a case and what comes next, in words: the officers' whole story, from the log.

The applicant's shorter one is told by `ppid.queries.tracking`.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ppid.law.procedure import Actor, State
from ppid.models import AnyCase, Case, CaseEvent, Deadline, Unit
from ppid.queries import (
    timeline_complaints,
    timeline_completeness,
    timeline_delivery,
    timeline_dispute,
    timeline_extension,
    timeline_fees,
    timeline_forwarding,
    timeline_hold,
    timeline_intake,
    timeline_mail,
    timeline_objections,
    timeline_party,
    timeline_review,
    timeline_units,
    timeline_words,
)
from ppid.queries.timeline_units import BETWEEN_UNITS, href_of
from ppid.queries.timeline_words import Words, day_words, owed

WORDS: Mapping[str, Words] = {
    **timeline_words.WORDS,
    **timeline_completeness.WORDS,
    **timeline_extension.WORDS,
    **timeline_complaints.WORDS,
    **timeline_hold.WORDS,
    **timeline_intake.WORDS,
    **timeline_mail.WORDS,
    **timeline_party.WORDS,
    **timeline_units.WORDS,
    **timeline_delivery.WORDS,
    **timeline_forwarding.WORDS,
    **timeline_fees.WORDS,
    **timeline_objections.WORDS,
    **timeline_review.WORDS,
    **timeline_dispute.WORDS,
}


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


def told(case: Case, *, until: dt.date, without: Collection[str] = ()) -> tuple[Item, ...]:
    """What had happened by the end of that day, without what was still to come and the kinds `without`. Two
    statements."""
    rows = case.events.filter(day__lte=until).exclude(kind__in=without)
    events = list(rows.select_related("actor").order_by("seq"))
    units = _units_of(events)
    return tuple(_item(case, event, units) for event in events)


def timeline(case: AnyCase, *, on: dt.date, units: Collection[int] | None = None) -> tuple[Item, ...]:
    """The log of `case` from the first event on, then what is still to come. Three statements, whatever the length.

    `units`: whose questions and answers are told, None for all; a unit does not read what another was asked.
    """
    found = CaseEvent.objects.filter(case_id=case.pk).select_related("actor").order_by("seq")
    events = [event for event in found if _is_told(event, units)]
    units = _units_of(events)
    return (
        *(_item(case, event, units) for event in events),
        *_coming(case, Deadline.objects.open().filter(case_id=case.pk).defer("trail").order_by("due", "pk"), on),
    )


def _units_of(events: Iterable[CaseEvent]) -> Mapping[int, str]:
    named = {event.payload.get(name) for event in events for name in ("old_unit", "new_unit", "unit")} - {None}
    return dict(Unit.objects.filter(pk__in=named).values_list("pk", "name")) if named else {}


def _is_told(event: CaseEvent, units: Collection[int] | None) -> bool:
    return units is None or event.kind not in BETWEEN_UNITS or event.payload.get("unit") in units


def _item(case: Case, event: CaseEvent, units: Mapping[int, str]) -> Item:
    said = WORDS.get(event.kind)
    return Item(
        when=day_words(event.day),
        text=said(case, event.payload, units) if said else event.kind,
        href=href_of(event.kind, event.payload),
        who=_who(event),
        seq=event.seq,
        hash=event.hash,
    )


def _who(event: CaseEvent) -> str:
    if event.actor is not None:
        return str(event.actor)
    return _("Sistem") if event.role == Actor.SYSTEM else _("Pemohon")


def _coming(case: AnyCase, deadlines: Sequence[Deadline] | Iterable[Deadline], on: dt.date) -> Iterable[Item]:
    if case.state == State.WITHDRAWN:
        return
    for row in deadlines:
        if row.due is None:
            when = _("Dihitung setelah SKB 3 Menteri dimuat")
        elif row.due < on:
            when = _("Sejak %(due)s") % {"due": day_words(row.due)}
        else:
            when = _("Paling lambat %(due)s") % {"due": day_words(row.due)}
        text = owed(row.term, row.part)
        yield Item(when=when, text=text, next=True)
