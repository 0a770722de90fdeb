"""A decree as a file: bytes -> a decree, or every fault by field (interfaces.md, Decrees).

`{number, date, source, amends?, days: [{date, kind, name}], removed?: [date], region?, covers?: [year]}`. `covers` are
the years whose holidays the decree sets whole. Left out, a decree that is not local and amends nothing covers the
years in which it names a national holiday; a decree for one day only (an election) says `"covers": []`.
"""

import datetime as dt
import json
import re
from collections import Counter
from dataclasses import dataclass
from typing import Final, TypeAlias

from ppid.law.calendar import HOLIDAY_KINDS, Decree, DecreeDay, Kind
from ppid.law.refusals import Invalid, Problem, say

Json: TypeAlias = dict[str, "Json"] | list["Json"] | str | int | float | bool | None
LARGEST: Final = 1_000_000
KNOWN: Final = ("number", "date", "source", "amends", "days", "removed", "region", "covers")
FIRST_YEAR, LAST_YEAR = 1945, 2199
# An annual decree names some seventeen national holidays; far fewer look like a decree for one day.
FEW_HOLIDAYS: Final = 10
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class ReadDecree:
    """A sound decree, and what a careful officer should look at once more."""

    decree: Decree
    warnings: tuple[Problem, ...] = ()


def read_decree(content: bytes) -> ReadDecree:
    """The decree in a file. Raises Invalid with one Problem for each fault, its field as `days[3].date`."""
    return _Reader(_document(content)).read()


def read_number(content: bytes) -> str:
    """Only the number, which is all that a withdrawal needs. Raises Invalid."""
    reader = _Reader(_document(content))
    number = reader.text("number", 200)
    reader.refuse()
    return number


def _document(content: bytes) -> dict[str, Json]:
    if len(content) > LARGEST:
        raise Invalid([Problem("", say("Berkas terlalu besar; keputusan hari libur paling besar 1 MB."))])
    try:
        document: Json = json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise Invalid([Problem("", say("Berkas bukan teks UTF-8. Simpan ulang sebagai JSON UTF-8."))]) from None
    except json.JSONDecodeError as error:
        text = say(
            "Berkas bukan JSON yang sah (baris %(line)d, kolom %(column)d). Periksa tanda kurung, koma dan kutip."
        )
        raise Invalid([Problem("", text, {"line": error.lineno, "column": error.colno})]) from None
    except (RecursionError, ValueError):
        raise Invalid([Problem("", say("Berkas bukan JSON yang dapat dibaca. Periksa isinya."))]) from None
    if not isinstance(document, dict):
        raise Invalid([Problem("", say('Berkas harus berisi satu objek JSON: {"number": …, "date": …}.'))])
    return document


