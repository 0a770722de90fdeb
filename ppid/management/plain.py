"""Commands as other people's scripts need them: one JSON document on stdout, words on stderr, no traceback."""

import json
from collections.abc import Iterable
from typing import Any

from django.core.management.base import CommandError
from django.db import OperationalError, ProgrammingError

from ppid.law.refusals import Problem
from search.management.usage import REFUSED, WRONG_USAGE, UsageCommand

__all__ = ["REFUSED", "WRONG_USAGE", "PlainCommand", "Refused", "said"]


class Refused(CommandError):
    """The command does not do what was asked. `problems` are said one a line; `returncode` is 1, or 2 for usage."""

    def __init__(self, problems: Iterable[Problem], returncode: int = REFUSED) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(said(problem) for problem in self.problems), returncode=returncode)


def said(problem: Problem) -> str:
    """`days[2].date: “…” bukan tanggal. …`"""
    return f"{problem.field}: {problem}" if problem.field else str(problem)


class PlainCommand(UsageCommand):
    """A command that refuses in Indonesian with exit 1 or 2, and with --json says `errors` on stdout as well."""

    requires_system_checks: list[str] = []

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
