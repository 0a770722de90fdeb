"""/admin/permohonan/baru/: the desk writes down what did not come by the web, and prints its numbered receipt.

Everything typed and every file that could be taken is kept under the page's own secret before anything is judged, so
that a refused file or a missing name loses nothing, and the same form sent twice is one case.
"""

from dataclasses import dataclass
from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_GET, require_http_methods

from ppid import letters, tasks
from ppid.access import incoming_mails, officer_case, open_file
from ppid.actions import drafts, incoming, intake
from ppid.desk import office
from ppid.desk.downloads import download
from ppid.desk.forms.entry import EntryForm
from ppid.law.filing import TEXT_LENGTH
from ppid.law.mail_intake import MailState
from ppid.law.procedure import Invalid, MoveName, Unlawful
from ppid.law.refusals import say
from ppid.models import FileRefused, IncomingMail, InformationRequest, Institution, Letter
from ppid.models.content import neutral_name
from ppid.models.drafts import new_token
from ppid.models.sealed import CannotOpen, seal, unseal
from ppid.queries import drafts as written_drafts
from ppid.queries.calendar import current_calendar
from ppid.queries.standing import Standing, Word, of_case

PDF = "application/pdf"
# Sealed in the session, so that what an officer was writing is found again after a detour.
HELD = "entry_draft"


@dataclass(frozen=True)
class EntryScreen:
    """The entry form by blocks; `papers` were taken already; `resumed`: something unfinished was found again."""

    form: EntryForm
    blocks: tuple[tuple[str, tuple[object, ...]], ...]
    papers: tuple[written_drafts.Paper, ...]
    resumed: bool


@dataclass(frozen=True)
class RegisteredScreen:
    """The numbered receipt of a case just entered. `oral`: it is still to be read back or its copy handed over."""

    case: InformationRequest
    standing: Standing
    receipt_url: str
    form_url: str
    case_url: str
    oral_url: str
    by_mail: bool
    received_time: str
    late: bool


@sensitive_post_parameters()
@sensitive_variables()
@require_http_methods(["GET", "POST"])
def entry(request: HttpRequest) -> HttpResponse:
    """The form; sent in order, it is registered and its receipt follows."""
    office.require_actor(request, MoveName.FILE)
    if request.method == "GET":
        return _opened(request)
    return _typed(request)


def _opened(request: HttpRequest) -> HttpResponse:
    now = office.moment(request)
    mail = _mail_asked(request, request.GET.get("surel", ""), now)
    if mail is not None:
        return _page(request, EntryForm(initial=_from_mail(request, mail)), token="")
    token = "" if "kosong" in request.GET else _held(request)
    written = written_drafts.written(token, at=now.at)
    if written is not None and written.sent is None:
        initial = {**written.answers, "draft": token}
        return _page(request, EntryForm(initial=initial), token=token, resumed=True)
    here = now.at.astimezone(Institution.load(request_or_site=request).zone)
    initial = {"draft": new_token(), "received_date": f"{here:%Y-%m-%d}", "received_time": f"{here:%H:%M}"}
    return _page(request, EntryForm(initial=initial), token="")


def _typed(request: HttpRequest) -> HttpResponse:
    now = office.moment(request)
    form = EntryForm(_with_secret(request.POST), request.FILES)
    token = form.data["draft"]
    request.session[HELD] = seal(token)
    try:
        drafts.begin(token=token, at=now.at)
        drafts.keep(token=token, answers=form.raw(), at=now.at)
        refused = _take_papers(request, form, token, now)
    except drafts.AlreadySent:
        return _repeated(request, token, now)
    valid = form.is_valid()
    for name, why in refused:
        form.add_error(name, why)
    if not valid or refused:
        return _page(request, form, token=token, status=400)
    zone = Institution.load(request_or_site=request).zone
    try:
        mail = _mail_asked(request, str(form.cleaned_data.get("mail") or ""), now)
        if form.cleaned_data.get("mail") and mail is None:
            raise Unlawful(say("Surel ini sudah ditangani sejak halaman Anda dibuka. Muat ulang halamannya."))
        register = partial(incoming.register, mail=mail, roles={}) if mail is not None else intake.register
        case = register(
            token=token, read=lambda _answers: form.filing(), channel=form.channel_of(),
            received_at=form.received_at(now=now.at, zone=zone), acting_user=request.user,  # type: ignore[arg-type]
            on=now.on, at=now.at, read_back=form.cleaned_data["read_back"],
        )  # fmt: skip
    except Invalid as error:
        form.refused(error)
        return _page(request, form, token=token, status=400)
    except Unlawful as error:
        form.add_error(None, _(error.text) % error.values if error.values else _(error.text))
        return _page(request, form, token=token, status=409)
    if case is None:
        return _repeated(request, token, now)
    request.session.pop(HELD, None)
    return redirect("desk_registered", case.pk)


def _mail_asked(request: HttpRequest, key: str, now: office.Moment) -> IncomingMail | None:
    """The mail that a request is to be made of; None where none was named or it is past that."""
    if not key.isdecimal():
        return None
    return incoming_mails(office.roles(request)).filter(pk=int(key), state=MailState.NEW).first()


