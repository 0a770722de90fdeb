"""Public outcomes one by one. What stands here is all that a page, the index or a download may show of a report."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from disclosures.models import Outcome, State


@dataclass(frozen=True, slots=True)
class OutcomeLine:
    """One report in coded fields. `month` is the first day of the month; empty words were not said or are not mapped.

    `told` says whether a person has approved a paraphrase: then `title` and `body` are those, else the title is coded.
    """

    code: str
    url: str
    title: str
    body: str
    told: bool
    month: dt.date
    state: State
    domain: str
    category: str
    unit: str
    channel: str
    classification: str

    @property
    def state_label(self) -> str:
        return str(self.state.label)

    @property
    def period(self) -> str:
        return date_format(self.month, "F Y")

    @classmethod
    def of(cls, outcome: Outcome) -> "OutcomeLine":
        """From a row of `listed_outcomes`, which has loaded what is read here."""
        category = outcome.category
        # A category that nobody has looked at yet may be anything; alone on a page it could tell who reported.
        mapped = category is not None and category.domain is not None
        subject = category.word if category and mapped else _("kategori belum dipetakan")
        kind = outcome.classification or _("Laporan")
        coded = _("%(kind)s tentang %(subject)s, %(period)s") % {
            "kind": kind,
            "subject": subject,
            "period": date_format(outcome.month, "F Y"),
        }
        return cls(
            code=outcome.code,
            url=outcome.get_absolute_url(),
            title=outcome.title or coded,
            body=outcome.body,
            told=bool(outcome.title),
            month=outcome.month,
            state=outcome.state,
            domain=category.domain.name if category and category.domain else "",
            category=category.word if category and mapped else "",
            unit=outcome.unit.name if outcome.unit else outcome.unit_word,
            channel=outcome.channel,
            classification=outcome.classification,
        )


def listed_outcomes() -> QuerySet[Outcome]:
    """Everything that may be shown one by one, newest month first, with what a line needs. Within a month the order is
    the random code's: the order of arrival would tell the day."""
    return (
        Outcome.objects.listed()
        .select_related("category__domain", "status", "unit")
        .defer("category__key", "received_on")
        .order_by("-month", "code")
    )
