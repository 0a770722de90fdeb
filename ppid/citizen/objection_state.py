"""Following an objection by its code, the calendar file of one's next right, and the print-out of silence."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from ppid import access
from ppid.actions import silences
from ppid.citizen.calendar_file import calendar_file
from ppid.citizen.followed import followed_any, followed_objection
from ppid.citizen.private_pages import private_page
from ppid.citizen.screens import Chip
from ppid.law.procedure import Unlawful
from ppid.models import Deadline, Dispute, InformationRequest, Institution, Objection
from ppid.queries import next_right, tracking
from ppid.queries.calendar import current_calendar
from ppid.queries.deadline_calendar import DeadlineCalendar, stored_calendar
from ppid.queries.next_right import NextRight
from ppid.queries.standing import standing_of_objection
from ppid.queries.timeline import timeline
from ppid.queries.tracking import Paper


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the story, as `components/timeline.html` wants it."""

    when: str
    text: str
    href: str = ""
    next: bool = False


@dataclass(frozen=True, slots=True)
class ObjectionStateScreen:
    """An objection on its tracking page: state and dates, never the person. `papers` only once proved."""

    number: str
    state: str
    chip: Chip
    received_on: dt.date
    due: dt.date | None
    answered_on: dt.date | None
    ordered_until: dt.date | None
    fulfilled_on: dt.date | None
    grounds: tuple[str, ...]
    request_number: str
    calendar: DeadlineCalendar | None
    right: NextRight | None
    story: tuple[Line, ...]
    proved: bool
    papers: tuple[Paper, ...]
    silent: bool
    disputed: bool
    may_reply: bool
    may_withdraw: bool


# What the office does among itself is nobody's step.
INNER = frozenset({"letter_drafted", "signed_attached", "next_superior"})


@private_page
@require_GET
def track_objection(request: HttpRequest) -> HttpResponse:
    """State, dates, the days counted, the next right; the letters too once the code from the mail was given."""
    case = followed_objection(request)
    if case is None:
        return redirect("track")
    now = timezone.now()
    institution = Institution.load(request_or_site=request)
    screen = objection_screen(
        case, on=institution.day_of(now), institution=institution, proved=access.is_proved(request.session, case, now)
    )
    return render(request, "ppid/citizen/objection_state.html", {"screen": screen})


def objection_screen(case: Objection, *, on: dt.date, institution: Institution, proved: bool) -> ObjectionStateScreen:
    deadlines = list(Deadline.objects.standing().filter(case_id=case.pk))
    answer = next((row for row in deadlines if row.governs), None)
    due = answer.due if answer else None
    standing = standing_of_objection(case, due, current_calendar(), on)
    return ObjectionStateScreen(
        number=case.number,
        state=case.get_outcome_display() if case.outcome else case.get_state_display(),
        chip=Chip(standing.text, standing.tone),
        received_on=case.received_on,
        due=due,
        answered_on=case.answered_on,
        ordered_until=case.ordered_until,
        fulfilled_on=case.fulfilled_on,
        grounds=tuple(_remark(row) for row in case.grounds.all()),
        request_number=case.request.number if case.request else "",
        calendar=_drawn(answer, on),
        right=next_right.of_objection(case, deadlines, institution=institution, on=on),
        story=tuple(_story(case, on)),
        proved=proved,
        papers=tracking.papers(case) if proved else (),
        silent=case.answered_on is None and due is not None and due < on and standing.open,
        disputed=proved and case.disputes.exists(),
        may_reply=case.answered_on is not None,
        may_withdraw=standing.open,
    )


def _remark(row: object) -> str:
    letter = str(getattr(row, "ground", ""))
    if getattr(row, "late", False):
        return _("%(letter)s (diajukan sesudah waktunya; tetap dijawab)") % {"letter": letter}
    if getattr(row, "early", False):
        return _("%(letter)s (belum tampak dalam catatan kami; tetap dijawab)") % {"letter": letter}
    return letter


def _story(case: Objection, on: dt.date) -> Iterator[Line]:
    kinds = dict(case.events.values_list("seq", "kind"))
    for item in timeline(case, on=on):
        if kinds.get(item.seq) not in INNER:
            yield Line(item.when, item.text, next=item.next)


def _drawn(answer: Deadline | None, on: dt.date) -> DeadlineCalendar | None:
    if answer is None or answer.due is None:
        return None
    return stored_calendar(first=answer.from_day, due=answer.due, trail=answer.trail, on=on, start_note=_("masuk"))


@private_page
@require_GET
def right_calendar(request: HttpRequest) -> HttpResponse:
    """The next right's last day as a calendar file; it names the case's number and nobody."""
    case = followed_any(request)
    if case is None or isinstance(case, Dispute):
        return redirect("track")
    now = timezone.now()
    institution = Institution.load(request_or_site=request)
    right = right_of(case, institution, institution.day_of(now))
    if right is None or right.until is None:
        raise Http404
    response = HttpResponse(calendar_file(case.number, right, at=now), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = content_disposition_header(True, "batas-waktu-hak.ics") or "attachment"
    return response


def right_of(case: InformationRequest | Objection, institution: Institution, on: dt.date) -> NextRight | None:
    """The next right of either kind of case."""
    deadlines = list(Deadline.objects.standing().filter(case_id=case.pk))
    if isinstance(case, Objection):
        return next_right.of_objection(case, deadlines, institution=institution, on=on)
    due = next((row.due for row in deadlines if row.governs), None)
    known = next_right.known_in(case.events.order_by("seq"), current_calendar())
    return next_right.of_request(case, known, due=due, institution=institution, on=on)


@private_page
@require_POST
def print_silence(request: HttpRequest) -> HttpResponse:
    """The record that nothing was sent, for the proven applicant, as PDF; its reading is written down."""
    case = followed_any(request)
    if case is None:
        return redirect("track")
    now = timezone.now()
    back = "track_objection" if isinstance(case, Objection) else "track_state"
    if not access.is_proved(request.session, case, now):
        return redirect("track_code")
    try:
        made = silences.print_silence(case=case, on=Institution.load(request_or_site=request).day_of(now), at=now)
    except Unlawful as refused:
        messages.error(request, _(refused.text))
        return redirect(back)
    letter = silences.printed(made)
    if letter.draft is None:
        return redirect(back)
    content = access.open_file(letter.draft, user=None, role="applicant", at=now, reason=_("Dicetak pemohon"))
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = content_disposition_header(True, letter.draft.name) or "attachment"
    return response
