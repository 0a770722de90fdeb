"""`manage.py tick --on DAY`: let a day pass (interfaces.md, Commands)."""

import datetime as dt
from dataclasses import asdict
from typing import Any

from django.core.management.base import CommandParser
from django.utils import timezone

from ppid.actions import clock
from ppid.law.refusals import Problem
from ppid.management.plain import WRONG_USAGE, PlainCommand, Refused
from ppid.models import Institution


class Command(PlainCommand):
    help = "Catat tenggat yang terlewat sebelum hari itu dan beri tahu yang bersangkutan. Boleh diulang."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--on", metavar="YYYY-MM-DD", help="Hari; tanpa ini: hari ini di tempat badan publik.")
        parser.add_argument("--json", action="store_true", help="Cetak satu dokumen JSON: on, events, notices.")

    def handle(self, *args: Any, **options: Any) -> None:
        at = timezone.now()
        on = _day(options["on"]) if options["on"] else Institution.load().day_of(at)
        ticked = clock.tick(on=on, at=at)
        if options["json"]:
            self.print_json({"on": on.isoformat(), **asdict(ticked)})
        else:
            self.stdout.write(f"{on}: {ticked.events} tenggat terlewat dicatat, {ticked.notices} pemberitahuan.")


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        problem = Problem("--on", "“%(text)s” bukan tanggal. Tulis seperti 2026-11-23.", {"text": text})
        raise Refused([problem], WRONG_USAGE) from None
