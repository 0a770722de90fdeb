"""A right's last day as an iCalendar file (RFC 5545): one day, reminders before it, no person."""

import datetime as dt
import hashlib

from django.utils.translation import gettext as _

from ppid.queries.next_right import NextRight

# Days before the last one on which a calendar reminds; about ten, five and one working days.
ALARMS = (14, 7, 1)


def calendar_file(number: str, right: NextRight, *, at: dt.datetime) -> str:
    """The file's text, lines ended as the standard wants. `right` must have its last day."""
    if right.until is None:
        raise ValueError("a right without a last day has no calendar file")
    title = (
        _("Batas waktu keberatan atas %(number)s") if right.objects else _("Batas waktu sengketa atas %(number)s")
    ) % {"number": number}
    where = ", ".join(value for _label, value in right.where)
    mark = hashlib.sha256(f"{number}:{right.code}:{right.until}".encode()).hexdigest()[:24]
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//PPID//Hak pemohon//ID", "CALSCALE:GREGORIAN", "BEGIN:VEVENT",
        f"UID:{mark}@ppid", f"DTSTAMP:{at.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{right.until:%Y%m%d}", f"DTEND;VALUE=DATE:{right.until + dt.timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_escaped(title)}", f"DESCRIPTION:{_escaped(' '.join(right.words))}",
    ]  # fmt: skip
    if where:
        lines.append(f"LOCATION:{_escaped(where)}")
    for days in ALARMS:
        lines += [
            "BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{_escaped(title)}", f"TRIGGER:-P{days}D", "END:VALARM",
        ]  # fmt: skip
    lines += ["TRANSP:TRANSPARENT", "END:VEVENT", "END:VCALENDAR"]
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _escaped(text: str) -> str:
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> str:
    """At most 75 octets a line (RFC 5545 §3.1), never within a sign."""
    parts, rest = [], line
    while len(rest.encode()) > 73:
        cut = 73
        while len(rest[:cut].encode()) > 73:
            cut -= 1
        parts.append(rest[:cut])
        rest = rest[cut:]
    return "\r\n ".join([*parts, rest])
