"""The superior's answer to an objection (UU 14/2008 Ps 36(2)-(3); PERKI 1/2021 Ps 44): who may give it, on what it
rests, and what follows when it is sent. Only the recorded sending of the signed letter stops the clock."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction

from ppid.actions import ledger, mail
from ppid.actions.drafting import draft
from ppid.actions.effects import SentAnswer
from ppid.actions.log import authorised, locked_objection, record
from ppid.law.calendar import Calendar, MissingDecree
from ppid.law.delivering import PROMISE
from ppid.law.events import fingerprint
from ppid.law.events_objection import NextSuperior, Ruled
from ppid.law.letters import LetterKind
from ppid.law.objections import Ground
from ppid.law.procedure import MoveName, State
from ppid.law.refusals import Invalid, Problem, Unlawful, say
from ppid.law.ruling import Role as Part
from ppid.law.ruling import RulingContent, hindrance_to_decide
from ppid.models import Appointment, Case, CaseFile, Deadline, Exclusion, Letter, MailRecord, Objection, Role
from ppid.queries.calendar import current_calendar
from ppid.queries.deciders import parts_of

Template, Audience = MailRecord.Template, MailRecord.Audience


@transaction.atomic
def draft_ruling(
    *, case: Case, content: RulingContent, acting_user: AbstractBaseUser, on: dt.date, at: dt.datetime,
    signer: Appointment | None = None, seen: int | None = None,
) -> Letter:  # fmt: skip
    """Write the answer, or write it anew while it is not sent. Raises Invalid and Unlawful.

    What the objection is about is filled in here: its grounds, and whether the refusal rests on Ps 17.
    """
    fresh = locked_objection(case, seen=seen)
    require_decider(fresh, acting_user, on)
    said = completed(fresh, content)
    said.checked()
    said.check_order_day(on, working=_works(current_calendar(), said.order_until))
    _check_basis(said.exclusions, on)
    return draft(
        case=fresh, kind=LetterKind.RULING, content=said, acting_user=acting_user, on=on, at=at, signer=signer,
    )  # fmt: skip


def completed(case: Objection, content: RulingContent) -> RulingContent:
    """The content with what the rows say: grounds, the exclusion, and the numbers of the decrees chosen."""
    grounds = tuple(Ground(row.ground) for row in case.grounds.all())
    rows = {row.pk: row for row in Exclusion.objects.filter(pk__in=content.exclusions)}
    decrees = tuple(f"{rows[key].decree_number}: {rows[key].content}" for key in content.exclusions if key in rows)
    return replace(content, grounds=grounds, excluded=Ground.REFUSED_17 in grounds, decrees=decrees)


def require_decider(case: Objection, user: AbstractBaseUser, on: dt.date) -> None:
    """Raise Unlawful for who may not answer this objection (law.md §2.8)."""
    if case.decider is not None and case.decider.user_id != user.pk:
        raise Unlawful(say("Keberatan ini diserahkan kepada atasan berikutnya; tanggapannya pada pejabat itu."))
    if reason := hindrance_to_decide(parts_of(case, user, on)):
        raise Unlawful(reason)


def check_signing(letter: Letter, signer: Appointment, signed_on: dt.date) -> None:
    """Whoever signs decides: the same people are kept out, and what it rests on holds on that day."""
    case = Objection.objects.select_related("request", "decider").get(pk=letter.case_id)
    if reason := hindrance_to_decide(parts_of(case, signer.user, signed_on)):
        raise Invalid([Problem("signer", reason)])
    _check_basis(RulingContent.from_json(letter.content).exclusions, signed_on)


@transaction.atomic
def offer_next_superior(
    *, case: Case, decider: Appointment, reason: str, acting_user: AbstractBaseUser, on: dt.date, at: dt.datetime,
    seen: int | None = None,
) -> Objection:  # fmt: skip
    """The superior leaves the answer to the next one, under that one's appointment. No date moves.

    Raises Invalid (field `decider` or `reason`) and Unlawful.
    """
    fresh = locked_objection(case, seen=seen)
    author = authorised(MoveName.OFFER_NEXT_SUPERIOR, fresh, acting_user, on)
    if not reason.strip():
        raise Invalid([Problem("reason", say("Alasan belum diisi. Tulis mengapa diserahkan."))])
    if decider.role != Role.SUPERIOR or decider.user_id == acting_user.pk:
        raise Invalid([Problem("decider", say("Pilih pejabat lain yang ditugaskan sebagai atasan PPID."))])
    if hindrance := hindrance_to_decide(parts_of(fresh, decider.user, on)):
        raise Invalid([Problem("decider", hindrance)])
    fresh.decider = decider
    fresh.save(update_fields=["decider"])
    payload = NextSuperior(appointment=decider.pk, fingerprint=fingerprint(fresh.salt, reason.strip()))
    record(fresh, payload, author=author, on=on, at=at)
    return fresh


def sent(news: SentAnswer) -> None:
    """The objection is answered and its clock stops; what stays closed goes with its decree and test sheet (44(3)),
    what is to be disclosed becomes the PPID's dated duty."""
    case, letter, day = news.case, news.letter, news.letter.sent_on or news.on
    content = RulingContent.from_json(letter.content)
    found = _check_basis(content.exclusions, news.on)
    _attach(case, found)
    case.state, case.answered_on, case.outcome = State.ANSWERED, day, content.outcome
    case.ordered_until = content.order_until
    case.closed_on = None if content.orders else day
    case.save(update_fields=["state", "answered_on", "outcome", "ordered_until", "closed_on"])
    ledger.meet(case, "OBJ_ANSWER", on=day)
    if content.order_until is not None:
        _order(case, day, content.order_until, news.at)
    approved = case.request is not None and _approved_the_refusal(case, letter)
    record(
        case,
        Ruled(
            letter=letter.pk, outcome=content.outcome, answered_on=day.isoformat(),
            order_due=content.order_until.isoformat() if content.order_until else None,
            approved_the_refusal=approved,
        ),
        author=news.author, on=news.on, at=news.at,
    )  # fmt: skip
    told = mail.prepared(case, Template.OBJECTION_ANSWERED, Audience.APPLICANT, at=news.at, letter=letter)
    mail.enqueue(told)
    if content.order_until is not None:
        facts: dict[str, object] = {"due": content.order_until.isoformat()}
        mail.enqueue(mail.prepared(case, Template.ORDER_GIVEN, Audience.DESK, at=news.at, facts=facts))


