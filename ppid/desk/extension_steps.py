"""The extension at the desk: its letter, with the day it moves from and the day it moves to."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from ppid.actions.extensions import draft_extension, may_extend
from ppid.desk.forms.base import MoveForm
from ppid.desk.forms.extension import ExtensionForm
from ppid.desk.steps import Task, bound, offer_signers, signer_block
from ppid.law.calendar import written_with_weekday
from ppid.law.extension import EXTENDS, LONGEST, extended
from ppid.law.letters import LetterKind
from ppid.law.refusals import Unlawful
from ppid.models import Deadline
from ppid.queries.calendar import current_calendar


class DraftExtension:
    """The letter that must leave by the end of day ten."""

    def hindrance(self, task: Task) -> str:
        try:
            may_extend(task.case, task.now.on)
        except Unlawful as error:
            return _(error.text) % error.values if error.values else _(error.text)
        return ""

    def form(self, task: Task) -> MoveForm:
        before = task.letter.content if task.letter else {}
        start = {name: before[name] for name in ("grounds", "reason", "days") if name in before}
        return offer_signers(task, bound(task, ExtensionForm, start), LetterKind.EXTENSION)

    def act(self, task: Task, form: ExtensionForm) -> str:
        typed = form.cleaned_data
        letter = draft_extension(
            case=task.case, seen=typed["seen"], signer=typed.get("signer"), **form.said, **task.said
        )
        return _("Konsep surat %(number)s disimpan. Unduh naskahnya untuk ditandatangani.") % {"number": letter.number}

    def shows(self, task: Task, form: ExtensionForm) -> dict[str, Any]:
        fields = ("grounds", "reason", "days")
        return {
            "blocks": ((_("Perpanjangan waktu"), tuple(form[name] for name in fields)), *signer_block(form)),
            "preview_url": f"{reverse('desk_preview', args=[task.case.pk])}?surat=extension",
            "warning": _warning(task),
        }


def _warning(task: Task) -> str:
    base = Deadline.objects.standing().filter(case_id=task.case.pk, term=EXTENDS).first()
    if base is None or base.due is None:
        return ""
    found = extended(base.due, LONGEST, current_calendar())
    return _(
        "Surat ini harus disampaikan paling lambat %(due)s. Dengan 7 hari kerja tanggal jawaban menjadi %(new)s."
    ) % {
        "due": written_with_weekday(base.due),
        "new": written_with_weekday(found.due) if found else _("belum dapat dihitung"),
    }
