"""Amounts of money spelled out, as a receipt wants them beside the figures: `tiga puluh sembilan ribu rupiah`."""

SMALL = (
    "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas",
)  # fmt: skip
# From the largest down; "satu ribu" is written "seribu", "satu juta" stays.
SCALES = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (10**3, "ribu"), (10**2, "ratus"), (10, "puluh"))


def spelled(amount: int) -> str:
    """Whole rupiah from 0 to below 10**15 in words, with `rupiah` at the end."""
    if not 0 <= amount < 10**15:
        raise ValueError("an amount of money lies between 0 and 10**15")
    return f"{_words(amount)} rupiah"


def _words(number: int) -> str:
    if number < len(SMALL):
        return SMALL[number]
    if number < 20:
        return f"{SMALL[number - 10]} belas"
    scale, name = next((scale, name) for scale, name in SCALES if number >= scale)
    count, rest = divmod(number, scale)
    head = f"se{name}" if count == 1 and scale in {100, 1000} else f"{_words(count)} {name}"
    return f"{head} {_words(rest)}" if rest else head
