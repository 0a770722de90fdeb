"""The decrees of 2024-2027 (law.md §7.2), read from ppid/law/decrees/."""

import datetime as dt
import json
from pathlib import Path

from django.db import migrations

FOLDER = Path(__file__).resolve().parents[1] / "law" / "decrees"


def seed(apps, schema_editor):
    Decree = apps.get_model("ppid", "Decree")
    DecreeDay = apps.get_model("ppid", "DecreeDay")
    decrees = [json.loads(path.read_text(encoding="utf-8")) for path in FOLDER.glob("*.json")]
    now = dt.datetime.now(dt.UTC)
    for sequence, data in enumerate(sorted(decrees, key=lambda data: data["date"]), start=1):
        decree = Decree.objects.create(
            number=data["number"], date=data["date"], source=data["source"], region=data.get("region", ""),
            amends=data.get("amends", ""), covers=data["covers"], sequence=sequence, shipped=True, adopted_at=now,
        )
        DecreeDay.objects.bulk_create(
            DecreeDay(decree=decree, date=day["date"], kind=day["kind"], name=day["name"]) for day in data["days"]
        )


def remove(apps, schema_editor):
    apps.get_model("ppid", "Decree").objects.filter(shipped=True).delete()


class Migration(migrations.Migration):
    dependencies = [("ppid", "0002_decrees_keep_their_editions")]

    operations = [migrations.RunPython(seed, remove)]
