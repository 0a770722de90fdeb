"""What a time limit is made of. The rows: terms_information.py, terms_duties.py; looking them up: terms.py."""

from dataclasses import dataclass
from enum import StrEnum

from ppid.law.refusals import say


class Unit(StrEnum):
    """The unit a law counts in. PERKI 1/2021 Pasal 1 angka 22 makes every bare *hari* of that rule a working day."""

    WORKING_DAYS = "hari_kerja"
    DAYS = "hari"
    HOURS = "jam"
    MONTHS = "bulan"
    YEARS = "tahun"
    AT_ONCE = "seketika"


class Group(StrEnum):
    """Where a reader looks for a term."""

    REQUEST = say("Permohonan informasi")
    OBJECTION = say("Keberatan")
    DISPUTE = say("Sengketa informasi")
    PUBLISHING = say("Pengumuman dan laporan")
    EXCLUSION = say("Pengecualian informasi")
    COMPLAINT = say("Pengaduan pelayanan publik (UU 25/2009)")
    LAPOR = say("SP4N-LAPOR!")
    PERSONAL_DATA = say("Pelindungan data pribadi")


UNIT_WORDS = {
    Unit.WORKING_DAYS: "hari kerja",
    Unit.DAYS: "hari kalender",
    Unit.HOURS: "jam",
    Unit.MONTHS: "bulan",
    Unit.YEARS: "tahun",
    Unit.AT_ONCE: "seketika",
}

# How sure a row is (law.md): T read in the official text, S secondary source, M from memory, I inference.
CONFIDENCE_WORDS = {
    "T": "dibaca dalam naskah resmi",
    "S": "dari sumber kedua, naskah resmi belum diperiksa",
    "M": "dari ingatan, perlu diperiksa",
    "I": "penafsiran",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One time limit.

    `length` is None where the officer states it (REQ_DELIVERY). `extension` is what the law lets be added once, at
    most. `at_most`: fewer than `length` may be stated. `backwards` terms end before their trigger. `follows`: the term
    from whose last day this one counts on; that day is counted already, whatever is said of a day of receipt. `source`
    names the articles; `confidence` is one or more letters of CONFIDENCE_WORDS; `doubt` is what a careful reader should
    know, empty where nothing is in doubt.
    """

    code: str
    title: str
    trigger: str
    length: int | None
    unit: Unit
    bound: str
    if_missed: str
    source: str
    confidence: str
    group: Group
    extension: int = 0
    at_most: bool = False
    backwards: bool = False
    follows: str = ""
    doubt: str = ""

    @property
    def measure(self) -> str:
        """`10 hari kerja`, `seketika`, or how the length comes about."""
        if self.unit is Unit.AT_ONCE:
            return UNIT_WORDS[self.unit]
        if self.length is None:
            return f"sebanyak {UNIT_WORDS[self.unit]} yang dinyatakan"
        return f"{self.length} {UNIT_WORDS[self.unit]}"

    @property
    def confidence_words(self) -> str:
        """The letters of `confidence` spelled out, in order, joined by a semicolon."""
        return "; ".join(CONFIDENCE_WORDS[letter] for letter in self.confidence if letter in CONFIDENCE_WORDS)
