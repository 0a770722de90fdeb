"""The public register's subject at the desk: an officer writes it, the PPID approves it."""

from typing import Any

from django.utils.translation import gettext as _

from ppid.actions import subjects
from ppid.desk import office
from ppid.desk.forms.base import MoveForm
from ppid.desk.forms.subjects import ApproveSubjectForm, SubjectForm
from ppid.desk.steps import Task, bound
from ppid.law.procedure import MoveName, move
from ppid.models import PublicSubject


class WriteSubject:
    def form(self, task: Task) -> MoveForm:
        subject = PublicSubject.objects.filter(case_id=task.case.pk).first()
        return bound(task, SubjectForm, {"text": subject.text if subject else ""}, may_approve=_may_approve(task))

    def act(self, task: Task, form: SubjectForm) -> str:
        typed = form.cleaned_data
        subject = subjects.write(case=task.case, text=typed["text"], seen=typed["seen"], **task.said)
        if typed.get("approve") and not subject.approved:
            subjects.approve(case=task.case, **task.said)
            return _("Ringkasan disimpan dan tampil dalam register untuk umum.")
        return _("Ringkasan disimpan. Ia tampil untuk umum setelah disetujui PPID.")

    def shows(self, task: Task, form: SubjectForm) -> dict[str, Any]:
        return {"asked": task.case.details}


class ApproveSubject:
    def form(self, task: Task) -> MoveForm:
        return bound(task, ApproveSubjectForm)

    def act(self, task: Task, form: ApproveSubjectForm) -> str:
        subjects.approve(case=task.case, seen=form.cleaned_data["seen"], **task.said)
        return _("Ringkasan disetujui dan tampil dalam register untuk umum.")

    def shows(self, task: Task, form: ApproveSubjectForm) -> dict[str, Any]:
        subject = PublicSubject.objects.filter(case_id=task.case.pk).first()
        return {"asked": task.case.details, "quoted": subject.text if subject else ""}


def _may_approve(task: Task) -> bool:
    return bool(move(MoveName.APPROVE_SUBJECT).actors & office.roles(task.request).actors)