class _Reader:
    """Reads field by field and gathers the faults, so that one run names them all."""

    def __init__(self, document: dict[str, Json]) -> None:
        self.document = document
        self.problems: list[Problem] = []
        self.warnings: list[Problem] = []

    def read(self) -> ReadDecree:
        number, source = self.text("number", 200), self.text("source", 500)
        date = self.date(self.document.get("date"), "date")
        amends, region = self.text("amends", 200, optional=True), self.text("region", 200, optional=True)
        if amends and amends == number:
            self.fault("amends", say("Keputusan tidak dapat mengubah dirinya sendiri; isi nomor yang diubah."))
        days = [*self.days(), *self.removed()]
        self.no_day_twice(days)
        covers = self.covers(days, local=bool(region), amending=bool(amends))
        if not self.document.get("removed") and self.document.get("days") == []:
            self.fault("days", say("Keputusan ini tidak memuat satu hari pun; isi days atau removed."))
        for name in sorted(set(self.document) - set(KNOWN)):
            self.warnings.append(Problem(name, say("Isian ini tidak dikenal dan diabaikan.")))
        self.refuse()
        holidays = tuple(sorted((day for _, day in days), key=lambda day: day.date))
        decree = Decree(number, date, source, holidays, covers, amends, region)
        return ReadDecree(decree, tuple(self.warnings))

    def fault(self, field: str, text: str, **values: object) -> None:
        self.problems.append(Problem(field, text, values))

    def refuse(self) -> None:
        if self.problems:
            raise Invalid(self.problems)

    def text(self, name: str, longest: int, *, optional: bool = False) -> str:
        value = self.document.get(name)
        if value is None and optional:
            return ""
        if value is None:
            self.fault(name, say("Isian ini wajib ada."))
            return ""
        return self.words(value, name, longest, optional=optional)

    def words(self, value: Json, field: str, longest: int, *, optional: bool = False) -> str:
        if not isinstance(value, str):
            self.fault(field, say("Isian ini harus berupa teks dalam tanda kutip."))
            return ""
        words = " ".join(value.split())
        if not words and not optional:
            self.fault(field, say("Isian ini tidak boleh kosong."))
        if len(words) > longest:
            self.fault(field, say("Isian ini terlalu panjang; paling panjang %(longest)d huruf."), longest=longest)
        if not words.isprintable():
            self.fault(field, say("Isian ini memuat tanda yang tidak dapat dicetak; tulis ulang."))
            return ""
        return words

    def date(self, value: Json, field: str) -> dt.date:
        if value is None:
            self.fault(field, say("Tanggal wajib ada, ditulis TTTT-BB-HH, misalnya 2026-08-17."))
            return dt.date.min
        try:
            if not isinstance(value, str) or not _DATE.fullmatch(value):
                raise ValueError
            day = dt.date.fromisoformat(value)
        except ValueError:
            text = say("“%(value)s” bukan tanggal. Tulis TTTT-BB-HH dengan hari yang ada, misalnya 2026-08-17.")
            self.fault(field, text, value=str(value)[:40])
            return dt.date.min
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            self.fault(field, say("Tahun %(year)d di luar jangkauan; periksa tanggalnya."), year=day.year)
        return day

    def array(self, name: str) -> list[Json]:
        value = self.document.get(name)
        if isinstance(value, list):
            return value
        self.fault(name, say("Isian ini harus berupa daftar dalam kurung siku."))
        return []

    def days(self) -> list[tuple[str, DecreeDay]]:
        if "days" not in self.document:
            self.fault("days", say("Isian ini wajib ada: daftar hari libur (boleh kosong bila ada removed)."))
            return []
        return [day for n, entry in enumerate(self.array("days")) if (day := self.day(entry, f"days[{n}]"))]

    def day(self, entry: Json, field: str) -> tuple[str, DecreeDay] | None:
        if not isinstance(entry, dict):
            self.fault(field, say("Tiap hari harus berupa objek {date, kind, name}."))
            return None
        before = len(self.problems)
        date = self.date(entry.get("date"), f"{field}.date")
        kind = entry.get("kind")
        if kind not in HOLIDAY_KINDS:
            text = say("Jenis hari harus national, cuti_bersama atau local, bukan “%(kind)s”.")
            self.fault(f"{field}.kind", text, kind=str(kind)[:40])
        name = self.words(entry.get("name", ""), f"{field}.name", 200)
        return (field, DecreeDay(date, Kind(str(kind)), name)) if len(self.problems) == before else None

    def removed(self) -> list[tuple[str, DecreeDay]]:
        if self.document.get("removed") is None:
            return []
        before = len(self.problems)
        days = [(f"removed[{n}]", self.date(v, f"removed[{n}]")) for n, v in enumerate(self.array("removed"))]
        return [(field, DecreeDay(day, Kind.REMOVED)) for field, day in days] if len(self.problems) == before else []

    def no_day_twice(self, days: list[tuple[str, DecreeDay]]) -> None:
        first: dict[dt.date, str] = {}
        for field, day in days:
            if day.date in first:
                text = say("Tanggal %(day)s sudah disebut pada %(other)s; hapus salah satunya.")
                self.fault(field, text, day=day.date.isoformat(), other=first[day.date])
            first.setdefault(day.date, field)

    def covers(self, days: list[tuple[str, DecreeDay]], *, local: bool, amending: bool) -> tuple[int, ...]:
        stated = self.document.get("covers")
        if stated is not None:
            years = [year for year in self.array("covers") if isinstance(year, int) and not isinstance(year, bool)]
            sound = [year for year in years if FIRST_YEAR <= year <= LAST_YEAR]
            if isinstance(stated, list) and len(sound) != len(stated):
                self.fault("covers", say("Isian ini harus berupa daftar tahun, misalnya [2027]."))
            return tuple(sorted(set(sound)))
        if local or amending:
            return ()
        national = Counter(day.date.year for _, day in days if day.kind is Kind.NATIONAL)
        for year in (year for year, count in national.items() if count < FEW_HOLIDAYS):
            text = say(
                "Hanya %(count)d libur nasional tahun %(year)d. Bila ini bukan keputusan hari libur setahun penuh, "
                'tulis "covers": [].'
            )
            self.warnings.append(Problem("covers", text, {"count": national[year], "year": year}))
        return tuple(sorted(national))
