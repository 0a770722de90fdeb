"""Objecting: the public door, the prepared objection of one's own request, and ground b without a request."""

import datetime as dt
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from ppid import access
from ppid.actions import objection_steps, objections
from ppid.citizen.client import TooOften, client_address, count
from ppid.citizen.followed import follow, followed_case, followed_objection
from ppid.citizen.forms_objection import ObjectionForm, PublishingForm, ReplyForm
from ppid.citizen.own_case import day_of, own_case, own_objection, typed_before
from ppid.citizen.private_pages import private_page
from ppid.law.filing import Channel
from ppid.law.objections import GROUNDS, Ground, letters_of
from ppid.law.procedure import Invalid, Unlawful
from ppid.models import InformationRequest, Objection, ObjectionDraft

FROM_REQUEST, REPLY, WITHDRAW = "objection_from_request", "objection_reply", "objection_withdraw"
FILED = "objection_filed"


@dataclass(frozen=True, slots=True)
class DoorScreen:
    """`number`: the request that this browser follows, empty for none."""

    grounds: tuple[tuple[str, str, str], ...]
    number: str


@dataclass(frozen=True, slots=True)
class ObjectionScreen:
    """`confirming`: everything is written and the page shows it once more. `number` empty: ground b, no request."""

    form: ObjectionForm
    action: str
    number: str = ""
    details: str = ""
    confirming: bool = False
    letters: str = ""
    problem: str = ""
    too_often: TooOften | None = None


@dataclass(frozen=True, slots=True)
class FiledScreen:
    """The receipt on screen: to be kept and printed."""

    number: str
    code: str
    received_on: dt.date
    due: dt.date | None
    by_mail: bool


@dataclass(frozen=True, slots=True)
class ReplyScreen:
    number: str
    form: ReplyForm
    problem: str = ""


@require_GET
def objection_start(request: HttpRequest) -> HttpResponse:
    """What an objection is, its grounds and times, and the two ways in."""
    case = followed_case(request) if request.session.session_key else None
    rows = tuple((str(ground), _(GROUNDS[ground].plain), _(GROUNDS[ground].label)) for ground in Ground)
    screen = DoorScreen(rows, case.number if case else "")
    return render(request, "ppid/citizen/objection_start.html", {"screen": screen})


@private_page
@require_http_methods(["GET", "POST"])
@own_case(FROM_REQUEST)
def objection_from_request(request: HttpRequest, case: InformationRequest, now: dt.datetime) -> HttpResponse:
    """The prepared objection of a request: its applicant, its grounds; then once more to look at, then sent."""
    if request.method == "GET":
        typed = typed_before(request, FROM_REQUEST, case)
        return _of_request(request, case, ObjectionForm(initial=typed or _prepared(case)))
    form = ObjectionForm(request.POST)
    if not form.is_valid():
        return _of_request(request, case, form, status=422)
    if "kirim" not in request.POST:
        changing = "ubah" in request.POST
        shown = ObjectionForm(initial=form.cleaned_data) if changing else form
        return _of_request(request, case, shown, confirming=not changing)
    try:
        filed = objections.file(filing=form.filing(), channel=Channel.WEB, received_at=now, at=now, request=case)
    except Invalid as refused:
        form.refused(refused)
        return _of_request(request, case, form, status=422)
    except Unlawful as refused:
        return _of_request(request, case, form, problem=_said(refused), status=409)
    return _filed(request, filed.case, now)


@private_page
@require_http_methods(["GET", "POST"])
def objection_new(request: HttpRequest) -> HttpResponse:
    """Ground b: what should have been published, without a request."""
    if request.method == "GET":
        return _of_publishing(request, PublishingForm())
    form = PublishingForm(request.POST)
    if not form.is_valid():
        return _of_publishing(request, form, status=422)
    if "kirim" not in request.POST:
        changing = "ubah" in request.POST
        shown = PublishingForm(initial=form.cleaned_data) if changing else form
        return _of_publishing(request, shown, confirming=not changing)
    now = timezone.now()
    try:
        count("draft", client_address(request), at=now)
        filed = objections.file(filing=form.filing(), channel=Channel.WEB, received_at=now, at=now)
    except TooOften as too_often:
        response = _of_publishing(request, form, too_often=too_often, status=429)
        response["Retry-After"] = str(too_often.wait)
        return response
    except Invalid as refused:
        form.refused(refused)
        return _of_publishing(request, form, status=422)
    return _filed(request, filed.case, now)


