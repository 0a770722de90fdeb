"""What every move at the desk works with: the task, the bound form, the letter it is about."""

from dataclasses import dataclass
from typing import Any, Protocol

from django.db.models import Max, QuerySet
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from ppid.actions.signatures import may_sign_on
from ppid.desk import office
from ppid.desk.forms.base import MoveForm
from ppid.desk.forms.letters import SignerField
from ppid.law.letters import LETTERS, SENDING, LetterKind
from ppid.law.procedure import MoveName
from ppid.models import Appointment, Case, CaseEvent, InformationRequest, Letter


@dataclass(frozen=True)
class Task:
    """What a step works on: request, case, moment, the move, and the letter it is about."""

    request: HttpRequest
    case: InformationRequest
    now: office.Moment
    letter: Letter | None
    move: MoveName

    @property
    def initial(self) -> dict[str, Any]:
        return {"seen": seen(self.case)}

    @property
    def said(self) -> dict[str, Any]:
        """What every action is told besides its own words."""
        return {"acting_user": self.request.user, "on": self.now.on, "at": self.now.at}


class Step(Protocol):
    """One move at the desk: its form, what its page shows, and its action. `act` gives the sentence of success.

    A step may also have `hindrance(task)`: why its page cannot be opened now, "" when it can.
    """

    def form(self, task: Task) -> MoveForm: ...
    def act(self, task: Task, form: Any) -> str: ...
    def shows(self, task: Task, form: Any) -> dict[str, Any]: ...


def seen(case: Case) -> int:
    """The number of the last event: what the officer's page knows."""
    return int(CaseEvent.objects.filter(case_id=case.pk).aggregate(last=Max("seq"))["last"] or 0)


def letter_of(name: MoveName, case: Case, asked: str) -> Letter | None:
    """The letter a move is about: the one `asked` for by its key in the address, else the open one of the move's kind.

    A key that is no letter of this case, or none that the move could be about, gives None.
    """
    found = _letters_for(name, case).select_related("draft", "signed", "case").order_by("created_at", "pk")
    if asked:
        return found.filter(pk=int(asked)).first() if asked.isascii() and asked.isdigit() else None
    return found.first()


def _letters_for(name: MoveName, case: Case) -> QuerySet[Letter]:
    letters = Letter.objects.filter(case_id=case.pk)
    if name is MoveName.RECORD_ARRIVAL:
        return letters.filter(sent_at__isnull=False, delivered_on__isnull=True)
    letters = letters.filter(sent_at__isnull=True)
    if name is MoveName.ATTACH_SIGNED:
        return letters.filter(kind__in=[kind for kind, rule in LETTERS.items() if rule.signed])
    drafted = {rule.drafts: kind for kind, rule in LETTERS.items() if rule.drafts is not None}
    return letters.filter(kind=SENDING.get(name) or drafted.get(name) or LetterKind.NOTICE)


def bound(task: Task, kind: type[MoveForm], initial: dict[str, Any] | None = None, **more: Any) -> Any:
    start = {**task.initial, **(initial or {})}
    if task.request.method == "POST":
        return kind(task.request.POST, task.request.FILES, initial=start, **more)
    return kind(initial=start, **more)


def offer_signers(task: Task, form: MoveForm, kind: LetterKind) -> MoveForm:
    """Let the officer choose under whose appointment a draft is to be signed, where more than one could: who signs by
    mandate prints "a.n." (UU 30/2014 Ps 14)."""
    able = may_sign_on(kind, task.now.on)
    if len(able) > 1:
        form.fields["signer"] = SignerField(
            label=_("Disusun untuk ditandatangani"),
            queryset=Appointment.objects.filter(pk__in=[row.pk for row in able]).select_related("user"),
            required=False,
            empty_label=_("Sesuai penugasan: penyusun bila berwenang, selain itu PPID"),
            initial=task.letter.signer_id if task.letter else None,
        )
    return form


def signer_block(form: MoveForm) -> tuple[tuple[str, tuple[Any, ...]], ...]:
    """The field of `offer_signers` as a block of the page; nothing where there is no choice."""
    return ((_("Penanda tangan"), (form["signer"],)),) if "signer" in form.fields else ()


def wanted(task: Task) -> Letter:
    """The open notice, or 404: the page was old."""
    if task.letter is None:
        raise Http404
    return task.letter
