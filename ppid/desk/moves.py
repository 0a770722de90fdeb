"""The moves of a case as pages: get with access, one short form, one action, back to the case."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from ppid import letters
from ppid.access import officer_case
from ppid.actions import letters as letter_actions
from ppid.actions import requests as request_actions
from ppid.desk import office
from ppid.desk.forms import (
    ConfirmForm,
    DisposeForm,
    MoveForm,
    NoticeForm,
    SendingForm,
    SignedForm,
    WithdrawForm,
)
from ppid.desk.refusal_steps import ApproveRefusal, ProposeRefusal, ReturnRefusal
from ppid.desk.steps import Step, Task, bound, open_notice, seen, wanted
from ppid.law.procedure import (
    SIGNERS,  # fmt: skip
    Invalid,
    Move,
    MoveName,
    State,
    Unlawful,
    lawful,
    may_sign,
    move,
)
from ppid.letters.signed import Findings, Link, inspect
from ppid.models import Appointment, FileRefused, InformationRequest, Institution, Letter

SLUGS: Mapping[MoveName, str] = {
    MoveName.DECLARE_COMPLETE: "nyatakan-lengkap",
    MoveName.DISPOSE: "disposisi",
    MoveName.DRAFT_NOTICE: "susun-pemberitahuan",
    MoveName.PROPOSE_REFUSAL: "usulkan-penolakan",
    MoveName.APPROVE_REFUSAL: "setujui-penolakan",
    MoveName.RETURN_REFUSAL: "kembalikan-penolakan",
    MoveName.ATTACH_SIGNED: "unggah-surat",
    MoveName.RECORD_SENDING: "catat-penyampaian",
    MoveName.WITHDRAW: "cabut",
}


@dataclass(frozen=True)
class MoveScreen:
    """One move's page. `letter` is the open notice, where the move is about it; `warning` says what a yes means."""

    case: InformationRequest
    move: Move
    form: MoveForm
    case_url: str
    letter: Letter | None = None
    blocks: tuple[tuple[str, tuple[Any, ...]], ...] = ()
    preview_url: str = ""
    warning: str = ""
    links: tuple[tuple[str, str], ...] = field(default=())


class DraftNotice:
    """Annex VII with a live preview of the letter."""

    def form(self, task: Task) -> MoveForm:
        institution = Institution.load(request_or_site=task.request)
        return bound(task, NoticeForm, NoticeForm.start(task.case, task.letter, institution), on=task.now.on)

    def act(self, task: Task, form: NoticeForm) -> str:
        letter = letter_actions.draft_notice(
            case=task.case, content=form.content(), seen=form.cleaned_data["seen"], **task.said
        )
        return _("Konsep surat %(number)s disimpan. Unduh naskahnya untuk ditandatangani.") % {"number": letter.number}

    def shows(self, task: Task, form: NoticeForm) -> dict[str, Any]:
        blocks = tuple((str(name), tuple(form[field] for field in fields)) for name, fields in NoticeForm.BLOCKS)
        signed = task.letter is not None and task.letter.signed_id is not None
        return {
            "blocks": blocks,
            "preview_url": reverse("desk_preview", args=[task.case.pk]),
            "warning": _("Surat ini sudah ditandatangani. Bila isinya diubah, tanda tangan gugur.") if signed else "",
        }


class AttachSigned:
    """The signed file, led back to its draft or compared by the officer."""

    def form(self, task: Task) -> MoveForm:
        return bound(task, SignedForm, {"signed_on": task.now.on}, signers=_signers(task))

    def act(self, task: Task, form: SignedForm) -> str:
        letter = wanted(task)
        findings = _findings(letter, form)
        link = findings.link
        if link is Link.NONE and not form.cleaned_data["compared"]:
            form.add_error(
                "compared",
                _("Berkas ini tidak memuat tautan ke konsepnya. Cocokkan, centang ini, lalu pilih lagi berkasnya."),
            )
            raise Invalid([])
        letter_actions.attach_signed(
            letter=letter,
            upload=form.cleaned_data["upload"],
            signed_on=form.cleaned_data["signed_on"],
            signer=form.cleaned_data["signer"],
            link=link if link is not Link.NONE else "compared",
            seen=form.cleaned_data["seen"],
            **task.said,
        )
        return _("Surat bertanda tangan tersimpan. Tenggat baru berhenti setelah penyampaiannya dicatat.")

    def shows(self, task: Task, form: SignedForm) -> dict[str, Any]:
        letter = wanted(task)
        return {"links": ((_("Unduh naskah untuk ditandatangani"), reverse("desk_naskah", args=[letter.pk])),)}