@private_page
@require_GET
def objection_receipt(request: HttpRequest) -> HttpResponse:
    """Number, code and promised day, for the browser that just sent it."""
    case = followed_objection(request)
    if case is None or request.session.get(FILED) != str(case.reference):
        return redirect("objection_start")
    answer = case.deadlines.standing().filter(governs=True).first()
    screen = FiledScreen(
        case.number, case.tracking_code, case.received_on, answer.due if answer else None,
        bool(case.applicant.mail_address),
    )  # fmt: skip
    return render(request, "ppid/citizen/objection_filed.html", {"screen": screen})


@private_page
@require_http_methods(["GET", "POST"])
@own_objection(REPLY)
def objection_reply(request: HttpRequest, case: Objection, now: dt.datetime) -> HttpResponse:
    """What the applicant says of the answer; it closes no right."""
    if request.method == "GET":
        return _reply(request, case, ReplyForm(initial=typed_before(request, REPLY, case)))
    form = ReplyForm(request.POST)
    if not form.is_valid():
        return _reply(request, case, form, status=422)
    try:
        objection_steps.reply(
            case=case, content=form.cleaned_data["content"], text=form.cleaned_data["text"], on=day_of(request, now),
            at=now,
        )  # fmt: skip
    except Unlawful as refused:
        return _reply(request, case, form, problem=_said(refused), status=409)
    messages.success(request, _("Tanggapan Anda sudah dicatat."))
    return redirect("track_objection")


@private_page
@require_http_methods(["GET", "POST"])
@own_objection(WITHDRAW)
def objection_withdraw(request: HttpRequest, case: Objection, now: dt.datetime) -> HttpResponse:
    """Taking the objection back: what it means is said, and the second yes does it."""
    if request.method == "GET":
        return render(
            request, "ppid/citizen/objection_withdraw.html", {"screen": ReplyScreen(case.number, ReplyForm())}
        )
    try:
        objection_steps.withdraw(case=case, on=day_of(request, now), at=now)
    except Unlawful as refused:
        messages.error(request, _said(refused))
    else:
        messages.success(request, _("Keberatan Anda sudah dicabut."))
    return redirect("track_objection")


def _prepared(case: InformationRequest) -> dict[str, object]:
    """What lies ready: the grounds that arose, the purpose said before."""
    draft = ObjectionDraft.objects.filter(request_id=case.pk, sent__isnull=True).first()
    return {"grounds": list(draft.proposed) if draft else [], "purpose": case.purpose}


def _filed(request: HttpRequest, case: Objection, now: dt.datetime) -> HttpResponse:
    follow(request, case)
    if request.session.get("proved_cases"):
        access.prove(request.session, case, now)
    request.session[FILED] = str(case.reference)
    return redirect("objection_receipt")


def _of_request(
    request: HttpRequest, case: InformationRequest, form: ObjectionForm, *, confirming: bool = False,
    problem: str = "", status: int = 200,
) -> HttpResponse:  # fmt: skip
    letters = letters_of(map(Ground, form.cleaned_data["grounds"])) if confirming else ""
    screen = ObjectionScreen(form, FROM_REQUEST, case.number, case.details, confirming, letters, problem)
    return render(request, "ppid/citizen/objection_form.html", {"screen": screen}, status=status)


def _of_publishing(
    request: HttpRequest, form: PublishingForm, *, confirming: bool = False, too_often: TooOften | None = None,
    status: int = 200,
) -> HttpResponse:  # fmt: skip
    details = form.cleaned_data["subject"] if confirming else ""
    screen = ObjectionScreen(
        form, "objection_new", details=details, confirming=confirming, letters="b" if confirming else "",
        too_often=too_often,
    )  # fmt: skip
    return render(request, "ppid/citizen/objection_form.html", {"screen": screen}, status=status)


def _reply(
    request: HttpRequest, case: Objection, form: ReplyForm, *, problem: str = "", status: int = 200
) -> HttpResponse:
    screen = ReplyScreen(case.number, form, problem)
    return render(request, "ppid/citizen/objection_reply.html", {"screen": screen}, status=status)


def _said(refused: Unlawful) -> str:
    return _(refused.text) % refused.values if refused.values else _(refused.text)
