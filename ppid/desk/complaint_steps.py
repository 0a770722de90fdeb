"""A complaint that came as a request, at the desk: handed over, entered into SP4N-LAPOR!, settled; and their list."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from ppid.access import visible_to
from ppid.actions import complaint_course, complaints
from ppid.desk import office
from ppid.desk.forms.base import MoveForm
from ppid.desk.forms.complaints import AnswerForm, CompletedForm, EnterForm, HandoverForm, NotifyForm, SettleForm
from ppid.desk.forms.requests import ConfirmForm
from ppid.desk.steps import Task, bound
from ppid.law.complaints import DUTIES
from ppid.models import ComplaintHandover, Deadline


class HandToComplaints:
    def form(self, task: Task) -> MoveForm:
        return bound(task, HandoverForm)

    def act(self, task: Task, form: HandoverForm) -> str:
        complaints.hand_over(case=task.case, handover=form.handover(), seen=form.cleaned_data["seen"], **task.said)
        return _("Aduan diserahkan ke meja pengaduan dan pemohon diberi tahu.")

    def shows(self, task: Task, form: HandoverForm) -> dict[str, Any]:
        return {
            "warning": _(
                "Tenggat aduan dihitung sejak pertama diterima. Bila seluruhnya aduan, tenggat UU 14/2008 berakhir."
            )
        }


class EnterComplaint:
    def form(self, task: Task) -> MoveForm:
        return bound(task, EnterForm, {"entered_on": task.now.on})

    def act(self, task: Task, form: EnterForm) -> str:
        typed = form.cleaned_data
        complaints.enter(
            case=task.case, tracking_id=typed["tracking_id"], entered_on=typed["entered_on"], seen=typed["seen"],
            **task.said,
        )  # fmt: skip
        return _("Nomor pelacakan dicatat dan pemohon diberi tahu.")

    def shows(self, task: Task, form: EnterForm) -> dict[str, Any]:
        return {}


class AnswerComplaint:
    def form(self, task: Task) -> MoveForm:
        return bound(task, AnswerForm, {"answered_on": task.now.on})

    def act(self, task: Task, form: AnswerForm) -> str:
        complaint_course.answer(case=task.case, seen=form.cleaned_data["seen"], **form.said, **task.said)
        return _("Tanggapan kelengkapan dicatat dan pengadu diberi tahu.")

    def shows(self, task: Task, form: AnswerForm) -> dict[str, Any]:
        return {"warning": _("Enam puluh hari untuk memutus dihitung sejak berkas aduan lengkap.")}


class CompleteComplaint:
    def form(self, task: Task) -> MoveForm:
        return bound(task, CompletedForm, {"came_on": task.now.on})

    def act(self, task: Task, form: CompletedForm) -> str:
        typed = form.cleaned_data
        complaint_course.complete(case=task.case, came_on=typed["came_on"], seen=typed["seen"], **task.said)
        return _("Kelengkapan aduan dicatat dan pengadu diberi tahu.")

    def shows(self, task: Task, form: CompletedForm) -> dict[str, Any]:
        return {}


class NotifyComplaint:
    def form(self, task: Task) -> MoveForm:
        return bound(task, NotifyForm, {"notified_on": task.now.on})

    def act(self, task: Task, form: NotifyForm) -> str:
        typed = form.cleaned_data
        complaint_course.notify(case=task.case, notified_on=typed["notified_on"], seen=typed["seen"], **task.said)
        return _("Pemberitahuan hasil aduan dicatat.")

    def shows(self, task: Task, form: NotifyForm) -> dict[str, Any]:
        return {"warning": _("Pengadu tidak mempunyai surel: cetak suratnya, tanda tangani, lalu kirim.")}


class SettleComplaint:
    def form(self, task: Task) -> MoveForm:
        return bound(task, SettleForm, {"decided_on": task.now.on})

    def act(self, task: Task, form: SettleForm) -> str:
        complaints.settle(case=task.case, seen=form.cleaned_data["seen"], **form.said, **task.said)
        return _("Hasil aduan dicatat dan pemohon diberi tahu.")

    def shows(self, task: Task, form: SettleForm) -> dict[str, Any]:
        return {"warning": _("Uraian ini dikirim kepada pengadu dan tidak dapat diubah lagi.")}


class ResumeRequest:
    def form(self, task: Task) -> MoveForm:
        return bound(task, ConfirmForm)

    def act(self, task: Task, form: ConfirmForm) -> str:
        complaints.resume(case=task.case, seen=form.cleaned_data["seen"], **task.said)
        return _("Permohonan dilanjutkan dengan tanggal jawaban semula.")

    def shows(self, task: Task, form: ConfirmForm) -> dict[str, Any]:
        return {"warning": _("Tanggal jawaban dihitung sejak permohonan diterima. Aduannya tetap berjalan.")}


@dataclass(frozen=True)
class ComplaintRow:
    """One complaint with the legal limit of each duty that is still open: the earlier of statute and practice."""

    handover: ComplaintHandover
    href: str
    limits: tuple[tuple[str, dt.date], ...]


@dataclass(frozen=True)
class ComplaintsScreen:
    rooms: tuple[office.Room, ...]
    rows: tuple[ComplaintRow, ...]


@require_GET
def handed_complaints(request: HttpRequest) -> HttpResponse:
    """The complaints that came as requests, those not settled first. For the whole-body roles (UU 25/2009 Ps 49)."""
    roles = office.roles(request)
    if not roles.sees_all:
        raise PermissionDenied
    found = list(
        ComplaintHandover.objects.filter(case__in=visible_to(roles)).select_related("case")
        .order_by("decided_on", "first_received_on", "pk")[:500]
    )  # fmt: skip
    found.sort(key=lambda one: one.notified_on is not None)
    dates: dict[int, dict[str, dt.date | None]] = {}
    for row in Deadline.objects.open().filter(case_id__in=[one.case_id for one in found]).defer("trail"):
        dates.setdefault(row.case_id, {})[row.term] = row.due
    rows = tuple(_row(one, dates.get(one.case_id, {})) for one in found)
    return office.page(
        request,
        "ppid/desk/complaints.html",
        ComplaintsScreen(office.rooms(request), rows),
        title=_("Aduan yang diserahkan"),
    )


def _row(one: ComplaintHandover, dates: dict[str, dt.date | None]) -> ComplaintRow:
    limits = tuple((_(duty.title), day) for duty in DUTIES if (day := duty.limit(dates)) is not None)
    return ComplaintRow(one, reverse("desk_case", args=[one.case_id]), limits)
