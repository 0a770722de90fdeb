"""The desk's list of objections and the numbers of the home panel."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, FilteredRelation, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from ppid.law.calendar import Calendar
from ppid.law.procedure import State
from ppid.models import Objection
from ppid.queries.standing import Standing, soon_until, standing_of_objection

OPEN, LATE, SOON, ORDERED, ANSWERED, SETTLED, TARDY, ALL = (
    "", "terlambat", "segera", "perintah", "dijawab", "musyawarah", "diajukan-terlambat", "semua",
)  # fmt: skip
FILTERS = (
    (OPEN, _("Semua yang terbuka")), (LATE, _("Belum ditanggapi, lewat waktu")), (SOON, _("Segera jatuh tempo")),
    (ORDERED, _("Perintah menunggu dilaksanakan")), (SETTLED, _("Dengan kesepakatan musyawarah")),
    (TARDY, _("Diajukan terlambat")), (ANSWERED, _("Ditanggapi")), (ALL, _("Semua, termasuk yang selesai")),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ObjectionRow:
    pk: int
    number: str
    request: str
    applicant: str
    subject: str
    grounds: str
    late: bool
    received_on: dt.date
    standing: Standing
    ordered_until: dt.date | None


@dataclass(frozen=True, slots=True)
class Waiting:
    """What of the objections waits: for the superior's answer, of which late; for the PPID to carry out an order."""

    open: int
    late: int
    ordered: int


def with_answer_due(cases: QuerySet[Objection]) -> QuerySet[Objection]:
    """Every row with `answer_due`, the governing last day."""
    governing = Q(deadlines__governs=True, deadlines__superseded_at__isnull=True)
    return cases.alias(governing=FilteredRelation("deadlines", condition=governing)).annotate(
        answer_due=F("governing__due")
    )


def wanted_objections(
    cases: QuerySet[Objection], chosen: str, text: str, calendar: Calendar, on: dt.date
) -> QuerySet[Objection]:
    """The narrowed list, the nearest last day first; a word that is no filter shows what is open."""
    found = with_answer_due(cases).prefetch_related("grounds")
    running, ordered = Q(state=State.REGISTERED), Q(ordered_until__isnull=False, fulfilled_on__isnull=True)
    narrowed = {
        LATE: running & Q(answer_due__lt=on),
        SOON: running & Q(answer_due__gte=on, answer_due__lte=soon_until(calendar, on)),
        ORDERED: ordered,
        ANSWERED: Q(state=State.ANSWERED),
        SETTLED: Q(settlements__isnull=False),
        TARDY: Q(grounds__late=True),
        ALL: Q(),
    }
    found = found.filter(narrowed.get(chosen, running | ordered))
    if words := text.strip():
        found = found.filter(
            Q(number__icontains=words) | Q(applicant__name__icontains=words) | Q(request__number__icontains=words)
        )
    return found.order_by(F("answer_due").asc(nulls_first=True), "received_on", "pk").distinct()


def rows_of(cases: Iterable[Any], calendar: Calendar, on: dt.date) -> list[ObjectionRow]:
    """The lines of one page of `wanted_objections`."""
    return [
        ObjectionRow(
            pk=case.pk,
            number=case.number,
            request=case.request.number if case.request else "",
            applicant=case.applicant.name,
            subject=case.subject,
            grounds=", ".join(row.ground for row in case.grounds.all()),
            late=any(row.late for row in case.grounds.all()),
            received_on=case.received_on,
            standing=standing_of_objection(case, case.answer_due, calendar, on),
            ordered_until=case.ordered_until if case.fulfilled_on is None else None,
        )
        for case in cases
    ]


def waiting(cases: QuerySet[Objection], on: dt.date) -> Waiting:
    """The numbers for the panel. One statement."""
    running = Q(state=State.REGISTERED)
    counted = with_answer_due(cases).aggregate(
        open=Count("pk", filter=running, distinct=True),
        late=Count("pk", filter=running & Q(answer_due__lt=on), distinct=True),
        ordered=Count("pk", filter=Q(ordered_until__isnull=False, fulfilled_on__isnull=True), distinct=True),
    )
    return Waiting(**counted)
