"""`manage.py daily`: the daily round, for a timer."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from portal import daily
from ppid.models import Institution


class Command(BaseCommand):
    help = "Menjalankan pekerjaan harian: tenggat, indeks pencarian, peran, dan sesi."

    def handle(self, *args: Any, **options: Any) -> None:
        at = timezone.now()
        daily.run(on=Institution.load().day_of(at), at=at)
