"""The indexed form of a text: its stems and its folded words, as strings that need only be cut at spaces."""

from functools import lru_cache
from typing import NamedTuple

from search.analysis.stemming import stem
from search.analysis.words import cut, pieces


class Field(NamedTuple):
    """`stems` and `forms` hold the same words in the same order, separated by single spaces."""

    stems: str
    forms: str


def analyse(text: str) -> Field:
    """Both forms of a text. Stopwords stay in, so that phrases and distances are those of the text."""
    both = [_piece(piece) for piece in pieces(text)]
    return Field(" ".join([stems for stems, _ in both if stems]), " ".join([forms for _, forms in both if forms]))


@lru_cache(maxsize=131072)
def _piece(piece: str) -> Field:
    """One piece of text; what a portal holds says the same few thousand over and over."""
    forms = [word.form for word in cut(piece)]
    return Field(" ".join(map(stem, forms)), " ".join(forms))
