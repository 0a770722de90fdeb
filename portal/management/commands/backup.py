"""`manage.py backup --out FILE`: everything of this installation in one file, the keys locked beside it."""

import sys
from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser
from django.utils import timezone

from portal.backups import making
from portal.backups.database import DatabaseTrouble
from portal.backups.passphrase import read_passphrase
from ppid.law.refusals import Problem
from ppid.management.plain import REFUSED, PlainCommand, Refused


class Command(PlainCommand):
    help = "Cadangkan basis data dan berkas ke satu berkas ZIP; kuncinya terpisah, terkunci kata sandi."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--out", metavar="BERKAS", required=True, help="berkas cadangan; kuncinya di BERKAS.kunci")
        parser.add_argument("--passphrase-file", metavar="BERKAS", help="baris pertamanya kata sandi (- : dari stdin)")
        parser.add_argument("--json", action="store_true", help="satu dokumen JSON di stdout")

    def handle(self, *args: Any, **options: Any) -> None:
        passphrase = read_passphrase(self, options["passphrase_file"], twice=True)
        try:
            made = making.make(out=Path(options["out"]), passphrase=passphrase, at=timezone.now())
        except (making.CannotBackUp, DatabaseTrouble) as error:
            raise Refused([Problem("", str(error))]) from None
        except OSError as error:
            text = "Cadangan tidak dapat ditulis (%(error)s). Periksa ruang dan izin folder."
            raise Refused([Problem("--out", text, {"error": error.strerror or type(error).__name__})]) from None
        errors = [{"field": "", "message": f"Berkas tidak ada di disk: {path}"} for path in made.missing]
        if options["json"]:
            self.print_json(
                {
                    "file": str(made.file), "keys": str(made.keys), "sha256": made.sha256, "bytes": made.bytes,
                    "members": made.members, "cases": made.cases, "events": made.events,
                    **({"errors": errors} if errors else {}),
                }
            )  # fmt: skip
        else:
            self.stdout.write(f"{made.file}: {made.members} berkas, {made.cases} kasus, {made.bytes:,} bita")
            self.stdout.write(f"{made.keys}: kunci, terkunci kata sandi. Simpan terpisah dari cadangan.")
        if errors:
            for said in errors:
                self.stderr.write(said["message"])
            sys.exit(REFUSED)
