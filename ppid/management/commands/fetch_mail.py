"""`manage.py fetch_mail`: read the body's mailbox over IMAP once (settings: docs/settings.md)."""

from typing import Any

from django.core.management.base import CommandParser
from django.utils import timezone

from ppid.actions import fetching
from ppid.law.refusals import Problem
from ppid.management.plain import PlainCommand, Refused


class Command(PlainCommand):
    help = "Ambil surel masuk; surat tetap di server sampai barisnya tersimpan. Boleh diulang."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--json", action="store_true",
            help="Cetak satu dokumen JSON: mailbox, fetched, new, joined, automatic, known, errors.",
        )  # fmt: skip

    def handle(self, *args: Any, **options: Any) -> None:
        told = fetching.fetch(at=timezone.now())
        if options["json"]:
            self.print_json(told.as_json())
            if told.errors:
                raise SystemExit(1)
            return
        if told.errors:
            raise Refused(Problem("", error) for error in told.errors)
        self.stdout.write(
            f"{told.mailbox}: {told.fetched} surat; {told.new} belum didaftar, {told.joined} digabungkan, "
            f"{told.automatic} disisihkan, {told.known} sudah ada."
        )
