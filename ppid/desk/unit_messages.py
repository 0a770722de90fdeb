"""Questions and answers between units: the list, one question with its answer, the files with them."""

from dataclasses import dataclass

from django.contrib import messages as notes
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from ppid.access import Roles, message_file, messages_visible_to, officer_message, open_file, visible_to
from ppid.actions import unit_messages as message_actions
from ppid.desk import office
from ppid.desk.downloads import download
from ppid.desk.forms.base import said
from ppid.desk.forms.units import AnswerForm
from ppid.law.procedure import MoveName, State, lawful
from ppid.law.refusals import Invalid, Unlawful
from ppid.models import Deadline, InformationRequest, UnitMessage
from ppid.models.unit_messages import UnitMessageQuerySet
from ppid.queries.calendar import current_calendar
from ppid.queries.standing import Standing, of_case
from ppid.queries.unit_messages import Shown, Thread, lines, stages, threads

PER_PAGE = 25


@dataclass(frozen=True)
class Tab:
    label: str
    url: str
    current: bool


@dataclass(frozen=True)
class MessagesScreen:
    rooms: tuple[office.Room, ...]
    tabs: tuple[Tab, ...]
    page: Page
    rows: list[tuple[UnitMessage, Thread]]
    rest: str
    empty: str


@dataclass(frozen=True)
class MessageScreen:
    """One question. `case_url` is empty for a unit whose case it is not: it reads what is asked, never who asks it."""

    thread: Thread
    case: InformationRequest
    standing: Standing
    case_url: str
    form: AnswerForm | None
    may_take_back: bool


@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """What waits for this person's answer, what the own unit asked, or everything it took part in."""
    now, roles = office.moment(request), office.roles(request)
    shown = _shown(request.GET.get("tampil", ""))
    page = Paginator(lines(_chosen(roles, shown), shown), PER_PAGE).get_page(request.GET.get("p"))
    labels = {
        Shown.WAITING: _("Menunggu jawaban saya"),
        Shown.ASKED: _("Yang kami tanyakan"),
        Shown.ALL: _("Semua"),
    }
    here = reverse("desk_messages")
    screen = MessagesScreen(
        rooms=office.rooms(request),
        tabs=tuple(Tab(label, f"{here}?tampil={one}", one is shown) for one, label in labels.items()),
        page=page,
        rows=stages(page.object_list, now.on),
        rest=f"tampil={shown}",
        empty=_("Tidak ada pertanyaan yang menunggu jawaban Anda.")
        if shown is Shown.WAITING
        else _("Belum ada pertanyaan antarunit di sini."),
    )
    return office.page(request, "ppid/desk/messages.html", screen, title=_("Pertanyaan antarunit"))


def message(request: HttpRequest, pk: int) -> HttpResponse:
    """One question with its answer; who is asked answers here."""
    now = office.moment(request)
    found = officer_message(request.user, pk, now.on)
    if found.question_id is not None:
        return redirect("desk_message", found.question_id)
    form = AnswerForm(request.POST, request.FILES) if request.method == "POST" else AnswerForm()
    status = 200
    if request.method == "POST":
        status = _answered(request, found, form, now)
        if status == 302:
            return redirect("desk_message", found.pk)
    return _page(request, found, form, now, status)


@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    now = office.moment(request)
    found = officer_message(request.user, pk, now.on)
    try:
        message_actions.take_back(question=found, **office.said(request, now))
    except Unlawful as error:
        notes.error(request, _(error.text) % error.values if error.values else _(error.text))
    else:
        notes.success(request, _("Pertanyaan ditarik."))
    return redirect("desk_message", found.question_id or found.pk)


@require_GET
def file(request: HttpRequest, file_id: int) -> HttpResponse:
    """A file with a message that this person may read: logged, always a download."""
    now = office.moment(request)
    found = message_file(request.user, file_id, now.on)
    content = open_file(
        found, user=request.user, role=office.role_word(request), at=now.at, reason=_("pesan antarunit")
    )
    return download(content, found.name, found.media_type)


def _shown(word: str) -> Shown:
    return Shown(word) if word in set(Shown) else Shown.WAITING


def _chosen(roles: Roles, shown: Shown) -> UnitMessageQuerySet:
    visible = messages_visible_to(roles)
    if shown is Shown.WAITING:
        return visible.waiting_for(roles.units, main=roles.works_main)
    if shown is Shown.ASKED:
        return visible.asked_by(roles.units, main=roles.works_main)
    return visible


def _answered(request: HttpRequest, found: UnitMessage, form: AnswerForm, now: office.Moment) -> int:
    """302 when answered, 400 for what the form can mend, 409 when somebody was faster or it is not this unit's."""
    if not form.is_valid():
        return 400
    typed = form.cleaned_data
    try:
        message_actions.answer(question=found, text=typed["text"], files=typed["papers"], **office.said(request, now))
    except Invalid as error:
        for problem in error.problems:
            form.add_error(problem.field if problem.field in form.fields else None, said(problem))
        return 400
    except Unlawful as error:
        form.add_error(None, _(error.text) % error.values if error.values else _(error.text))
        return 409
    notes.success(request, _("Jawaban disimpan."))
    return 302


def _page(request: HttpRequest, found: UnitMessage, form: AnswerForm, now: office.Moment, status: int) -> HttpResponse:
    roles = office.roles(request)
    case = found.case
    thread = threads(messages_visible_to(roles).filter(pk=found.pk), on=now.on)[0]
    governing = Deadline.objects.standing().filter(case_id=case.pk, governs=True).first()
    mine = visible_to(roles).filter(pk=case.pk).exists()
    names = {row.name for row in lawful(State(case.state), roles.actors)}
    waits = thread.answer is None and found.wants_answer and found.taken_back_on is None
    speaks = roles.works_main if found.recipient_id is None else found.recipient_id in roles.units
    asked = roles.works_main if found.sender_id is None else found.sender_id in roles.units
    may_answer = waits and speaks and MoveName.ANSWER_UNIT in names
    screen = MessageScreen(
        thread=thread,
        case=case,
        standing=of_case(case, governing.due if governing else None, current_calendar(), now.on),
        case_url=reverse("desk_case", args=[case.pk]) if mine else "",
        # What was typed is shown again also when somebody else was faster.
        form=form if may_answer or form.is_bound else None,
        may_take_back=waits and asked and MoveName.TAKE_BACK_QUESTION in names,
    )
    trail = [(reverse("desk_messages"), _("Pertanyaan antarunit"))]
    title = _("Pertanyaan tentang %(number)s") % {"number": case.number}
    return office.page(request, "ppid/desk/message.html", screen, title=title, trail=trail, status=status)
