"""Wrong usage told in Indonesian with exit 2: what argparse and Django's commands say in English otherwise.

It stands in this room because every other may import it (architecture, The arrow).
"""

import json
import re
import sys
from typing import Any, NoReturn

from django.core.management.base import BaseCommand, CommandError, CommandParser

REFUSED, WRONG_USAGE = 1, 2

# What argparse says in English, and what we say.
_ARGPARSE = (
    (r"unrecognized arguments: (.*)", r"argumen tidak dikenal: \1"),
    (r"argument (.*): expected one argument", r"\1 memerlukan satu nilai"),
    (r"the following arguments are required: (.*)", r"argumen wajib belum ada: \1"),
    (r"argument (.*): invalid int value: (.*)", r"\1 harus berupa bilangan bulat, bukan \2"),
    (r"argument (.*): invalid choice: (.*) \(choose from (.*)\)", r"\1 tidak mengenal \2; pilih dari \3"),
    (r"argument (.*): ignored explicit argument (.*)", r"\1 tidak memakai nilai \2"),
)


class UsageParser(CommandParser):
    """argparse, but it says in Indonesian what is wrong and exits 2; with --json on stdout as a document too."""

    def error(self, message: str) -> NoReturn:
        for pattern, words in _ARGPARSE:
            if re.fullmatch(pattern, message):
                message = re.sub(pattern, words, message)
                break
        if self.called_from_command_line:
            if "--json" in sys.argv:
                document = {"errors": [{"field": "", "message": f"Cara pemakaian salah: {message}."}]}
                sys.stdout.write(json.dumps(document, ensure_ascii=False) + "\n")
            usage = self.format_usage().replace("usage:", "Pemakaian:", 1)
            self.exit(WRONG_USAGE, f"{usage}Cara pemakaian salah: {message}.\n")
        raise CommandError(f"Cara pemakaian salah: {message}.", returncode=WRONG_USAGE)


class UsageCommand(BaseCommand):
    """A command whose own options and refusals of usage are Indonesian."""

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        parser = UsageParser(
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
