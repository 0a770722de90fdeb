"""Commands as other people's scripts need them: one JSON document on stdout, words on stderr, no traceback."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.db import OperationalError, ProgrammingError

from search.engines.base import EngineDown
from search.management.usage import REFUSED, WRONG_USAGE, UsageCommand

__all__ = ["REFUSED", "WRONG_USAGE", "SearchCommand", "Stopped"]


class Stopped(CommandError):
    """The command does not do what was asked. Each error is a mapping with a `message`, and where it lies."""

    def __init__(self, errors: Sequence[Mapping[str, Any]], returncode: int = REFUSED) -> None:
        self.errors = tuple(errors)
        super().__init__("\n".join(map(_said, self.errors)), returncode=returncode)


def _said(error: Mapping[str, Any]) -> str:
    named = {"file": "berkas", "line": "baris"}
    place = ", ".join(f"{word} {error[name]}" for name, word in named.items() if name in error)
    return f"{place}: {error['message']}" if place else str(error["message"])


class SearchCommand(UsageCommand):
    """A command over the index: says in Indonesian what stopped it, with exit 1 or 2, and with --json on stdout too."""

    requires_system_checks: list[str] = []

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        parser = super().create_parser(prog_name, subcommand, **kwargs)
        parser.add_argument("--json", action="store_true", help="satu dokumen JSON di stdout")
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
