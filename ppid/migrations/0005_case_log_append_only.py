"""The case log is append-only: UPDATE, DELETE and (PostgreSQL) TRUNCATE are refused by the database itself."""

from django.db import migrations

from ppid.models.append_only import CASE_LOG, lift, stand


def forwards(apps, editor):
    stand(editor.connection, editor.execute, [CASE_LOG])


def backwards(apps, editor):
    lift(editor.connection, editor.execute, [CASE_LOG])


class Migration(migrations.Migration):
    dependencies = [("ppid", "0004_cases")]

    operations = [migrations.RunPython(forwards, backwards)]
