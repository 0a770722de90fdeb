"""Handing a request on at the desk: the written wish, then the act (law.md §1.4)."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from ppid.actions import forwarding
from ppid.desk.forms.base import MoveForm
from ppid.desk.forms.forwarding import ForwardForm, WishForm
from ppid.desk.steps import Task, bound
from ppid.law.forwarding import Carry
from ppid.law.party import By
from ppid.models import Forwarding


class WishForwarding:
    def form(self, task: Task) -> MoveForm:
        return bound(task, WishForm, {"wished_on": task.now.on})

    def act(self, task: Task, form: WishForm) -> str:
        typed = form.cleaned_data
        row = forwarding.wish(
            case=task.case, carries=[Carry(one) for one in typed["carries"]], paper=typed["paper"], by=By(typed["by"]),
            wished_on=typed["wished_on"], seen=typed["seen"], **task.said,
        )  # fmt: skip
        return _("Kehendak pemohon dicatat. Surat pengantar ke %(body)s sedang dibuat.") % {"body": row.body}

    def shows(self, task: Task, form: WishForm) -> dict[str, Any]:
        return {
            "warning": _("Surat pengantar hanya memuat apa yang dicentang di sini. Tidak ada tanggal yang berubah.")
        }


class Forward:
    def form(self, task: Task) -> MoveForm:
        return bound(task, ForwardForm, {"forwarded_on": task.now.on})

    def act(self, task: Task, form: ForwardForm) -> str:
        typed = form.cleaned_data
        row = forwarding.forward(
            case=task.case, forwarded_on=typed["forwarded_on"], how=typed["how"], proof=typed["proof"],
            seen=typed["seen"], **task.said,
        )  # fmt: skip
        return _("Penerusan ke %(body)s dicatat.") % {"body": row.body}

    def shows(self, task: Task, form: ForwardForm) -> dict[str, Any]:
        row = Forwarding.objects.filter(case_id=task.case.pk).select_related("letter").first()
        made = row is not None and row.letter.draft_id is not None
        links = (
            ((_("Surat pengantar (PDF)"), reverse("desk_file", args=[row.letter.draft_id])),) if row and made else ()
        )
        warning = _("Diteruskan ke: %(body)s. Waktu badan itu dihitung sejak menerimanya sendiri.")
        return {"links": links, "warning": warning % {"body": row.body} if row else ""}

    def hindrance(self, task: Task) -> str:
        if Forwarding.objects.filter(case_id=task.case.pk, forwarded_on__isnull=True).exists():
            return ""
        return _("Tidak ada kehendak pemohon yang menunggu diteruskan. Catat dahulu kehendaknya.")