def _from_mail(request: HttpRequest, mail: IncomingMail) -> dict[str, object]:
    content, there = mail.content, office.local(request, mail.received_at)
    words = "\n\n".join(part for part in (content["subject"], content["text"]) if part)
    return {
        "draft": new_token(), "mail": mail.pk, "channel": "email", "received_date": f"{there:%Y-%m-%d}",
        "received_time": f"{there:%H:%M}", "name": content["name"], "email": content["address"],
        "details": words[:TEXT_LENGTH],
    }  # fmt: skip


def _with_secret(posted: QueryDict) -> QueryDict:
    """The form as sent; one whose secret was lost on the way gets a new one."""
    if 32 <= len(posted.get("draft", "")) <= 100:
        return posted
    mended = posted.copy()
    mended["draft"] = new_token()
    return mended


def _take_papers(request: HttpRequest, form: EntryForm, token: str, now: office.Moment) -> list[tuple[str, str]]:
    """Keep every file that can be taken, drop those ticked off; the refused ones with the reason."""
    for paper in request.POST.getlist("drop"):
        if paper.isdecimal():
            drafts.drop_paper(token=token, paper=int(paper), at=now.at)
    refused = []
    for name, file in form.uploads():
        try:
            drafts.add_paper(
                token=token, content=file, name=file.name or "", role=form.ROLES[name], at=now.at,
                most=intake.PAPERS_AT_DESK,
            )  # fmt: skip
        except FileRefused as error:
            refused.append((name, f"{file.name}: {error}"))
    return refused


def _repeated(request: HttpRequest, token: str, now: office.Moment) -> HttpResponse:
    """The same form sent twice: the case that the first sending made."""
    request.session.pop(HELD, None)
    written = written_drafts.written(token, at=now.at)
    if written is None or written.sent is None:
        return redirect("desk_list")
    messages.info(request, _("Formulir ini sudah terkirim; permohonannya satu."))
    return redirect("desk_registered", written.sent)


def _held(request: HttpRequest) -> str:
    try:
        return unseal(request.session.get(HELD, ""))
    except CannotOpen:
        return ""


def _page(
    request: HttpRequest, form: EntryForm, *, token: str, resumed: bool = False, status: int = 200
) -> HttpResponse:
    blocks = tuple((str(title), tuple(form[name] for name in names)) for title, names in form.BLOCKS)
    papers = written_drafts.papers(token) if token else ()
    screen = EntryScreen(form, blocks, papers, resumed)
    return office.page(request, "ppid/desk/entry.html", screen, title=_("Daftarkan permohonan"), status=status)


@require_GET
def registered(request: HttpRequest, pk: int) -> HttpResponse:
    """What the desk hands over: number, code, last day (and whether it has passed already), and what to print."""
    now = office.moment(request)
    case = officer_case(request.user, pk, now.on)
    governing = case.deadlines.standing().filter(governs=True).first()
    there = case.received_at.astimezone(Institution.load(request_or_site=request).zone)
    standing = of_case(case, governing.due if governing else None, current_calendar(), now.on)
    screen = RegisteredScreen(
        case=case,
        standing=standing,
        receipt_url=reverse("desk_receipt", args=[case.pk]),
        form_url=reverse("desk_form", args=[case.pk]),
        case_url=reverse("desk_case", args=[case.pk]),
        oral_url=reverse("desk_move", args=[case.pk, "catat-lisan"]) if case.channel == case.Channel.TELEPHONE else "",
        by_mail=bool(case.applicant.mail_address),
        late=standing.word is Word.LATE,
        received_time="" if f"{there:%H%M%S}" == "000000" else f"{there:%H.%M}",
    )
    title = _("Permohonan %(number)s terdaftar") % {"number": case.number}
    return office.page(request, "ppid/desk/registered.html", screen, title=title)


@require_GET
def receipt(request: HttpRequest, pk: int) -> HttpResponse:
    """The receipt as PDF, made on the spot if the queue has not come to it yet; logged like every reading."""
    now = office.moment(request)
    case = officer_case(request.user, pk, now.on)
    letter = Letter.objects.get(case_id=case.pk, kind=Letter.Kind.RECEIPT)
    if letter.draft_id is None:
        tasks.render_letter.call(letter.pk)
        letter.refresh_from_db()
    file = letter.draft
    if file is None:
        return redirect("desk_case", case.pk)
    content = open_file(file, user=request.user, role=office.role_word(request), at=now.at, reason=_("tanda bukti"))
    return download(content, file.name, PDF, inline=True)


@require_GET
def form_in_duplicate(request: HttpRequest, pk: int) -> HttpResponse:
    """Annex VI filled in, twice, with the rights on the back of each copy."""
    now = office.moment(request)
    case = officer_case(request.user, pk, now.on)
    return download(letters.filled_form(case), neutral_name(f"formulir {case.number}", PDF), PDF, inline=True)
