"""The applicant's side at the desk: taken back whole or in part, an end and who goes on, the flag."""

from typing import Any

from django.utils.translation import gettext as _

from ppid.actions import endings, flags, withdrawals
from ppid.desk.forms.base import MoveForm
from ppid.desk.forms.completeness import NoteForm, PartWithdrawalForm, WithdrawalForm
from ppid.desk.forms.party import EndingForm, SuccessorForm
from ppid.desk.forms.requests import ConfirmForm
from ppid.desk.steps import Task, bound
from ppid.law.party import By, Ending


class Withdraw:
    def form(self, task: Task) -> MoveForm:
        return bound(task, WithdrawalForm, {"withdrawn_on": task.now.on})

    def act(self, task: Task, form: WithdrawalForm) -> str:
        typed = form.cleaned_data
        withdrawals.withdraw(
            case=task.case, paper=typed["paper"], by=By(typed["by"]), withdrawn_on=typed["withdrawn_on"],
            seen=typed["seen"], **task.said,
        )  # fmt: skip
        return _("Pencabutan dicatat. Permohonan ini selesai.")

    def shows(self, task: Task, form: WithdrawalForm) -> dict[str, Any]:
        return {"warning": _("Hanya pemohon atau kuasanya yang dapat mencabut. Ini tidak dapat dibatalkan.")}


class WithdrawPart:
    def form(self, task: Task) -> MoveForm:
        return bound(task, PartWithdrawalForm, {"withdrawn_on": task.now.on})

    def act(self, task: Task, form: PartWithdrawalForm) -> str:
        typed = form.cleaned_data
        withdrawals.withdraw_part(
            case=task.case, part=typed["part"], paper=typed["paper"], by=By(typed["by"]),
            withdrawn_on=typed["withdrawn_on"], seen=typed["seen"], **task.said,
        )  # fmt: skip
        return _("Pencabutan sebagian dicatat. Sisanya tetap dijawab.")

    def shows(self, task: Task, form: PartWithdrawalForm) -> dict[str, Any]:
        return {"warning": _("Sisa permohonan tetap dijawab; tidak ada tanggal yang berubah.")}


class NoteEnding:
    def form(self, task: Task) -> MoveForm:
        return bound(task, EndingForm)

    def act(self, task: Task, form: EndingForm) -> str:
        typed = form.cleaned_data
        endings.note_ending(
            case=task.case, kind=Ending(typed["kind"]), happened_on=typed["happened_on"], proof=typed["proof"],
            seen=typed["seen"], **task.said,
        )  # fmt: skip
        return _("Dicatat. Tenggat tetap berjalan sampai ada yang melanjutkan atau kasus ditutup.")

    def shows(self, task: Task, form: EndingForm) -> dict[str, Any]:
        return {"warning": _("Peraturan diam tentang hal ini. Tenggat tetap berjalan; penerus dapat melanjutkan.")}


class AcceptSuccessor:
    def form(self, task: Task) -> MoveForm:
        return bound(task, SuccessorForm, {"kind": task.case.applicant.kind})

    def act(self, task: Task, form: SuccessorForm) -> str:
        typed = form.cleaned_data
        endings.accept_successor(
            case=task.case, successor=form.successor(), relation=typed["relation"], proof=typed["proof"],
            seen=typed["seen"], **task.said,
        )  # fmt: skip
        return _("Penerus dicatat. Surat dan surel selanjutnya dikirim kepadanya.")

    def shows(self, task: Task, form: SuccessorForm) -> dict[str, Any]:
        return {"warning": _("Data pemohon semula tetap tersimpan. Tidak ada tanggal yang berubah.")}


class CloseUncontinued:
    def form(self, task: Task) -> MoveForm:
        return bound(task, NoteForm)

    def act(self, task: Task, form: NoteForm) -> str:
        endings.close_uncontinued(
            case=task.case, note=form.cleaned_data["note"], seen=form.cleaned_data["seen"], **task.said
        )
        return _("Kasus ditutup dengan catatan.")

    def shows(self, task: Task, form: NoteForm) -> dict[str, Any]:
        return {"warning": _("Hanya bila sudah dipastikan tidak ada yang melanjutkan. Ini tidak dapat dibatalkan.")}


class FlagAnnoying:
    def form(self, task: Task) -> MoveForm:
        return bound(task, NoteForm)

    def act(self, task: Task, form: NoteForm) -> str:
        flags.flag_annoying(case=task.case, note=form.cleaned_data["note"], seen=form.cleaned_data["seen"], **task.said)
        return _("Permohonan ditandai. Tenggat dan kewajiban menjawab tidak berubah.")

    def shows(self, task: Task, form: NoteForm) -> dict[str, Any]:
        return {
            "warning": _(
                "Tanda ini tidak menghentikan apa pun. Hanya Komisi Informasi yang dapat menghentikan permohonan yang "
                "tidak sungguh-sungguh (PERKI 1/2013 Pasal 4); PPID tetap menjawab."
            )
        }


class LiftFlag:
    def form(self, task: Task) -> MoveForm:
        return bound(task, ConfirmForm)

    def act(self, task: Task, form: ConfirmForm) -> str:
        flags.lift_flag(case=task.case, seen=form.cleaned_data["seen"], **task.said)
        return _("Tanda dicabut.")

    def shows(self, task: Task, form: ConfirmForm) -> dict[str, Any]:
        return {}
