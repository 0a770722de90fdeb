"""Moves at the desk that write no letter: declared complete, withdrawn."""

from typing import Any

from django.utils.translation import gettext as _

from ppid.actions import requests as request_actions
from ppid.desk.forms.base import MoveForm
from ppid.desk.forms.requests import ConfirmForm, WithdrawForm
from ppid.desk.steps import Task, bound


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
