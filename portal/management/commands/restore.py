"""`manage.py restore FILE`: bring a backup back, into an empty DATA_DIR only."""

import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandParser

from portal.backups import restoring
from portal.backups.archive import BadArchive
from portal.backups.database import DatabaseTrouble
from portal.backups.passphrase import read_passphrase
from ppid.law.refusals import Problem
from ppid.management.plain import REFUSED, PlainCommand, Refused


class Command(PlainCommand):
    help = "Pulihkan cadangan ke DATA_DIR yang kosong. Berkas kuncinya (BERKAS.kunci) harus ada di sampingnya."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", metavar="BERKAS", help="berkas dari manage.py backup")
        parser.add_argument("--passphrase-file", metavar="BERKAS", help="baris pertamanya kata sandi (- : dari stdin)")
        parser.add_argument("--json", action="store_true", help="satu dokumen JSON di stdout")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            done = restoring.restore(
                file=Path(options["file"]),
                passphrase=lambda: read_passphrase(self, options["passphrase_file"], twice=False),
            )
        except (restoring.CannotRestore, BadArchive, DatabaseTrouble) as error:
            raise Refused([Problem("", str(error))]) from None
        except OSError as error:
            text = "Cadangan tidak dapat dipulihkan (%(error)s). Periksa ruang dan izin DATA_DIR."
            raise Refused([Problem("", text, {"error": error.strerror or type(error).__name__})]) from None
        self._report(done, as_json=options["json"])

    def _report(self, done: restoring.Restored, *, as_json: bool) -> None:
        errors = [{"field": one.number, "message": f"{one.number}: {one.text}"} for one in done.chains.broken]
        errors += [{"field": "", "message": f"Berkas tidak ada di cadangan: {path}"} for path in done.missing]
        if as_json:
            self.print_json(
                {
                    "data_dir": str(settings.DATA_DIR), "made_at": done.made_at, "members": done.members,
                    "cases": done.chains.cases, "events": done.chains.events,
                    "chains_whole": not done.chains.broken, "broken": [asdict(one) for one in done.chains.broken],
                    "migrated": done.migrated, "documents": done.documents, **({"errors": errors} if errors else {}),
                }
            )  # fmt: skip
        else:
            whole = "rantai catatan utuh" if not done.chains.broken else f"{len(done.chains.broken)} catatan tidak utuh"
            self.stdout.write(
                f"Dipulihkan ke {settings.DATA_DIR}: {done.members} berkas, {done.chains.cases} kasus, "
                f"{done.chains.events} kejadian ({whole}), {done.documents} dokumen terindeks."
            )
        if errors:
            for said in errors:
                self.stderr.write(said["message"])
            sys.exit(REFUSED)
