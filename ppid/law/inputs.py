"""Reading a term's first day and its stated length as a person or a script writes them."""

import datetime as dt
import re
from typing import Final

from ppid.law.clock import CannotDerive

_WRITTEN: Final = re.compile(
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})"
    r"(?:[T ](?P<time>[0-9]{2}:[0-9]{2}(?::[0-9]{2})?)(?P<zone>Z|[+-][0-9]{2}:[0-9]{2})?)?"
)
_DAY_FIRST: Final = re.compile(r"(?P<day>[0-9]{1,2})[-/.](?P<month>[0-9]{1,2})[-/.](?P<year>[0-9]{4})")


def read_first_day(text: str, zone: dt.tzinfo) -> dt.date | dt.datetime:
    """`YYYY-MM-DD`, or `YYYY-MM-DDTHH:MM[:SS][+07:00]` as an aware moment in `zone`, the body's time zone.

    A time without an offset is the body's own; one with an offset is converted before anybody takes its date
    (law.md §7.1). Raises CannotDerive with field `from`.
    """
    match = _WRITTEN.fullmatch(text.strip())
    if match is None:
        shown = text.strip()[:40]
        raise CannotDerive("from", f"Tanggal “{shown}” tidak dapat dibaca. Tulis TTTT-BB-HH, misalnya 2026-11-23.")
    try:
        day = dt.date.fromisoformat(match["day"])
    except ValueError:
        raise CannotDerive(
            "from", f"Tanggal {match['day']} tidak ada dalam kalender. Periksa bulan dan harinya."
        ) from None
    if match["time"] is None:
        return day
    try:
        moment = dt.datetime.fromisoformat(f"{match['day']}T{match['time']}{match['zone'] or ''}")
        return moment.replace(tzinfo=zone) if moment.tzinfo is None else moment.astimezone(zone)
    except (ValueError, OverflowError):
        raise CannotDerive("from", f"Pukul {match['time']} tidak ada. Tulis 00:00 sampai 23:59.") from None


def read_length(text: str | None) -> int | None:
    """The stated length, or None where nothing is stated. Raises CannotDerive with field `length`."""
    stated = (text or "").strip()
    if not stated:
        return None
    if not (stated.isascii() and stated.isdigit() and len(stated) < 7):
        raise CannotDerive("length", f"Lama harus berupa bilangan bulat, bukan “{stated[:40]}”.")
    return int(stated)


def iso_of(text: str) -> str:
    """A day as Indonesians write it (23-11-2026, 23/11/2026) turned to 2026-11-23; everything else as it is."""
    match = _DAY_FIRST.fullmatch(text.strip())
    return f"{match['year']}-{int(match['month']):02}-{int(match['day']):02}" if match else text.strip()
