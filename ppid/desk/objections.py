"""Objections at the desk: the list, the case page, the moves, and entering one that came on paper."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from ppid.access import objections_visible_to, officer_objection, visible_to
from ppid.actions import objections
from ppid.actions.uploads import stored_paper
from ppid.desk import office
from ppid.desk.forms.base import said
from ppid.desk.forms.objections import EnterObjectionForm
from ppid.desk.objection_steps import BY_SLUG, SLUGS, STEPS, ObjectionTask
from ppid.desk.screens import Button, FileRow, LetterRow
from ppid.desk.steps import letter_of, seen
from ppid.law import procedure_objection
from ppid.law.filing import Channel
from ppid.law.letters import LetterKind, is_signed
from ppid.law.objections import GROUNDS, Ground
from ppid.law.procedure import Invalid, Move, MoveName, State, Unlawful
from ppid.models import CaseFile, Deadline, Institution, Letter, Objection, ObjectionGround
from ppid.queries.calendar import current_calendar
from ppid.queries.deadline_calendar import DeadlineCalendar, stored_calendar
from ppid.queries.objections import FILTERS, ObjectionRow, rows_of, wanted_objections
from ppid.queries.standing import Standing, standing_of_objection
from ppid.queries.timeline import Item, timeline
from ppid.queries.timeline_words import owed

PER_PAGE = 25


@dataclass(frozen=True)
class ListScreen:
    """`chosen`: the filter in the address; `filters` its words."""

    rooms: tuple[office.Room, ...]
    filters: tuple[tuple[str, str], ...]
    chosen: str
    text: str
    rows: list[ObjectionRow]
    page: Page
    rest: str
    may_enter: bool


@dataclass(frozen=True)
class GroundRow:
    letter: str
    label: str
    until: str
    mark: str


@dataclass(frozen=True)
class ObjectionCaseScreen:
    case: Objection
    standing: Standing
    calendar: DeadlineCalendar | None
    grounds: tuple[GroundRow, ...]
    terms: tuple[tuple[str, dt.date | None, dt.date | None], ...]
    moves: tuple[Button, ...]
    story: tuple[Item, ...]
    letters: tuple[LetterRow, ...]
    files: tuple[FileRow, ...]
    facts: tuple[tuple[str, str], ...]
    doorways: tuple[tuple[str, str], ...]
    request_url: str
    receipt_url: str


@dataclass(frozen=True)
class ObjectionMoveScreen:
    """What `ppid/desk/move.html` wants of one move."""

    case: Objection
    move: Move
    form: Any
    case_url: str
    warning: str = ""
    links: tuple[tuple[str, str], ...] = ()
    blocks: tuple[Any, ...] = ()
    preview_url: str = ""
    more: None = None
    asked: str = ""
    quoted: str = ""


@dataclass(frozen=True)
class EnterScreen:
    form: EnterObjectionForm
    case_url: str


@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """Every objection this officer may see, the nearest last day first."""
    now, roles = office.moment(request), office.roles(request)
    chosen, text = request.GET.get("keadaan", ""), request.GET.get("q", "")[:100]
    calendar = current_calendar()
    found = wanted_objections(objections_visible_to(roles), chosen, text, calendar, now.on)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("p"))
    rest = request.GET.copy()
    rest.pop("p", None)
    screen = ListScreen(
        rooms=office.rooms(request), filters=tuple((key, str(label)) for key, label in FILTERS), chosen=chosen,
        text=text, rows=rows_of(page.object_list, calendar, now.on), page=page, rest=rest.urlencode(),
        may_enter=bool(procedure_objection.move(MoveName.FILE).actors & roles.actors),
    )  # fmt: skip
    return office.page(request, "ppid/desk/objections.html", screen, title=_("Keberatan"))


@require_GET
def case_page(request: HttpRequest, pk: int) -> HttpResponse:
    """One objection: its grounds and dates, its story, its letters, its lawful moves."""
    now, roles = office.moment(request), office.roles(request)
    case = officer_objection(request.user, pk, now.on)
    deadlines = list(Deadline.objects.standing().filter(case_id=case.pk))
    answer = next((row for row in deadlines if row.governs), None)
    letters = list(Letter.objects.filter(case_id=case.pk).select_related("draft", "signed"))
    due = answer.due if answer else None
    receipt = next((row for row in letters if row.kind == Letter.Kind.RECEIPT and row.draft_id), None)
    screen = ObjectionCaseScreen(
        case=case,
        standing=standing_of_objection(case, due, current_calendar(), now.on),
        calendar=_calendar(answer, now.on),
        grounds=tuple(_ground(row) for row in case.grounds.all()),
        terms=tuple((owed(row.term, row.part), row.due, row.met_on) for row in deadlines if not row.governs),
        moves=tuple(_buttons(case, letters, roles.actors)),
        story=timeline(case, on=now.on),
        letters=tuple(_letter(row) for row in letters if row.kind != Letter.Kind.RECEIPT),
        files=tuple(_files(case)),
        facts=tuple(_facts(case)),
        doorways=tuple(
            (_(row.label), row.article)
            for row in procedure_objection.OBJECTION_DOORWAYS
            if State(case.state) in row.sources
        ),
        request_url=reverse("desk_case", args=[case.request_id]) if case.request_id else "",
        receipt_url=reverse("desk_file", args=[receipt.draft_id]) if receipt else "",
    )
    trail = [(reverse("desk_objections"), _("Keberatan"))]
    return office.page(request, "ppid/desk/objection.html", screen, title=case.number, trail=trail)


def make_move(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """The page of one move. 403 for a role that never makes it; a case past it sends back with the reason."""
    now = office.moment(request)
    case = officer_objection(request.user, pk, now.on)
    name = BY_SLUG.get(slug)
    if name is None:
        raise Http404
    row, actors = procedure_objection.move(name), office.roles(request).actors
    if not row.actors & actors:
        raise PermissionDenied
    case_url = reverse("desk_objection", args=[case.pk])
    letter = letter_of(name, case, request.GET.get("surat", ""))
    task = ObjectionTask(request, case, now, letter, name, seen(case))
    if request.method != "POST" and (reason := _hindrance(name, task)):
        messages.error(request, reason)
        return redirect(case_url)
    step = STEPS[name]
    form, status = step.form(task), 200
    if form.is_bound:
        status = _try(task, form)
        if status == 302:
            return redirect(case_url)
    links: tuple[tuple[str, str], ...] = ()
    if letter is not None and name in (MoveName.ATTACH_SIGNED, MoveName.RECORD_SETTLEMENT):
        links = ((_("Unduh naskah untuk ditandatangani"), reverse("desk_naskah", args=[letter.pk])),)
    screen = ObjectionMoveScreen(case, row, form, case_url, step.warning(task), links)
    trail = [(reverse("desk_objections"), _("Keberatan")), (case_url, case.number)]
    return office.page(request, "ppid/desk/move.html", screen, title=_(row.label), trail=trail, status=status)


def _try(task: ObjectionTask, form: Any) -> int:
    """302 when done, 400 for what the form can mend, 409 when the case or the law says no."""
    if not form.is_valid():
        return 400
    try:
        done = STEPS[task.move].act(task, form)
    except Invalid as error:
        form.refused(error)
        return 400
    except Unlawful as error:
        form.add_error(None, _(error.text) % error.values if error.values else _(error.text))
        form.saw(seen(task.case))
        return 409
    messages.success(task.request, done)
    return 302


def _hindrance(name: MoveName, task: ObjectionTask) -> str:
    if State(task.case.state) not in procedure_objection.move(name).sources:
        return _("Keberatan ini sudah berkeadaan “%(state)s”.") % {"state": task.case.get_state_display()}
    return _waits(name, [task.letter] if task.letter else [], task.case) or ""


def enter(request: HttpRequest) -> HttpResponse:
    """Register an objection that came by counter, letter or e-mail; `?permohonan=` fills in the request's number."""
    office.require_objection_actor(request)
    now, roles = office.moment(request), office.roles(request)
    start = {"request_number": request.GET.get("permohonan", "")[:80], "received_on": now.on}
    form = EnterObjectionForm(request.POST or None, request.FILES or None, initial=start)
    status = 200
    if request.method == "POST":
        status = 400
        if form.is_valid():
            case = _entered(request, form, now, roles)
            if case is not None:
                messages.success(request, _("Keberatan %(number)s terdaftar.") % {"number": case.number})
                return redirect("desk_objection", case.pk)
    screen = EnterScreen(form, reverse("desk_objections"))
    trail = [(reverse("desk_objections"), _("Keberatan"))]
    return office.page(
        request, "ppid/desk/objection_entry.html", screen, title=_("Daftarkan keberatan"), trail=trail, status=status
    )


