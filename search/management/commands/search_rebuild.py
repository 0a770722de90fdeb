"""`search_rebuild`: the whole index anew, beside the live one, which goes on answering until the swap."""

import dataclasses
from typing import Any

from search import index
from search.management.plain import SearchCommand


class Command(SearchCommand):
    help = "Bangun ulang indeks pencarian. Pencarian tetap melayani selama dibangun."

    def handle(self, *args: Any, **options: Any) -> None:
        rebuilt = index.rebuild()
        if options["json"]:
            self.print_json(dataclasses.asdict(rebuilt))
        else:
            self.stdout.write(f"{rebuilt.documents} dokumen diindeks ({rebuilt.engine}, {rebuilt.took_ms} ms)")
