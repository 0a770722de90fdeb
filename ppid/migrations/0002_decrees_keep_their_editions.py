"""A decree's edition is a row of its own; what a decree says of a day, a removal included, is one table."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("ppid", "0001_initial")]

    operations = [
        migrations.DeleteModel("DecreeRemoval"),
        migrations.DeleteModel("DecreeDay"),
        migrations.DeleteModel("Decree"),
        migrations.CreateModel(
            name="Decree",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(db_index=True, max_length=200, verbose_name="nomor")),
                ("edition", models.PositiveIntegerField(default=1, verbose_name="edisi")),
                ("date", models.DateField(verbose_name="tanggal keputusan")),
                ("source", models.CharField(max_length=500, verbose_name="sumber")),
                ("region", models.CharField(blank=True, max_length=200, verbose_name="daerah")),
                ("amends", models.CharField(blank=True, max_length=200, verbose_name="mengubah nomor")),
                ("covers", models.JSONField(default=list, help_text="Tahun yang hari kerjanya boleh dihitung.", verbose_name="tahun yang ditetapkan lengkap")),
                ("sequence", models.PositiveIntegerField(help_text="Urutan keputusan diterima sistem.", verbose_name="urutan penetapan")),
                ("shipped", models.BooleanField(default=False, verbose_name="bawaan sistem")),
                ("adopted_at", models.DateTimeField(verbose_name="dimuat pada")),
                ("replaced_at", models.DateTimeField(blank=True, null=True, verbose_name="diganti pada")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="dicabut pada")),
            ],
            options={
                "verbose_name": "keputusan hari libur",
                "verbose_name_plural": "keputusan hari libur",
                "ordering": ("date", "sequence"),
                "constraints": [
                    models.UniqueConstraint(fields=("number", "edition"), name="one_row_per_decree_edition"),
                    models.UniqueConstraint(condition=models.Q(("replaced_at__isnull", True), ("withdrawn_at__isnull", True)), fields=("number",), name="one_edition_in_force"),
                ],
            },
        ),
        migrations.CreateModel(
            name="DecreeDay",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("date", models.DateField(verbose_name="tanggal")),
                ("kind", models.CharField(choices=[("national", "libur nasional"), ("cuti_bersama", "cuti bersama"), ("local", "libur setempat"), ("removed", "kembali menjadi hari kerja")], max_length=15, verbose_name="jenis")),
                ("name", models.CharField(blank=True, max_length=200, verbose_name="nama")),
                ("decree", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="days", to="ppid.decree")),
            ],
            options={
                "ordering": ("date",),
                "constraints": [models.UniqueConstraint(fields=("decree", "date"), name="one_row_per_decree_and_day")],
            },
        ),
    ]