def _entered(request: HttpRequest, form: EnterObjectionForm, now: office.Moment, roles: Any) -> Objection | None:
    typed = form.cleaned_data
    about = None
    if number := typed["request_number"].strip():
        about = visible_to(roles).filter(number=number).first()
        if about is None:
            form.add_error("request_number", _("Nomor ini tidak ada. Periksa lagi, atau cari di daftar permohonan."))
            return None
    zone = Institution.load(request_or_site=request).zone
    received = dt.datetime.combine(typed["received_on"], dt.time.min, tzinfo=zone)
    try:
        papers = [(stored_paper(typed["paper"], field="paper"), CaseFile.Role.OBJECTION)] if typed["paper"] else []
        return objections.file(
            filing=form.filing(about), channel=Channel(typed["channel"]),
            received_at=now.at if typed["received_on"] == now.on else received, at=now.at, request=about,
            acting_user=request.user, attachments=papers,  # type: ignore[arg-type]
        ).case  # fmt: skip
    except Invalid as error:
        for problem in error.problems:
            place = "received_on" if problem.field == "received_at" else problem.field
            form.add_error(place if place in form.fields else None, said(problem))
    except Unlawful as error:
        form.add_error(None, _(error.text) % error.values if error.values else _(error.text))
    return None


def _buttons(case: Objection, letters: list[Letter], actors: Any) -> Iterator[Button]:
    rows = procedure_objection.lawful(State(case.state), actors)
    for row in rows:
        if row.name not in SLUGS:
            continue
        for letter in _about(row.name, letters):
            waits = _waits(row.name, [letter] if letter else [], case)
            if waits is None:
                continue
            href = reverse("desk_objection_move", args=[case.pk, SLUGS[row.name]])
            label = _(row.label)
            if letter is not None and row.name in (MoveName.ATTACH_SIGNED, MoveName.RECORD_ARRIVAL):
                label, href = f"{label}: {letter.get_kind_display()}", f"{href}?surat={letter.pk}"
            primary = row.name in (MoveName.DRAFT_RULING, MoveName.SEND_RULING, MoveName.FULFIL_ORDER) and not waits
            yield Button(label, row.article, "" if waits else href, primary, waits)


