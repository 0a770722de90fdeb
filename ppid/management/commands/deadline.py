"""`deadline CODE --from DAY`: the due day of any term of the law, with every day counted and skipped."""

import datetime as dt
import json
import sys
from collections.abc import Callable, Iterator
from typing import Any

from django.core.management.base import CommandParser

from ppid.law.calendar import MissingDecree, written_with_weekday
from ppid.law.clock import CannotDerive, Derivation, derive, due_of
from ppid.law.inputs import read_first_day, read_length
from ppid.law.refusals import Problem
from ppid.law.terms import ALL_TERMS, Term, Unit, UnknownTerm, term
from ppid.management.plain import WRONG_USAGE, PlainCommand, Refused
from ppid.models import Institution
from ppid.queries.calendar import current_calendar


class Command(PlainCommand):
    help = "Hitung tenggat menurut hukum: satu (KODE --from TANGGAL), semua kode (--list), atau banyak (--batch)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("code", nargs="?", metavar="KODE", help="kode tenggat, misalnya REQ_NOTICE_UU")
        parser.add_argument("--from", dest="first", metavar="TANGGAL", help="TTTT-BB-HH atau TTTT-BB-HHTJJ:MM")
        parser.add_argument("--length", metavar="N", help="lama yang dinyatakan, untuk REQ_DELIVERY")
        parser.add_argument("--list", action="store_true", help="semua kode tenggat")
        parser.add_argument("--batch", action="store_true", help="baca baris KODE,TANGGAL[,LAMA] dari stdin")
        parser.add_argument("--json", action="store_true", help="satu dokumen JSON di stdout")

    def handle(self, *args: Any, **options: Any) -> None:
        if sum((options["list"], options["batch"], options["code"] is not None)) != 1:
            raise usage("Pilih satu: KODE --from TANGGAL, --list, atau --batch.")
        if options["code"] is None and (options["first"] or options["length"]):
            raise usage("--from dan --length hanya menyertai KODE.")
        if options["list"]:
            self.list_terms(as_json=options["json"])
        elif options["batch"]:
            self.batch()
        else:
            self.one(options["code"], options["first"], options["length"], as_json=options["json"])

    def list_terms(self, *, as_json: bool) -> None:
        if as_json:
            self.print_json([as_listed(row) for row in ALL_TERMS])
            return
        for row in ALL_TERMS:
            self.stdout.write(f"{row.code:24}{row.measure:24}{row.title} — {row.source}")

    def one(self, code: str, first: str | None, length: str | None, *, as_json: bool) -> None:
        if first is None:
            raise usage("Sebutkan tanggal mulai: --from TTTT-BB-HH.")
        try:
            row, stated = term(code), read_length(length)
            start = read_first_day(first, Institution.load().zone)
            derivation = derive(row, start, current_calendar(), stated)
        except (UnknownTerm, CannotDerive, MissingDecree) as error:
            raise Refused([problem_of(error)]) from None
        if as_json:
            self.print_json(as_document(derivation, start))
        else:
            self.stdout.write(in_words(derivation))

    def batch(self) -> None:
        answer = batch_answerer()
        failed = 0
        for line in lines_of(sys.stdin.buffer.read() if hasattr(sys.stdin, "buffer") else sys.stdin.read().encode()):
            document = answer(line)
            failed += "error" in document
            self.stdout.write(json.dumps(document, ensure_ascii=False))
        if failed:
            raise Refused([Problem("", "%(failed)d baris tidak dapat dihitung.", {"failed": failed})])


def usage(text: str) -> Refused:
    return Refused([Problem("", text)], returncode=WRONG_USAGE)


def problem_of(error: Exception) -> Problem:
    """The field to mend and the sentence, for whatever the clock refuses."""
    field = getattr(error, "field", "code" if isinstance(error, UnknownTerm) else "from")
    return Problem(field, str(error))


def as_listed(row: Term) -> dict[str, object]:
    return {
        "code": row.code, "trigger": row.trigger, "length": row.length, "unit": str(row.unit), "bound": row.bound,
        "if_missed": row.if_missed, "source": row.source, "confidence": row.confidence, "title": row.title,
        "extension": row.extension, "backwards": row.backwards, "doubt": row.doubt,
    }  # fmt: skip


def as_document(derivation: Derivation, first: dt.date | dt.datetime) -> dict[str, object]:
    due_at = derivation.due_at
    hours = isinstance(first, dt.datetime) and due_at is not None
    return {
        "code": derivation.term.code,
        "from": first.isoformat(timespec="minutes")
        if hours and isinstance(first, dt.datetime)
        else str(derivation.first),
        "due": due_at.isoformat(timespec="minutes") if due_at else derivation.due.isoformat(),
        "unit": str(derivation.term.unit),
        "length": derivation.length,
        "calendar_version": derivation.calendar_version,
        "trail": [day.as_json() for day in derivation.trail],
    }


def in_words(derivation: Derivation) -> str:
    due = written_with_weekday(derivation.due)
    if derivation.due_at:
        due += f" pukul {derivation.due_at:%H.%M}"
    head = f"{derivation.term.title}: {due}\n{derivation.term.measure} sejak {written_with_weekday(derivation.first)}"
    if derivation.term.backwards:
        head = head.replace(" sejak ", " sebelum ")
    lines = [f"{day.date:%Y-%m-%d}  {day.number or '–':>4}  {day.reason}" for day in derivation.trail]
    return "\n".join([f"{head} ({derivation.term.source})", *lines])


def lines_of(content: bytes) -> Iterator[str]:
    """The lines as text; bytes that are no UTF-8 stay visible, blank lines at the end do not count."""
    text = content.decode("utf-8-sig", errors="replace")
    return iter(text.rstrip().split("\n") if text.strip() else [])


def batch_answerer() -> Callable[[str], dict[str, object]]:
    """Answers `CODE,DATE[,LENGTH]`; the calendar and the zone are read once."""
    calendar, zone = current_calendar(), Institution.load().zone

    def answer(line: str) -> dict[str, object]:
        parts = [part.strip() for part in line.split(",")]
        code, first = parts[0], parts[1] if len(parts) > 1 else ""
        try:
            if len(parts) not in (2, 3):
                raise CannotDerive("", "Baris harus berbentuk KODE,TANGGAL.")
            row = term(code)
            stated = read_length(parts[2]) if len(parts) == 3 else None
            day = read_first_day(first, zone)
            if row.unit is Unit.HOURS:
                return _short(derive(row, day, calendar, stated), day)
            due = due_of(row, day.date() if isinstance(day, dt.datetime) else day, calendar, stated)
        except (UnknownTerm, CannotDerive, MissingDecree) as error:
            return {"code": code[:80], "from": first[:80], "error": str(error)}
        return {"code": row.code, "from": first, "due": due.isoformat()}

    return answer


def _short(derivation: Derivation, first: dt.date | dt.datetime) -> dict[str, object]:
    document = as_document(derivation, first)
    return {key: document[key] for key in ("code", "from", "due")}
