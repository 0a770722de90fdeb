"""Commands as other people's scripts need them: one JSON document on stdout, words on stderr, no traceback."""

import json
import re
from collections.abc import Iterable
from typing import Any, NoReturn

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import OperationalError, ProgrammingError

from ppid.law.refusals import Problem

REFUSED, WRONG_USAGE = 1, 2


class Refused(CommandError):
    """The command does not do what was asked. `problems` are said one a line; `returncode` is 1, or 2 for usage."""

    def __init__(self, problems: Iterable[Problem], returncode: int = REFUSED) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(said(problem) for problem in self.problems), returncode=returncode)


def said(problem: Problem) -> str:
    """`days[2].date: “…” bukan tanggal. …`"""
    return f"{problem.field}: {problem}" if problem.field else str(problem)


# What argparse says in English, and what we say.
_ARGPARSE = (
    (r"unrecognized arguments: (.*)", r"argumen tidak dikenal: \1"),
    (r"argument (.*): expected one argument", r"\1 memerlukan satu nilai"),
    (r"the following arguments are required: (.*)", r"argumen wajib belum ada: \1"),
    (r"argument (.*): invalid int value: (.*)", r"\1 harus berupa bilangan bulat, bukan \2"),
    (r"argument (.*): invalid choice: (.*) \(choose from (.*)\)", r"\1 tidak mengenal \2; pilih dari \3"),
    (r"argument (.*): ignored explicit argument (.*)", r"\1 tidak memakai nilai \2"),
)


class _Parser(CommandParser):
    """argparse, but it says in Indonesian what is wrong and exits 2."""

    def error(self, message: str) -> NoReturn:
        for pattern, words in _ARGPARSE:
            if re.fullmatch(pattern, message):
                message = re.sub(pattern, words, message)
                break
        if self.called_from_command_line:
            usage = self.format_usage().replace("usage:", "Pemakaian:", 1)
            self.exit(WRONG_USAGE, f"{usage}Cara pemakaian salah: {message}.\n")
        raise CommandError(f"Cara pemakaian salah: {message}.", returncode=WRONG_USAGE)


class PlainCommand(BaseCommand):
    """A command that refuses in Indonesian with exit 1 or 2, and with --json says `errors` on stdout as well."""

    requires_system_checks: list[str] = []

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        parser = _Parser(
            prog=f"{prog_name} {subcommand}", description=self.help or None, allow_abbrev=False,
            called_from_command_line=getattr(self, "_called_from_command_line", None), **kwargs,
        )  # fmt: skip
        self.add_base_argument(parser, "--version", action="version", version=self.get_version(), help="Versi Django.")
        self.add_base_argument(parser, "-v", "--verbosity", default=1, type=int, choices=[0, 1, 2, 3], help="Rincian.")
        self.add_base_argument(parser, "--settings", help="Modul pengaturan.")
        self.add_base_argument(parser, "--pythonpath", help="Folder tambahan.")
        self.add_base_argument(parser, "--traceback", action="store_true", help="Tampilkan jejak galat.")
        self.add_base_argument(parser, "--no-color", action="store_true", help="Tanpa warna.")
        self.add_base_argument(parser, "--force-color", action="store_true", help="Paksa warna.")
        self.add_arguments(parser)
        return parser

    def execute(self, *args: Any, **options: Any) -> str | None:
        """Runs; from the command line a refusal is printed without the name of a Python class."""
        try:
            return super().execute(*args, **options)
        except Refused as refusal:
            problem = refusal
        except (OperationalError, ProgrammingError) as error:
            text = "Basis data belum siap (%(error)s). Jalankan manage.py migrate."
            problem = Refused([Problem("", text, {"error": str(error).splitlines()[0]})])
        if options.get("json"):
            self.print_json({"errors": [{"field": one.field, "message": str(one)} for one in problem.problems]})
        if not getattr(self, "_called_from_command_line", False):
            raise problem
        self.stderr.write(str(problem))
        raise SystemExit(problem.returncode)

    def print_json(self, document: object) -> None:
        """One document on stdout."""
        self.stdout.write(json.dumps(document, ensure_ascii=False))

    def warn(self, problem: Problem) -> None:
        """To stderr, where progress and remarks belong."""
        self.stderr.write(f"Perhatian: {said(problem)}", self.style.WARNING)
