"""Mail that came in by itself: the list by days left, one mail, and the moves of `ppid.law.mail_intake`."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from ppid.access import for_officer, incoming_mails, open_file
from ppid.actions import incoming
from ppid.desk import office
from ppid.desk.downloads import download
from ppid.desk.screens import Room
from ppid.law.calendar import Calendar
from ppid.law.mail_intake import MailMove, MailMoveName, MailState, mail_moves
from ppid.law.procedure import Invalid, Unlawful
from ppid.models import ComplaintHandover
from ppid.models.incoming import IncomingMail, MailDecision, MailFile
from ppid.queries.calendar import current_calendar
from ppid.queries.overdue import running
from ppid.queries.standing import Standing

PER_PAGE = 25


@dataclass(frozen=True)
class MailRow:
    """One mail of the list; `standing` by its running UU date."""

    pk: int
    sender: str
    subject: str
    received_on: dt.date
    standing: Standing
    files: int
    why: str


@dataclass(frozen=True)
class InboxScreen:
    rows: tuple[MailRow, ...]
    page: Page
    state: str
    tabs: tuple[tuple[str, str, int], ...]
    rooms: tuple[Room, ...]


@dataclass(frozen=True)
class OneMailScreen:
    """`moves`: only what is lawful now; registering opens the desk's form, prefilled."""

    mail: IncomingMail
    content: dict[str, str]
    standing: Standing
    files: tuple[MailFile, ...]
    moves: tuple[MailMove, ...]
    decisions: tuple[MailDecision, ...]
    received_time: str
    kinds: tuple[tuple[str, str], ...] = ()


class DecisionForm(forms.Form):
    reason = forms.CharField(required=False, max_length=2000)
    number = forms.CharField(required=False, max_length=80)
    kind = forms.CharField(required=False, max_length=20)


@require_GET
def inbox(request: HttpRequest) -> HttpResponse:
    """Mail not yet registered, the oldest first; other states by `?keadaan=`."""
    now = office.moment(request)
    mails = incoming_mails(office.roles(request))
    asked = request.GET.get("keadaan", "")
    state = asked if asked in set(MailState) else MailState.NEW.value
    shown = mails.filter(state=state).prefetch_related("files").order_by("received_at", "pk")
    page = Paginator(shown, PER_PAGE).get_page(request.GET.get("p"))
    counts = {key: mails.filter(state=key).count() for key in (MailState.NEW, MailState.AUTOMATIC)}
    tabs = tuple((value, str(label), counts.get(MailState(value), 0)) for value, label in IncomingMail.State.choices)
    calendar = current_calendar()
    rows = tuple(_row(mail, calendar, now.on) for mail in page.object_list)
    screen = InboxScreen(rows, page, state, tabs, office.rooms(request))
    return office.page(request, "ppid/desk/inbox.html", screen, title=_("Surel belum didaftar"))


def _row(mail: IncomingMail, calendar: Calendar, on: dt.date) -> MailRow:
    content = mail.content
    return MailRow(
        pk=mail.pk, sender=content["name"] or content["address"] or _("(tanpa pengirim)"),
        subject=content["subject"] or _("(tanpa pokok)"), received_on=mail.received_on,
        standing=running(mail.received_on, calendar, on),
        files=len(mail.files.all()), why=str(mail.get_automatic_display()),
    )  # fmt: skip


def _mail(request: HttpRequest, pk: int) -> IncomingMail:
    mail = incoming_mails(office.roles(request)).filter(pk=pk).select_related("case").first()
    if mail is None:
        raise Http404
    return mail


@require_GET
def one_mail(request: HttpRequest, pk: int) -> HttpResponse:
    """What was written, the files, and what may become of it."""
    now = office.moment(request)
    mail = _mail(request, pk)
    return _one(request, mail, now)


def _one(request: HttpRequest, mail: IncomingMail, now: office.Moment, status: int = 200) -> HttpResponse:
    from_desk = office.may_handle_mail(request)
    there = office.local(request, mail.received_at)
    screen = OneMailScreen(
        mail=mail,
        content=incoming.opened(mail, user=request.user, role=office.role_word(request), at=now.at),  # type: ignore[arg-type]
        standing=running(mail.received_on, current_calendar(), now.on),
        files=tuple(mail.files.select_related("file")),
        moves=tuple(_lawful(mail)) if from_desk else (),
        kinds=tuple((value, str(label)) for value, label in ComplaintHandover.Kind.choices),
        decisions=tuple(mail.decisions.select_related("user")),
        received_time=f"{there:%H.%M}",
    )
    return office.page(request, "ppid/desk/one_mail.html", screen, title=_("Surel masuk"), status=status)


def _lawful(mail: IncomingMail) -> Iterator[MailMove]:
    """The table's moves; a complaint that has its case is not brought back, its request may be resumed there."""
    for row in mail_moves(MailState(mail.state)):
        if row.name is not MailMoveName.BACK or mail.case_id is None:
            yield row


@require_POST
def decide(request: HttpRequest, pk: int, move: str) -> HttpResponse:
    """One move; refused words come back as a message and nothing changes."""
    now = office.moment(request)
    mail = _mail(request, pk)
    if move not in set(MailMoveName) or move == MailMoveName.REGISTER:
        raise Http404
    form = DecisionForm(request.POST)
    form.is_valid()
    typed = form.cleaned_data
    said = {"acting_user": request.user, "on": now.on, "at": now.at}
    try:
        if move == MailMoveName.JOIN:
            case = for_officer(request.user, now.on).filter(number=typed.get("number", "").strip()).first()
            incoming.join(mail=mail, case=case, **said)  # type: ignore[arg-type]
        elif move == MailMoveName.HAND_OVER:
            kind, reason = typed.get("kind", ""), typed.get("reason", "")
            case = incoming.hand_over(mail=mail, kind=kind, reason=reason, **said)  # type: ignore[arg-type]
            messages.success(request, _("Terdaftar sebagai aduan nomor %(number)s.") % {"number": case.number})
            return redirect("desk_complaints")
        else:
            incoming.decide(mail=mail, name=MailMoveName(move), reason=typed.get("reason", ""), **said)  # type: ignore[arg-type]
    except Invalid as error:
        messages.error(request, " ".join(_(one.text) for one in error.problems))
        return _one(request, mail, now, status=400)
    except Unlawful as error:
        messages.error(request, _(error.text))
        return _one(request, mail, now, status=409)
    messages.success(request, _("Dicatat."))
    return redirect("desk_inbox")


@require_GET
def mail_file(request: HttpRequest, file_id: int) -> HttpResponse:
    """A file of a mail: logged, always a download."""
    now = office.moment(request)
    mails = incoming_mails(office.roles(request))
    held = MailFile.objects.filter(file_id=file_id, mail__in=mails).select_related("file").first()
    if held is None or held.file is None:
        raise Http404
    content = open_file(
        held.file, user=request.user, role=office.role_word(request), at=now.at, reason=_("surel masuk")
    )
    return download(content, held.file.name, held.file.media_type)
