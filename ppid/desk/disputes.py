"""Disputes at the desk: the list with its door, and one dispute with its story, its decisions and every lawful step."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from ppid.access import disputes_of
from ppid.actions import commission_decisions, decision_texts, disputes
from ppid.desk import office
from ppid.desk.forms.base import said
from ppid.desk.forms.disputes import (
    ApplicationForm,
    ComplyForm,
    CourtForm,
    DecisionForm,
    HearingForm,
    PublishForm,
    ReasonsForm,
    StageForm,
)
from ppid.desk.screens import DueRow, Room
from ppid.desk.steps import seen
from ppid.law import disputes as law
from ppid.law.disputes import DecisionKind, Ruling, Stage
from ppid.law.moves import MoveName, State
from ppid.law.objections import GROUNDS, Ground
from ppid.law.procedure import Invalid, Unlawful
from ppid.law.procedure_dispute import lawful
from ppid.law.procedure_dispute import move as move_of
from ppid.law.terms import term
from ppid.models import (
    Case,
    CommissionDecision,
    Deadline,
    Dispute,
    DisputeReason,
    DisputeStage,
    FileRefused,
    Hearing,
    Institution,
)
from ppid.queries import hearings
from ppid.queries.dossier import stands_on
from ppid.queries.timeline import Item, timeline

ABOUT = "DSP_TOTAL"


@dataclass(frozen=True)
class ListRow:
    dispute: Dispute
    due: dt.date | None


@dataclass(frozen=True)
class ListScreen:
    rows: tuple[ListRow, ...]
    form: ApplicationForm
    hearings: list[Hearing]
    rooms: tuple[Room, ...]


@dataclass(frozen=True)
class DecisionRow:
    """`waits`: why the decision does not bind yet, "" once it does; `until`: the last day to go to court."""

    decision: CommissionDecision
    waits: str
    until: dt.date | None


@dataclass(frozen=True)
class TrackRow:
    """One ground and its track; `since` None while the commission has not begun with it."""

    ground: str
    label: str
    words: str
    since: dt.date | None


@dataclass(frozen=True)
class DisputeScreen:
    dispute: Dispute
    review_url: str
    dossier_url: str
    chain: tuple[tuple[Case, str], ...]
    story: tuple[Item, ...]
    deadlines: tuple[DueRow, ...]
    stages: tuple[DisputeStage, ...]
    tracks: tuple[TrackRow, ...]
    reasons: tuple[DisputeReason, ...]
    hearings: tuple[Hearing, ...]
    hearings_url: str
    decisions: tuple[DecisionRow, ...]
    forms: tuple[tuple[str, str, str, Any], ...]


@require_http_methods(["GET", "POST"])
def dispute_list(request: HttpRequest) -> HttpResponse:
    """All disputes, the hearings to come, and the form for one that the body heard of."""
    now = office.moment(request)
    known = disputes_of(request.user, now.on)
    listed = Institution.load(request_or_site=request).commission_ground_lines
    form, status = ApplicationForm(request.POST if request.method == "POST" else None, listed=listed), 200
    if request.method == "POST":
        status, made = _attempt(form, lambda: disputes.record_application(**form.cleaned_data, **_who(request, now)))
        if status == 302:
            messages.success(request, _("Sengketa %(number)s dicatat.") % {"number": made.number})
            return redirect("desk_dispute", made.pk)
    rows = Dispute.objects.filter(pk__in=known.values("pk")).select_related("contested").order_by("-received_on")
    due = dict(Deadline.objects.open().filter(case__in=rows, governs=True).values_list("case_id", "due"))
    coming = hearings.coming(known, now.on)
    screen = ListScreen(tuple(ListRow(row, due.get(row.pk)) for row in rows), form, coming, office.rooms(request))
    return office.page(request, "ppid/desk/disputes.html", screen, title=_("Sengketa informasi"), status=status)


@require_safe
def hearings_file(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """The hearings to come as a calendar file, of one dispute or of all: number, place and agenda, no person."""
    now = office.moment(request)
    known = disputes_of(request.user, now.on)
    if pk is not None and not known.filter(pk=pk).exists():
        raise Http404
    rows = hearings.coming(known if pk is None else known.filter(pk=pk), now.on)
    text = hearings.calendar_file(rows, zone=Institution.load(request_or_site=request).zone, at=now.at)
    name = "sidang-sengketa.ics" if pk is None else f"sidang-sengketa-{pk}.ics"
    return HttpResponse(
        text,
        content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@require_http_methods(["GET", "POST"])
def dispute_page(request: HttpRequest, pk: int) -> HttpResponse:
    """One dispute; each form says by its name which step it is."""
    now = office.moment(request)
    if not disputes_of(request.user, now.on).filter(pk=pk).exists():
        raise Http404
    dispute = Dispute.objects.select_related("contested").get(pk=pk)
    asked = request.POST.get("langkah", "") if request.method == "POST" else ""
    offered = _offered(request, dispute, asked)
    status = 200
    if asked:
        if asked not in offered:
            messages.error(request, _("Langkah ini tidak dapat dilakukan pada keadaan sekarang."))
            return redirect("desk_dispute", pk)
        form = offered[asked]
        status, _made = _attempt(form, lambda: ACTS[asked](dispute, form, _who(request, now)))
        if status == 302:
            messages.success(request, _("Tercatat."))
            return redirect("desk_dispute", pk)
    title = _("Sengketa %(number)s") % {"number": dispute.number}
    trail = [(reverse("desk_disputes"), _("Sengketa informasi"))]
    screen = _screen(dispute, offered, now)
    return office.page(request, "ppid/desk/dispute.html", screen, title=title, trail=trail, status=status)


def _screen(dispute: Dispute, offered: Mapping[str, Any], now: office.Moment) -> DisputeScreen:
    rows = []
    for row in dispute.decisions.all():
        found = commission_decisions.stands(row)
        waits = "" if row.final_on else _(found.waits_for) or _("menunggu berkekuatan hukum tetap")
        rows.append(DecisionRow(row, waits, found.until))
    return DisputeScreen(
        dispute=dispute, review_url=reverse("desk_review", args=[dispute.pk]),
        dossier_url=reverse("desk_dispute_dossier", args=[dispute.pk]),
        chain=tuple((one, office.case_address(one)) for one in stands_on(dispute)[:-1]),
        story=timeline(dispute, on=now.on), deadlines=tuple(_due_rows(dispute)),
        stages=tuple(dispute.stages.all()), tracks=tuple(_tracks(dispute)), reasons=tuple(dispute.reasons.all()),
        hearings=tuple(dispute.hearings.all()),
        hearings_url=_hearings_url(dispute, now.on), decisions=tuple(rows),
        forms=tuple((name, _(TITLES[name].label), TITLES[name].article, form) for name, form in offered.items()),
    )  # fmt: skip


def _tracks(dispute: Dispute) -> Iterator[TrackRow]:
    """Ground by ground: mediation for b-g, adjudication for a and where mediation failed (UU 14/2008 Ps 40, 42)."""
    grounds = dispute.contested.grounds.values_list("ground", flat=True)
    for one in law.tracks(grounds, (row.entered for row in dispute.stages.all())):
        words = _(law.STAGES[Stage(one.track)])
        if one.failed:
            words = _("Mediasi gagal, diajudikasi")
        yield TrackRow(one.ground, _(GROUNDS[Ground(one.ground)].label), words, one.since)


def _hearings_url(dispute: Dispute, on: dt.date) -> str:
    """Where the calendar file is, "" while no hearing is to come."""
    is_one = dispute.hearings.filter(held_on__gte=on).exists()
    return reverse("desk_dispute_hearings_file", args=[dispute.pk]) if is_one else ""


def _due_rows(dispute: Dispute) -> Iterator[DueRow]:
    """The hundred days' first day is ambiguous (UU 14/2008 Ps 38(2)): their end is "about"."""
    for row in Deadline.objects.standing().filter(case_id=dispute.pk):
        title = _(term(row.term).title)
        yield DueRow(_("%(term)s (sekitar)") % {"term": title} if row.term == ABOUT else title, row.due, row.met_on)


