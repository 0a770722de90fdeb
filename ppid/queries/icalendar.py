"""Texts of iCalendar files (RFC 5545): lines escaped, folded and ended as the standard wants."""

import datetime as dt
from collections.abc import Iterable, Sequence


def document(events: Iterable[Sequence[str]], *, product: str) -> str:
    """One calendar of these events, each the lines between BEGIN:VEVENT and END:VEVENT."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//PPID//{product}//ID", "CALSCALE:GREGORIAN"]
    for event in events:
        lines += ["BEGIN:VEVENT", *event, "END:VEVENT"]
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def utc(at: dt.datetime) -> str:
    """A moment as the standard writes it: 20261128T021500Z."""
    return f"{at.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"


def escaped(text: str) -> str:
    """A text value (§3.3.11)."""
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return "\\n".join(text.splitlines())


def _folded(line: str) -> str:
    """At most 75 octets a line (§3.1), never within a sign."""
    parts, rest = [], line
    while len(rest.encode()) > 73:
        cut = 73
        while len(rest[:cut].encode()) > 73:
            cut -= 1
        parts.append(rest[:cut])
        rest = rest[cut:]
    return "\r\n ".join([*parts, rest])
