"""What every form of the desk shares: the last event seen, the law's problems at their fields, days and numbers."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ppid.law.amounts import NOT_WHOLE, read_whole
from ppid.law.procedure import Invalid, Problem

LONG = {"rows": 5}
UPLOAD = {"accept": "application/pdf,image/jpeg,image/png"}


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
            self.put(problem.field, problem)

    def put(self, place: str, problem: Problem) -> None:
        """One problem at its field, or at the top where it has none that can be seen."""
        visible = place in self.fields and not self.fields[place].widget.is_hidden
        self.add_error(place if visible else None, said(problem))

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


class WholeNumberField(forms.CharField):
    """A whole number, not negative, as people write it: `21.000` is 21000 (`ppid.law.amounts`); None where empty.

    A text field, because a browser's number field reads "21.000" as 21, and so does Django's.
    """

    default_error_messages = {"invalid": _(NOT_WHOLE)}

    def __init__(self, **options: Any) -> None:
        super().__init__(
            **{"widget": forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}), **options}
        )

    def to_python(self, value: Any) -> Any:
        text = str(super().to_python(value) if value is not None else "")
        if not text:
            return None
        try:
            return read_whole(text)
        except ValueError as error:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid") from error


class RupiahField(WholeNumberField):
    """Whole rupiah: `Rp 21.000`, `21.000` and `21000` say the same."""


def number_field(label: Any, help_text: Any = "") -> WholeNumberField:
    return WholeNumberField(label=label, help_text=help_text, required=False)


def rupiah_field(label: Any, help_text: Any = "") -> RupiahField:
    return RupiahField(label=label, help_text=help_text, required=False)
