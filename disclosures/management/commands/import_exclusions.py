"""`manage.py import_exclusions FILE`: take over a list of excluded information (interfaces.md, Imports)."""

from typing import Any

from disclosures.actions.exclusions import KIND, import_exclusions
from disclosures.actions.register import RegisterImport
from disclosures.management.importing import ImportCommand


class Command(ImportCommand):
    help = "Impor daftar informasi dikecualikan dari CSV, XLSX atau ODS."
    kind = KIND

    def take(self, content: bytes, options: dict[str, Any]) -> RegisterImport:
        return import_exclusions(
            content=content,
            create_units=options["create_units"],
            dry_run=options["dry_run"],
            skip_errors=options["skip_errors"],
        )
