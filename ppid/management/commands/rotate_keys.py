"""`manage.py rotate_keys`: seal everything anew under the first of FIELD_KEYS (interfaces.md, Set-up).

Put the new key first in FIELD_KEYS and keep the old ones behind it, run this, then take the old ones away. On the
embedded default `--new` makes the new key in DATA_DIR/keys by itself.
"""

import base64
import json
import secrets
from argparse import ArgumentParser
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import models, transaction

from ppid.models.sealed import CannotOpen, forget_keys, reseal

_BATCH = 500


class Command(BaseCommand):
    help = "Menyandikan ulang isian tersegel dengan kunci pertama FIELD_KEYS."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--new", action="store_true", help="buat kunci baru lebih dulu (pemasangan bawaan saja)")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["new"]:
            self._make_key()
        try:
            resealed = {model._meta.label: self._walk(model) for model in _sealed_models()}
        except CannotOpen as error:
            raise CommandError(
                "Ada isian yang tidak dapat dibuka dengan FIELD_KEYS. Kembalikan kunci lama di belakang kunci baru, "
                "lalu ulangi; tidak ada yang diubah pada tabel itu."
            ) from error
        if options["json"]:
            self.stdout.write(json.dumps({"resealed": resealed}))
        else:
            for label, count in resealed.items():
                self.stdout.write(f"{label}: {count}")

    def _make_key(self) -> None:
        path = settings.KEYS_DIR / "field_keys"
        if not path.exists() or path.read_text(encoding="ascii").split() != settings.FIELD_KEYS:
            raise CommandError("--new hanya untuk kunci di DATA_DIR/keys; di sini FIELD_KEYS datang dari lingkungan.")
        keys = [base64.urlsafe_b64encode(secrets.token_bytes(32)).decode(), *settings.FIELD_KEYS]
        draft = path.with_name(".field_keys.new")
        draft.touch(mode=0o600)
        draft.write_text("\n".join(keys) + "\n", encoding="ascii")
        draft.replace(path)
        settings.FIELD_KEYS = keys
        forget_keys()

    def _walk(self, model: type[models.Model]) -> int:
        """Reseal one table; all of it or none."""
        columns: tuple[str, ...] = model.SEALED  # type: ignore[attr-defined]
        count = 0
        with transaction.atomic():
            rows = model._default_manager.select_for_update(of=("self",)).only("pk", *columns).order_by("pk")
            batch: list[models.Model] = []
            for row in rows.iterator(chunk_size=_BATCH):
                for column in columns:
                    setattr(row, column, reseal(getattr(row, column)))
                batch.append(row)
                count += 1
                if len(batch) == _BATCH:
                    model._default_manager.bulk_update(batch, columns)
                    batch.clear()
            model._default_manager.bulk_update(batch, columns)
        return count


def _sealed_models() -> list[type[models.Model]]:
    """Every model with sealed columns, parents once."""
    return [model for model in apps.get_models() if "SEALED" in vars(model)]
