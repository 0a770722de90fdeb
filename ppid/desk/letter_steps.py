"""The letter's way at the desk: the notice drafted, the signed file attached, its sending recorded."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from ppid.actions import letters as letter_actions
from ppid.actions.notices import draft_notice
from ppid.desk.forms.base import MoveForm
from ppid.desk.forms.letters import ArrivalForm, SendingForm, SignedForm
from ppid.desk.forms.notice import NoticeForm
from ppid.desk.forms.parts import ADD
from ppid.desk.steps import Task, bound, offer_signers, signer_block, wanted
from ppid.law.giving import MOST_PARTS
from ppid.law.letters import LetterKind
from ppid.law.procedure import SIGNERS, MoveName, may_sign
from ppid.models import Appointment, InformationRequest, Institution, Letter


class DraftNotice:
    """Annex VII with a live preview of the letter."""

    def form(self, task: Task) -> MoveForm:
        institution = Institution.load(request_or_site=task.request)
        if ADD in task.request.POST:
            form = NoticeForm.with_another_row(task.request.POST, task.case, institution, on=task.now.on)
        else:
            start = NoticeForm.start(task.case, task.letter, institution)
            form = bound(task, NoticeForm, start, on=task.now.on)
        return offer_signers(task, form, LetterKind.NOTICE)

    def act(self, task: Task, form: NoticeForm) -> str:
        typed = form.cleaned_data
        letter = draft_notice(
            case=task.case, content=form.content(), signer=typed.get("signer"), seen=typed["seen"], **task.said
        )
        return _("Konsep surat %(number)s disimpan. Unduh naskahnya untuk ditandatangani.") % {"number": letter.number}

    def shows(self, task: Task, form: NoticeForm) -> dict[str, Any]:
        blocks = tuple((str(name), tuple(form[field] for field in fields)) for name, fields in form.blocks)
        signed = task.letter is not None and task.letter.signed_id is not None
        return {
            "blocks": (*blocks, *signer_block(form)),
            "more": (ADD, _("Tambah bagian")) if form.count < MOST_PARTS else None,
            "preview_url": reverse("desk_preview", args=[task.case.pk]),
            "warning": _("Surat ini sudah ditandatangani. Bila isinya diubah, tanda tangan gugur.") if signed else "",
        }


class AttachSigned:
    """The signed file, led back to its draft or compared by the officer."""

    def form(self, task: Task) -> MoveForm:
        return bound(task, SignedForm, {"signed_on": task.now.on}, signers=_signers(task))

    def act(self, task: Task, form: SignedForm) -> str:
        letter_actions.attach_signed(
            letter=wanted(task),
            upload=form.cleaned_data["upload"],
            signed_on=form.cleaned_data["signed_on"],
            signer=form.cleaned_data["signer"],
            compared=form.cleaned_data["compared"],
            seen=form.cleaned_data["seen"],
            **task.said,
        )
        return _("Surat bertanda tangan tersimpan. Tenggat baru berhenti setelah penyampaiannya dicatat.")

    def shows(self, task: Task, form: SignedForm) -> dict[str, Any]:
        letter = wanted(task)
        return {"links": ((_("Unduh naskah untuk ditandatangani"), reverse("desk_naskah", args=[letter.pk])),)}


class RecordSending:
    """The sending of any letter; that of a notice answers the case."""

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
        if task.move is MoveName.RECORD_SENDING:
            return _("Penyampaian dicatat. Permohonan ini sudah dijawab.")
        return _("Penyampaian surat dicatat.")

    def shows(self, task: Task, form: SendingForm) -> dict[str, Any]:
        if task.move is MoveName.RECORD_SENDING:
            return {"warning": _("Setelah dicatat, surat tidak dapat diganti lagi dan tenggatnya berhenti.")}
        return {"warning": _("Setelah dicatat, surat tidak dapat diganti lagi.")}


class RecordArrival:
    """When a letter that went by post or courier reached the applicant: the applicant's own clocks run from there."""

    def form(self, task: Task) -> MoveForm:
        return bound(task, ArrivalForm, {"delivered_on": task.now.on})

    def act(self, task: Task, form: ArrivalForm) -> str:
        letter_actions.record_arrival(
            letter=wanted(task),
            delivered_on=form.cleaned_data["delivered_on"],
            proof=form.cleaned_data["proof"],
            seen=form.cleaned_data["seen"],
            **task.said,
        )
        return _("Tanggal surat diterima pemohon dicatat.")

    def shows(self, task: Task, form: ArrivalForm) -> dict[str, Any]:
        return {"warning": _("Tenggat bagi pemohon dihitung sejak tanggal ini.")}


def _signers(task: Task) -> QuerySet[Appointment]:
    """Appointments under which this letter may be signed, in force today or ended within the last weeks."""
    letter = wanted(task)
    allowed = [row.actor for row in SIGNERS[letter.kind]]
    rows = Appointment.objects.filter(role__in=allowed, starts__lte=task.now.on).select_related("user")
    possible = [row.pk for row in rows if may_sign(letter.kind, row.role, mandated=bool(row.mandate_number))]
    still = rows.filter(pk__in=possible).exclude(ends__lt=letter.dated)
    return still.order_by("role", "-starts")


def _likely_way(case: InformationRequest) -> str:
    """How the applicant wanted to get it; the officer may choose otherwise."""
    ways = {"pick_up": Letter.SentHow.BY_HAND, "courier": Letter.SentHow.COURIER, "post": Letter.SentHow.POST}
    ways |= {"fax": Letter.SentHow.FAX, "email": Letter.SentHow.EMAIL}
    return str(ways.get(case.delivery_way, ""))
