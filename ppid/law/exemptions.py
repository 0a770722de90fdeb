"""What may be withheld and for how long: UU 14/2008 Pasal 17–20, PP 61/2010, PERKI 1/2021 Pasal 49–53.

An exclusion is strict and limited (*ketat dan terbatas*, PERKI 1/2021 Pasal 13 ayat (2)–(3)): it needs a consequence
test before it is declared (Pasal 19), a decree that names the information, and a period.
"""

import datetime as dt
import hashlib
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from ppid.law.clock import later_month
from ppid.law.refusals import Invalid, Problem, say

# PP 61/2010 Pasal 5; PERKI 1/2021 Pasal 51 ayat (1): the longest that 17A may last.
LONGEST_17A_YEARS: Final = 30


class Ground(StrEnum):
    """The ten grounds of UU 14/2008 Pasal 17; PERKI 1/2021 Pasal 13 ayat (3) lists a–i again, (2)f holds j."""

    A = "17A"
    B = "17B"
    C = "17C"
    D = "17D"
    E = "17E"
    F = "17F"
    G = "17G"
    H = "17H"
    I = "17I"  # noqa: E741 - the letter of the article
    J = "17J"


class Period(StrEnum):
    """How an exclusion's end is set (PP 61/2010 Pasal 5–9; PERKI 1/2021 Pasal 51)."""

    END_DATE = "tanggal_akhir"
    AS_LONG_AS_NEEDED = "selama_dibutuhkan"
    BY_REGULATION = "menurut_peraturan"


@dataclass(frozen=True, slots=True)
class GroundRow:
    """One ground: its words, which periods it allows, and the article that says so."""

    ground: Ground
    label: str
    periods: tuple[Period, ...]
    period_source: str

    @property
    def article(self) -> str:
        return f"UU 14/2008 Pasal 17 huruf {self.ground[-1].lower()}"


def _row(ground: Ground, label: str, period: Period, source: str) -> GroundRow:
    periods = (Period.END_DATE,) if period is Period.END_DATE else (Period.END_DATE, period)
    return GroundRow(ground, label, periods, source)


_NEEDED, _RULED = Period.AS_LONG_AS_NEEDED, Period.BY_REGULATION
GROUNDS: Final[Mapping[Ground, GroundRow]] = MappingProxyType(
    {
        row.ground: row
        for row in (
            _row(Ground.A, "menghambat proses penegakan hukum", Period.END_DATE, "PP 61/2010 Pasal 5"),
            _row(Ground.B, "hak atas kekayaan intelektual atau persaingan usaha", _RULED, "PERKI 1/2021 Pasal 51"),
            _row(Ground.C, "membahayakan pertahanan dan keamanan negara", _NEEDED, "PERKI 1/2021 Pasal 51"),
            _row(Ground.D, "mengungkapkan kekayaan alam Indonesia", _NEEDED, "PERKI 1/2021 Pasal 51"),
            _row(Ground.E, "merugikan ketahanan ekonomi nasional", _NEEDED, "PERKI 1/2021 Pasal 51"),
            _row(Ground.F, "merugikan kepentingan hubungan luar negeri", _NEEDED, "PERKI 1/2021 Pasal 51"),
            _row(Ground.G, "isi akta otentik yang bersifat pribadi atau wasiat", _RULED, "PERKI 1/2021 Pasal 51"),
            _row(Ground.H, "mengungkap rahasia pribadi", _NEEDED, "PERKI 1/2021 Pasal 51"),
            _row(Ground.I, "surat antar atau intra badan publik yang dirahasiakan", _RULED, "PERKI 1/2021 Pasal 51"),
            _row(Ground.J, "tidak boleh diungkapkan berdasarkan undang-undang", _RULED, "UU 14/2008 Pasal 17 huruf j"),
        )
    }
)

