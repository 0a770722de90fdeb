"""`find QUERY`: what the public search finds, from the command line (interfaces.md, Commands)."""

from typing import Any

from django.core.management.base import CommandParser

from search import index
from search.finding import find
from search.management.plain import REFUSED, WRONG_USAGE, SearchCommand, Stopped
from search.params import KINDS, MAX_LIMIT, MAX_QUERY, PAGE_SIZE, Refused, clean
from search.results import Results

REFUSALS = {
    "query": (REFUSED, f"Kata pencarian terlalu panjang. Pakai paling banyak {MAX_QUERY} huruf."),
    "kind": (WRONG_USAGE, f"--kind tidak dikenal. Pilih dari: {', '.join(KINDS)}."),
    "limit": (WRONG_USAGE, f"--limit harus antara 1 dan {MAX_LIMIT}."),
}


class Command(SearchCommand):
    help = "Cari di semua informasi publik."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("query", metavar="KATA", help="kata atau pertanyaan yang dicari")
        parser.add_argument("--kind", metavar="JENIS", help=f"satu jenis saja: {', '.join(KINDS)}")
        parser.add_argument("--limit", metavar="N", type=int, default=PAGE_SIZE, help="paling banyak sekian hasil")

    def handle(self, *args: Any, **options: Any) -> None:
        kinds = (options["kind"],) if options["kind"] is not None else ()
        try:
            search = clean(options["query"], kinds=kinds, limit=options["limit"])
        except Refused as refused:
            code, message = REFUSALS[refused.field]
            raise Stopped([{"field": refused.field, "message": message}], code) from None
        results = find(index.engine(), search)
        if options["json"]:
            self.print_json(as_document(results))
            return
        self.stdout.write(f"{results.total} hasil ({results.engine}, {results.took_ms} ms)")
        for word, meant in results.corrected.items():
            self.stdout.write(f"“{word}” tidak ditemukan; dicari juga “{meant}”.")
        for number, hit in enumerate(results.hits, 1):
            self.stdout.write(f"{number:3}. [{hit.kind}] {hit.title}\n     {hit.url}")


def as_document(results: Results) -> dict[str, Any]:
    """The shape that interfaces.md promises, and `corrected` beside it."""
    names = ("id", "kind", "title", "url", "page", "score")
    return {
        "total": results.total,
        "took_ms": results.took_ms,
        "engine": results.engine,
        "hits": [{name: getattr(hit, name) for name in names} for hit in results.hits],
        "facets": results.facets,
        "corrected": dict(results.corrected),
    }
