"""A letter as typed, before it is made: which form its words come from, and what it would say. Nothing is stored."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest

from ppid.actions.extensions import extension_content
from ppid.desk import office
from ppid.desk.forms.completeness import IncompleteForm
from ppid.desk.forms.extension import ExtensionForm
from ppid.desk.forms.notice import NoticeForm
from ppid.law.completeness import every_item
from ppid.law.filing import ApplicantKind
from ppid.law.letters import LETTERS, LetterKind
from ppid.law.procedure import MoveName
from ppid.letters import Content
from ppid.models import InformationRequest


@dataclass(frozen=True)
class Preview:
    """`form` binds what was typed; `content` makes the law's dataclass of it and may raise Unlawful."""

    kind: LetterKind
    form: Callable[[HttpRequest, office.Moment], Any]
    content: Callable[[InformationRequest, Any, office.Moment], Content]

    @property
    def move(self) -> MoveName:
        """Whoever may draft the letter may look at it."""
        drafts = LETTERS[self.kind].drafts
        if drafts is None:
            raise ValueError(f"a letter of kind {self.kind} is not drafted")
        return drafts


PREVIEWS: Mapping[str, Preview] = {
    row.kind: row
    for row in (
        Preview(
            LetterKind.NOTICE,
            lambda request, now: NoticeForm(request.POST, on=now.on),
            lambda case, form, now: form.content(),
        ),
        Preview(
            LetterKind.INCOMPLETE,
            lambda request, now: IncompleteForm(
                request.POST, applicant=ApplicantKind.PERSON, known=every_item(), gaps=()
            ),
            lambda case, form, now: replace(form.content(), kind=ApplicantKind(case.applicant.kind)).checked(),
        ),
        Preview(
            LetterKind.EXTENSION,
            lambda request, now: ExtensionForm(request.POST),
            lambda case, form, now: extension_content(case, on=now.on, **form.said),
        ),
    )
}