def arrived(news: SentAnswer) -> None:
    """The right to go to the information commission: fourteen working days since the answer was received (Ps 37(2))."""
    if news.letter.delivered_on is None:
        return
    ledger.derived(
        news.case, "DSP_FILE_ANSWERED", from_day=news.letter.delivered_on, calendar=current_calendar(), at=news.at
    ).save(force_insert=True)


def _order(case: Objection, day: dt.date, until: dt.date, at: dt.datetime) -> None:
    """The ordered day stands as written, so the row is no count of days that a decree could move."""
    calendar = current_calendar()
    try:
        length = max(calendar.working_days_between(day, until) or 0, 0)
    except MissingDecree:
        length = 0
    Deadline.objects.create(
        case_id=case.pk, term=PROMISE, from_day=day, length=length, due=until, calendar_version=calendar.version,
        created_at=at,
    )  # fmt: skip


def _works(calendar: Calendar, day: dt.date | None) -> bool:
    try:
        return day is None or calendar.is_working(day)
    except MissingDecree:
        return day is not None and day.weekday() < 5


def _check_basis(exclusions: Iterable[int], on: dt.date) -> list[Exclusion]:
    """The exclusions, each in force with decree and sheet on that day; Invalid where one is not (44(3))."""
    wanted = set(exclusions)
    rows = list(Exclusion.objects.filter(pk__in=wanted).select_related("test").order_by("pk")) if wanted else []
    if len(rows) != len(wanted):
        raise Invalid([Problem("exclusions", say("Keputusan pengecualian yang dipilih tidak ditemukan. Pilih lagi."))])
    problems = [problem for row in rows if (problem := row.basis_facts.problem(on)) is not None]
    if problems:
        raise Invalid([Problem("exclusions", problem.text, problem.values) for problem in problems])
    return rows


def _attach(case: Objection, rows: Iterable[Exclusion]) -> None:
    for row in rows:
        papers = [(row.decree_id, CaseFile.Role.DECREE)]
        papers.append((row.test.sheet_id if row.test else None, CaseFile.Role.TEST_SHEET))
        for file_id, role in papers:
            if file_id is not None:
                CaseFile.objects.get_or_create(case_id=case.pk, file_id=file_id, role=role)


def _approved_the_refusal(case: Objection, letter: Letter) -> bool:
    signer = letter.signer
    return signer is not None and Part.APPROVED in parts_of(case, signer.user, letter.dated)