# UU 14/2008 Pasal 18 ayat (1): these are never excluded. Codes are stored, the words shown.
NEVER_EXCLUDED: Final[Mapping[str, str]] = MappingProxyType(
    {
        "18_1_A": "putusan badan peradilan",
        "18_1_B": "ketetapan, keputusan, peraturan, surat edaran, atau bentuk kebijakan lain",
        "18_1_C": "surat perintah penghentian penyidikan atau penuntutan",
        "18_1_D": "rencana pengeluaran tahunan lembaga penegak hukum",
        "18_1_E": "laporan keuangan tahunan lembaga penegak hukum",
        "18_1_F": "laporan hasil pengembalian uang hasil korupsi",
        "18_1_G": "informasi yang telah dinyatakan terbuka (Pasal 11 ayat (2))",
    }
)
# UU 14/2008 Pasal 20 ayat (1): not permanent.
NOT_PERMANENT: Final = frozenset({Ground.A, Ground.B, Ground.C, Ground.D, Ground.E, Ground.F})
# UU 14/2008 Pasal 18 ayat (2): lifted by written consent, or where it concerns the person's public office.
LIFTED_BY_CONSENT: Final = frozenset({Ground.G, Ground.H})
_PASAL_17: Final = re.compile(
    r"pasal\s*17(?!\d)\s*,?\s*(?:huruf)?\s*(?P<letters>[a-j](?![\w.])"
    r"(?:\s*(?:,\s*(?:dan\b)?|dan\b|atau\b|/|&)\s*(?:huruf)?\s*[a-j](?![\w.]))*)",
    re.IGNORECASE,
)
_KIP: Final = re.compile(
    r"\b(?:uu|undang[\s-]*undang)\s*(?:republik\s+indonesia\s*|r\.?\s*i\.?\s+)?(?:kip\b"
    r"|(?:tentang\s+)?keterbukaan\s+informasi\s+publik|(?:no|nomor)?[.\s:]*14\s*(?:tahun|th\.?|/)\s*2008)",
    re.IGNORECASE,
)
_STATUTE: Final = re.compile(r"\b(?:uu\b|undang[\s-]+undang\b)(?P<title>[^;,]*)", re.IGNORECASE)
# What may follow "undang-undang" without naming one.
_NO_TITLE: Final = frozenset(
    ("yang", "berlaku", "tersebut", "dimaksud", "ini", "itu", "lain", "lainnya", "terkait", "dan", "atau", "serta")
)
_LETTER: Final = re.compile(r"(?<![a-z])[a-j](?![a-z])|(?<=huruf)[a-j](?![a-z])", re.IGNORECASE)
_APART: Final = re.compile(r"[\W_]+")
# "permamen" is how a real list spells it.
_PERMANENT: Final = ("permanen", "permamen", "tidak terbatas", "selamanya", "tanpa batas", "seterusnya")


class Verdict(StrEnum):
    """What a consequence test may conclude."""

    EXCLUDED = "dikecualikan"
    PARTLY = "sebagian"
    OPEN = "terbuka"


@dataclass(frozen=True, slots=True)
class Assessor:
    """One person who tested: the table of Annex II."""

    name: str
    position: str
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsequenceTest:
    """The sheet of PERKI 1/2021 Annex II for one piece of information, and what Pasal 49 ayat (5) wants of its decree.

    `basis` is the statute relied on with its article; `if_open` and `if_closed` weigh the consequences for the public.
    `period` with `ends_on` or `period_words`, as the ground allows. `never_excluded` is a code of NEVER_EXCLUDED where
    the information is of that kind. Dates are those of the body.
    """

    information: str
    grounds: tuple[Ground, ...]
    basis: str
    if_open: str
    if_closed: str
    verdict: Verdict
    tested_on: dt.date
    place: str
    testers: tuple[Assessor, ...]
    approver: str
    period: Period | None = None
    ends_on: dt.date | None = None
    period_words: str = ""
    closed_parts: str = ""
    never_excluded: str = ""
    consent_given: bool = False
    concerns_office: bool = False

    def problems(self) -> tuple[Problem, ...]:
        """Everything that a decree resting on this sheet would be annulled for, field by field; empty when sound."""
        found = [*self._missing()]
        if self.verdict is not Verdict.OPEN:
            found += [*self._grounds(), *self._period()]
        if self.verdict is Verdict.PARTLY and not self.closed_parts.strip():
            text = say("Sebutkan bagian yang ditutup; selebihnya tetap terbuka (PERKI 1/2021 Pasal 50).")
            found.append(Problem("closed_parts", text))
        return tuple(found)

    def check(self) -> None:
        """Raises Invalid with `problems()` where there are any."""
        if problems := self.problems():
            raise Invalid(problems)

    def _missing(self) -> list[Problem]:
        wanted = {
            "information": say("Uraikan informasi yang diuji dengan jelas."),
            "if_open": say("Tulis akibat bagi publik bila informasi dibuka (Pasal 19)."),
            "if_closed": say("Tulis akibat bagi publik bila informasi ditutup (Pasal 19)."),
            "place": say("Tulis tempat pengujian (Lampiran II)."),
            "approver": say("Tulis pejabat yang menyetujui (PERKI 1/2021 Pasal 10 ayat (2), Lampiran II)."),
        }
        found = [Problem(name, text) for name, text in wanted.items() if not getattr(self, name).strip()]
        if not self.testers or any(not (one.name.strip() and one.position.strip()) for one in self.testers):
            found.append(Problem("testers", say("Isi nama dan jabatan sedikitnya satu penguji (Lampiran II).")))
        return found

    def _grounds(self) -> list[Problem]:
        found = []
        if not self.grounds:
            found.append(Problem("grounds", say("Pilih sedikitnya satu huruf Pasal 17 UU 14/2008.")))
        if not self.basis.strip():
            found.append(Problem("basis", say("Sebutkan undang-undang dan pasal yang menjadi dasar.")))
        elif Ground.J in self.grounds and not names_another_statute(self.basis):
            text = say("Pasal 17 huruf j harus menyebut undang-undang dan pasalnya; peraturan di bawahnya tidak cukup.")
            found.append(Problem("basis", text))
        if self.never_excluded:
            text = say("Informasi ini tidak pernah boleh dikecualikan: %(kind)s (Pasal 18 ayat (1)).")
            kind = NEVER_EXCLUDED.get(self.never_excluded, self.never_excluded)
            found.append(Problem("never_excluded", text, {"kind": kind}))
        lifted = self.consent_given or self.concerns_office
        if lifted and self.grounds and set(self.grounds) <= LIFTED_BY_CONSENT:
            text = say(
                "Huruf g dan h gugur dengan persetujuan tertulis atau karena jabatan publik (Pasal 18 ayat (2))."
            )
            found.append(Problem("grounds", text))
        return found

    def _period(self) -> list[Problem]:
        if self.period is None:
            return [Problem("period", say("Pilih cara menetapkan jangka waktu pengecualian (Pasal 20)."))]
        found = []
        for row in (GROUNDS[ground] for ground in self.grounds if self.period not in GROUNDS[ground].periods):
            text = say("Cara ini tidak berlaku untuk %(article)s; isi tanggal berakhirnya (%(source)s).")
            found.append(Problem("period", text, {"article": row.article, "source": row.period_source}))
        if self.period is Period.END_DATE:
            return [*found, *self._end_date()]
        if not self.period_words.strip():
            found.append(Problem("period_words", say("Jelaskan sampai kapan atau menurut peraturan mana.")))
        elif sounds_permanent(self.period_words) and NOT_PERMANENT & set(self.grounds):
            text = say("Pengecualian Pasal 17 huruf a–f tidak bersifat permanen (Pasal 20 ayat (1)).")
            found.append(Problem("period_words", text))
        return found

    def _end_date(self) -> list[Problem]:
        if self.ends_on is None:
            return [Problem("ends_on", say("Isi tanggal berakhirnya pengecualian."))]
        if self.ends_on <= self.tested_on:
            return [Problem("ends_on", say("Tanggal berakhir harus sesudah tanggal pengujian."))]
        last = longest_17a(self.tested_on)
        if Ground.A in self.grounds and self.ends_on > last:
            text = say("Pasal 17 huruf a paling lama 30 tahun, yaitu sampai %(last)s (PP 61/2010 Pasal 5).")
            return [Problem("ends_on", text, {"last": last.isoformat()})]
        return []


