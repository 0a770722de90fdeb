"""Payments and the form for copies at the desk (PERKI 1/2021 Ps 35, 37-38)."""

from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from ppid.actions import copies, payments
from ppid.desk.delivery_steps import PART, AboutAPart, chosen_of, concerned, part_form, part_label
from ppid.desk.forms.base import MoveForm
from ppid.desk.forms.fees import CopyForm, PaymentForm
from ppid.desk.steps import Task, bound
from ppid.law.copies import CopyWish, offers
from ppid.law.fees import rupiah
from ppid.law.filing import CopyForm as Form
from ppid.law.filing import DeliveryWay
from ppid.law.procedure import MoveName
from ppid.models import Delivery, InformationRequest, Institution
from ppid.queries.fees import balance_of
from ppid.queries.giving import PartRow


class RecordPayment:
    def hindrance(self, task: Task) -> str:
        return "" if _left(task) else _("Tidak ada biaya yang menunggu pembayaran.")

    def form(self, task: Task) -> MoveForm:
        form: MoveForm = bound(task, PaymentForm, {"paid_on": task.now.on, "amount": _left(task) or None})
        return form

    def act(self, task: Task, form: PaymentForm) -> str:
        typed = form.cleaned_data
        payments.record_payment(
            case=task.case, paid_on=typed["paid_on"], amount=typed["amount"], how=typed["how"], proof=typed["proof"],
            seen=typed["seen"], **task.said,
        )  # fmt: skip
        left = _left(task)
        if left:
            return _("Pembayaran dicatat; sisanya %(left)s. Kuitansinya sedang dibuat.") % {"left": rupiah(left)}
        return _("Pembayaran dicatat dan biaya lunas: waktu penyediaan mulai berjalan. Kuitansinya sedang dibuat.")

    def shows(self, task: Task, form: PaymentForm) -> dict[str, Any]:
        return {"warning": _("Yang belum dibayar: %(left)s. Kuitansi dibuat dengan nomornya sendiri dan tidak dapat "
                             "ditarik.") % {"left": rupiah(_left(task))}}  # fmt: skip


class FillCopyForm(AboutAPart):
    """On the applicant's behalf; the applicant does the same on the tracking page."""

    def form(self, task: Task) -> MoveForm:
        rows = concerned(task, MoveName.FILL_COPY_FORM)
        row = chosen_of(task, rows)
        start = _start(task.case, row) if row else {}
        return part_form(task, CopyForm, rows, start, offers=_offers(task, row) if row else [])

    def act(self, task: Task, form: CopyForm) -> str:
        typed = form.cleaned_data
        kind, way = typed["offer"].split(":")
        wish = CopyWish(
            form=Form(kind), way=DeliveryWay(way), sheets=typed["sheets"], recipient=typed["recipient"],
            address=typed["address"], reach=typed["reach"],
        )  # fmt: skip
        asked = copies.fill_copy_form(case=task.case, part=int(typed["part"]), wish=wish, seen=typed["seen"],
                                      **task.said)  # fmt: skip
        return _("Permintaan salinan dicatat, biayanya %(cost)s.") % {"cost": rupiah(asked.fee.total)}

    def shows(self, task: Task, form: CopyForm) -> dict[str, Any]:
        rows = concerned(task, MoveName.FILL_COPY_FORM)
        row = chosen_of(task, rows)
        others = [one for one in rows if one is not row]
        return {
            "warning": part_label(row) if row else "",
            "links": tuple((part_label(one), f"?{urlencode({PART: one.number})}") for one in others),
        }


def _left(task: Task) -> int:
    rows = list(Delivery.objects.filter(case_id=task.case.pk).select_related("letter", "copy_request"))
    return balance_of(rows).left if rows else 0


def _offers(task: Task, row: PartRow) -> list[tuple[str, str]]:
    forms, ways = dict(InformationRequest.CopyForm.choices), dict(InformationRequest.DeliveryWay.choices)
    standard = Institution.load(request_or_site=task.request).fees
    return [
        (f"{one.form}:{one.way}", f"{forms[one.form]}, {ways[one.way]}: {rupiah(one.fee.total)}")
        for one in offers(row.told, standard)
    ]


def _start(case: InformationRequest, row: PartRow) -> dict[str, Any]:
    """What was asked for last, else the way of the notice to the applicant's own address."""
    asked, who = row.copy_request, case.applicant
    if asked is not None:
        return {
            "offer": f"{asked.form}:{asked.way}", "recipient": asked.recipient, "address": asked.address,
            "reach": asked.reach, "sheets": row.told.sheets,
        }  # fmt: skip
    way = row.told.delivery_way
    form = next(iter(row.told.forms), "")
    return {
        "offer": f"{form}:{way}" if way else "", "recipient": who.proxy_name or who.name,
        "address": who.proxy_address or who.address, "reach": who.mail_address, "sheets": row.told.sheets,
    }  # fmt: skip
