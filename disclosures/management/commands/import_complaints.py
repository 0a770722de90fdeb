"""`manage.py import_complaints FILE`: take over an SP4N-LAPOR! export (interfaces.md, Imports)."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser
from django.utils import timezone

from disclosures.actions.complaint_plan import Told
from disclosures.actions.complaints import ComplaintImport, import_complaints
from ppid.management.plain import PlainCommand
from ppid.models import Institution
from search import index
from search.engines.base import EngineDown

_SHOWN_LINES = 40


class Command(PlainCommand):
    help = "Impor ekspor SP4N-LAPOR! (CSV, XLSX). Judul, isi dan nama pelapor tidak pernah diumumkan."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", metavar="FILE")
        parser.add_argument("--dry-run", action="store_true", help="hitung saja, jangan tulis apa pun")
        parser.add_argument("--skip-errors", action="store_true", help="tulis baris yang benar meski ada yang salah")
        parser.add_argument("--json", action="store_true", help="cetak satu dokumen JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        result = self._run(options)
        if options["json"]:
            self.print_json(_as_json(options["file"], result))
        else:
            self._tell(result)
        if result.errors:
            raise SystemExit(1)

    def _run(self, options: dict[str, Any]) -> ComplaintImport:
        try:
            content = Path(options["file"]).read_bytes()
        except OSError:
            return ComplaintImport(errors=(Told(None, "", "Berkas tidak dapat dibuka. Periksa nama dan izinnya."),))
        on = Institution.load().day_of(timezone.now())
        result = import_complaints(
            content=content, on=on, dry_run=options["dry_run"], skip_errors=options["skip_errors"]
        )
        self._refresh(result)
        return result

    def _refresh(self, result: ComplaintImport) -> None:
        """Make it findable at once; where the engine is down the queued task does it later."""
        try:
            index.refresh("outcome", result.keys)
        except EngineDown:
            self.stderr.write("Mesin pencari tidak menjawab; indeks diperbarui kemudian oleh antrean.")

    def _tell(self, result: ComplaintImport) -> None:
        for heading, told in (("Peringatan", result.warnings), ("Kesalahan", result.errors)):
            for one in told[:_SHOWN_LINES]:
                self.stderr.write(f"{heading}{f' baris {one.row}' if one.row else ''}: {one.message}")
            if len(told) > _SHOWN_LINES:
                self.stderr.write(f"… dan {len(told) - _SHOWN_LINES} lagi; --json menyebut semuanya.")
        self.stdout.write(
            f"{result.rows} laporan: {result.created} baru, {result.updated} berubah, {result.unchanged} tetap, "
            f"{result.rejected} ditolak. " + ("Sudah ditulis." if result.written else "Tidak ada yang ditulis.")
        )


def _as_json(file: str, result: ComplaintImport) -> dict[str, object]:
    document = asdict(result)
    del document["keys"]
    return {"file": file, **document}
