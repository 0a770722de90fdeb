"""`check_log`: whether the log of every case is as it was written (architecture rule 5)."""

import sys
from dataclasses import asdict
from typing import Any

from django.core.management.base import CommandParser

from ppid.management.plain import REFUSED, PlainCommand
from ppid.queries import chains


class Command(PlainCommand):
    help = "Periksa rantai catatan setiap kasus. Keluar dengan 1 bila ada yang tidak utuh."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="satu dokumen JSON: cases, events, errors")

    def handle(self, *args: Any, **options: Any) -> None:
        checked = chains.check_all()
        if options["json"]:
            errors = [{**asdict(one), "message": f"{one.number}: {one.text}"} for one in checked.broken]
            self.print_json({"cases": checked.cases, "events": checked.events, "errors": errors})
        else:
            for one in checked.broken:
                self.stderr.write(f"{one.number}: {one.text}")
            said = "utuh" if not checked.broken else f"{len(checked.broken)} kasus tidak utuh"
            self.stdout.write(f"{checked.cases} kasus, {checked.events} kejadian: {said}")
        if checked.broken:
            sys.exit(REFUSED)