class RecordSending:
    """Only this answers the case."""

    def form(self, task: Task) -> MoveForm:
        start = {"sent_on": task.now.on, "how": _likely_way(task.case)}
        return bound(task, SendingForm, start)

    def act(self, task: Task, form: SendingForm) -> str:
        letter_actions.record_sending(
            letter=wanted(task),
            sent_on=form.cleaned_data["sent_on"],
            how=form.cleaned_data["how"],
            proof=form.cleaned_data["proof"],
            seen=form.cleaned_data["seen"],
            **task.said,
        )
        return _("Penyampaian dicatat. Permohonan ini sudah dijawab.")

    def shows(self, task: Task, form: SendingForm) -> dict[str, Any]:
        return {"warning": _("Setelah dicatat, surat tidak dapat diganti lagi dan tenggatnya berhenti.")}


class Dispose:
    def form(self, task: Task) -> MoveForm:
        return bound(task, DisposeForm, {"unit": task.case.unit_id})

    def act(self, task: Task, form: DisposeForm) -> str:
        unit = form.cleaned_data["unit"]
        request_actions.dispose(case=task.case, unit=unit, seen=form.cleaned_data["seen"], **task.said)
        return _("Permohonan diteruskan ke %(unit)s.") % {"unit": unit or _("PPID utama")}

    def shows(self, task: Task, form: DisposeForm) -> dict[str, Any]:
        return {}


class DeclareComplete:
    def form(self, task: Task) -> MoveForm:
        return bound(task, ConfirmForm)

    def act(self, task: Task, form: ConfirmForm) -> str:
        request_actions.declare_complete(case=task.case, seen=form.cleaned_data["seen"], **task.said)
        return _("Permohonan dinyatakan lengkap.")

    def shows(self, task: Task, form: ConfirmForm) -> dict[str, Any]:
        return {"warning": _("Tenggat menurut undang-undang tetap dihitung sejak permohonan diterima.")}


class Withdraw:
    def form(self, task: Task) -> MoveForm:
        return bound(task, WithdrawForm)

    def act(self, task: Task, form: WithdrawForm) -> str:
        request_actions.withdraw(case=task.case, seen=form.cleaned_data["seen"], **task.said)
        return _("Pencabutan dicatat. Permohonan ini selesai.")

    def shows(self, task: Task, form: WithdrawForm) -> dict[str, Any]:
        return {"warning": _("Hanya pemohon atau kuasanya yang dapat mencabut. Ini tidak dapat dibatalkan.")}


STEPS: Mapping[MoveName, Step] = {
    MoveName.DRAFT_NOTICE: DraftNotice(),
    MoveName.PROPOSE_REFUSAL: ProposeRefusal(),
    MoveName.APPROVE_REFUSAL: ApproveRefusal(),
    MoveName.RETURN_REFUSAL: ReturnRefusal(),
    MoveName.ATTACH_SIGNED: AttachSigned(),
    MoveName.RECORD_SENDING: RecordSending(),
    MoveName.DISPOSE: Dispose(),
    MoveName.DECLARE_COMPLETE: DeclareComplete(),
    MoveName.WITHDRAW: Withdraw(),
}
BY_SLUG: Mapping[str, MoveName] = {slug: name for name, slug in SLUGS.items()}
REFUSING = frozenset({MoveName.PROPOSE_REFUSAL, MoveName.APPROVE_REFUSAL, MoveName.RETURN_REFUSAL})
NEEDS_LETTER = frozenset({MoveName.ATTACH_SIGNED, MoveName.RECORD_SENDING}) | REFUSING


