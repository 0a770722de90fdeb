"""The moves of a case as pages: get with access, one short form, one action, back to the case."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from ppid.access import officer_case
from ppid.desk import office
from ppid.desk.complaint_steps import (
    AnswerComplaint,
    CompleteComplaint,
    EnterComplaint,
    HandToComplaints,
    NotifyComplaint,
    ResumeRequest,
    SettleComplaint,
)
from ppid.desk.completeness_steps import (
    AcceptAsNew,
    CompletePapers,
    DeclareComplete,
    DraftIncomplete,
    NoteNotCompleted,
)
from ppid.desk.delivery_steps import DeliverPart, MakeAvailable, RecordReceipt, ReopenPart
from ppid.desk.extension_steps import DraftExtension
from ppid.desk.fee_steps import FillCopyForm, RecordPayment
from ppid.desk.forms.base import MoveForm
from ppid.desk.forwarding_steps import Forward, WishForwarding
from ppid.desk.intake_steps import ConfirmOral
from ppid.desk.letter_steps import AttachSigned, DraftNotice, RecordArrival, RecordSending
from ppid.desk.party_steps import (
    AcceptSuccessor,
    CloseUncontinued,
    FlagAnnoying,
    LiftFlag,
    NoteEnding,
    Withdraw,
    WithdrawPart,
)
from ppid.desk.refusal_steps import ApproveRefusal, ProposeRefusal, ReturnRefusal
from ppid.desk.steps import Step, Task, letter_of, seen
from ppid.desk.subject_steps import ApproveSubject, WriteSubject
from ppid.desk.unit_steps import AskUnit, Dispose, SendBack
from ppid.desk.viewing_steps import ChooseViewing, NoteAbsence, OfferViewing, RecordMinutes
from ppid.law.completeness import CHECKING
from ppid.law.letters import SENDING
from ppid.law.procedure import Invalid, Move, MoveName, State, Unlawful, lawful, move
from ppid.models import InformationRequest, Letter
from ppid.queries.completeness import check_of

SLUGS: Mapping[MoveName, str] = {
    MoveName.CONFIRM_ORAL: "catat-lisan",
    MoveName.DECLARE_COMPLETE: "nyatakan-lengkap",
    MoveName.DISPOSE: "disposisi",
    MoveName.DRAFT_NOTICE: "susun-pemberitahuan",
    MoveName.DRAFT_EXTENSION: "susun-perpanjangan",
    MoveName.SEND_EXTENSION: "catat-perpanjangan",
    MoveName.HAND_TO_COMPLAINTS: "serahkan-aduan",
    MoveName.ENTER_COMPLAINT: "catat-lapor",
    MoveName.SETTLE_COMPLAINT: "catat-hasil-aduan",
    MoveName.RESUME_REQUEST: "lanjutkan-permohonan",
    MoveName.ANSWER_COMPLAINT: "tanggapi-aduan",
    MoveName.COMPLETE_COMPLAINT: "aduan-dilengkapi",
    MoveName.NOTIFY_COMPLAINT: "beritahu-hasil-aduan",
    MoveName.PROPOSE_REFUSAL: "usulkan-penolakan",
    MoveName.APPROVE_REFUSAL: "setujui-penolakan",
    MoveName.RETURN_REFUSAL: "kembalikan-penolakan",
    MoveName.ATTACH_SIGNED: "unggah-surat",
    MoveName.RECORD_SENDING: "catat-penyampaian",
    MoveName.RECORD_ARRIVAL: "catat-diterima",
    MoveName.DRAFT_INCOMPLETE: "susun-tidak-lengkap",
    MoveName.SEND_INCOMPLETE: "catat-tidak-lengkap-disampaikan",
    MoveName.COMPLETE_PAPERS: "lengkapi",
    MoveName.NOTE_NOT_COMPLETED: "catat-tidak-dilengkapi",
    MoveName.ACCEPT_AS_NEW: "daftarkan-baru",
    MoveName.WITHDRAW_PART: "cabut-sebagian",
    MoveName.WITHDRAW: "cabut",
    MoveName.RETURN_CASE: "kembalikan",
    MoveName.ASK_UNIT: "tanya-unit",
    MoveName.WRITE_SUBJECT: "tulis-ringkasan",
    MoveName.APPROVE_SUBJECT: "setujui-ringkasan",
    MoveName.NOTE_ENDING: "catat-meninggal-atau-bubar",
    MoveName.ACCEPT_SUCCESSOR: "catat-penerus",
    MoveName.CLOSE_UNCONTINUED: "tutup-tanpa-penerus",
    MoveName.FLAG_ANNOYING: "tandai-mengganggu",
    MoveName.LIFT_FLAG: "cabut-tanda",
    MoveName.DELIVER_PART: "serahkan-informasi",
    MoveName.MAKE_AVAILABLE: "siap-diambil",
    MoveName.RECORD_RECEIPT: "bukti-diterima",
    MoveName.REOPEN_PART: "buka-kembali",
    MoveName.WISH_FORWARDING: "catat-kehendak-diteruskan",
    MoveName.FORWARD: "catat-penerusan",
    MoveName.RECORD_PAYMENT: "catat-pembayaran",
    MoveName.FILL_COPY_FORM: "formulir-salinan",
    MoveName.OFFER_VIEWING: "tawarkan-waktu",
    MoveName.CHOOSE_VIEWING: "pilih-waktu",
    MoveName.NOTE_ABSENCE: "tidak-datang",
    MoveName.RECORD_MINUTES: "berita-acara",
}


@dataclass(frozen=True)
class MoveScreen:
    """One move's page. `letter` is the open notice, where the move is about it; `warning` says what a yes means; `more`
    is the name and the words of a submit that only adds a row to the form.

    `asked`: the applicant's words, where the move retells them; `quoted`: words that a yes lets out.
    """

    case: InformationRequest
    move: Move
    form: MoveForm
    case_url: str
    letter: Letter | None = None
    blocks: tuple[tuple[str, tuple[Any, ...]], ...] = ()
    preview_url: str = ""
    warning: str = ""
    more: tuple[str, str] | None = None
    links: tuple[tuple[str, str], ...] = field(default=())
    asked: str = ""
    quoted: str = ""


STEPS: Mapping[MoveName, Step] = {
    MoveName.DRAFT_NOTICE: DraftNotice(),
    MoveName.DRAFT_EXTENSION: DraftExtension(),
    MoveName.SEND_EXTENSION: RecordSending(),
    MoveName.HAND_TO_COMPLAINTS: HandToComplaints(),
    MoveName.ENTER_COMPLAINT: EnterComplaint(),
    MoveName.SETTLE_COMPLAINT: SettleComplaint(),
    MoveName.RESUME_REQUEST: ResumeRequest(),
    MoveName.ANSWER_COMPLAINT: AnswerComplaint(),
    MoveName.COMPLETE_COMPLAINT: CompleteComplaint(),
    MoveName.NOTIFY_COMPLAINT: NotifyComplaint(),
    MoveName.PROPOSE_REFUSAL: ProposeRefusal(),
    MoveName.APPROVE_REFUSAL: ApproveRefusal(),
    MoveName.RETURN_REFUSAL: ReturnRefusal(),
    MoveName.ATTACH_SIGNED: AttachSigned(),
    MoveName.RECORD_SENDING: RecordSending(),
    MoveName.RECORD_ARRIVAL: RecordArrival(),
    MoveName.DISPOSE: Dispose(),
    MoveName.DECLARE_COMPLETE: DeclareComplete(),
    MoveName.CONFIRM_ORAL: ConfirmOral(),
    MoveName.DRAFT_INCOMPLETE: DraftIncomplete(),
    MoveName.SEND_INCOMPLETE: RecordSending(),
    MoveName.COMPLETE_PAPERS: CompletePapers(),
    MoveName.NOTE_NOT_COMPLETED: NoteNotCompleted(),
    MoveName.ACCEPT_AS_NEW: AcceptAsNew(),
    MoveName.WITHDRAW_PART: WithdrawPart(),
    MoveName.WITHDRAW: Withdraw(),
    MoveName.RETURN_CASE: SendBack(),
    MoveName.ASK_UNIT: AskUnit(),
    MoveName.WRITE_SUBJECT: WriteSubject(),
    MoveName.APPROVE_SUBJECT: ApproveSubject(),
    MoveName.NOTE_ENDING: NoteEnding(),
    MoveName.ACCEPT_SUCCESSOR: AcceptSuccessor(),
    MoveName.CLOSE_UNCONTINUED: CloseUncontinued(),
    MoveName.FLAG_ANNOYING: FlagAnnoying(),
    MoveName.LIFT_FLAG: LiftFlag(),
    MoveName.DELIVER_PART: DeliverPart(),
    MoveName.MAKE_AVAILABLE: MakeAvailable(),
    MoveName.RECORD_RECEIPT: RecordReceipt(),
    MoveName.REOPEN_PART: ReopenPart(),
    MoveName.WISH_FORWARDING: WishForwarding(),
    MoveName.FORWARD: Forward(),
    MoveName.RECORD_PAYMENT: RecordPayment(),
    MoveName.FILL_COPY_FORM: FillCopyForm(),
    MoveName.OFFER_VIEWING: OfferViewing(),
    MoveName.CHOOSE_VIEWING: ChooseViewing(),
    MoveName.NOTE_ABSENCE: NoteAbsence(),
    MoveName.RECORD_MINUTES: RecordMinutes(),
}
BY_SLUG: Mapping[str, MoveName] = {slug: name for name, slug in SLUGS.items()}
REFUSING = frozenset({MoveName.PROPOSE_REFUSAL, MoveName.APPROVE_REFUSAL, MoveName.RETURN_REFUSAL})
# The case is no longer this person's afterwards.
LEAVING = frozenset({MoveName.RETURN_CASE})
NEEDS_LETTER = frozenset({MoveName.ATTACH_SIGNED, *SENDING}) | REFUSING


def make_move(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """The page of one move. 403 for a role that never makes it; a case past it sends back with the reason."""
    now = office.moment(request)
    case = officer_case(request.user, pk, now.on)
    name = BY_SLUG.get(slug)
    if name is None:
        raise Http404
    case_url = reverse("desk_case", args=[case.pk])
    task = Task(request, case, now, letter_of(name, case, request.GET.get("surat", "")), name)
    hindrance = _hindrance(name, task)
    if hindrance:
        messages.error(request, hindrance)
        return redirect(case_url)
    step = STEPS[name]
    form = step.form(task)
    status = 200
    # A form that only grew a row comes unbound: nothing is judged and nothing done.
    if form.is_bound:
        status = _try(step, task, form)
        if status == 302:
            return redirect("desk_list") if name in LEAVING else redirect(case_url)
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
    lacking = _lacking_letter(name, task)
    if lacking or task.request.method == "POST":
        # The action itself refuses, and the page shows again what was typed.
        return lacking
    if name not in {row.name for row in lawful(State(task.case.state), actors)}:
        return _("Permohonan ini sudah berkeadaan “%(state)s”.") % {"state": task.case.get_state_display()}
    if name in CHECKING and (reason := check_of(task.case).hindrance(name, task.now.on)):
        return _(reason)
    if name in SENDING and (task.letter is None or task.letter.signed_id is None):
        return _("Surat belum ditandatangani. Unggah dahulu surat yang sudah bertanda tangan.")
    hindrance = getattr(STEPS[name], "hindrance", None)
    return hindrance(task) if hindrance else ""


def _lacking_letter(name: MoveName, task: Task) -> str:
    if name is MoveName.RECORD_ARRIVAL and task.letter is None:
        return _("Tidak ada surat yang tanggal diterimanya belum tercatat.")
    if name in NEEDS_LETTER and (task.letter is None or task.letter.draft_id is None):
        return _("Konsep surat belum ada. Susun dahulu pemberitahuannya, atau tunggu sampai konsepnya selesai dibuat.")
    return ""
