"""`manage.py import_register FILE`: take over a register of public information (interfaces.md, Imports)."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from disclosures.actions.register import KIND, RegisterImport, import_register
from disclosures.imports.grid import MOST_BYTES
from disclosures.imports.register_sheet import Note
from disclosures.models import InformationClass
from ppid.models import Unit
from search import index
from search.engines.base import EngineDown

_SHOWN_LINES = 40
_UNREADABLE = "Berkas tidak dapat dibuka. Periksa nama berkas dan izin bacanya."
_TOO_LARGE = f"Berkas lebih dari {MOST_BYTES // 1024 // 1024} MB. Bagi menjadi beberapa berkas."


class Command(BaseCommand):
    help = "Impor daftar informasi publik dari CSV, XLSX atau ODS, lalu terbitkan."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", metavar="FILE", help="berkas CSV, XLSX, XLS atau ODS")
        parser.add_argument("--unit", metavar="KODE", help="unit bagi baris yang tidak menyebut unit")
        parser.add_argument(
            "--class", dest="info_class", choices=InformationClass.values, default="",
            help="klasifikasi bagi baris yang tidak menyebut klasifikasi",
        )  # fmt: skip
        parser.add_argument("--create-units", action="store_true", help="buat unit yang belum terdaftar")
        parser.add_argument("--draft", action="store_true", help="simpan sebagai draf, jangan terbitkan")
        parser.add_argument("--dry-run", action="store_true", help="hitung saja, jangan tulis apa pun")
        parser.add_argument("--skip-errors", action="store_true", help="tulis baris yang benar meski ada yang salah")
        parser.add_argument("--json", action="store_true", help="cetak satu dokumen JSON")

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
                return _refused(_TOO_LARGE)
            content = path.read_bytes()
        except (OSError, ValueError):
            return _refused(_UNREADABLE)
        unit = None
        if options["unit"]:
            unit = Unit.objects.filter(code=options["unit"]).first()
            if unit is None:
                codes = ", ".join(Unit.objects.order_by("code").values_list("code", flat=True)[:20]) or "belum ada"
                return _refused(f"Kode unit “{options['unit']}” tidak terdaftar. Kode yang ada: {codes}.", "--unit")
        result = import_register(
            content=content,
            at=timezone.now(),
            unit=unit,
            info_class=options["info_class"],
            create_units=options["create_units"],
            draft=options["draft"],
            dry_run=options["dry_run"],
            skip_errors=options["skip_errors"],
        )
        self._refresh(result)
        return result

    def _refresh(self, result: RegisterImport) -> None:
        """Make it findable at once; where the engine is down the queued task does it later."""
        try:
            index.refresh(KIND, result.keys)
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


def _refused(message: str, column: str = "") -> RegisterImport:
    return RegisterImport(errors=(Note(None, column, message),))
