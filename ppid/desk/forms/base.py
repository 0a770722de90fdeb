"""What every form of the desk shares: the last event seen, the law's problems at their fields, days and numbers."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ppid.law.procedure import Invalid, Problem

LONG = {"rows": 5}
UPLOAD = {"accept": "application/pdf,image/jpeg,image/png"}
NUMBER_WRONG = _("Tulis angka bulat tanpa titik, misalnya 15000, atau 0 bila tidak ada.")


def said(problem: Problem) -> str:
    """The sentence of the law in the language of the screen."""
    return gettext(problem.text) % problem.values if problem.values else gettext(problem.text)


class MoveForm(forms.Form):
    """`seen` is the number of the last event on the page that the officer looked at: when something has happened
    since, the move is refused and the officer told, with everything still in the form."""

    seen = forms.IntegerField(widget=forms.HiddenInput)

    def refused(self, error: Invalid) -> None:
        """Put each of the law's problems at its field; what has no field here stands at the top."""
        for problem in error.problems:
            self.add_error(problem.field if problem.field in self.fields else None, said(problem))

    def saw(self, seq: int) -> None:
        """After a refusal for a change meanwhile: the officer has been told and may send again."""
        typed = QueryDict(mutable=True)
        if isinstance(self.data, QueryDict):
            for name in self.data:
                typed.setlist(name, self.data.getlist(name))
        typed["seen"] = str(seq)
        self.data = typed


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


def number_field(label: Any, help_text: Any = "") -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        help_text=help_text,
        required=False,
        min_value=0,
        localize=False,
        error_messages={"invalid": NUMBER_WRONG, "min_value": NUMBER_WRONG},
    )
