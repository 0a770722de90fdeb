"""What waits for the superior: decisions that the PPID proposed, the nearest last day first."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import F, FilteredRelation, Q, QuerySet

from ppid.law.calendar import Calendar
from ppid.models import Approval, InformationRequest
from ppid.queries.standing import Standing, of_case


@dataclass(frozen=True, slots=True)
class Proposed:
    """One proposal. `draft` is the key of the draft's file, None while it is being made."""

    case: InformationRequest
    letter_number: str
    draft: int | None
    proposed_on: dt.date
    proposed_by: str
    standing: Standing


def proposals(cases: QuerySet[InformationRequest], calendar: Calendar, on: dt.date) -> list[Proposed]:
    """The waiting proposals of `cases`. One statement."""
    governing = Q(letter__case__deadlines__governs=True, letter__case__deadlines__superseded_at__isnull=True)
    rows: Any = (
        Approval.objects.waiting()
        .filter(
            letter__sent_at__isnull=True, letter__revision=F("revision"), letter__case__in=cases.order_by().values("pk")
        )
        .alias(governing=FilteredRelation("letter__case__deadlines", condition=governing))
        .annotate(governing_due=F("governing__due"))
        .select_related("letter__case__informationrequest", "proposed_by")
        .order_by(F("governing_due").asc(nulls_first=True), "pk")
    )
    return [_proposed(row, calendar, on) for row in rows]


def _proposed(row: Any, calendar: Calendar, on: dt.date) -> Proposed:
    case = row.letter.case.informationrequest
    return Proposed(
        case=case,
        letter_number=row.letter.number,
        draft=row.letter.draft_id,
        proposed_on=row.proposed_on,
        proposed_by=str(row.proposed_by),
        standing=of_case(case, row.governing_due, calendar, on),
    )
