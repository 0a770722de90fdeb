"""What a request's applicant may object to, and until when: the facts of UU 14/2008 Ps 35–36, read from the rows."""

from ppid.law.delivering import PROMISE
from ppid.law.objections import Facts
from ppid.models import Deadline, Delivery, InformationRequest, Letter


def facts_of(case: InformationRequest) -> Facts:
    """The days that the grounds count from. Three statements."""
    deadlines = Deadline.objects.standing().filter(case_id=case.pk)
    rows = list(deadlines.filter(term=PROMISE) | deadlines.filter(governs=True))
    governing = next((row for row in rows if row.governs), None)
    notice = Letter.objects.filter(case_id=case.pk, kind=Letter.Kind.NOTICE, sent_on__isnull=False).last()
    given = Delivery.objects.filter(letter__case_id=case.pk, received_on__isnull=False)
    return Facts(
        due=governing.due if governing else None,
        answered=case.answered_on,
        received=notice.delivered_on if notice is not None else None,
        given=tuple(day for day in given.values_list("received_on", flat=True) if day is not None),
        promised=tuple(
            row.due
            for row in rows
            if row.term == PROMISE and row.due is not None and (row.missed_on or (row.met_on or row.due) > row.due)
        ),
    )
