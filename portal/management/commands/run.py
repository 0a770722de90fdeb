"""`manage.py run`: web, queue and daily jobs in one process."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.core.wsgi import get_wsgi_application
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from portal.server import Server


class Command(BaseCommand):
    help = "Menjalankan situs, antrean, dan pekerjaan harian dalam satu proses."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--threads", type=int, default=8)
        parser.add_argument("--web-only", action="store_true", help="tanpa antrean dan pekerjaan harian")

    def handle(self, *args: Any, **options: Any) -> None:
        if not 0 < options["port"] < 65536:
            raise CommandError("--port: isi dengan angka 1 sampai 65535.", returncode=2)
        connection = connections["default"]
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            raise CommandError("Basis data belum siap. Jalankan dulu: manage.py migrate")
        # The server forks: a connection must not be shared with the child.
        connections.close_all()
        self.stdout.write(f"Situs berjalan di http://{options['host']}:{options['port']}/ (Ctrl+C untuk berhenti)")
        self.stdout.flush()
        Server(
            get_wsgi_application(),
            host=options["host"],
            port=options["port"],
            threads=options["threads"],
            background=not options["web_only"],
        ).run()
