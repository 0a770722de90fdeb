"""`manage.py print_states`: the table of moves as docs/states.md."""

from typing import Any

from ppid.law.printed import states_page
from ppid.management.plain import PlainCommand


class Command(PlainCommand):
    help = "Cetak tabel keadaan dan langkah permohonan (docs/states.md)."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(states_page(), ending="")
