"""How two writings of the same words are recognised: case, spaces and punctuation do not count."""

import hashlib
import re
import unicodedata

# Copied out of web pages and documents; nobody sees them, and no cell means them.
UNSEEN = dict.fromkeys(map(ord, "\x00\u200b\u200e\u200f\u2060\ufeff\xad"))
_APART = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """`"Hak dan  tata-cara."` and `"hak dan Tata Cara"` fold to the same words with one space between.

    Letters and digits of any script stay; "1.1" folds to "1 1", so that it never meets "11".
    """
    return _APART.sub(" ", unicodedata.normalize("NFKC", text).casefold()).strip()


def fingerprint(text: str) -> str:
    """The folded text as 64 hex digits: what the database compares, whatever the length of the text."""
    return hashlib.sha256(fold(text).encode()).hexdigest()
