"""The applicant completes the request: files with their roles, empty fields, and whatever was typed stays."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ppid.actions import completion_drafts
from ppid.citizen.client import TooOften, client_address, count
from ppid.citizen.forms_own import CompletingForm
from ppid.citizen.own_case import day_of, own_case, typed_before
from ppid.citizen.private_pages import private_page
from ppid.law.completeness import Check, Stage
from ppid.law.filing import ApplicantKind
from ppid.law.procedure import Actor, Invalid, MoveName, State, Unlawful, lawful
from ppid.models import FileRefused, InformationRequest
from ppid.models.cases import CaseFile
from ppid.models.completions import FILE_LIMIT
from ppid.queries import completeness as checks

PAGE = "track_complete"


@dataclass(frozen=True, slots=True)
class Pending:
    """A file chosen and stored, not handed in yet."""

    pk: int
    name: str
    size: int
    role: str


@dataclass(frozen=True, slots=True)
class CompleteScreen:
    """`wanted`: what the letter asks for, words and article; `until` the applicant's last day, None where none runs;
    `late`: it is over."""

    number: str
    form: CompletingForm
    wanted: tuple[tuple[str, str], ...]
    until: dt.date | None
    late: bool
    papers: tuple[Pending, ...]
    file_limit: int
    too_often: TooOften | None = None


@private_page
@require_http_methods(["GET", "POST"])
@own_case(PAGE)
def complete(request: HttpRequest, case: InformationRequest, now: dt.datetime) -> HttpResponse:
    """The page, and its three buttons: store a file, drop one, hand everything in."""
    on = day_of(request, now)
    check = checks.check_of(case)
    refusal = may_complete(case, check, on)
    if refusal:
        messages.error(request, refusal)
        return redirect("track_state")
    if request.method == "GET":
        return _page(request, case, check, on, _form(case, typed_before(request, PAGE, case)))
    form = _form(case, None, request)
    completion_drafts.keep(case=case, answers=form.answers, at=now)
    if drop := request.POST.get("hapus", ""):
        if drop.isascii() and drop.isdigit():
            completion_drafts.drop_paper(case=case, paper=int(drop))
        return redirect(PAGE)
    return _handed(request, case, check, on, form, now)


def _handed(  # noqa: PLR0917
    request: HttpRequest, case: InformationRequest, check: Check, on: dt.date, form: CompletingForm, now: dt.datetime
) -> HttpResponse:
    """Store the file that came along, then hand everything in, as the button says."""
    if not form.is_valid():
        return _page(request, case, check, on, form, status=422)
    if form.cleaned_data["file"] or "unggah" in request.POST:
        failed = _store(request, case, check, on, form, now)
        if failed is not None:
            return failed
    return _send(request, case, check, on, form, now) if "kirim" in request.POST else redirect(PAGE)


def may_complete(case: InformationRequest, check: Check, on: dt.date) -> str:
    """Why the applicant cannot complete the case now; empty where it can be done."""
    if MoveName.COMPLETE_PAPERS not in {row.name for row in lawful(State(case.state), {Actor.APPLICANT})}:
        return _("Permohonan ini sudah berkeadaan “%(state)s”.") % {"state": case.get_state_display()}
    reason = check.hindrance(MoveName.COMPLETE_PAPERS, on)
    return _(reason) if reason else ""


def _form(case: InformationRequest, typed: dict[str, str] | None, request: HttpRequest | None = None) -> CompletingForm:
    kind, open_to = ApplicantKind(case.applicant.kind), checks.fields_open(case)
    known: dict[str, Any] = {"kind": kind, "proxy": case.applicant.proxied, "open_to": open_to}
    if request is not None:
        return CompletingForm(request.POST, request.FILES, **known)
    return CompletingForm(initial={**checks.written_answers(case), **(typed or {})}, **known)


def _store(  # noqa: PLR0917
    request: HttpRequest, case: InformationRequest, check: Check, on: dt.date, form: CompletingForm, now: dt.datetime
) -> HttpResponse | None:
    """Keep the chosen file; the page again when it cannot be kept."""
    upload = form.cleaned_data["file"]
    try:
        if upload is None:
            raise FileRefused(_("Pilih berkas terlebih dahulu."))
        count("paper", client_address(request), at=now)
        role = CaseFile.Role(form.cleaned_data["role"] or CaseFile.Role.ATTACHMENT)
        completion_drafts.add_paper(
            case=case, answers=form.answers, content=upload, name=upload.name, role=role, at=now
        )
    except FileRefused as refused:
        form.add_error("file", str(refused))
        return _page(request, case, check, on, form, status=422)
    except TooOften as too_often:
        return _page(request, case, check, on, form, status=429, too_often=too_often)
    return None


def _send(  # noqa: PLR0917
    request: HttpRequest, case: InformationRequest, check: Check, on: dt.date, form: CompletingForm, now: dt.datetime
) -> HttpResponse:
    try:
        completion_drafts.send(case=case, answers=form.answers, on=on, at=now)
    except Invalid as invalid:
        form.refused(invalid)
        return _page(request, case, check, on, form, status=422)
    except Unlawful as refused:
        form.add_error(None, _(refused.text) % refused.values if refused.values else _(refused.text))
        return _page(request, case, check, on, form, status=409)
    messages.success(request, _("Kelengkapan Anda sudah kami terima. Petugas memeriksanya."))
    return redirect("track_state")


def _page(
    request: HttpRequest, case: InformationRequest, check: Check, on: dt.date, form: CompletingForm, *,
    status: int = 200, too_often: TooOften | None = None,
) -> HttpResponse:  # fmt: skip
    labels = dict(form.fields["role"].choices)  # type: ignore[attr-defined]
    screen = CompleteScreen(
        number=case.number,
        form=form,
        wanted=checks.wanted_of(case),
        until=check.due,
        late=check.stage(on) in {Stage.EXPIRED, Stage.NOT_COMPLETED},
        papers=tuple(
            Pending(pk, name, size, str(labels.get(role, ""))) for pk, name, size, role in checks.pending_papers(case)
        ),
        file_limit=FILE_LIMIT,
        too_often=too_often,
    )
    response = render(request, "ppid/citizen/complete.html", {"screen": screen}, status=status)
    if too_often:
        response["Retry-After"] = str(too_often.wait)
    return response
