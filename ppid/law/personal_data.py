"""What in a text looks like personal data (law.md §6, consequence 2). Pure Python: a lawyer can read it.

It helps whoever approves a text for the public: a complaint's retelling, a request's subject.
"""

import re
from dataclasses import dataclass

# Between two digits of one number people write blanks, dots, dashes, brackets; copying adds invisible characters.
_SEP = r"[\s.\-‐-―()/\u200b-\u200f\u2060]{0,3}"


def _digits(least: int, most: int) -> str:
    return rf"\d(?:{_SEP}\d){{{least - 1},{most - 1}}}"


_PLATES = (
    "A|AA|AB|AD|AE|AG|B|BA|BB|BD|BE|BG|BH|BK|BL|BM|BN|BP|D|DA|DB|DC|DD|DE|DG|DH|DK|DL|DM|DN|DP|DR|DS|DT|DW|E|EA|EB|ED|"
    "F|G|H|K|KB|KH|KT|KU|L|M|N|P|PA|PB|PE|PG|PS|PT|R|S|T|W|Z"
)
_DETECTORS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("e-mail", re.compile(r"[\w.+\-]+\s?(?:@|\(at\)|\[at\])\s?[\w\-]+(?:\s?(?:\.|\(dot\)|\[dot\])\s?[\w\-]+)+", re.I)),
    ("NIK atau nomor KK", re.compile(rf"(?<!\d){_digits(16, 16)}(?!\d)")),
    ("NPWP", re.compile(r"(?<!\d)\d{2}[.\s]?\d{3}[.\s]?\d{3}[.\s]?\d[\-.\s]?\d{3}[.\s]?\d{3}(?!\d)")),
    ("nomor telepon", re.compile(rf"(?<!\d)(?:\+{_SEP}62|62|0){_SEP}[1-9]{_SEP}{_digits(6, 11)}(?!\d)")),
    ("nomor telepon", re.compile(rf"(?<!\d)8[1-9]{_SEP}{_digits(7, 10)}(?!\d)")),
    (
        "nomor rekening",
        re.compile(
            rf"\b(?:no\.?\s*rek(?:ening)?|norek|rek(?:ening)?|bca|bri|bni|bsi|btn|mandiri|bank\s+\w+)\b[^\d\n]{{0,30}}"
            rf"{_digits(7, 18)}(?!\d)",
            re.I,
        ),
    ),
    # Written together, one digit is an abbreviation: P3K, DP3A, P4GN, K3L.
    ("pelat nomor kendaraan", re.compile(rf"\b(?:{_PLATES})(?:[ \-]\d{{1,4}}|\d{{2,4}})[ \-]?[A-Z]{{1,3}}\b")),
    (
        "pelat nomor kendaraan",
        re.compile(r"\b(?:nopol|no\.?\s?pol|pelat|plat)\b\D{0,15}\b[a-z]{1,2}[ \-]?\d{1,4}\b[ \-]?[a-z]{0,3}\b", re.I),
    ),
    ("alamat", re.compile(r"\brt\b[\s.:]*\d{1,3}\s*(?:[/,\-]|dan)?\s*rw\b[\s.:]*\d{1,3}\b", re.I)),
    (
        "alamat",
        re.compile(
            r"\b(?:jl|jln|jalan|gang|gg|perum|perumahan|komplek|kompleks|blok)\b\.?[^\n;:!?]{1,60}?"
            r"\b(?:no|nomor|nmr)\b[\s.:]*\w{1,6}",
            re.I,
        ),
    ),
    ("deret angka panjang", re.compile(r"(?<![\d.,])(?<!rp)(?<!rp[\s.])(?<!rp\.\s)\d(?:[.\-]?\d){9,23}(?!\d)", re.I)),
)


@dataclass(frozen=True, slots=True)
class Finding:
    """A place in a text that looks like personal data: what kind, and from which character to which."""

    kind: str
    start: int
    end: int


def find_personal_data(text: str) -> tuple[Finding, ...]:
    """Whatever looks like personal data, in the order of the text, overlapping places joined under the first kind.

    A detector misses names of people and finds numbers that are nobody's: it helps the officer who approves a text and
    never stands in for him.
    """
    found = sorted(
        (Finding(kind, match.start(), match.end()) for kind, pattern in _DETECTORS for match in pattern.finditer(text)),
        key=lambda finding: (finding.start, -finding.end),
    )
    apart: list[Finding] = []
    for finding in found:
        if apart and finding.start < apart[-1].end:
            last = apart[-1]
            apart[-1] = Finding(last.kind, last.start, max(last.end, finding.end))
        else:
            apart.append(finding)
    return tuple(apart)


def masked(text: str) -> str:
    """The text with each finding replaced by its kind in brackets: nothing of it stays, not even its length."""
    out, place = [], 0
    for finding in find_personal_data(text):
        out += [text[place : finding.start], f"[{finding.kind}]"]
        place = finding.end
    return "".join([*out, text[place:]])