def _who(request: HttpRequest, now: office.Moment) -> dict[str, Any]:
    return {"acting_user": request.user, "on": now.on, "at": now.at}


def _offered(request: HttpRequest, dispute: Dispute, asked: str) -> dict[str, Any]:
    """The forms of the lawful moves, the one that was sent with what was typed."""
    grounds = tuple(dispute.contested.grounds.values_list("ground", flat=True))
    more: dict[str, dict[str, Any]] = {
        "tahap": {"grounds": grounds},
        "alasan": {"grounds": grounds},
        "putusan-lanjut": {"dispute": dispute},
        "umumkan": {"dispute": dispute},
    }
    moves = {row.name for row in lawful(State(dispute.state), office.roles(request).actors)}
    made = {}
    for name, move in NAMES.items():
        if move in moves and _stands(name, dispute):
            typed = (request.POST, request.FILES) if name == asked else ()
            made[name] = FORMS[name](*typed, initial={"seen": seen(dispute)}, **more.get(name, {}))  # type: ignore[arg-type]
    return made


def _stands(name: str, dispute: Dispute) -> bool:
    """What waits for a decision is offered once there is one."""
    if name == "putusan-lanjut":
        return dispute.decisions.filter(final_on__isnull=True).exclude(kind=DecisionKind.INTERLOCUTORY).exists()
    if name == "laksanakan":
        return dispute.decisions.filter(final_on__isnull=False).exists()
    if name == "umumkan":
        return dispute.decisions.exists()
    return True


