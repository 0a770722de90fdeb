"""Gives the rows that Wagtail plants in English their Indonesian names; a row renamed by somebody is left alone."""

from django.db import migrations

# model, field, English, Indonesian
NAMES = [
    ("Page", "title", "Root", "Akar"),
    ("Page", "draft_title", "Root", "Akar"),
    ("Collection", "name", "Root", "Akar"),
    ("Workflow", "name", "Moderators approval", "Persetujuan redaktur"),
    ("Task", "name", "Moderators approval", "Persetujuan redaktur"),
]
GROUPS = [("Moderators", "Redaktur"), ("Editors", "Penulis")]


def rename(apps, schema_editor, back=False):
    for model, field, english, indonesian in NAMES:
        old, new = (indonesian, english) if back else (english, indonesian)
        rows = apps.get_model("wagtailcore", model).objects.filter(**{field: old})
        if model in {"Page", "Collection"}:
            rows = rows.filter(depth=1)
        rows.update(**{field: new})
    groups = apps.get_model("auth", "Group").objects
    for english, indonesian in GROUPS:
        old, new = (indonesian, english) if back else (english, indonesian)
        if not groups.filter(name=new).exists():
            groups.filter(name=old).update(name=new)


def rename_back(apps, schema_editor):
    rename(apps, schema_editor, back=True)


class Migration(migrations.Migration):
    # After every migration of Wagtail that looks for these groups by their English names.
    dependencies = [
        ("portal", "0004_cache_table"),
        ("wagtailcore", "0095_groupsitepermission"),
        ("wagtailadmin", "0006_formstate"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailimages", "0027_image_description"),
    ]
    operations = [migrations.RunPython(rename, rename_back)]
