"""What the commands that import a sheet share: reading the file, the JSON document, the words on the terminal."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser

from disclosures.actions.register import RegisterImport
from disclosures.imports.grid import MOST_BYTES
from disclosures.imports.register_sheet import Note
from ppid.management.plain import PlainCommand
from search import index
from search.engines.base import EngineDown

_SHOWN_LINES = 40
_UNREADABLE = "Berkas tidak dapat dibuka. Periksa nama berkas dan izin bacanya."
_TOO_LARGE = f"Berkas lebih dari {MOST_BYTES // 1024 // 1024} MB. Bagi menjadi beberapa berkas."


def refused(message: str, column: str = "") -> RegisterImport:
    """An import that did not begin."""
    return RegisterImport(errors=(Note(None, column, message),))


class ImportCommand(PlainCommand):
    """Exit 1 with any error; nothing but the JSON document on stdout. `kind` is what the index is told."""

    kind = ""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", metavar="FILE", help="berkas CSV, XLSX, XLS atau ODS")
        parser.add_argument("--create-units", action="store_true", help="buat unit yang belum terdaftar")
        parser.add_argument("--dry-run", action="store_true", help="hitung saja, jangan tulis apa pun")
        parser.add_argument("--skip-errors", action="store_true", help="tulis baris yang benar meski ada yang salah")
        parser.add_argument("--json", action="store_true", help="cetak satu dokumen JSON")

    def take(self, content: bytes, options: dict[str, Any]) -> RegisterImport:
        raise NotImplementedError

    def handle(self, *args: Any, **options: Any) -> None:
        result = self._run(options)
        if options["json"]:
            self.stdout.write(json.dumps(result.as_json(options["file"]), ensure_ascii=False))
        else:
            self._tell(result)
        if result.errors:
            raise SystemExit(1)

    def _run(self, options: dict[str, Any]) -> RegisterImport:
        try:
            path = Path(options["file"])
            if path.is_file() and path.stat().st_size > MOST_BYTES:
                return refused(_TOO_LARGE)
            content = path.read_bytes()
        except (OSError, ValueError):
            return refused(_UNREADABLE)
        result = self.take(content, options)
        self._refresh(result)
        return result

    def _refresh(self, result: RegisterImport) -> None:
        """Make it findable at once; where the engine is down the queued task does it later."""
        try:
            index.refresh(self.kind, result.keys)
        except EngineDown:
            self.stderr.write("Mesin pencari tidak menjawab; indeks diperbarui kemudian oleh antrean.")

    def _tell(self, result: RegisterImport) -> None:
        for heading, notes in (("Peringatan", result.warnings), ("Kesalahan", result.errors)):
            for note in notes[:_SHOWN_LINES]:
                where = f" baris {note.row}" if note.row else ""
                column = f", kolom “{note.column}”" if note.column else ""
                self.stderr.write(f"{heading}{where}{column}: {note.message}")
            if len(notes) > _SHOWN_LINES:
                self.stderr.write(f"… dan {len(notes) - _SHOWN_LINES} lagi; --json menyebut semuanya.")
        self.stdout.write(
            f"{result.rows} baris: {result.created} baru, {result.updated} berubah, {result.unchanged} tetap, "
            f"{result.rejected} ditolak; {result.units_created} unit baru. "
            + ("Sudah ditulis." if result.written else "Tidak ada yang ditulis.")
        )
