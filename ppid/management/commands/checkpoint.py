"""`manage.py checkpoint --on DAY` and `--public-key` (interfaces.md, Commands)."""

import datetime as dt
from typing import Any

from django.core.management.base import CommandParser
from django.utils import timezone

from ppid.actions import checkpoints
from ppid.law.refusals import Invalid, Problem, Unlawful
from ppid.management.plain import WRONG_USAGE, PlainCommand, Refused
from ppid.models import Institution
from ppid.models.signing import NoSigningKey, signing_key
from ppid.queries import integrity


class Command(PlainCommand):
    help = "Tanda tangani titik periksa atas seluruh catatan kasus pada suatu hari. Boleh diulang."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--on", metavar="YYYY-MM-DD", help="Hari; tanpa ini: hari ini di tempat badan publik.")
        parser.add_argument("--public-key", action="store_true", help="Cetak kunci publik (PEM), yang lama juga.")
        parser.add_argument("--json", action="store_true", help="Cetak satu dokumen JSON.")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            if options["public_key"]:
                self._print_keys(as_json=options["json"])
            else:
                self._make(options)
        except NoSigningKey as error:
            raise Refused([Problem("", str(error))]) from None
        except Unlawful as error:
            raise Refused([Problem("--on", error.text, error.values)]) from None
        except Invalid as error:
            raise Refused(error.problems) from None

    def _make(self, options: dict[str, Any]) -> None:
        at = timezone.now()
        row = checkpoints.make(on=_day(options["on"]) if options["on"] else Institution.load().day_of(at), at=at)
        earlier = integrity.states(before=row.on)
        path = checkpoints.published(row)
        if options["json"]:
            self.print_json(
                {
                    "on": row.on.isoformat(),
                    "tree_size": row.tree_size,
                    "root": row.root,
                    "previous": earlier[-1].as_json() if earlier else None,
                    "file": str(path),
                }
            )
        else:
            self.stdout.write(f"{row.on}: {row.tree_size} kepala catatan, akar {row.root}\n{path}")

    def _print_keys(self, *, as_json: bool) -> None:
        current = signing_key().public_pem
        older = integrity.public_keys().replace(current, "")
        if as_json:
            self.print_json({"public_key": current, "older": older})
        else:
            self.stdout.write(current + older, ending="")


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        problem = Problem("--on", "“%(text)s” bukan tanggal. Tulis seperti 2026-11-23.", {"text": text})
        raise Refused([problem], WRONG_USAGE) from None
