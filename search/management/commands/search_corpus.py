"""`search_corpus`: index documents of your own and ask questions of your own; the site's index is untouched."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser

from search import index
from search.engines.base import storable
from search.finding import find
from search.management.plain import WRONG_USAGE, SearchCommand, Stopped
from search.params import DEEPEST, Search
from search.sources import Document


class Command(SearchCommand):
    help = "Uji pencarian pada kumpulan dokumen sendiri (JSON per baris), dengan indeks sementara."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--docs", metavar="BERKAS", required=True, help="baris JSON: id, title, text")
        parser.add_argument("--queries", metavar="BERKAS", required=True, help="baris JSON: id, text")
        parser.add_argument("--top", metavar="N", type=int, default=10, help="sekian dokumen per pertanyaan")

    def handle(self, *args: Any, **options: Any) -> None:
        top = options["top"]
        if not 1 <= top <= DEEPEST:
            raise Stopped([{"field": "top", "message": f"--top harus antara 1 dan {DEEPEST}."}], WRONG_USAGE)
        errors: list[dict[str, Any]] = []
        documents = list(rows(Path(options["docs"]), ("id", "title", "text"), errors))
        queries = list(rows(Path(options["queries"]), ("id", "text"), errors))
        if errors:
            raise Stopped(errors)
        with index.scratch() as engine:
            projected = (Document(d["id"], "page", d["title"], "", d["text"]) for d in documents)
            engine.put(projected, as_of=1)
            answers = ((query["id"], find(engine, Search(query["text"], limit=top))) for query in queries)
            results = {key: [hit.id for hit in found.hits] for key, found in answers}
            answer = {"engine": engine.name, "documents": engine.count(), "results": results}
        if options["json"]:
            self.print_json(answer)
            return
        self.stdout.write(f"{answer['documents']} dokumen ({answer['engine']})")
        for key, found in results.items():
            self.stdout.write(f"{key}: {' '.join(found) or '-'}")


def rows(path: Path, fields: tuple[str, ...], errors: list[dict[str, Any]]) -> Iterator[dict[str, str]]:
    """The JSON objects of a file, ids as text. What is wrong goes to `errors`, by line; blank lines are skipped."""
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except OSError as error:
        errors.append({"file": path.name, "message": f"Berkas tidak dapat dibuka ({error.strerror})."})
        return
    except UnicodeDecodeError:
        errors.append({"file": path.name, "message": "Berkas bukan teks UTF-8. Simpan ulang sebagai UTF-8."})
        return
    seen: dict[str, int] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        row, message = _row(line, fields)
        if row is not None and row["id"] not in seen:
            seen[row["id"]] = number
            yield row
            continue
        if row is not None:
            message = f"id “{row['id']}” sudah dipakai di baris {seen[row['id']]}. Setiap id harus berbeda."
        errors.append({"file": path.name, "line": number, "message": message})


def _row(line: str, fields: tuple[str, ...]) -> tuple[dict[str, str] | None, str]:
    try:
        found = json.loads(line)
    except ValueError as error:
        return None, f"Bukan JSON yang utuh ({error}). Satu baris memuat satu objek JSON."
    if not isinstance(found, dict):
        return None, "Bukan objek JSON. Tulis seperti {" + ", ".join(f'"{name}": "…"' for name in fields) + "}."
    for name in fields:
        value = found.get(name)
        if name == "id" and isinstance(value, int) and not isinstance(value, bool):
            found[name] = value = str(value)
        if not isinstance(value, str):
            return None, f"“{name}” tidak ada atau bukan teks. Isi dengan teks."
    found |= {name: storable(found[name]) for name in fields}
    return ({name: found[name] for name in fields}, "") if found["id"] else (None, "“id” kosong. Isi dengan teks.")