def longest_17a(set_on: dt.date) -> dt.date:
    """The last day that an exclusion on 17A set on `set_on` may have (EXC_MAX_17A)."""
    return later_month(set_on, LONGEST_17A_YEARS * 12)


def open_by_law(ends_on: dt.date | None, on: dt.date) -> bool:
    """Whether the status became public by itself: on the end date nobody needs to act (PP 61/2010 Pasal 11).

    It is the status that changes; the file goes out after a person has looked for other exemptions.
    """
    return ends_on is not None and on >= ends_on


def sounds_permanent(words: str) -> bool:
    """Whether a period written in words claims to have no end, as lists of excluded information often do."""
    folded = " ".join(words.casefold().split())
    return any(word in folded for word in _PERMANENT)


def period_doubts(grounds: tuple[Ground, ...], ends_on: dt.date | None, words: str) -> tuple[str, ...]:
    """What in the period of a listed exclusion contradicts the law: it is shown beside it, never silently accepted."""
    if ends_on is not None:
        return ()
    if sounds_permanent(words) and NOT_PERMANENT & set(grounds):
        return (say("bertentangan dengan Pasal 20 ayat (1): huruf a–f tidak permanen"),)
    if Ground.A in grounds:
        return (say("huruf a harus mempunyai akhir, paling lama 30 tahun (PP 61/2010 Pasal 5)"),)
    return ()


def identity_of(group: str, content: str) -> str:
    """64 hex digits for group and content folded for case, spaces and punctuation: what makes two rows the same."""
    folded = (_APART.sub(" ", unicodedata.normalize("NFKC", text).casefold()).strip() for text in (group, content))
    return hashlib.sha256("\n".join(folded).encode()).hexdigest()


def names_a_statute(basis: str) -> bool:
    """Whether a legal basis names an undang-undang (UU), by number or by title, and not only a regulation under it.

    "menurut undang-undang yang berlaku" names none, and what follows a comma or a semicolon is another source.
    """
    return any(_names_one(match["title"]) for match in _STATUTE.finditer(basis))


def _names_one(title: str) -> bool:
    """Whether the words right after "UU" are a number or a title."""
    first = next(iter(title.split()), "").strip("().:").casefold()
    return bool(first) and (first[0].isdigit() or first not in _NO_TITLE)


def names_another_statute(basis: str) -> bool:
    """As `names_a_statute`, but UU 14/2008 itself does not count: Pasal 17 huruf j points to another one."""
    return names_a_statute(_KIP.sub(" ", basis))


def grounds_in(text: str) -> tuple[Ground, ...]:
    """The letters of Pasal 17 that a legal basis names, in the order written: `Pasal 17 huruf a dan h` -> A, H.

    A letter with a full stop is the mark of the next item of a list (`huruf h b. UU 39/1999`) and is not taken; nor is
    Pasal 172. An empty answer means that none was named: nothing is guessed.
    """
    found: list[Ground] = []
    for match in _PASAL_17.finditer(text):
        for letter in _LETTER.findall(match["letters"]):
            found.append(Ground(f"17{letter.upper()}"))
    return tuple(dict.fromkeys(found))
