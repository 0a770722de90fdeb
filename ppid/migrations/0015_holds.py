"""A hold is a label of the desk: what a case waits for. It moves no date."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("ppid", "0014_mails_on_extensions"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Hold",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("waits_for", models.CharField(max_length=120, verbose_name="menunggu apa")),
                ("note", models.TextField(blank=True, verbose_name="catatan")),
                ("held_on", models.DateField(verbose_name="ditahan")),
                ("released_on", models.DateField(blank=True, null=True, verbose_name="dilepas")),
                ("case", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="holds", to="ppid.case")),
                ("held_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("released_by", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ],
            options={
                "verbose_name": "penahanan",
                "verbose_name_plural": "penahanan",
                "ordering": ("pk",),
                "constraints": [models.UniqueConstraint(condition=models.Q(("released_on__isnull", True)), fields=("case",), name="one_standing_hold_per_case")],
            },
        ),
    ]
