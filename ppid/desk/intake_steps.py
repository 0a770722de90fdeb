"""The desk's step for an oral request: read back, copy handed over (UU 14/2008 Ps 22(3))."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from ppid.actions import intake
from ppid.desk.forms.base import MoveForm
from ppid.desk.forms.oral import OralForm
from ppid.desk.steps import Task, bound
from ppid.law.filing import Channel
from ppid.models import InformationRequest, Institution, Intake


class ConfirmOral:
    def form(self, task: Task) -> MoveForm:
        zone = Institution.load(request_or_site=task.request).zone
        start = {"read_back_on": task.now.on, "read_back_time": task.now.at.astimezone(zone).time()}
        return bound(task, OralForm, start, intake=Intake.objects.filter(case=task.case).first())

    def act(self, task: Task, form: OralForm) -> str:
        zone = Institution.load(request_or_site=task.request).zone
        intake.confirm_oral(
            case=task.case,
            read_back_at=form.read_back_at(zone),
            handed_on=form.cleaned_data.get("handed_on"),
            how=form.cleaned_data.get("how", ""),
            seen=form.cleaned_data["seen"],
            **task.said,
        )
        return _("Pembacaan kembali dan penyerahan salinan dicatat.")

    def shows(self, task: Task, form: OralForm) -> dict[str, Any]:
        return {"links": ((_("Cetak formulir rangkap dua (PDF)"), reverse("desk_form", args=[task.case.pk])),)}


def oral_is_open(case: InformationRequest) -> bool:
    """Whether something of an oral request is still to be noted."""
    if case.channel != Channel.TELEPHONE:
        return False
    known = Intake.objects.filter(case_id=case.pk).values_list("read_back_at", "copy_handed_on").first()
    return known is None or not all(known)
