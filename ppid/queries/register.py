"""The register of requests as lines: PERKI 1/2021 Ps 32(1), Annex VIII and the notes of Ps 33(4) (law.md §2.9).

`lines_of` is for the office and holds people; `public_lines_of` never reads an applicant. Both ask the same number of
statements however many requests they are given.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ppid.law.calendar import Calendar, MissingDecree
from ppid.law.decisions import Decision, Gap, NoticeContent
from ppid.law.filing import AccessWay, CopyForm
from ppid.law.procedure import STATE_LABELS, State
from ppid.models import Applicant, ApplicantEnding, CaseEvent, CaseFile, InformationRequest, Letter, Payment
from ppid.queries.giving import Giving, giving_of
from ppid.queries.register_notes import NOTED, PAID, note_words


@dataclass(frozen=True, slots=True)
class RegisterFilter:
    """Which requests: those received in `year` and `month`, in `state`. Empty: all."""

    year: int | None = None
    month: int | None = None
    state: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the sent notice decided. Amounts in rupiah; `days` working days from the receipt to the notice. `given`:
    number, day (None: not yet) and way of each part; `payment`: how it was paid, or is to be."""

    decision: str = ""
    code: str = ""
    reason: str = ""
    held: bool | None = None
    undocumented: bool = False
    forms: tuple[str, ...] = ()
    notice_on: dt.date | None = None
    given_on: dt.date | None = None
    given: tuple[tuple[int, dt.date | None, str], ...] = ()
    fee: int | None = None
    payment: str = ""
    days: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One request as the office's register writes it: the person is the one who asked, also after an heir or successor
    went on with it. `identity`: whole only where it was asked for; `proxy`: who acted for that person."""

    pk: int
    number: str
    received_on: dt.date
    name: str
    identity: str
    address: str
    phone: str
    email: str
    occupation: str
    by_proxy: bool
    proxy: str
    details: str
    purpose: str
    access_way: str
    answer: Answer
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PublicLine:
    """One request as everybody may read it. `subject` None: nobody has approved a paraphrase yet."""

    number: str
    received_on: dt.date
    subject: str | None
    decision: str
    code: str
    days: int | None


def in_register(cases: QuerySet[InformationRequest], wanted: RegisterFilter) -> QuerySet[InformationRequest]:
    """The requests of the filter, the newest first."""
    if wanted.year is not None:
        cases = cases.filter(received_on__year=wanted.year)
    if wanted.month is not None:
        cases = cases.filter(received_on__month=wanted.month)
    if wanted.state:
        cases = cases.filter(state=wanted.state)
    return cases.order_by("-registered_at", "-pk")


def years_of(cases: QuerySet[InformationRequest]) -> list[int]:
    """The years with a request, the newest first. One statement."""
    return [day.year for day in cases.order_by().dates("received_on", "year", order="DESC")]


def lines_of(cases: Sequence[InformationRequest], calendar: Calendar, *, whole_identity: bool = False) -> list[Line]:
    """The lines of `cases` (each with its applicant), in the order given. Five statements."""
    keys = [case.pk for case in cases]
    answers = _answers(cases, calendar)
    proxies = set(
        CaseFile.objects.filter(case_id__in=keys, role=CaseFile.Role.AUTHORITY).values_list("case_id", flat=True)
    )
    notes, ways = _notes(keys)
    former = _former(keys)
    return [
        _line(
            case,
            applicant=former.get(case.pk, case.applicant),
            ways=ways.get(case.pk, ()),
            answer=answers.get(case.pk, _unanswered(case)),
            by_proxy=case.pk in proxies,
            notes=notes.get(case.pk, ()),
            whole_identity=whole_identity,
        )
        for case in cases
    ]


def public_lines_of(cases: Sequence[InformationRequest], calendar: Calendar) -> list[PublicLine]:
    """The lines of `cases` (each with its subject, none with its applicant). Two statements."""
    answers = _answers(cases, calendar)
    return [_public_line(case, answers.get(case.pk, _unanswered(case))) for case in cases]


def for_public(cases: QuerySet[InformationRequest]) -> QuerySet[InformationRequest]:
    """Only the columns that a public line reads: no applicant, no words of theirs."""
    fields = ("number", "received_on", "registered_at", "state", "answered_on", "public_subject__text")
    return cases.select_related(None).select_related("public_subject").only(*fields, "public_subject__approved_on")


def _former(keys: Sequence[int]) -> Mapping[int, Applicant]:
    """Who asked, where an heir or legal successor went on with the request since: the register keeps whoever filed
    (PERKI 1/2021 Ps 32(1)); that another goes on is a note. One statement."""
    rows = ApplicantEnding.objects.filter(case_id__in=keys, successor__isnull=False).select_related("former")
    found: dict[int, Applicant] = {}
    for row in rows.order_by("pk"):
        found.setdefault(row.case_id, row.former)
    return found


def _line(
    case: InformationRequest, *, applicant: Applicant, answer: Answer, by_proxy: bool, notes: tuple[str, ...],
    ways: tuple[str, ...], whole_identity: bool,
) -> Line:  # fmt: skip
    if answer.fee and ways:
        answer = replace(answer, payment=", ".join(dict.fromkeys(ways)))
    return Line(
        pk=case.pk,
        number=case.number,
        received_on=case.received_on,
        name=applicant.name,
        identity=applicant.identity if whole_identity else applicant.identity_ending,
        address=applicant.address,
        phone=applicant.phone,
        email=applicant.email,
        occupation=applicant.occupation,
        by_proxy=by_proxy,
        proxy=applicant.proxy_name,
        details=case.details,
        purpose=case.purpose,
        access_way=case.access_way,
        answer=answer if answer.forms or not case.copy_form else replace(answer, forms=(case.copy_form,)),
        notes=notes,
    )


def _public_line(case: InformationRequest, answer: Answer) -> PublicLine:
    subject = getattr(case, "public_subject", None)
    return PublicLine(
        number=case.number,
        received_on=case.received_on,
        subject=subject.text if subject is not None and subject.approved else None,
        decision=answer.decision,
        code=answer.code,
        days=answer.days,
    )


def _unanswered(case: InformationRequest) -> Answer:
    """A request without a sent notice: its state is all there is to say."""
    waiting = case.state == State.REGISTERED
    return Answer(decision=_("Belum diputus") if waiting else _(STATE_LABELS[State(case.state)]))


def _answers(cases: Iterable[InformationRequest], calendar: Calendar) -> Mapping[int, Answer]:
    """What was decided and when all of it was given, by case; the latest notice where there were several. Two
    statements."""
    received = {case.pk: case.received_on for case in cases}
    rows = Letter.objects.filter(case_id__in=received, kind=Letter.Kind.NOTICE, sent_on__isnull=False)
    given = giving_of(received)
    found: dict[int, Answer] = {}
    for case, sent_on, content in rows.order_by("sent_at", "pk").values_list("case_id", "sent_on", "content"):
        if sent_on is None:
            continue
        days = _between(calendar, received[case], sent_on)
        found[case] = _answer(NoticeContent.from_json(content), sent_on, given.get(case), days)
    return found


def _answer(content: NoticeContent, sent_on: dt.date, giving: Giving | None, days: int | None) -> Answer:
    return Answer(
        decision=decision_words(content.decision),
        code=reason_code(content),
        reason=_reason(content),
        held=_held(content),
        undocumented=content.lacking is Gap.NOT_DOCUMENTED,
        forms=tuple(dict.fromkeys(form for part in content.parts for form in part.forms)),
        notice_on=sent_on,
        # What is to follow later is given on its own day (PERKI 1/2021 Ps 31(4)f).
        given_on=giving.given_on if giving else None,
        given=giving.parts if giving else (),
        # As it was chosen since: another way of the form for copies costs something else.
        fee=(giving.cost if giving else content.total_fee) if content.gives else None,
        payment=content.payment,
        days=days,
    )


def decision_words(decision: Decision) -> str:
    return {
        Decision.GRANTED: _("Diberikan seluruhnya"),
        Decision.PARTLY: _("Diberikan sebagian"),
        Decision.NOT_HELD: _("Tidak dapat diberikan: belum dikuasai"),
        Decision.NOT_DOCUMENTED: _("Tidak dapat diberikan: belum didokumentasikan"),
        Decision.REFUSED_17: _("Ditolak: dikecualikan"),
        Decision.REFUSED_6_2: _("Ditolak: tidak sesuai ketentuan"),
    }[decision]


def reason_code(content: NoticeContent) -> str:
    """The articles on which something was not given, for instance `17H` or `6(3)e`; empty when all was given."""
    codes = [str(passage.ground) for passage in content.passages]
    if content.lacking is not None:
        codes.append("6(3)e")
    if content.decision is Decision.REFUSED_6_2:
        codes.append("6(2)")
    return ", ".join(dict.fromkeys(codes))


def _reason(content: NoticeContent) -> str:
    """For the office: each article with its kind of matter and reason (UU 14/2008 Ps 22(7)e)."""
    said = [f"{passage.article}: {passage.matter}. {passage.reason}" for passage in content.passages]
    if content.lacking is Gap.NOT_HELD:
        said.append(_("Belum dikuasai: %(matter)s") % {"matter": content.gap_matter or content.holder or "–"})
    elif content.lacking is Gap.NOT_DOCUMENTED:
        said.append(_("Belum didokumentasikan: %(matter)s") % {"matter": content.gap_matter or "–"})
    if content.rule:
        said.append(content.rule)
    return "\n".join(said)


def _held(content: NoticeContent) -> bool | None:
    """Annex VIII "dibawah penguasaan": no where nothing of it is held, unknown where the letter does not say."""
    if content.decision is Decision.REFUSED_6_2:
        return None
    return content.decision is not Decision.NOT_HELD


def _between(calendar: Calendar, start: dt.date, end: dt.date) -> int | None:
    try:
        return calendar.working_days_between(start, end)
    except MissingDecree:
        return None


def _notes(keys: Sequence[int]) -> tuple[Mapping[int, tuple[str, ...]], Mapping[int, tuple[str, ...]]]:
    """The notes column, what the law wants noted and Annex VIII has no column for; and how each case was paid. One
    statement."""
    rows = CaseEvent.objects.filter(case_id__in=keys, kind__in=NOTED).order_by("case_id", "seq")
    notes: dict[int, tuple[str, ...]] = {}
    ways: dict[int, tuple[str, ...]] = {}
    for case, kind, payload in rows.values_list("case_id", "kind", "payload"):
        notes[case] = (*notes.get(case, ()), note_words(kind, payload))
        if kind == PAID:
            how = str(dict(Payment.How.choices).get(payload.get("how"), ""))
            ways[case] = (*ways.get(case, ()), how)
    return notes, ways


def given_words(answer: Answer) -> str:
    """`Bagian 1: 23 November 2026 (Pos)`, a line for each part; empty before an answer that gives something."""
    unknown = _("belum")
    return "\n".join(
        _("Bagian %(part)d: %(day)s") % {
            "part": number, "day": (f"{date_format(day, 'j F Y')} ({how})" if how else date_format(day, "j F Y"))
            if day else unknown,
        }
        for number, day, how in answer.given
    )  # fmt: skip


def ticks(line: Line) -> Mapping[str, Any]:
    """The ticked columns of Annex VIII of one line."""
    answer = line.answer
    return {
        "held": {True: _("Ya"), False: _("Tidak"), None: ""}[answer.held],
        "undocumented": answer.undocumented,
        "soft": CopyForm.SOFT in answer.forms,
        "hard": CopyForm.HARD in answer.forms,
        "view": line.access_way == AccessWay.VIEW,
        "copy": line.access_way == AccessWay.COPY,
    }
