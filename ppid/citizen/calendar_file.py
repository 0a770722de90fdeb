"""A right's last day as an iCalendar file (RFC 5545): one day, reminders before it, no person."""

import datetime as dt
import hashlib

from django.utils.translation import gettext as _

from ppid.queries.icalendar import document, escaped, utc
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
        f"UID:{mark}@ppid", f"DTSTAMP:{utc(at)}",
        f"DTSTART;VALUE=DATE:{right.until:%Y%m%d}", f"DTEND;VALUE=DATE:{right.until + dt.timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{escaped(title)}", f"DESCRIPTION:{escaped(' '.join(right.words))}",
    ]  # fmt: skip
    if where:
        lines.append(f"LOCATION:{escaped(where)}")
    for days in ALARMS:
        lines += [
            "BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{escaped(title)}", f"TRIGGER:-P{days}D", "END:VALARM",
        ]  # fmt: skip
    lines.append("TRANSP:TRANSPARENT")
    return document([lines], product="Hak pemohon")