def _attempt(form: Any, act: Callable[[], Any]) -> tuple[int, Any]:
    """302 and what the action gave, or the status under which the form is shown again with what was typed."""
    if not form.is_valid():
        return 400, None
    try:
        return 302, act()
    except Invalid as error:
        for problem in error.problems:
            form.add_error(problem.field if problem.field in form.fields else None, said(problem))
        return 400, None
    except (Unlawful, FileRefused) as error:
        form.add_error(None, str(error))
        return 409, None


NAMES = {
    "tahap": MoveName.ENTER_STAGE,
    "alasan": MoveName.FILE_REASONS,
    "sidang": MoveName.SET_HEARING,
    "putusan": MoveName.RECORD_DECISION,
    "putusan-lanjut": MoveName.RECORD_COURT,
    "laksanakan": MoveName.COMPLY,
    "umumkan": MoveName.PUBLISH_DECISION,
}
TITLES = {name: move_of(move) for name, move in NAMES.items()}
FORMS: Mapping[str, Callable[..., Any]] = {
    "tahap": StageForm,
    "alasan": ReasonsForm,
    "sidang": HearingForm,
    "putusan": DecisionForm,
    "putusan-lanjut": CourtForm,
    "laksanakan": ComplyForm,
    "umumkan": PublishForm,
}


def _stage(dispute: Dispute, form: StageForm, who: dict[str, Any]) -> object:
    typed = dict(form.cleaned_data)
    typed |= {"stage": Stage(typed["stage"]), "grounds": "".join(typed["grounds"])}
    return disputes.enter_stage(dispute=dispute, **typed, **who)


def _reasons(dispute: Dispute, form: ReasonsForm, who: dict[str, Any]) -> object:
    typed = form.cleaned_data
    return disputes.file_reasons(
        dispute=dispute, reasons=form.reasons(), filed_on=typed["filed_on"], seen=typed["seen"], **who
    )


def _hearing(dispute: Dispute, form: HearingForm, who: dict[str, Any]) -> object:
    return disputes.set_hearing(dispute=dispute, **form.cleaned_data, **who)


def _decision(dispute: Dispute, form: DecisionForm, who: dict[str, Any]) -> object:
    typed = dict(form.cleaned_data)
    kind, ruling = DecisionKind(typed.pop("kind")), Ruling(typed.pop("ruling"))
    return commission_decisions.record_decision(dispute=dispute, kind=kind, ruling=ruling, **typed, **who)


def _court(dispute: Dispute, form: CourtForm, who: dict[str, Any]) -> object:
    typed = form.cleaned_data
    return commission_decisions.record_court(
        decision=typed["decision"], facts=form.facts(), court=typed["court"], seen=typed["seen"], **who
    )


def _comply(dispute: Dispute, form: ComplyForm, who: dict[str, Any]) -> object:
    return commission_decisions.comply(dispute=dispute, **form.cleaned_data, **who)


def _publish(dispute: Dispute, form: PublishForm, who: dict[str, Any]) -> object:
    return decision_texts.publish(**form.cleaned_data, **who)


ACTS: Mapping[str, Callable[[Dispute, Any, dict[str, Any]], object]] = {
    "tahap": _stage,
    "alasan": _reasons,
    "sidang": _hearing,
    "putusan": _decision,
    "putusan-lanjut": _court,
    "laksanakan": _comply,
    "umumkan": _publish,
}
