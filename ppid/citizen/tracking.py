"""Following a request by its code, and opening its letters with a code by mail. The state page never shows a person."""

import contextlib
import time
import uuid
from collections.abc import Iterator

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ppid import access
from ppid.actions import codes
from ppid.citizen import forms_tracking, screens
from ppid.citizen.client import TooOften, client_address, count
from ppid.citizen.drafting import let_go
from ppid.citizen.followed import TRACKED, follow, followed_any, followed_case
from ppid.citizen.own_case import ONWARD, TYPED, onward
from ppid.citizen.private_pages import private_page
from ppid.citizen.state import my_cases_screen, state_screen
from ppid.law.procedure import Unlawful
from ppid.models import AnyCase, Institution, Objection

ANCHOR = "mailbox_case"
# An answer about a mailbox takes this long whether or not we know it (seconds).
STEADY = 0.25


@private_page
@require_http_methods(["GET", "POST"])
def track(request: HttpRequest) -> HttpResponse:
    """The form for a tracking code. It is posted, so that no address, log or history holds the code."""
    if request.method == "GET":
        return render(request, "ppid/citizen/track.html", {"screen": screens.TrackScreen(forms_tracking.TrackForm())})
    form = forms_tracking.TrackForm(request.POST)
    if not form.is_valid():
        return render(request, "ppid/citizen/track.html", {"screen": screens.TrackScreen(form)}, status=422)
    try:
        count("track", client_address(request), at=timezone.now())
        case = _by_code(form.cleaned_data["code"])
    except TooOften as too_often:
        return _wait(
            render(request, "ppid/citizen/track.html", {"screen": screens.TrackScreen(form, too_often)}), too_often
        )
    except Http404:
        form.add_error(
            "code",
            _("Kode itu tidak kami temukan. Periksa lagi tanda terima atau e-mail kami. Angka 0 dan 1 tidak dipakai."),
        )
        return render(request, "ppid/citizen/track.html", {"screen": screens.TrackScreen(form)}, status=422)
    follow(request, case)
    return redirect(_state_page(case))


def _by_code(code: str) -> AnyCase:
    """The request or the objection of a tracking code, or 404."""
    try:
        return access.by_tracking_code(code)
    except Http404:
        return access.objection_by_code(code)


def _state_page(case: AnyCase) -> str:
    return "track_objection" if isinstance(case, Objection) else "track_state"


@private_page
@require_GET
def track_state(request: HttpRequest) -> HttpResponse:
    """State, dates, the days counted, what comes next; the letters too once the code from the mail was given."""
    case = followed_case(request)
    if case is None:
        return redirect("track")
    now = timezone.now()
    institution = Institution.load(request_or_site=request)
    screen = state_screen(
        case,
        on=institution.day_of(now),
        proved=access.is_proved(request.session, case, now),
        institution=institution,
    )
    return render(request, "ppid/citizen/state.html", {"screen": screen})


@private_page
@require_http_methods(["GET", "POST"])
def track_code(request: HttpRequest) -> HttpResponse:
    """Ask for a code by mail; type it; then the letters open."""
    case = followed_any(request)
    if case is None:
        return redirect("track")
    if request.method == "GET":
        return _code_page(request, "track", forms_tracking.CodeForm(), number=case.number)
    return _redeem(request, "track", case, (case,), number=case.number)


@private_page
@require_POST
def track_send_code(request: HttpRequest) -> HttpResponse:
    """Send a code, if the request has an address. The answer is the same if it has none."""
    case = followed_any(request)
    if case is None:
        return redirect("track")
    try:
        count("code", client_address(request), at=timezone.now())
    except TooOften as too_often:
        return _code_page(request, "track", forms_tracking.CodeForm(), number=case.number, too_often=too_often)
    with _steady():
        _send(case)
    return redirect(reverse("track_code") + "?terkirim=ya")


@private_page
@require_GET
def letter_download(request: HttpRequest, file: int) -> HttpResponse:
    """A signed letter that was sent, or another file of a proven case; each reading is written down."""
    now = timezone.now()
    _case, kept = access.applicant_file(request.session, file, now)
    content = access.open_file(
        kept, user=None, role="applicant", at=now, reason=_("Dibuka pemohon dengan kode sekali pakai")
    )
    response = HttpResponse(content, content_type=kept.media_type)
    response["Content-Disposition"] = content_disposition_header(True, kept.name) or "attachment"
    response["X-Content-Type-Options"] = "nosniff"
    return response


