"""Seeing something at the office, at the desk: times offered, one chosen, nobody came, minutes (PERKI 1/2021 Ps 35)."""

from typing import Any

from django.utils.translation import gettext as _

from ppid.actions import viewings
from ppid.actions.given_parts import signer
from ppid.desk.delivery_steps import AboutAPart, chosen_of, concerned, part_form
from ppid.desk.forms.base import MoveForm
from ppid.desk.forms.viewing import AbsenceForm, ChooseForm, MinutesForm, OfferForm
from ppid.desk.steps import Task
from ppid.law.procedure import MoveName
from ppid.models import Institution
from ppid.queries.giving import PartRow, visit_words


class OfferViewing(AboutAPart):
    def form(self, task: Task) -> MoveForm:
        rows = concerned(task, MoveName.OFFER_VIEWING)
        row = chosen_of(task, rows)
        before = row.viewing if row else None
        return part_form(task, OfferForm, rows, {"place": before.place if before else ""})

    def act(self, task: Task, form: OfferForm) -> str:
        typed = form.cleaned_data
        viewings.offer(
            case=task.case, part=int(typed["part"]), slots=form.slots, place=typed["place"], seen=typed["seen"],
            **task.said,
        )  # fmt: skip
        return _("Waktu ditawarkan dan pemohon diberi tahu.")

    def shows(self, task: Task, form: OfferForm) -> dict[str, Any]:
        hours = Institution.load(request_or_site=task.request).hours
        said = {"hours": str(hours)}
        return {
            "warning": _("Hanya pada hari kerja, jam layanan %(hours)s. Tawaran lama bagian ini gugur.") % said,
            "blocks": tuple((name, tuple(form[field] for field in fields)) for name, fields in form.blocks),
        }


class ChooseViewing(AboutAPart):
    def form(self, task: Task) -> MoveForm:
        rows = concerned(task, MoveName.CHOOSE_VIEWING)
        row = chosen_of(task, rows)
        return part_form(task, ChooseForm, rows, {}, slots=_slots(row))

    def act(self, task: Task, form: ChooseForm) -> str:
        typed = form.cleaned_data
        viewings.choose(
            case=task.case, part=int(typed["part"]), slot=typed["slot"], seen=typed["seen"], **task.said
        )  # fmt: skip
        return _("Waktu melihat dicatat dan pemohon diberi tahu.")

    def shows(self, task: Task, form: ChooseForm) -> dict[str, Any]:
        return {"warning": _("Pilihan pemohon yang disampaikan kepada petugas.")}


class NoteAbsence(AboutAPart):
    def form(self, task: Task) -> MoveForm:
        return part_form(task, AbsenceForm, concerned(task, MoveName.NOTE_ABSENCE), {})

    def act(self, task: Task, form: AbsenceForm) -> str:
        typed = form.cleaned_data
        viewings.note_absence(case=task.case, part=int(typed["part"]), seen=typed["seen"], **task.said)
        return _("Dicatat. Tawarkan waktu lain; pengingatnya berjalan seperti biasa.")

    def shows(self, task: Task, form: AbsenceForm) -> dict[str, Any]:
        return {"warning": _("Tidak datang bukan penolakan dan bukan pencabutan. Waktu lain dapat ditawarkan.")}


class RecordMinutes(AboutAPart):
    def form(self, task: Task) -> MoveForm:
        rows = concerned(task, MoveName.RECORD_MINUTES)
        row = chosen_of(task, rows)
        return part_form(task, MinutesForm, rows, _start(task, row) if row else {})

    def act(self, task: Task, form: MinutesForm) -> str:
        typed = form.cleaned_data
        viewings.record_minutes(
            case=task.case, part=int(typed["part"]), minutes=form.minutes, seen=typed["seen"], **task.said
        )
        return _("Berita acara dicatat. Cetak, tandatangani berdua, lalu unggah hasil pindainya.")

    def shows(self, task: Task, form: MinutesForm) -> dict[str, Any]:
        return {"warning": _("Bagian ini tercatat sudah diberikan setelah berita acaranya dicatat.")}


def _slots(row: PartRow | None) -> list[tuple[str, str]]:
    viewing = row.viewing if row else None
    return [(str(place), visit_words(slot)) for place, slot in enumerate(viewing.times)] if viewing else []


def _start(task: Task, row: PartRow) -> dict[str, Any]:
    """The hour and place that were agreed on, what was granted, and who is likely to sign."""
    viewing, who = row.viewing, task.case.applicant
    when = viewing.agreed if viewing else None
    officer, position = signer(task.request.user, task.now.on)  # type: ignore[arg-type]
    return {
        "day": when.day if when else task.now.on, "starts": when.starts if when else None,
        "ends": when.ends if when else None, "place": viewing.place if viewing else "",
        "visitor": who.proxy_name or who.name, "shown": row.part.material, "officer": officer,
        "officer_position": position,
    }  # fmt: skip
