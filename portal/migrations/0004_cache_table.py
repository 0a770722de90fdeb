"""Makes the table of the database cache, so that `migrate` is the only step of an installation."""

from django.conf import settings
from django.core.management import call_command
from django.db import migrations


def make(apps, schema_editor):
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


def drop(apps, schema_editor):
    name = schema_editor.connection.ops.quote_name(settings.CACHES["default"].get("LOCATION", "portal_cache"))
    schema_editor.execute(f"DROP TABLE IF EXISTS {name}")


class Migration(migrations.Migration):
    dependencies = [("portal", "0003_first_page_tree")]
    operations = [migrations.RunPython(make, drop)]
