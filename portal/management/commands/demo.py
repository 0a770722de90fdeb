"""`manage.py demo`: fill an empty installation with a believable, invented public body."""

import datetime as dt
import json
import time
from argparse import ArgumentParser
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.utils import timezone

from portal import second_factor
from portal.demo import load
from portal.demo.body import PEOPLE
from ppid.models import Case, Institution


class Command(BaseCommand):
    help = "Mengisi pemasangan kosong dengan badan publik rekaan. Menolak pemasangan yang sudah berisi."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--on", metavar="YYYY-MM-DD", help="hari ini menurut peragaan (bawaan: hari ini)")
        parser.add_argument("--small", action="store_true", help="satu kasus tiap jenis dan keadaan")
        parser.add_argument("--keep", action="store_true", help="biarkan peragaan yang sudah ada")

    def handle(self, *args: Any, **options: Any) -> None:
        if Case._meta.db_table not in connection.introspection.table_names():
            self._say("tabel basis data")
            call_command("migrate", interactive=False, verbosity=0)
        if options["keep"] and second_factor.is_demo():
            self.stdout.write("Peragaan sudah ada dan dibiarkan.")
        else:
            load.refuse_real_work()
            began = time.monotonic()
            loaded = load.load(on=self._day(options["on"]), small=options["small"], say=self._say)
            self.stdout.write(
                f"Dimuat: {loaded.units} unit, {loaded.entries} informasi, {loaded.outcomes} hasil pengaduan, "
                f"{loaded.cases} permohonan ({time.monotonic() - began:.0f} detik)."
            )
        self._tell_sign_ins()

    def _day(self, text: str | None) -> dt.date:
        if text is None:
            return Institution.load().day_of(timezone.now())
        try:
            return dt.date.fromisoformat(text)
        except ValueError as error:
            raise CommandError("--on: tulis tanggal sebagai YYYY-MM-DD.", returncode=2) from error

    def _say(self, part: str) -> None:
        self.stderr.write(f"[demo] {part} …")

    def _tell_sign_ins(self) -> None:
        password = json.loads(second_factor.demo_mark().read_text(encoding="utf-8"))["password"]
        self.stdout.write("Masuk petugas di /admin/ (peragaan: tanpa faktor kedua), kata sandi semua akun: " + password)
        for person in PEOPLE:
            self.stdout.write(f"  {person.email:34} {person.position}")