@private_page
@require_http_methods(["GET", "POST"])
def my_cases(request: HttpRequest) -> HttpResponse:
    """One's own requests, after a code sent to the address they were made with."""
    now = timezone.now()
    mine = list(access.for_applicant(request.session, now).order_by("-received_at"))
    objected = list(access.for_objector(request.session, now).order_by("-received_at"))
    if request.method == "GET":
        if mine or objected:
            listed = my_cases_screen(mine, objected, on=Institution.load(request_or_site=request).day_of(now))
            return render(request, "ppid/citizen/my_cases.html", {"screen": listed})
        return render(
            request, "ppid/citizen/mailbox.html", {"screen": screens.MailboxScreen(forms_tracking.MailboxForm())}
        )
    form = forms_tracking.MailboxForm(request.POST)
    if not form.is_valid():
        return render(request, "ppid/citizen/mailbox.html", {"screen": screens.MailboxScreen(form)}, status=422)
    try:
        count("code", client_address(request), at=now)
    except TooOften as too_often:
        screen = screens.MailboxScreen(form, too_often)
        return _wait(render(request, "ppid/citizen/mailbox.html", {"screen": screen}), too_often)
    with _steady():
        newest = _newest_of(form.cleaned_data["email"])
        # A random reference stands in for nobody, so that the session looks the same too.
        request.session[ANCHOR] = str(newest.reference if newest else uuid.uuid4())
        if newest is not None:
            _send(newest)
    return redirect("my_code")


@private_page
@require_http_methods(["GET", "POST"])
def my_code(request: HttpRequest) -> HttpResponse:
    """Type the code; it opens every request of that mailbox."""
    if ANCHOR not in request.session:
        return redirect("my_cases")
    if request.method == "GET":
        return _code_page(request, "mine", forms_tracking.CodeForm())
    anchor = access.by_reference(request.session[ANCHOR])
    address = anchor.applicant.mail_address if anchor else ""
    cases: tuple[AnyCase, ...] = (*access.of_mailbox(address), *access.objections_of_mailbox(address))
    return _redeem(request, "mine", anchor, cases)


@private_page
@require_GET
def my_case(request: HttpRequest, reference: uuid.UUID) -> HttpResponse:
    """Open one of one's own requests."""
    now = timezone.now()
    case: AnyCase | None = access.for_applicant(request.session, now).filter(reference=reference).first()
    case = case or access.for_objector(request.session, now).filter(reference=reference).first()
    if case is None:
        return redirect("my_cases")
    follow(request, case)
    return redirect(_state_page(case))


@private_page
@require_POST
def my_leave(request: HttpRequest) -> HttpResponse:
    """Forget everything this browser may open. An officer's own sign-in on the same machine stays."""
    access.forget(request.session)
    let_go(request)
    for key in (TRACKED, ANCHOR, ONWARD, TYPED):
        request.session.pop(key, None)
    request.session.cycle_key()
    return redirect("request_start")


# --- the code by mail ---------------------------------------------------------------------------------------------


def _redeem(
    request: HttpRequest,
    road: str,
    anchor: AnyCase | None,
    cases: tuple[AnyCase, ...],
    *,
    number: str = "",
) -> HttpResponse:
    form = forms_tracking.CodeForm(request.POST)
    if not form.is_valid():
        return _code_page(request, road, form, number=number, status=422)
    now = timezone.now()
    try:
        count("code", client_address(request), at=now)
    except TooOften as too_often:
        return _code_page(request, road, form, number=number, too_often=too_often)
    if anchor is None or not codes.redeem(case=anchor, code=form.cleaned_data["code"], at=now):
        form.add_error("code", _("Kode itu tidak berlaku. Periksa e-mail terakhir dari kami, atau minta kode baru."))
        return _code_page(request, road, form, number=number, status=422)
    request.session.cycle_key()
    for case in cases:
        access.prove(request.session, case, now)
    request.session.pop(ANCHOR, None)
    if road != "track":
        return redirect("my_cases")
    return redirect(onward(request, _state_page(anchor)))


def _newest_of(address: str) -> AnyCase | None:
    """The newest case of a mailbox, which the code is sent for."""
    request = access.of_mailbox(address).order_by("-received_at").first()
    return request or access.objections_of_mailbox(address).order_by("-received_at").first()


def _send(case: AnyCase) -> None:
    """Whether a code went out is said to nobody: not that an address is known, nor that one is missing."""
    now, address = timezone.now(), case.applicant.mail_address
    with contextlib.suppress(Unlawful, TooOften):
        if address:
            # Of a mailbox with many requests each has its own limit; together they would still be a flood.
            count("mailbox", address.lower(), at=now)
        codes.send_code(case=case, at=now)


def _code_page(
    request: HttpRequest,
    road: str,
    form: forms_tracking.CodeForm,
    *,
    number: str = "",
    too_often: TooOften | None = None,
    status: int = 200,
) -> HttpResponse:
    screen = screens.CodeScreen(
        road=road,
        asked=road == "mine" or "terkirim" in request.GET or form.is_bound,
        form=form,
        number=number,
        too_often=too_often,
    )
    response = render(request, "ppid/citizen/code.html", {"screen": screen}, status=status)
    return _wait(response, too_often) if too_often else response


@contextlib.contextmanager
def _steady() -> Iterator[None]:
    """Take the same time for a mailbox that we know and for one that we do not."""
    ends = time.monotonic() + STEADY
    try:
        yield
    finally:
        time.sleep(max(0.0, ends - time.monotonic()))


def _wait(response: HttpResponse, too_often: TooOften) -> HttpResponse:
    response.status_code = 429
    response["Retry-After"] = str(too_often.wait)
    return response
