"""The four preliminary checks of a dispute, from what the chain of its cases holds as of a day."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ppid.law.preliminary import TITLES, Facts, Result, examine
from ppid.models import Applicant, Case, CaseFile, Deadline, Dispute, InformationRequest, Institution, Letter, Objection
from ppid.queries.calendar import current_calendar

IDENTITY = (CaseFile.Role.IDENTITY, CaseFile.Role.DEED)
AUTHORITY = (CaseFile.Role.AUTHORITY, CaseFile.Role.SPECIAL_AUTHORITY)


@dataclass(frozen=True)
class CheckRow:
    """One of the four checks in words: (sentence, article) each for what is shown and for what is missing."""

    title: str
    verdict: str
    evidence: tuple[tuple[str, str], ...]
    missing: tuple[tuple[str, str], ...]


def check_rows(cases: Sequence[Case], *, as_of: dt.date) -> tuple[CheckRow, ...]:
    """The four checks as a page shows them."""
    return tuple(_row(one) for one in checks(cases, as_of=as_of))


def _row(result: Result) -> CheckRow:
    evidence, missing = (
        tuple((_(one.text) % one.values if one.values else _(one.text), one.article) for one in side)
        for side in (result.evidence, result.missing)
    )
    return CheckRow(_(TITLES[result.check]), result.verdict, evidence, missing)


def checks(cases: Sequence[Case], *, as_of: dt.date) -> tuple[Result, ...]:
    """The chain's cases, the request first, the dispute last."""
    return examine(_facts(cases, as_of), current_calendar())


def _facts(cases: Sequence[Case], as_of: dt.date) -> Facts:
    institution = Institution.load()
    keys = [case.pk for case in cases]
    papers = set(CaseFile.objects.filter(case__in=keys).values_list("role", flat=True))
    asked = InformationRequest.objects.filter(pk__in=keys).select_related("applicant").first()
    objection = Objection.objects.filter(pk__in=keys).select_related("applicant").order_by("received_on").last()
    dispute = Dispute.objects.filter(pk__in=keys).first()
    # The objection's applicant is a row of its own; the papers may have come with the request.
    known = [spoken.applicant for spoken in (objection, asked) if spoken is not None]
    applicant = known[0] if known else None
    sent = Letter.objects.filter(
        case__in=[objection.pk] if objection else [], kind=Letter.Kind.RULING, sent_on__lte=as_of
    )
    answer = sent.order_by("sent_on").last()
    due = Deadline.objects.standing().filter(case__in=keys, term="OBJ_ANSWER").order_by("due").last()
    return Facts(
        body=institution.name,
        commission=institution.commission_name,
        commission_source=institution.commission_source,
        applied_to=dispute.commission_name if dispute else "",
        requested_on=asked.received_on if asked else None,
        objected_on=objection.received_on if objection else None,
        objection_late=bool(objection and _all_late(objection)),
        answer_due=due.due if due else None,
        answered_on=answer.sent_on if answer else None,
        answer_received_on=answer.delivered_on if answer else None,
        applied_on=dispute.applied_on if dispute else None,
        citizen=_citizen(known, papers),
        represented=bool(applicant and applicant.proxied),
        authority=bool(papers & set(AUTHORITY)),
        needs_request=not objection or objection.request_id is not None,
    )


def _all_late(objection: Objection) -> bool:
    """Late on every ground; one that came in time is enough for the commission to look at it."""
    late = list(objection.grounds.values_list("late", flat=True))
    return bool(late) and all(late)


def _citizen(known: Sequence[Applicant], papers: set[str]) -> bool | None:
    if any(one.foreign for one in known):
        return False
    return True if papers & set(IDENTITY) or any(one.identity for one in known) else None
