"""Moves between units at the desk: a request handed over or sent back, a unit asked."""

import datetime as dt
from typing import Any

from django.utils.translation import gettext as _

from ppid.actions import dispositions, unit_messages
from ppid.desk import office
from ppid.desk.forms.base import MoveForm
from ppid.desk.forms.units import AskForm, DisposeForm, SendBackForm
from ppid.desk.steps import Task, bound
from ppid.law.desk_dates import default_desk_date
from ppid.models import Deadline, InformationRequest, Institution
from ppid.queries.calendar import current_calendar


class Dispose:
    def form(self, task: Task) -> MoveForm:
        start = {"unit": task.case.unit_id, "desk_date": usual_desk_date(task)}
        return bound(task, DisposeForm, start)

    def act(self, task: Task, form: DisposeForm) -> str:
        typed = form.cleaned_data
        dispositions.dispose(
            case=task.case, unit=typed["unit"], desk_date=typed["desk_date"], instruction=typed["instruction"],
            seen=typed["seen"], **task.said,
        )  # fmt: skip
        if typed["unit"] is None:
            return _("Permohonan kembali ke PPID utama.")
        return _("Permohonan diteruskan ke %(unit)s. Lembar disposisinya sedang dibuat.") % {"unit": typed["unit"]}

    def shows(self, task: Task, form: DisposeForm) -> dict[str, Any]:
        due = _due(task.case)
        if due is not None and due < task.now.on:
            return {"warning": _("Tenggat undang-undang sudah lewat. Tanggal internal dikosongkan: berarti segera.")}
        return {}


class SendBack:
    def form(self, task: Task) -> MoveForm:
        return bound(task, SendBackForm)

    def act(self, task: Task, form: SendBackForm) -> str:
        typed = form.cleaned_data
        dispositions.send_back(case=task.case, note=typed["note"], seen=typed["seen"], **task.said)
        return _("Permohonan dikembalikan ke PPID utama.")

    def shows(self, task: Task, form: SendBackForm) -> dict[str, Any]:
        return {
            "warning": _("Permohonan ini hilang dari daftar unit Anda. Jawaban dan pertanyaan unit tetap tercatat.")
        }


class AskUnit:
    def form(self, task: Task) -> MoveForm:
        start = {"wants_answer": True, "due": usual_desk_date(task)}
        return bound(task, AskForm, start, chooses_unit=office.roles(task.request).works_main)

    def act(self, task: Task, form: AskForm) -> str:
        typed = form.cleaned_data
        message = unit_messages.ask(
            case=task.case, unit=typed.get("unit"), text=typed["text"], wants_answer=typed["wants_answer"],
            due=typed["due"], files=typed["papers"], seen=typed["seen"], **task.said,
        )  # fmt: skip
        to = message.recipient or _("PPID utama")
        if message.wants_answer:
            return _("Pertanyaan dikirim kepada %(unit)s.") % {"unit": to}
        return _("Pemberitahuan dikirim kepada %(unit)s.") % {"unit": to}

    def shows(self, task: Task, form: AskForm) -> dict[str, Any]:
        return {}


def usual_desk_date(task: Task) -> dt.date | None:
    """The desk date a form opens with; none once the last day of the law is gone."""
    return default_desk_date(
        due=_due(task.case),
        on=task.now.on,
        calendar=current_calendar(),
        days_before=Institution.load(request_or_site=task.request).desk_days_before,
    )


def _due(case: InformationRequest) -> dt.date | None:
    governing = Deadline.objects.standing().filter(case_id=case.pk, governs=True).only("due").first()
    return governing.due if governing else None
