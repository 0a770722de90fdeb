"""From a folded word to its root: a confix stripper over a list of roots, with Snowball for words nobody listed.

Snowball's Indonesian (Tala's rules) works without a dictionary. It therefore meets `mengirim` as *irim* and `kirim` as
*kirim*, brings `berkeberatan` to another stem than `keberatan`, and folds `pengadaan` (procurement) into *ada* (to
be). Here every way to take a word apart is tried, and a result that stands in `roots.txt` wins; the longest one, since
a longer root was cut less. Only when no result is listed does Snowball decide, guarded against cutting short words.

The morphology: Alwi et al., Tata Bahasa Baku Bahasa Indonesia (prefix nasalisation: k, t, s, p fall away after
meng-, men-, meny-, mem-); the idea of testing candidates against a list: Nazief and Adriani 1996.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import resources

import Stemmer

SHORTEST_ROOT = 3

_PARTICLES = ("lah", "kah", "tah", "pun")
_POSSESSIVES = ("nya", "ku", "mu")
_SUFFIXES = ("kan", "an", "i")
_PREFIXES = (
    *("memper", "diper", "keber", "keter", "member"),
    *("di", "ke", "se", "ber", "bel", "be", "ter", "te", "per", "pel", "pe", "me"),
)
# A nasal prefix and the letter that it may have swallowed.
_NASAL = (
    *(("meng", "k"), ("meny", "s"), ("men", "t"), ("mem", "p")),
    *(("peng", "k"), ("peny", "s"), ("pen", "t"), ("pem", "p")),
)
_LONG_NASAL = ("menge", "penge")  # mengecat, pengesahan: before a root of one syllable
_VOWELS = "aeiou"

# Families whose members no rule brings together.
_FAMILIES = {
    "pengumuman": ("mengumumkan", "diumumkan", "umumkan"),
    "ajar": ("belajar", "pelajar", "pelajaran", "pembelajaran", "mempelajari"),
    "kerja": ("pekerja", "pekerjaan", "mengerjakan", "pengerjaan"),
    "undang": ("undang", "perundang", "undangan"),
    "putusan": ("putus", "memutus", "memutuskan", "keputusan", "diputus", "diputuskan", "pemutusan"),
    "sampai": ("sampaikan", "menyampaikan", "penyampaian", "disampaikan"),
    "tindak": ("tindakan", "menindak"),
    "kesehatan": ("sehat", "menyehatkan"),
    "keuangan": ("finansial",),
    "bakar": ("kebakaran",),
    "kebijakan": ("kebijaksanaan",),
    "kegiatan": ("giat",),
    "kewajiban": ("wajib", "diwajibkan", "mewajibkan"),
    "sah": ("pengesahan", "mengesahkan"),
    "jabat": ("jabatan", "pejabat"),
    "lapor": ("laporan",),
    "layan": ("layanan", "pelayanan", "melayani", "dilayani"),
    "rancang": ("rancangan", "merancang", "perancangan"),
    "rekapitulasi": ("rekap", "merekap", "rekapan"),
    "lampir": ("lampiran", "terlampir", "melampirkan", "dilampirkan"),
    "satu": ("persatuan", "kesatuan", "bersatu"),
    "tahan": ("tahanan", "penahanan"),
    "tuju": ("tujuan", "bertujuan"),
    "urus": ("pengurus", "mengurus", "pengurusan", "diurus"),
    "hubung": ("hubungan", "menghubungi", "berhubungan", "penghubung"),
    "jamin": ("jaminan", "menjamin", "penjaminan"),
    "salur": ("saluran", "penyaluran", "menyalurkan", "disalurkan"),
    "tunjang": ("tunjangan",),
    "harap": ("harapan",),
    "golong": ("golongan", "penggolongan"),
    "penduduk": ("kependudukan", "duduk"),
    "pensiun": ("pensiunan",),
    "pimpin": ("pimpinan", "pemimpin", "memimpin", "kepemimpinan"),
    "rujuk": ("rujukan", "merujuk"),
    "tanam": ("tanaman", "menanam", "penanaman"),
    "vaksin": ("vaksinasi",),
    "inventaris": ("inventarisasi",),
    "utang": ("hutang", "berutang", "berhutang"),
    "imbau": ("himbau", "imbauan", "himbauan", "mengimbau", "menghimbau"),
    "objek": ("obyek",),
    "praktik": ("praktek",),
    "risiko": ("resiko", "berisiko", "beresiko"),
    "survei": ("survey", "mensurvei", "menyurvei"),
    "izin": ("ijin", "perijinan", "mengijinkan", "diijinkan"),
    "dokumen": ("dokumentasi", "mendokumentasikan", "didokumentasikan", "terdokumentasi", "pendokumentasian"),
    "digital": ("digitalisasi",),
    "registrasi": ("register",),
    "monitoring": ("monitor", "memonitor"),
    "nilai": ("penilaian", "menilai", "dinilai"),
    "standar": ("standardisasi", "standarisasi"),
    "zona": ("zonasi",),
    "rekrut": ("rekrutmen",),
    "pelihara": ("peliharaan",),
    "tani": ("petani", "pertanian"),
}


@cache
def _exceptions() -> dict[str, str]:
    return {member: root for root, members in _FAMILIES.items() for member in members}


@cache
def roots() -> frozenset[str]:
    """The listed roots."""
    text = resources.files("search.analysis").joinpath("roots.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


@lru_cache(maxsize=131072)
def stem(word: str) -> str:
    """The root of one folded word: `kebanjiran` → `banjir`, `mengimunisasi` → `imunisasi`.

    Words with digits, short words and foreign scripts come back as they are.
    """
    if len(word) <= SHORTEST_ROOT or not (word.isascii() and word.isalpha()):
        return word
    exceptions, known = _exceptions(), roots()
    if word in exceptions:
        return exceptions[word]
    if word in known:
        return word
    found = [(len(form), -cuts, form) for form, cuts in _candidates(word) if form in known or form in exceptions]
    if found:
        best = max(found)[-1]
        return exceptions.get(best, best)
    return _unlisted(word)


def _candidates(word: str) -> Iterator[tuple[str, int]]:
    """Every result of taking off up to three prefixes and one suffix of each rank, and how many prefixes that took."""
    for trunk in _without_suffixes(word):
        seen, edge = {trunk}, {trunk}
        yield trunk, 0
        for cuts in range(1, 4):
            edge = {rest for form in edge for rest in _without_prefix(form)} - seen
            seen |= edge
            yield from ((form, cuts) for form in edge)


def _without_suffixes(word: str) -> set[str]:
    forms = {word}
    for rank in (_PARTICLES, _POSSESSIVES, _SUFFIXES):
        forms |= {form[: -len(end)] for form in forms for end in rank if _may_cut(form, end)}
    return forms


def _may_cut(form: str, end: str) -> bool:
    return form.endswith(end) and len(form) - len(end) >= SHORTEST_ROOT


def _without_prefix(form: str) -> Iterator[str]:
    for prefix in _PREFIXES:
        rest = form.removeprefix(prefix)
        # ber- and ter- lose their r only before another: berenang, bekerja, beserta; besiswa is a slip of the pen.
        if rest != form and (prefix not in ("be", "te") or rest[:1] == "r" or rest[1:3] == "er"):
            yield from _long_enough(rest)
    for prefix, swallowed in _NASAL:
        rest = form[len(prefix) :]
        if form.startswith(prefix) and rest:
            yield from _long_enough(rest)
            if rest[0] in _VOWELS:
                yield from _long_enough(swallowed + rest)
    for prefix in _LONG_NASAL:
        if form.startswith(prefix):
            yield from _long_enough(form[len(prefix) :])


def _long_enough(rest: str) -> Iterator[str]:
    if len(rest) >= SHORTEST_ROOT:
        yield rest


@cache
def _snowball() -> Stemmer.Stemmer:
    # PyStemmer's own cache is not safe between threads; ours above is.
    return Stemmer.Stemmer("indonesian", 0)


def _unlisted(word: str) -> str:
    """Snowball's opinion of a word nobody listed, unless it leaves too little of it (a name, a loan word)."""
    cut = str(_snowball().stemWord(word))
    if len(cut) < 4 or len(cut) * 2 < len(word):
        return word
    return cut


def variants(word: str) -> tuple[str, ...]:
    """Other stems under which an unlisted word may stand in a document, since a nasal prefix swallows k, t, s and p.

    A listed root needs none: `mengirim` and `kirim` both came to *kirim*.
    """
    root = stem(word)
    if not root.isalpha() or len(root) < 4 or root in roots() or root in _FAMILIES:
        return ()
    if root[0] in "ktsp" and root[1] in _VOWELS:
        return (root[1:],)
    if root[0] in _VOWELS and root != word:
        return tuple(letter + root for letter in "ktsp")
    return ()
