"""How the law says no: in Indonesian, naming what is wrong and what to do.

Sentences are marked with `say`, so that the translators' tool finds them, and carry their values apart; whoever shows
one translates `text` and fills in `values` afterwards (`ppid.law` itself knows no framework).
"""

import dataclasses
from collections.abc import Iterable, Mapping


def say(text: str) -> str:
    """Mark a sentence for translation (xgettext keyword `say`); gives it back as it is."""
    return text


@dataclasses.dataclass(frozen=True)
class Problem:
    """One thing wrong with what was handed in: the field's name in the dataclass ("" for the whole) and a sentence."""

    field: str
    text: str
    values: Mapping[str, object] = dataclasses.field(default_factory=dict)

    def __str__(self) -> str:
        return self.text % self.values if self.values else self.text


class Unlawful(Exception):
    """A move that the law or the state of the case does not allow. `str()` is the Indonesian reason."""

    def __init__(self, text: str, **values: object) -> None:
        super().__init__(text, values)
        self.text = text
        self.values = values

    def __str__(self) -> str:
        return self.text % self.values if self.values else self.text


class Invalid(Unlawful):
    """What was handed in lacks something; `problems` name each field and its remedy."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(" ".join(str(problem) for problem in self.problems).replace("%", "%%") or "?")

    def __str__(self) -> str:
        return " ".join(str(problem) for problem in self.problems)
