"""`search_sweep`: compare the index with what is public and mend what differs; run every night."""

import dataclasses
from typing import Any

from search import index
from search.management.plain import SearchCommand


class Command(SearchCommand):
    help = "Cocokkan indeks pencarian dengan informasi yang publik, dan perbaiki yang berbeda."

    def handle(self, *args: Any, **options: Any) -> None:
        swept = index.sweep()
        if options["json"]:
            self.print_json(dataclasses.asdict(swept))
            return
        self.stdout.write(
            f"{swept.checked} dokumen diperiksa: {swept.missing} belum ada, {swept.stale} usang, "
            f"{swept.orphaned} tidak lagi publik; {swept.healed} diperbaiki ({swept.engine})"
        )
