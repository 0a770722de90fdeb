"""manage.py messages: gather the sentences of the code into locale/en, to be translated (docs/translations.md)."""

from typing import Any

from django.core.management.base import BaseCommand

from portal import catalogue


class Command(BaseCommand):
    """Prints how many sentences there are and which still wait for their English."""

    help = "Gather the sentences of the code into locale/en/LC_MESSAGES/django.po."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        gathered = catalogue.gather()
        waiting = catalogue.untranslated(gathered)
        for text in waiting:
            self.stdout.write(f"untranslated: {text}")
        self.stdout.write(f"{len(gathered)} sentences, {len(waiting)} to translate")
