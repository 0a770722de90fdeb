"""The indexed form of a text: its stems and its folded words, as strings that need only be cut at spaces."""

from typing import NamedTuple

from search.analysis.stemming import stem
from search.analysis.words import words


class Field(NamedTuple):
    """`stems` and `forms` hold the same words in the same order, separated by single spaces."""

    stems: str
    forms: str


def analyse(text: str) -> Field:
    """Both forms of a text. Stopwords stay in, so that phrases and distances are those of the text."""
    forms = [word.form for word in words(text)]
    return Field(" ".join(map(stem, forms)), " ".join(forms))
