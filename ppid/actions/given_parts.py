"""The parts of a sent notice as the actions about them want them: the row, where it stands, its promise, its news.

Inside the transaction of the act, which has locked the case.
"""

import datetime as dt

from django.contrib.auth.base_user import AbstractBaseUser

from ppid.actions import ledger, mail
from ppid.law.delivering import PART_LABELS, PROMISE, PartState
from ppid.law.events_delivery import PartsPromised
from ppid.law.procedure import Invalid, Problem, Unlawful
from ppid.law.refusals import say
from ppid.law.viewing import VisitEnd
from ppid.models import Appointment, Deadline, Delivery, InformationRequest, MailRecord
from ppid.queries.calendar import current_calendar


def row_of(case: InformationRequest, part: int) -> Delivery:
    """The newest notice's part of that number, with its letter. Raises Invalid (field `part`)."""
    rows = Delivery.objects.filter(case_id=case.pk, part=part).select_related("letter", "copy_request", "viewing")
    row = rows.order_by("-letter_id").first()
    if row is None:
        raise Invalid([Problem("part", say("Bagian itu tidak ada dalam surat jawaban. Pilih bagian lain."))])
    return row


def rows_of(case: InformationRequest) -> list[Delivery]:
    """All parts of the case's notice, in order."""
    rows = Delivery.objects.filter(case_id=case.pk).select_related("letter", "copy_request", "viewing")
    return list(rows.order_by("part"))


def only(row: Delivery, *states: PartState) -> None:
    """Unlawful where the part stands otherwise."""
    state = row.state
    if state in states:
        return
    if state is PartState.UNPAID:
        raise Unlawful(say("Bagian ini berbiaya dan pembayarannya belum dicatat. Catat dahulu pembayarannya."))
    text = say("Bagian %(part)d berkeadaan “%(state)s”. Muat ulang halaman kasus.")
    raise Unlawful(text, part=row.part, state=PART_LABELS[state])


def noticed_on(row: Delivery) -> dt.date:
    """The day on which the notice left."""
    if row.letter.sent_on is None:
        raise ValueError("a part stands in a notice that was not sent")
    return row.letter.sent_on


def due_of(row: Delivery) -> dt.date | None:
    """The promised last day as the ledger has it."""
    rows = Deadline.objects.standing().filter(case_id=row.case_id, term=PROMISE, part=row.part)
    return rows.values_list("due", flat=True).first()


def start(case: InformationRequest, row: Delivery, *, from_day: dt.date, at: dt.datetime) -> Deadline:
    """The promise of one part begins: from the notice, or from the payment where a fee is due (law.md §9).

    The act that starts it writes the event (`promised`).
    """
    row.promised_from = from_day
    row.save(update_fields=["promised_from"])
    deadline = ledger.derived(
        case, PROMISE, from_day=from_day, calendar=current_calendar(), at=at, length=row.given.days, part=row.part
    )
    deadline.save(force_insert=True)
    return deadline


def take_back(case: InformationRequest, row: Delivery, at: dt.datetime) -> None:
    """The promise of a part waits for a payment again, because the applicant chose what costs more."""
    row.promised_from = None
    row.save(update_fields=["promised_from"])
    Deadline.objects.open().filter(case_id=case.pk, term=PROMISE, part=row.part).update(superseded_at=at)


def promised(letter_id: int, started: list[Deadline]) -> PartsPromised:
    """What the log says of promises that begin."""
    terms = {str(row.part): row.due.isoformat() if row.due else None for row in started}
    return PartsPromised(letter=letter_id, terms=terms)


def end_visit(row: Delivery, outcome: VisitEnd, on: dt.date) -> None:
    """The appointment that stands is over, if there is one. The caller saves the row."""
    if row.viewing is None:
        return
    row.viewing.outcome, row.viewing.ended_on = outcome, on
    row.viewing.save(update_fields=["outcome", "ended_on"])
    row.viewing = None


def tell(
    case: InformationRequest, template: MailRecord.Template, part: int, at: dt.datetime, *,
    audience: MailRecord.Audience = MailRecord.Audience.APPLICANT, **facts: object,
) -> None:  # fmt: skip
    """Decide the mail about one part."""
    mail.enqueue(mail.prepared(case, template, audience, at=at, facts={"part": part, **facts}))


def signer(user: AbstractBaseUser | None, on: dt.date) -> tuple[str, str]:
    """Name and post of the officer whose name a paper bears; both empty where the applicant did it."""
    if user is None:
        return "", ""
    post = Appointment.objects.on(on).filter(user_id=user.pk).exclude(position="").order_by("pk").first()
    return str(getattr(user, "get_full_name", lambda: "")()), post.position if post else ""
