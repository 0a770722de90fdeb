"""The commission's decisions for everybody: only the text that a person approved, and whether it binds yet."""

import datetime as dt
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet

from ppid.models import CommissionDecision

PER_PAGE = 25


@dataclass(frozen=True)
class DecisionLine:
    """`final_on` None: menunggu berkekuatan hukum tetap."""

    pk: int
    title: str
    commission: str
    ruling: str
    read_on: dt.date
    final_on: dt.date | None


@dataclass(frozen=True)
class DecisionsScreen:
    lines: tuple[DecisionLine, ...]
    page: "Page[CommissionDecision]"


@dataclass(frozen=True)
class DecisionScreen:
    line: DecisionLine
    ordered: str
    text: str
    dissent: str
    court: str


def published_decisions() -> "QuerySet[CommissionDecision]":
    return CommissionDecision.objects.filter(published_on__isnull=False).exclude(public_text="")


def decisions_screen(page: str | None) -> DecisionsScreen:
    """Two statements, however many decisions."""
    rows = published_decisions().select_related("dispute").order_by("-read_on", "-pk")
    found = Paginator(rows, PER_PAGE).get_page(page)
    return DecisionsScreen(tuple(_line(row) for row in found), found)


def decision_screen(row: CommissionDecision) -> DecisionScreen:
    return DecisionScreen(_line(row), row.ordered if row.final_on else "", row.public_text, row.dissent, row.court)


def _line(row: CommissionDecision) -> DecisionLine:
    title = f"{row.get_kind_display()} {row.number}"
    commission, ruling = row.dispute.commission_name, str(row.get_ruling_display())
    return DecisionLine(row.pk, title, commission, ruling, row.read_on, row.final_on)
