"""Moves at the desk that write no letter: declared complete, disposed of to a unit, withdrawn."""

from typing import Any

from django.utils.translation import gettext as _

from ppid.actions import requests as request_actions
from ppid.desk.forms.base import MoveForm
from ppid.desk.forms.requests import ConfirmForm, DisposeForm, WithdrawForm
from ppid.desk.steps import Task, bound


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
