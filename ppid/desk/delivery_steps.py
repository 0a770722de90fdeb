"""Handing over at the desk: ready to be fetched, handed over, received, reopened, each for one part of the answer."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from ppid.actions import delivery
from ppid.desk.forms.base import MoveForm
from ppid.desk.forms.delivery import AvailableForm, DeliverForm, ReceiptForm, ReopenForm
from ppid.desk.steps import Task, bound
from ppid.law.delivering import HandedHow, PartState
from ppid.law.filing import DeliveryWay
from ppid.law.procedure import MoveName
from ppid.models import Deadline
from ppid.queries.calendar import current_calendar
from ppid.queries.giving import PartRow, parts_of

PART = "bagian"
HOW: Mapping[DeliveryWay, HandedHow] = {
    DeliveryWay.PICK_UP: HandedHow.BY_HAND, DeliveryWay.COURIER: HandedHow.COURIER, DeliveryWay.POST: HandedHow.POST,
    DeliveryWay.FAX: HandedHow.FAX, DeliveryWay.EMAIL: HandedHow.PORTAL,
}  # fmt: skip


class AboutAPart:
    """A move that is about one part of the answer: its page opens only while a part waits for it."""

    def hindrance(self, task: Task) -> str:
        waits = hindrance(task.move, parts_in(task))
        return _("Tidak ada bagian yang menunggu langkah ini.") if waits is None else waits


class MakeAvailable(AboutAPart):
    def form(self, task: Task) -> MoveForm:
        return part_form(task, AvailableForm, concerned(task, MoveName.MAKE_AVAILABLE), {"available_on": task.now.on})

    def act(self, task: Task, form: AvailableForm) -> str:
        typed = form.cleaned_data
        delivery.make_available(
            case=task.case, part=int(typed["part"]), available_on=typed["available_on"], seen=typed["seen"], **task.said
        )
        return _("Bagian ini dicatat siap diambil, dan pemohon diberi tahu.")

    def shows(self, task: Task, form: AvailableForm) -> dict[str, Any]:
        return {"warning": _("Janji waktunya terpenuhi. Bila tidak diambil, pemohon diingatkan dua kali.")}


class DeliverPart(AboutAPart):
    def form(self, task: Task) -> MoveForm:
        rows = concerned(task, MoveName.DELIVER_PART)
        chosen = chosen_of(task, rows)
        start = {"delivered_on": task.now.on, "how": _likely(chosen) if chosen else ""}
        return part_form(task, DeliverForm, rows, start, withheld=any(row.withheld for row in rows))

    def act(self, task: Task, form: DeliverForm) -> str:
        typed = form.cleaned_data
        row = delivery.deliver(
            case=task.case, part=int(typed["part"]), delivered_on=typed["delivered_on"], how=typed["how"],
            given=typed["given"], proof=typed["proof"], redacted=typed.get("redacted", False), seen=typed["seen"],
            **task.said,
        )  # fmt: skip
        if row.how == HandedHow.BY_HAND:
            return _("Penyerahan dicatat. Cetak tanda penyerahannya, tandatangani berdua, lalu unggah hasil pindainya.")
        return _("Penyerahan dicatat dan pemohon diberi tahu.")

    def shows(self, task: Task, form: DeliverForm) -> dict[str, Any]:
        return {"warning": _("Setelah dicatat, berkas langsung terbuka bagi pemohon dan tidak dapat ditarik.")}


class RecordReceipt(AboutAPart):
    def form(self, task: Task) -> MoveForm:
        rows = concerned(task, MoveName.RECORD_RECEIPT)
        chosen = chosen_of(task, rows)
        start = {"received_on": (chosen.received_on if chosen else None) or task.now.on}
        return part_form(task, ReceiptForm, rows, start)

    def act(self, task: Task, form: ReceiptForm) -> str:
        typed = form.cleaned_data
        delivery.record_receipt(
            case=task.case, part=int(typed["part"]), received_on=typed["received_on"], proof=typed["proof"],
            seen=typed["seen"], **task.said,
        )  # fmt: skip
        return _("Bukti diterima pemohon disimpan.")

    def shows(self, task: Task, form: ReceiptForm) -> dict[str, Any]:
        return {}


class ReopenPart(AboutAPart):
    def form(self, task: Task) -> MoveForm:
        return part_form(task, ReopenForm, concerned(task, MoveName.REOPEN_PART), {"asked_on": task.now.on})

    def act(self, task: Task, form: ReopenForm) -> str:
        typed = form.cleaned_data
        delivery.reopen(
            case=task.case, part=int(typed["part"]), asked_on=typed["asked_on"], seen=typed["seen"], **task.said
        )
        return _("Bagian ini dibuka kembali dan pemohon diberi tahu.")

    def shows(self, task: Task, form: ReopenForm) -> dict[str, Any]:
        return {}


def hindrance(name: MoveName, rows: Iterable[PartRow]) -> str | None:
    """What the move waits for, "" where it may be made, None where nothing of it concerns this case."""
    rows = list(rows)
    if any(row.concerned_by(name) for row in rows):
        return ""
    if name is MoveName.DELIVER_PART and any(row.state is PartState.UNPAID for row in rows):
        return _("Setelah pembayarannya dicatat.")
    return None


def concerned(task: Task, name: MoveName) -> tuple[PartRow, ...]:
    """The parts that the move can be about."""
    return tuple(row for row in parts_in(task) if row.concerned_by(name))


def parts_in(task: Task) -> tuple[PartRow, ...]:
    deadlines = Deadline.objects.standing().filter(case_id=task.case.pk)
    return parts_of(task.case, deadlines, calendar=current_calendar(), on=task.now.on)


def chosen_of(task: Task, rows: Sequence[PartRow]) -> PartRow | None:
    """The part that the form or the address names, else the first."""
    wanted = task.request.POST.get("part", "") or task.request.GET.get(PART, "")
    return next((row for row in rows if str(row.number) == wanted), rows[0] if rows else None)


def part_form(
    task: Task, kind: type[MoveForm], rows: Sequence[PartRow], start: dict[str, Any], **more: Any
) -> MoveForm:
    chosen = chosen_of(task, rows)
    parts = [(str(row.number), part_label(row)) for row in rows]
    form: MoveForm = bound(task, kind, {"part": str(chosen.number) if chosen else "", **start}, parts=parts, **more)
    return form


def part_label(row: PartRow) -> str:
    said = {"part": row.number, "what": Truncator(" ".join(row.part.material.split())).chars(80)}
    return _("Bagian %(part)d: %(what)s") % said


def _likely(row: PartRow) -> str:
    """How the notice or the form for copies said it would come; the officer may choose otherwise."""
    return str(HOW[row.part.delivery_way]) if row.part.delivery_way else ""
