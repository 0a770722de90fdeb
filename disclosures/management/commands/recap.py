"""`manage.py recap`: the public recap of complaint outcomes (interfaces.md, Recap)."""

import argparse
import datetime as dt
from typing import Any

from django.core.management.base import CommandParser

from disclosures.queries.recap import FIRST_YEAR, LAST_YEAR, By, Counts, recap
from ppid.management.plain import PlainCommand


def _year(text: str) -> int:
    if not (text.isascii() and text.isdigit() and FIRST_YEAR <= int(text) <= LAST_YEAR):
        raise argparse.ArgumentTypeError(f"tahun ditulis dengan empat angka, {FIRST_YEAR} sampai {LAST_YEAR}")
    return int(text)


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("tanggal ditulis TTTT-BB-HH, misalnya 2026-06-30") from None


class Command(PlainCommand):
    help = "Rekap pengaduan yang boleh diketahui umum. Laporan rahasia ikut dihitung sebagai angka."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--year", type=_year, help="hanya laporan yang masuk pada tahun ini")
        parser.add_argument("--until", type=_day, help="hanya laporan yang masuk sampai tanggal ini")
        names = [str(by) for by in By]
        parser.add_argument("--by", choices=names, default=str(By.DOMAIN), help="dikelompokkan menurut")
        parser.add_argument("--json", action="store_true", help="cetak satu dokumen JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        found = recap(by=By(options["by"]), year=options["year"], until=options["until"])
        if options["json"]:
            self.print_json(found.as_json())
            return
        for name, counts in [*((row.name, row.counts) for row in found.rows), ("Jumlah", found.whole)]:
            self.stdout.write(_line(name, counts))


def _line(name: str, counts: Counts) -> str:
    parts = f"{counts.resolved} selesai, {counts.in_process} dalam proses, {counts.archived} diarsipkan"
    return f"{name}: {counts.total} ({parts}, {counts.unmapped} belum dipetakan)"
