"""`manage.py dossier --list` and `dossier CASE --out FILE.zip` (interfaces.md, Commands)."""

import uuid
from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser
from django.utils import timezone

from ppid import tasks
from ppid.actions import dossiers
from ppid.law.refusals import Problem
from ppid.letters import bag
from ppid.management.plain import WRONG_USAGE, PlainCommand, Refused
from ppid.models import Case, Dossier, Institution
from ppid.models.signing import NoSigningKey, signing_key
from ppid.queries.dossier import snapshot


class Command(PlainCommand):
    help = "Susun berkas perkara sebuah kasus: dokumen, catatan dan bukti keutuhannya, dalam satu ZIP."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("case", nargs="?", metavar="KASUS", help="Kode kasus dari --list, atau nomornya.")
        parser.add_argument("--list", action="store_true", help="Semua kasus: kode, jenis, nomor.")
        parser.add_argument("--out", type=Path, metavar="BERKAS.zip", help="Ke mana berkas perkara ditulis.")
        parser.add_argument("--json", action="store_true", help="Cetak satu dokumen JSON.")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["list"]:
            self._list(as_json=options["json"])
            return
        if not options["case"] or not options["out"]:
            text = "Sebut kasus dan --out BERKAS.zip, atau --list untuk melihat semua kasus."
            raise Refused([Problem("", text)], WRONG_USAGE)
        self._write(_case(options["case"]), options["out"], as_json=options["json"])

    def _list(self, *, as_json: bool) -> None:
        rows = Case.objects.order_by("received_at", "pk").values_list("reference", "kind", "number")
        told = [{"case": str(reference), "kind": kind, "number": number} for reference, kind, number in rows]
        if as_json:
            self.print_json(told)
        else:
            for row in told:
                self.stdout.write("  ".join(row.values()))

    def _write(self, case: Case, out: Path, *, as_json: bool) -> None:
        if not out.parent.is_dir():
            raise Refused([Problem("--out", "Folder %(folder)s tidak ada.", {"folder": str(out.parent)})])
        at = timezone.now()
        on = Institution.load().day_of(at)
        draft = out.with_name(f".{out.name}.{uuid.uuid4().hex[:8]}")
        try:
            dossiers.covered(on=on, at=at)
            tasks.render_missing(case)
            found = snapshot(case, audience=Dossier.Audience.BODY, on=on)
            written = bag.write(found, draft, key=signing_key(), progress=self._progress)
            draft.replace(out)
        except NoSigningKey as error:
            raise Refused([Problem("", str(error))]) from None
        except bag.NotWhole as error:
            text = "Berkas perkara tidak utuh: %(fault)s. Tidak ada yang ditulis."
            raise Refused([Problem(case.number, text, {"fault": str(error)})]) from None
        except OSError as error:
            draft.unlink(missing_ok=True)
            text = "Berkas tidak dapat ditulis: %(error)s."
            raise Refused([Problem("--out", text, {"error": error.strerror or str(error)})]) from None
        if as_json:
            self.print_json(
                {
                    "case": str(case.reference),
                    "file": str(out),
                    "sha256": written.sha256,
                    "documents": written.documents,
                    "events": written.events,
                }
            )
        else:
            self.stdout.write(f"{out}: {written.documents} dokumen, {written.events} kejadian\n{written.sha256}")

    def _progress(self, done: int, total: int) -> None:
        if done == total or done % 20 == 0:
            self.stderr.write(f"{done} dari {total}")


def _case(word: str) -> Case:
    try:
        found = Case.objects.filter(reference=uuid.UUID(word)).first()
    except ValueError:
        found = Case.objects.filter(number=word).first()
    if found is None:
        text = "Tidak ada kasus “%(word)s”. Lihat manage.py dossier --list."
        raise Refused([Problem("KASUS", text, {"word": word})])
    return found
