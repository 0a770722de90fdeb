"""`adopt_decree FILE`: put a holiday decree into force, or take it out again, and re-date the open cases."""

from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser
from django.utils import timezone

from ppid.actions.calendar import Changed, adopt, elsewhere, withdraw
from ppid.law.decree_file import LARGEST, read_decree, read_number
from ppid.law.refusals import Invalid, Problem, say
from ppid.management.plain import WRONG_USAGE, PlainCommand, Refused
from ppid.models import Institution


class Command(PlainCommand):
    help = "Muat keputusan hari libur (JSON) dan hitung ulang tenggat kasus yang masih berjalan."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", nargs="?", metavar="BERKAS", help="keputusan sebagai JSON")
        parser.add_argument("--withdraw", action="store_true", help="cabut keputusan bernomor ini")
        parser.add_argument("--dry-run", action="store_true", help="hitung saja, jangan simpan")
        parser.add_argument("--json", action="store_true", help="satu dokumen JSON di stdout")

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["file"]:
            raise Refused([Problem("", say("Sebutkan berkas keputusannya: adopt_decree BERKAS."))], WRONG_USAGE)
        content = read_file(Path(options["file"]))
        at = timezone.now()
        institution = Institution.load()
        on = institution.day_of(at)
        try:
            if options["withdraw"]:
                changed = withdraw(number=read_number(content), on=on, at=at, dry_run=options["dry_run"])
            else:
                reading = read_decree(content)
                for warning in reading.warnings:
                    self.warn(warning)
                if remark := elsewhere(reading.decree, institution):
                    self.warn(remark)
                changed = adopt(decree=reading.decree, on=on, at=at, dry_run=options["dry_run"])
        except Invalid as error:
            raise Refused(error.problems) from None
        self.report(changed, as_json=options["json"], dry_run=options["dry_run"])

    def report(self, changed: Changed, *, as_json: bool, dry_run: bool) -> None:
        if as_json:
            redated = [
                {"case": row.case, "number": row.number, "code": row.code, "old": _iso(row.old), "new": _iso(row.new)}
                for row in changed.redated
            ]
            self.print_json({"version": changed.version, "redated": redated})
            return
        if dry_run:
            self.stdout.write("Uji coba: tidak ada yang disimpan.")
        self.stdout.write(f"Kalender {changed.version}: {len(changed.redated)} tenggat berubah.")
        for row in changed.redated:
            self.stdout.write(f"{row.number}  {row.code}: {_iso(row.old) or '–'} menjadi {_iso(row.new) or '–'}")


def _iso(day: Any) -> str | None:
    return day.isoformat() if day else None


def read_file(path: Path) -> bytes:
    """The file's bytes. Raises Refused with a sentence in Indonesian."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except FileNotFoundError:
        text = say("Berkas %(file)s tidak ditemukan. Periksa nama dan foldernya.")
    except IsADirectoryError:
        text = say("%(file)s adalah folder; sebutkan berkasnya.")
    except (OSError, ValueError):
        text = say("Berkas %(file)s tidak dapat dibaca. Periksa izinnya.")
    raise Refused([Problem("file", text, {"file": path.name})])
