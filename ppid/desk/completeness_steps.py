"""The completeness check at the desk: the letter of Annex IX, what came, the note, the request that follows."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from ppid.actions import completeness as checks
from ppid.actions import completing
from ppid.actions.completing import Handed, stored
from ppid.desk.forms.base import MoveForm
from ppid.desk.forms.completeness import CompleteForm, IncompleteForm
from ppid.desk.forms.requests import ConfirmForm
from ppid.desk.steps import Task, bound, offer_signers, signer_block
from ppid.law.completeness import UU_DOUBT, IncompleteContent, items
from ppid.law.filing import ApplicantKind, Channel
from ppid.law.letters import LetterKind
from ppid.queries.completeness import check_of, fields_open, gaps_of


class DeclareComplete:
    def form(self, task: Task) -> MoveForm:
        return bound(task, ConfirmForm)

    def act(self, task: Task, form: ConfirmForm) -> str:
        checks.declare_complete(case=task.case, seen=form.cleaned_data["seen"], **task.said)
        return _("Permohonan dinyatakan lengkap.")

    def shows(self, task: Task, form: ConfirmForm) -> dict[str, Any]:
        return {"warning": _("Tenggat menurut undang-undang tetap dihitung sejak permohonan diterima.")}


class DraftIncomplete:
    """What lacks, as far as it can be computed; the officer looks and decides."""

    def form(self, task: Task) -> MoveForm:
        applicant = task.case.applicant
        gaps = gaps_of(task.case)
        if task.letter is not None:
            before = IncompleteContent.from_json(task.letter.content)
            start = {"items": list(before.items), "other": before.other}
        else:
            start = {"items": [gap.item.code for gap in gaps if gap.certain]}
        known = items(applicant.kind, proxy=applicant.proxied)
        kind = ApplicantKind(applicant.kind)
        form = bound(task, IncompleteForm, start, applicant=kind, known=known, gaps=gaps)
        return offer_signers(task, form, LetterKind.INCOMPLETE)

    def act(self, task: Task, form: IncompleteForm) -> str:
        letter = checks.draft_incomplete(
            case=task.case, content=form.content(), seen=form.cleaned_data["seen"],
            signer=form.cleaned_data.get("signer"), **task.said,
        )  # fmt: skip
        return _("Konsep surat %(number)s disimpan. Unduh naskahnya untuk ditandatangani.") % {"number": letter.number}

    def shows(self, task: Task, form: IncompleteForm) -> dict[str, Any]:
        shown = {
            "blocks": ((_("Yang belum lengkap"), (form["items"], form["other"])), *signer_block(form)),
            "preview_url": f"{reverse('desk_preview', args=[task.case.pk])}?surat={LetterKind.INCOMPLETE}",
        }
        if task.letter is not None and task.letter.signed_id is not None:
            return {**shown, "warning": _("Surat ini sudah ditandatangani. Bila isinya diubah, tanda tangan gugur.")}
        return {
            **shown,
            "warning": _("Yang tercentang tampaknya belum ada; periksa dahulu. Surat ini tidak menghentikan tenggat."),
        }


class CompletePapers:
    """What came by letter, mail, telephone or at the counter."""

    def form(self, task: Task) -> MoveForm:
        applicant = task.case.applicant
        papers = [
            (item.role, item.label) for item in items(applicant.kind, proxy=applicant.proxied) if item.role
        ]  # fmt: skip
        start = {"came_on": task.now.on}
        return bound(task, CompleteForm, start, open_to=fields_open(task.case), papers=papers)

    def act(self, task: Task, form: CompleteForm) -> str:
        papers = [(stored(upload, field=name), role) for name, upload, role in form.uploads()]
        handed = Handed(
            form.answers, papers, how=Channel(form.cleaned_data["how"]), came_on=form.cleaned_data["came_on"]
        )
        completing.complete_papers(case=task.case, handed=handed, seen=form.cleaned_data["seen"], **task.said)
        return _("Kelengkapan dicatat. Periksa, lalu nyatakan lengkap.")

    def shows(self, task: Task, form: CompleteForm) -> dict[str, Any]:
        return {}


class NoteNotCompleted:
    def form(self, task: Task) -> MoveForm:
        return bound(task, ConfirmForm)

    def act(self, task: Task, form: ConfirmForm) -> str:
        checks.note_not_completed(case=task.case, seen=form.cleaned_data["seen"], **task.said)
        return _("Dicatat tidak dilengkapi. Ini bukan penolakan.")

    def shows(self, task: Task, form: ConfirmForm) -> dict[str, Any]:
        return {"warning": _(UU_DOUBT)}


class AcceptAsNew:
    def form(self, task: Task) -> MoveForm:
        return bound(task, ConfirmForm)

    def act(self, task: Task, form: ConfirmForm) -> str:
        filed = completing.accept_as_new(case=task.case, seen=form.cleaned_data["seen"], **task.said)
        return _("Didaftarkan sebagai permohonan %(number)s.") % {"number": filed.case.number}

    def shows(self, task: Task, form: ConfirmForm) -> dict[str, Any]:
        came = check_of(task.case).came_on
        return {
            "warning": _(
                "Permohonan baru dihitung sejak kelengkapan datang (%(day)s). Permohonan lama tetap terdaftar dengan "
                "catatan dan tenggatnya; peraturan diam tentang hal ini. Bila lebih tepat, periksa saja yang lama."
            )
            % {"day": f"{came:%d-%m-%Y}" if came else "-"}
        }
