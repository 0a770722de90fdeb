"""Words of the letters. A letter of the office is Indonesian whatever language the screen has, so nothing here is
looked up in a translation."""

import datetime as dt
from collections.abc import Iterable, Mapping
from itertools import groupby

from django.utils import formats

from ppid.law.calendar import Kind

CLERICAL = {
    "view": "melihat, membaca, mendengarkan atau mencatat",
    "copy": "mendapatkan salinan",
    "soft": "salinan elektronik (softcopy)",
    "hard": "salinan cetak (hardcopy)",
    "pick_up": "diambil langsung",
    "courier": "dikirim dengan kurir",
    "post": "dikirim dengan pos",
    "fax": "dikirim dengan faksimili",
    "email": "dikirim dengan surat elektronik",
}


def rupiah(amount: int) -> str:
    """`Rp 12.500`."""
    return f"Rp {amount:,}".replace(",", ".")


def day(value: dt.date) -> str:
    """`23 November 2026`."""
    return formats.date_format(value, "j F Y")


def weekday(value: dt.date) -> str:
    """`Senin, 23 November 2026`."""
    return formats.date_format(value, "l, j F Y")


def days_in_words(days: Iterable[dt.date]) -> str:
    """`24, 25, 26 November dan 1, 2 Desember 2026`: the days of each month, the year said once."""
    months = [list(group) for _month, group in groupby(sorted(days), key=lambda value: (value.year, value.month))]
    parts = []
    for place, month in enumerate(months):
        last = place == len(months) - 1 or months[place + 1][0].year != month[0].year
        name = formats.date_format(month[0], "F Y" if last else "F")
        parts.append(f"{', '.join(str(value.day) for value in month)} {name}")
    return " dan ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)


def counted_and_skipped(trail: Iterable[Mapping[str, object]]) -> tuple[str, list[tuple[str, str]]]:
    """A deadline's trail as text: the counted days, and the skipped ones under each reason, weekends last."""
    rows = [(dt.date.fromisoformat(str(row["date"])), bool(row["counted"]), _why(row)) for row in trail]
    skipped: dict[str, list[dt.date]] = {}
    for value, counts, reason in rows:
        if not counts:
            skipped.setdefault(reason, []).append(value)
    ordered = sorted(skipped.items(), key=lambda item: (item[0] == "akhir pekan", item[1][0]))
    return days_in_words(value for value, counts, _ in rows if counts), [
        (days_in_words(v), name) for name, v in ordered
    ]


def what_is_counted(*, shared_leave_is_working: bool, first_day_counts: bool) -> str:
    """How the body counts its days, as letters say it (`ppid.law.counting`)."""
    left_out = [
        *(() if first_day_counts else ("hari penerimaan",)), "Sabtu", "Minggu", "hari libur nasional",
        *(() if shared_leave_is_working else ("cuti bersama",)),
    ]  # fmt: skip
    return f"Waktu dihitung dalam hari kerja, tidak termasuk {', '.join(left_out)} dan libur setempat."


def _why(row: Mapping[str, object]) -> str:
    """Every Saturday and Sunday for the same reason; another day with its own, which names the decree."""
    return "akhir pekan" if row.get("kind") == Kind.WEEKEND else str(row["reason"] or "")


def unbroken(number: str) -> str:
    """A number that no line may break at its slashes: a word joiner (U+2060) after each draws and says nothing."""
    return number.replace("/", "/\N{WORD JOINER}")
