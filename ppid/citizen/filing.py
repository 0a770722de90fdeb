"""Asking: one thing a screen, kept as it is typed, reviewed, sent once, with a receipt."""

import datetime as dt

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ppid.actions import drafts
from ppid.citizen import screens, steps
from ppid.citizen.client import TooOften, client_address, count
from ppid.citizen.drafting import DRAFT, held, held_token, hold, let_go, to_receipt
from ppid.citizen.private_pages import private_page
from ppid.citizen.promise import due_of_today
from ppid.citizen.review import NotYet, read_filing, review_screen
from ppid.citizen.suggestions import already_public
from ppid.models import Institution
from ppid.models.drafts import KEPT_FOR
from ppid.queries import drafts as written_drafts
from ppid.queries.drafts import Written

ABOUT_LENGTH = 500
MENDING = f"?kembali={steps.REVIEW.slug}"


@require_GET
def request_start(request: HttpRequest) -> HttpResponse:
    """What a request is, the rights, the times, the cost, and the door."""
    now = timezone.now()
    institution = Institution.load(request_or_site=request)
    draft = held(request, now) if DRAFT in request.session else None
    screen = screens.StartScreen(
        on=institution.day_of(now),
        due=due_of_today(now, institution),
        copy_fee=institution.copy_fee,
        resumable=draft is not None and not draft.sent,
    )
    return render(request, "ppid/citizen/start.html", {"screen": screen})


@private_page
@require_http_methods(["GET", "POST"])
def request_new(request: HttpRequest) -> HttpResponse:
    """The first screen; `?tentang=` proposes words, `?mulai=baru` leaves a draft of this browser alone."""
    return _screen(request, steps.FIRST)


@private_page
@require_http_methods(["GET", "POST"])
def request_step(request: HttpRequest, slug: str) -> HttpResponse:
    step = steps.BY_SLUG.get(slug)
    if step is None or step is steps.FIRST:
        raise Http404
    return _screen(request, step)


@private_page
@require_GET
def request_public(request: HttpRequest) -> HttpResponse:
    """What is already public about the question; passes on by itself when there is nothing."""
    draft = held(request, timezone.now())
    onward = steps.address(steps.after(steps.FIRST, draft.answers if draft else {}))
    found = already_public(draft.answers.get("details", "")) if draft else ()
    if not found:
        return redirect(onward)
    screen = screens.PublicScreen(steps.stepper(steps.FIRST), found, steps.address(steps.FIRST), onward)
    return render(request, "ppid/citizen/already_public.html", {"screen": screen})


@private_page
@require_POST
def request_send(request: HttpRequest) -> HttpResponse:
    """Send what was reviewed. Sent twice it is one request, and both times the receipt follows."""
    now = timezone.now()
    token = held_token(request)
    try:
        drafts.send(token=token, read=read_filing, at=now)
    except drafts.DraftGone:
        return _gone(request)
    except NotYet:
        draft = held(request, now)
        if draft is None:
            return _gone(request)
        return render(request, steps.REVIEW.template, {"screen": review_screen(draft, at=now)}, status=422)
    return to_receipt(token)


@private_page
@require_GET
def request_keep(request: HttpRequest) -> HttpResponse:
    """The private link by which a draft is opened again, here or on another machine."""
    draft = held(request, timezone.now())
    if draft is None or draft.sent:
        return redirect("request_new")
    link = request.build_absolute_uri(reverse("request_resume", args=[draft.token]))
    screen = screens.KeepScreen(link, draft.expires_at, steps.address(steps.REVIEW))
    return render(request, "ppid/citizen/keep.html", {"screen": screen})


@private_page
@require_GET
def request_resume(request: HttpRequest, token: str) -> HttpResponse:
    """Take up a draft by its private link; the secret leaves the address at once."""
    draft = written_drafts.written(token, at=timezone.now())
    if draft is None:
        return _gone(request)
    hold(request, token)
    return to_receipt(token) if draft.sent else redirect("request_step", steps.REVIEW.slug)


@private_page
@require_POST
def request_discard(request: HttpRequest) -> HttpResponse:
    draft = held(request, timezone.now())
    if draft is not None:
        drafts.discard(token=draft.token, at=timezone.now())
    let_go(request)
    return redirect("request_start")


def _screen(request: HttpRequest, step: steps.Step) -> HttpResponse:
    now = timezone.now()
    draft = held(request, now)
    if draft is not None and draft.sent:
        if request.POST.get("draft"):  # typed into a page from before the sending
            return to_receipt(draft.token)
        draft = None
    if request.method == "POST":
        return _typed(request, step, draft, now)
    return _shown(request, step, draft, now)


def _shown(request: HttpRequest, step: steps.Step, draft: Written | None, now: dt.datetime) -> HttpResponse:
    if draft is None and step is not steps.FIRST:
        return redirect("request_new")
    if step is steps.REVIEW and draft is not None:
        return render(request, step.template, {"screen": review_screen(draft, at=now)})
    answers = dict(draft.answers) if draft else {}
    about = _about(request)
    other = bool(about and answers.get("details") and step is steps.FIRST)
    if about and not answers.get("details"):
        answers["details"] = about
    form = steps.form_for(step, answers)
    return _render(request, step, form, draft, about=about, other_draft=other)


def _typed(request: HttpRequest, step: steps.Step, draft: Written | None, now: dt.datetime) -> HttpResponse:
    if step.form is None:
        raise Http404
    answers = dict(draft.answers) if draft else {}
    form = steps.form_for(step, answers, data=request.POST)
    if draft is None:
        try:
            count("draft", client_address(request), at=now)
        except TooOften as too_often:
            return _render(request, step, form, None, too_often=too_often)
    token = drafts.keep(token=draft.token if draft else "", answers=form.raw(), at=now)
    hold(request, token)
    if not form.is_valid():
        return _render(request, step, form, draft, token=token, status=422)
    if _mending(request):
        return redirect("request_step", steps.REVIEW.slug)
    if step is steps.FIRST:
        return redirect("request_public")
    return redirect(steps.address(steps.after(step, {**answers, **form.raw()})))


def _render(
    request: HttpRequest,
    step: steps.Step,
    form: steps.forms.StepForm,
    draft: Written | None,
    *,
    token: str = "",
    status: int = 200,
    too_often: TooOften | None = None,
    about: str = "",
    other_draft: bool = False,
) -> HttpResponse:
    answers = draft.answers if draft else {}
    previous = steps.before(step, answers)
    screen = screens.StepScreen(
        step=step,
        steps=steps.stepper(step),
        form=form,
        token=token or (draft.token if draft else ""),
        action=steps.address(step) + (MENDING if _mending(request) else ""),
        back=steps.address(previous) if previous else reverse("request_start"),
        onward=steps.address(steps.after(step, answers)),
        too_often=too_often,
        about=about,
        other_draft=other_draft,
    )
    response = render(request, step.template, {"screen": screen}, status=429 if too_often else status)
    if too_often:
        response["Retry-After"] = str(too_often.wait)
    return response


def _mending(request: HttpRequest) -> bool:
    """The person came from the review page to mend one answer, and goes back there."""
    return request.GET.get("kembali") == steps.REVIEW.slug


def _about(request: HttpRequest) -> str:
    return " ".join(request.GET.get("tentang", "").split())[:ABOUT_LENGTH]


def _gone(request: HttpRequest) -> HttpResponse:
    screen = screens.GoneScreen(days=KEPT_FOR.days)
    return render(request, "ppid/citizen/gone.html", {"screen": screen}, status=404)
