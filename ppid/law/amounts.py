"""Whole numbers as people write them in Indonesia: `21000`, `21.000`, `Rp 21.000`, `Rp21.000,00`.

A point groups thousands and a comma begins the part after the whole: `21.000` is twenty-one thousand, and `21,5` is
no number of rupiah or of sheets. Whoever guesses here bills a thousandth or a thousandfold.
"""

import re

from ppid.law.refusals import say

NOT_WHOLE = say("Tulis angka bulat, misalnya 21000 atau 21.000, tanpa koma. Tulis 0 bila tidak ada.")
# No fee and no number of sheets of one request comes near it; longer is a slip, and no column holds it.
MOST = 2_000_000_000
# Nothing after the comma but what says "no part of a rupiah": `21.000,00` and `21.000,-`.
_WRITTEN = re.compile(r"(?:Rp\.?\s*)?([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,(?:00|-))?", re.IGNORECASE | re.ASCII)


def read_whole(text: str) -> int:
    """The number that `text` says; ValueError (with the sentence `NOT_WHOLE`) for everything else."""
    found = _WRITTEN.fullmatch(" ".join(text.split()))
    number = int(found.group(1).replace(".", "")[:12]) if found else -1
    if found is None or number > MOST:
        raise ValueError(NOT_WHOLE)
    return number