def _about(name: MoveName, letters: list[Letter]) -> list[Letter | None]:
    """The letters that a move could be about; [None] for a move about none."""
    if name is MoveName.ATTACH_SIGNED:
        return [row for row in letters if row.kind == LetterKind.RULING and row.sent_at is None]
    if name is MoveName.RECORD_ARRIVAL:
        return [row for row in letters if row.sent_on is not None and row.delivered_on is None]
    kinds = {MoveName.SEND_RULING: LetterKind.RULING, MoveName.RECORD_SETTLEMENT: LetterKind.SETTLEMENT}
    if name in kinds:
        return [row for row in letters if row.kind == kinds[name] and row.sent_at is None]
    return [None]


def _waits(name: MoveName, letters: list[Letter], case: Objection) -> str | None:
    """None: it does not concern this case now; "" it may be made; else what must come first."""
    letter = letters[0] if letters else None
    if name in (MoveName.ATTACH_SIGNED, MoveName.SEND_RULING, MoveName.RECORD_SETTLEMENT):
        if letter is None:
            return _("Setelah konsep surat disusun.")
        if letter.draft_id is None:
            return _("Konsep sedang dibuat.")
        if name is MoveName.SEND_RULING and letter.signed_id is None:
            return _("Setelah surat bertanda tangan diunggah.")
    if name is MoveName.FULFIL_ORDER and (case.ordered_until is None or case.fulfilled_on is not None):
        return None
    if name is MoveName.DRAFT_SETTLEMENT and not any(GROUNDS[Ground(row.ground)].settled for row in case.grounds.all()):
        return None
    return ""


def _ground(row: ObjectionGround) -> GroundRow:
    until = ""
    if row.until is not None:
        until = f"{row.until:%d-%m-%Y}"
        if row.until_latest is not None and row.until_latest != row.until:
            until += f" / {row.until_latest:%d-%m-%Y}"
    mark = _("diajukan terlambat") if row.late else _("belum tampak dalam catatan") if row.early else ""
    return GroundRow(row.ground, _(GROUNDS[Ground(row.ground)].label), until, mark)


def _calendar(answer: Deadline | None, on: dt.date) -> DeadlineCalendar | None:
    if answer is None or answer.due is None:
        return None
    return stored_calendar(first=answer.from_day, due=answer.due, trail=answer.trail, on=on, start_note=_("diterima"))


def _letter(letter: Letter) -> LetterRow:
    state = "making"
    if letter.sent_at is not None:
        state = "sent"
    elif letter.signed_id is not None:
        state = "signed"
    elif letter.draft_id is not None:
        state = "draft" if is_signed(letter.kind) else "given"
    return LetterRow(
        letter=letter,
        state=state,
        naskah_url=reverse("desk_naskah", args=[letter.pk]) if state == "draft" else "",
        check_url=reverse("desk_letter", args=[letter.pk]),
    )


def _files(case: Objection) -> Iterator[FileRow]:
    for use in CaseFile.objects.filter(case_id=case.pk).select_related("file").order_by("pk"):
        file = use.file
        href = reverse("desk_file", args=[file.pk])
        yield FileRow(file.name, file.size, file.sha256, href, str(use.get_role_display()))


def _facts(case: Objection) -> Iterator[tuple[str, str]]:
    applicant = case.applicant
    yield _("Nama"), applicant.name
    yield _("Kuasa"), applicant.proxy_name
    yield _("Alamat"), applicant.address
    yield _("Telepon"), applicant.phone
    yield _("Surat elektronik"), applicant.email
    yield _("Saluran"), str(case.get_channel_display())
    yield _("Informasi yang diminta"), case.subject
    yield _("Tujuan penggunaan"), case.purpose
    yield _("Alasan dengan kata-kata pemohon"), case.reasons
    yield _("Kasus posisi"), case.position
    yield _("Petugas yang membantu"), case.helped_by
    yield _("Diputus oleh"), str(case.decider.user) if case.decider else ""
    for reply in case.replies.all():
        yield _("Tanggapan pemohon"), f"{reply.get_content_display()}. {reply.text}"
