"""`manage.py import_register FILE`: take over a register of public information (interfaces.md, Imports)."""

from typing import Any

from django.core.management.base import CommandParser
from django.utils import timezone

from disclosures.actions.register import KIND, RegisterImport, import_register
from disclosures.management.importing import ImportCommand, refused
from disclosures.models import InformationClass
from ppid.models import Unit


class Command(ImportCommand):
    help = "Impor daftar informasi publik dari CSV, XLSX atau ODS, lalu terbitkan."
    kind = KIND

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--unit", metavar="KODE", help="unit bagi baris yang tidak menyebut unit")
        parser.add_argument(
            "--class", dest="info_class", choices=InformationClass.values, default="",
            help="klasifikasi bagi baris yang tidak menyebut klasifikasi",
        )  # fmt: skip
        parser.add_argument("--draft", action="store_true", help="simpan sebagai draf, jangan terbitkan")

    def take(self, content: bytes, options: dict[str, Any]) -> RegisterImport:
        unit = None
        if options["unit"]:
            unit = Unit.objects.filter(code=options["unit"]).first()
            if unit is None:
                codes = ", ".join(Unit.objects.order_by("code").values_list("code", flat=True)[:20]) or "belum ada"
                return refused(f"Kode unit “{options['unit']}” tidak terdaftar. Kode yang ada: {codes}.", "--unit")
        return import_register(
            content=content,
            at=timezone.now(),
            unit=unit,
            info_class=options["info_class"],
            create_units=options["create_units"],
            draft=options["draft"],
            dry_run=options["dry_run"],
            skip_errors=options["skip_errors"],
        )
