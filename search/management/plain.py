"""Commands as other people's scripts need them: one JSON document on stdout, words on stderr, no traceback."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any, NoReturn

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import OperationalError, ProgrammingError

from search.engines.base import EngineDown

REFUSED, WRONG_USAGE = 1, 2

# What argparse says in English, and what we say.
_ARGPARSE = (
    (r"unrecognized arguments: (.*)", r"argumen tidak dikenal: \1"),
    (r"argument (.*): expected one argument", r"\1 memerlukan satu nilai"),
    (r"the following arguments are required: (.*)", r"argumen wajib belum ada: \1"),
    (r"argument (.*): invalid int value: (.*)", r"\1 harus berupa bilangan bulat, bukan \2"),
    (r"argument (.*): invalid choice: (.*) \(choose from (.*)\)", r"\1 tidak mengenal \2; pilih dari \3"),
)


class Stopped(CommandError):
    """The command does not do what was asked. Each error is a mapping with a `message`, and where it lies."""

    def __init__(self, errors: Sequence[Mapping[str, Any]], returncode: int = REFUSED) -> None:
        self.errors = tuple(errors)
        super().__init__("\n".join(map(_said, self.errors)), returncode=returncode)


def _said(error: Mapping[str, Any]) -> str:
    named = {"file": "berkas", "line": "baris"}
    place = ", ".join(f"{word} {error[name]}" for name, word in named.items() if name in error)
    return f"{place}: {error['message']}" if place else str(error["message"])


class _Parser(CommandParser):
    """argparse, but it says in Indonesian what is wrong and exits 2."""

    def error(self, message: str) -> NoReturn:
        for pattern, said in _ARGPARSE:
            if re.fullmatch(pattern, message):
                message = re.sub(pattern, said, message)
                break
        if self.called_from_command_line:
            usage = self.format_usage().replace("usage:", "Pemakaian:", 1)
            self.exit(WRONG_USAGE, f"{usage}Cara pemakaian salah: {message}.\n")
        raise CommandError(f"Cara pemakaian salah: {message}.", returncode=WRONG_USAGE)


class SearchCommand(BaseCommand):
    """A command over the index: says in Indonesian what stopped it, with exit 1 or 2, and with --json on stdout too."""

    requires_system_checks: list[str] = []

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        parser = _Parser(
            prog=f"{prog_name} {subcommand}",
            description=self.help or None,
            allow_abbrev=False,
            called_from_command_line=getattr(self, "_called_from_command_line", None),
            **kwargs,
        )
        self.add_base_argument(parser, "--version", action="version", version=self.get_version(), help="Versi Django.")
        self.add_base_argument(parser, "-v", "--verbosity", default=1, type=int, choices=[0, 1, 2, 3], help="Rincian.")
        self.add_base_argument(parser, "--settings", help="Modul pengaturan.")
        self.add_base_argument(parser, "--pythonpath", help="Folder tambahan.")
        self.add_base_argument(parser, "--traceback", action="store_true", help="Tampilkan jejak galat.")
        self.add_base_argument(parser, "--no-color", action="store_true", help="Tanpa warna.")
        self.add_base_argument(parser, "--force-color", action="store_true", help="Paksa warna.")
        parser.add_argument("--json", action="store_true", help="satu dokumen JSON di stdout")
        self.add_arguments(parser)
        return parser

    def execute(self, *args: Any, **options: Any) -> str | None:
        try:
            return super().execute(*args, **options)
        except Stopped as stopped:
            problem = stopped
        except EngineDown as error:
            problem = Stopped([{"message": f"Layanan pencarian sedang terganggu ({error}). Coba lagi sebentar lagi."}])
        except (OperationalError, ProgrammingError) as error:
            first = str(error).splitlines()[0]
            problem = Stopped([{"message": f"Basis data belum siap ({first}). Jalankan manage.py migrate."}])
        if options.get("json"):
            self.print_json({"errors": list(problem.errors)})
        if not getattr(self, "_called_from_command_line", False):
            raise problem
        self.stderr.write(str(problem))
        raise SystemExit(problem.returncode)

    def print_json(self, document: object) -> None:
        """One document on stdout."""
        self.stdout.write(json.dumps(document, ensure_ascii=False))
