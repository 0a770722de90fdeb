"""Papers that may go with a request: optional, judged by their content, destroyed with a draft that is not sent."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from ppid.actions import drafts
from ppid.citizen import forms, screens, steps
from ppid.citizen.client import TooOften, client_address, count
from ppid.citizen.drafting import held
from ppid.citizen.private_pages import private_page
from ppid.law.applicant_papers import Paper, wanted
from ppid.law.filing import ApplicantKind
from ppid.models.cases import CaseFile
from ppid.models.drafts import FILE_LIMIT
from ppid.models.files import FileRefused
from ppid.queries import drafts as written_drafts

STEP = steps.BY_SLUG["berkas"]


def wanted_of(draft: written_drafts.Written) -> tuple[Paper, ...]:
    """What this applicant hands in (PERKI 1/2021 Ps 27(2)-(7)); none of it is needed to send."""
    kind = draft.answers.get("kind") or ApplicantKind.PERSON
    return wanted(kind, proxy=steps.proxied(draft.answers))


@private_page
@require_http_methods(["GET", "POST"])
def request_papers(request: HttpRequest) -> HttpResponse:
    """The list of files and the field for one more."""
    now = timezone.now()
    draft = held(request, now)
    if draft is None or draft.sent:
        return redirect("request_new")
    roles = tuple((paper.role.value, _(paper.label)) for paper in wanted_of(draft))
    if request.method == "POST":
        form = forms.PaperForm(request.POST, request.FILES, roles=roles)
    else:
        form = forms.PaperForm(roles=roles)
    too_often = None
    if form.is_bound and form.is_valid():
        try:
            count("paper", client_address(request), at=now)
            upload = form.cleaned_data["file"]
            role = CaseFile.Role(form.cleaned_data["role"] or CaseFile.Role.ATTACHMENT)
            drafts.add_paper(token=draft.token, content=upload, name=upload.name, role=role, at=now)
        except FileRefused as refused:
            form.add_error("file", str(refused))
        except TooOften as error:
            too_often = error
        else:
            return redirect(steps.address(STEP))
    screen = _screen(draft, form, too_often)
    status = 429 if too_often else 422 if form.errors else 200
    response = render(request, STEP.template, {"screen": screen}, status=status)
    if too_often:
        response["Retry-After"] = str(too_often.wait)
    return response


@private_page
@require_POST
def request_paper_drop(request: HttpRequest, paper: int) -> HttpResponse:
    now = timezone.now()
    draft = held(request, now)
    if draft is None or draft.sent:
        return redirect("request_new")
    drafts.drop_paper(token=draft.token, paper=paper, at=now)
    return redirect(steps.address(STEP))


def _screen(draft: written_drafts.Written, form: forms.PaperForm, too_often: TooOften | None) -> screens.StepScreen:
    previous = steps.before(STEP, draft.answers)
    return screens.StepScreen(
        step=STEP,
        steps=steps.stepper(STEP),
        form=form,
        token=draft.token,
        action=steps.address(STEP),
        back=steps.address(previous) if previous else "",
        onward=steps.address(steps.after(STEP, draft.answers)),
        too_often=too_often,
        papers=written_drafts.papers(draft.token),
        papers_wanted=tuple(_(paper.label) for paper in wanted_of(draft)),
        file_limit=FILE_LIMIT,
    )
