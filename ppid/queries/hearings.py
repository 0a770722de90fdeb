"""The hearings to come, as rows and as a calendar file."""

import datetime as dt
import zoneinfo
from collections.abc import Iterable

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from ppid.models import Case, Hearing
from ppid.queries.icalendar import document, escaped, utc

MOST = 50
# How long a hearing is entered for where nothing says it: a calendar wants an end.
LENGTH = dt.timedelta(hours=2)


def coming(disputes: "QuerySet[Case]", on: dt.date) -> list[Hearing]:
    """Of these disputes, the next first; at most fifty."""
    rows = Hearing.objects.filter(dispute__in=disputes.values("pk"), held_on__gte=on)
    return list(rows.select_related("dispute").order_by("held_on", "starts_at", "pk")[:MOST])


def calendar_file(hearings: Iterable[Hearing], *, zone: zoneinfo.ZoneInfo, at: dt.datetime) -> str:
    """RFC 5545. A hearing keeps its UID, so that a calendar that takes the file again holds it once; one without an
    hour is a whole day."""
    return document((_event(row, zone, at) for row in hearings), product="Sidang sengketa")


def _event(row: Hearing, zone: zoneinfo.ZoneInfo, at: dt.datetime) -> list[str]:
    title = _("Sidang sengketa %(number)s") % {"number": row.dispute.number}
    if row.closed:
        title = _("%(title)s (tertutup)") % {"title": title}
    about = "\n".join(
        (
            row.agenda,
            _("Nomor register komisi: %(number)s") % {"number": row.dispute.register_number or "-"},
            _("Surat kuasa khusus: %(number)s") % {"number": row.power_number},
        )
    )
    return [
        f"UID:sidang-{row.pk}-{row.dispute.reference}@ppid", f"DTSTAMP:{utc(at)}", *_when(row, zone),
        f"SUMMARY:{escaped(title)}", f"LOCATION:{escaped(row.place)}", f"DESCRIPTION:{escaped(about)}",
        "BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{escaped(title)}", "TRIGGER:-P1D", "END:VALARM",
    ]  # fmt: skip


def _when(row: Hearing, zone: zoneinfo.ZoneInfo) -> list[str]:
    if row.starts_at is None:
        after = row.held_on + dt.timedelta(days=1)
        return [f"DTSTART;VALUE=DATE:{row.held_on:%Y%m%d}", f"DTEND;VALUE=DATE:{after:%Y%m%d}"]
    begins = dt.datetime.combine(row.held_on, row.starts_at, tzinfo=zone)
    return [f"DTSTART:{utc(begins)}", f"DTEND:{utc(begins + LENGTH)}"]
