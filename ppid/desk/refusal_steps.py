"""The superior's word on a decision: the PPID proposes, the superior approves or sends it back (UU 14/2008 Ps 7(4);
PERKI 1/2021 Ps 10(2)f)."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from ppid.actions import refusals
from ppid.desk.forms.base import MoveForm
from ppid.desk.forms.refusals import ApproveForm, ReturnForm
from ppid.desk.forms.requests import ConfirmForm
from ppid.desk.steps import Task, bound, wanted
from ppid.law.decisions import NoticeContent


class ProposeRefusal:
    def form(self, task: Task) -> MoveForm:
        return bound(task, ConfirmForm)

    def act(self, task: Task, form: ConfirmForm) -> str:
        refusals.propose(letter=wanted(task), seen=form.cleaned_data["seen"], **task.said)
        return _("Keputusan diusulkan kepada atasan PPID.")

    def shows(self, task: Task, form: ConfirmForm) -> dict[str, Any]:
        return {
            "warning": _("Setelah disetujui, surat dapat ditandatangani. Bila naskah diubah, usulkan lagi."),
            "links": papers(task),
        }


class ApproveRefusal:
    def form(self, task: Task) -> MoveForm:
        return bound(task, ApproveForm)

    def act(self, task: Task, form: ApproveForm) -> str:
        upload = form.cleaned_data["upload"]
        refusals.approve(letter=wanted(task), upload=upload, seen=form.cleaned_data["seen"], **task.said)
        return _("Keputusan dan pertimbangan tertulisnya disetujui. PPID dapat menandatangani suratnya.")

    def shows(self, task: Task, form: ApproveForm) -> dict[str, Any]:
        return {
            "warning": _("Baca naskah dan dasarnya dahulu. Penyusun dan pengusul tidak dapat menyetujui."),
            "links": papers(task),
        }


class ReturnRefusal:
    def form(self, task: Task) -> MoveForm:
        return bound(task, ReturnForm)

    def act(self, task: Task, form: ReturnForm) -> str:
        reason = form.cleaned_data["reason"]
        refusals.send_back(letter=wanted(task), reason=reason, seen=form.cleaned_data["seen"], **task.said)
        return _("Usulan dikembalikan kepada PPID.")

    def shows(self, task: Task, form: ReturnForm) -> dict[str, Any]:
        return {"links": papers(task)}


def papers(task: Task) -> tuple[tuple[str, str], ...]:
    """What the superior reads before deciding: the draft, and each decree and test sheet it rests on."""
    letter = wanted(task)
    links = [(_("Konsep surat (PDF)"), reverse("desk_file", args=[letter.draft_id]))]
    for row in refusals.check_basis(NoticeContent.from_json(letter.content), task.now.on).values():
        said = {"number": row.decree_number}
        links.append((_("Keputusan %(number)s") % said, reverse("desk_exclusion_file", args=[row.decree_id])))
        if row.test is not None and row.test.sheet_id is not None:
            said = {"number": row.test.number}
            links.append((_("Lembar uji %(number)s") % said, reverse("desk_exclusion_file", args=[row.test.sheet_id])))
    return tuple(links)