def make_move(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """The page of one move. 403 for a role that never makes it; a case past it sends back with the reason."""
    now = office.moment(request)
    case = officer_case(request.user, pk, now.on)
    name = BY_SLUG.get(slug)
    if name is None:
        raise Http404
    case_url = reverse("desk_case", args=[case.pk])
    task = Task(request, case, now, open_notice(case))
    hindrance = _hindrance(name, task)
    if hindrance:
        messages.error(request, hindrance)
        return redirect(case_url)
    step = STEPS[name]
    form = step.form(task)
    status = 200
    if request.method == "POST":
        status = _try(step, task, form)
        if status == 302:
            return redirect(case_url)
    screen = MoveScreen(case, move(name), form, case_url, task.letter, **step.shows(task, form))
    trail = [(case_url, case.number)]
    return office.page(request, "ppid/desk/move.html", screen, title=_(screen.move.label), trail=trail, status=status)


def _try(step: Step, task: Task, form: MoveForm) -> int:
    """302 when done, 400 for what the form can mend, 409 when the case or the law says no."""
    if not form.is_valid():
        return 400
    try:
        done = step.act(task, form)
    except Invalid as error:
        form.refused(error)
        return 400
    except Unlawful as error:
        form.add_error(None, _(error.text) % error.values if error.values else _(error.text))
        form.saw(seen(task.case))
        return 409
    messages.success(task.request, done)
    return 302


def _hindrance(name: MoveName, task: Task) -> str:
    """Why this page cannot be opened now; PermissionDenied when it is never this person's."""
    actors = office.roles(task.request).actors
    if not move(name).actors & actors:
        raise PermissionDenied
    if name in NEEDS_LETTER and (task.letter is None or task.letter.draft_id is None):
        return _("Konsep surat belum ada. Susun dahulu pemberitahuannya, atau tunggu sampai konsepnya selesai dibuat.")
    if task.request.method == "POST":
        # The action itself refuses, and the page shows again what was typed.
        return ""
    if name not in {row.name for row in lawful(State(task.case.state), actors)}:
        return _("Permohonan ini sudah berkeadaan “%(state)s”.") % {"state": task.case.get_state_display()}
    if name is MoveName.RECORD_SENDING and (task.letter is None or task.letter.signed_id is None):
        return _("Surat belum ditandatangani. Unggah dahulu surat yang sudah bertanda tangan.")
    return ""


def _signers(task: Task) -> QuerySet[Appointment]:
    """Appointments under which this letter may be signed, in force today or ended within the last weeks."""
    letter = wanted(task)
    allowed = [row.actor for row in SIGNERS[letter.kind]]
    rows = Appointment.objects.filter(role__in=allowed, starts__lte=task.now.on).select_related("user")
    possible = [row.pk for row in rows if may_sign(letter.kind, row.role, mandated=bool(row.mandate_number))]
    still = rows.filter(pk__in=possible).exclude(ends__lt=letter.dated)
    return still.order_by("role", "-starts")


def _findings(letter: Letter, form: SignedForm) -> Findings:
    upload = form.cleaned_data["upload"]
    data = upload.read()
    upload.seek(0)
    try:
        found = inspect(
            data, code=letter.verify_code, draft_sha256=letter.draft_sha256, naskah=letters.for_signature(letter)
        )
    except FileRefused as error:
        form.add_error("upload", str(error))
        raise Invalid([]) from error
    if found.broken:
        form.add_error("upload", _("Tanda tangan elektronik berkas ini rusak: isinya berubah setelah ditandatangani."))
        raise Invalid([])
    return found


def _likely_way(case: InformationRequest) -> str:
    """How the applicant wanted to get it; the officer may choose otherwise."""
    ways = {"pick_up": Letter.SentHow.BY_HAND, "courier": Letter.SentHow.COURIER, "post": Letter.SentHow.POST}
    ways |= {"fax": Letter.SentHow.FAX, "email": Letter.SentHow.EMAIL}
    return str(ways.get(case.delivery_way, ""))
