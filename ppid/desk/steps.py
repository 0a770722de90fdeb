"""What every move at the desk works with: the task, the bound form, the letter it is about."""

from dataclasses import dataclass
from typing import Any, Protocol

from django.db.models import Max
from django.http import Http404, HttpRequest

from ppid.desk import office
from ppid.desk.forms.base import MoveForm
from ppid.models import CaseEvent, InformationRequest, Letter


@dataclass(frozen=True)
class Task:
    """What a step works on: request, case, moment, open letter."""

    request: HttpRequest
    case: InformationRequest
    now: office.Moment
    letter: Letter | None

    @property
    def initial(self) -> dict[str, Any]:
        return {"seen": seen(self.case)}

    @property
    def said(self) -> dict[str, Any]:
        """What every action is told besides its own words."""
        return {"acting_user": self.request.user, "on": self.now.on, "at": self.now.at}


class Step(Protocol):
    """One move at the desk: its form, what its page shows, and its action. `act` gives the sentence of success."""

    def form(self, task: Task) -> MoveForm: ...
    def act(self, task: Task, form: Any) -> str: ...
    def shows(self, task: Task, form: Any) -> dict[str, Any]: ...


def seen(case: InformationRequest) -> int:
    """The number of the last event: what the officer's page knows."""
    return int(CaseEvent.objects.filter(case_id=case.pk).aggregate(last=Max("seq"))["last"] or 0)


def open_notice(case: InformationRequest) -> Letter | None:
    """The notice that is not yet sent."""
    return (
        Letter.objects.filter(case_id=case.pk, kind=Letter.Kind.NOTICE, sent_at__isnull=True)
        .select_related("draft", "signed", "case")
        .first()
    )


def bound(task: Task, kind: type[MoveForm], initial: dict[str, Any] | None = None, **more: Any) -> Any:
    start = {**task.initial, **(initial or {})}
    if task.request.method == "POST":
        return kind(task.request.POST, task.request.FILES, initial=start, **more)
    return kind(initial=start, **more)


def wanted(task: Task) -> Letter:
    """The open notice, or 404: the page was old."""
    if task.letter is None:
        raise Http404
    return task.letter
