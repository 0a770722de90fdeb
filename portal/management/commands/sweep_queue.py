"""`manage.py sweep_queue`: return rows of killed workers and failed ones to the queue, for a timer."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from portal import daily


class Command(BaseCommand):
    help = "Mengembalikan pekerjaan antrean yang macet atau gagal."

    def handle(self, *args: Any, **options: Any) -> None:
        daily.sweep_queue(timezone.now())
