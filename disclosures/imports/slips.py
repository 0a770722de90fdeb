"""When one written word or name is a slip of the pen for another, and when it only looks so. Pure."""

import re
from collections.abc import Sequence


def words_of(text: str) -> frozenset[str]:
    """A set of words, written as one line of them."""
    return frozenset(text.split())


SLIP_LENGTH = 6
SLIP_EDITS = 2

COMPASS = words_of(
    "utara selatan timur barat tengah tenggara laut daya pusat hulu hilir atas bawah dalam luar lor kidul "
    "kulon wetan kaler girang"
)
ORDINALS = words_of(
    "pertama kesatu kedua ketiga keempat kelima keenam ketujuh kedelapan kesembilan kesepuluh "
    "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh"
)
# Words of offices that are right as they stand, though two edits apart from one another: agriculture is not land.
OFFICE_WORDS = words_of(
    "pertanian pertanahan pertahanan pertamanan pertambangan pertandingan perikanan perindustrian "
    "perdagangan perhubungan perkebunan perumahan permukiman pemakaman perencanaan pelaksanaan "
    "perpustakaan perizinan perbatasan perbankan perekonomian perempuan peternakan pendidikan penelitian "
    "penanaman pengadaan pengawasan pendapatan pengembangan pembangunan pemberdayaan pemerintahan "
    "penanggulangan pengendalian pemuda kepemudaan kepegawaian kependudukan kebudayaan "
    "kebersihan kesehatan kesejahteraan kesatuan kehutanan kelautan ketahanan ketenagakerjaan keuangan "
    "kearsipan komunikasi koperasi kecamatan kelurahan informatika statistik persandian inspektorat "
    "sekretariat bagian bidang dinas kantor daerah lingkungan pariwisata transmigrasi organisasi "
    "kerjasama hukum umum aset"
)
CONNECTIVES = words_of("dan serta dengan atau di ke pada untuk yang")
_ROMAN = re.compile(r"(?=[ivxlcdm])m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})")


def edits(one: str, other: str, most: int) -> int:
    """Levenshtein distance, or `most + 1` as soon as it is known to be more than `most`."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            row.append(min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b)))
        if min(row) > most:
            return most + 1
        before = row
    return min(before[-1], most + 1)


def tells_apart(word: str) -> bool:
    """Digits, numerals and compass words tell units apart: they are never a slip of one another."""
    return any(ch.isdigit() for ch in word) or bool(_ROMAN.fullmatch(word)) or word in COMPASS or word in ORDINALS


def word_slip(one: str, other: str) -> int | None:
    """Edits between two differing words when one is surely a slip of the other; None when it is not sure.

    The longer of the two counts for the length: "Badang" (six) is a slip of "Badan".
    """
    if tells_apart(one) or tells_apart(other) or {one, other} <= OFFICE_WORDS:
        return None
    if max(len(one), len(other)) < SLIP_LENGTH:
        return None
    apart = edits(one, other, SLIP_EDITS)
    return apart if apart <= SLIP_EDITS else None


def name_slip(one: Sequence[str], other: Sequence[str]) -> int | None:
    """Edits in all between two names (folded words without the body's name) when they are one unit; 0 when equal."""
    if len(one) != len(other):
        return None
    total = 0
    for a, b in zip(one, other, strict=True):
        if a == b:
            continue
        apart = word_slip(a, b)
        if apart is None:
            return None
        total += apart
    return total


def is_near(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names that are not surely one are so like each other that a person must look.

    Not near: names that differ in a digit, a numeral, a compass word or a right word of offices. Near: the same words
    but for a connective ("dan"), or words a letter or two apart that the rule of slips does not cover.
    """
    if one == other or name_slip(one, other) is not None:
        return False
    bare = [[word for word in name if word not in CONNECTIVES] for name in (one, other)]
    if bare[0] == bare[1]:
        return True
    pairs = [(a, b) for a, b in zip(*bare, strict=False) if a != b]
    return len(bare[0]) == len(bare[1]) and all(_word_near(a, b) for a, b in pairs)


def _word_near(one: str, other: str) -> bool:
    if (tells_apart(one) and tells_apart(other)) or {one, other} <= OFFICE_WORDS:
        return False
    if any(ch.isdigit() for ch in one + other):
        return False
    longest = max(len(one), len(other))
    if min(len(one), len(other)) <= 3:  # abbreviations: PU is not PP
        return False
    allowed = 1 if longest < SLIP_LENGTH else 3 if longest >= 9 else 2
    return edits(one, other, allowed) <= allowed or _swapped(one, other)


def _swapped(one: str, other: str) -> bool:
    """Two neighbouring letters in the wrong order ("Dinsa")."""
    unlike = [i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b]
    return len(one) == len(other) and len(unlike) == 2 and sorted(one) == sorted(other) and unlike[1] - unlike[0] == 1
