"""The two readings of how working days are counted become choices of the body (law.md §7.1); a decree names who
adopted and who withdrew it."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("ppid", "0010_mail_failures_and_what_was_done"),
    ]

    operations = [
        migrations.AddField(
            model_name="institution",
            name="first_day_counts",
            field=models.BooleanField(default=False, verbose_name="hari penerimaan dihitung sebagai hari pertama"),
        ),
        migrations.AddField(
            model_name="institution",
            name="shared_leave_is_working",
            field=models.BooleanField(default=False, verbose_name="cuti bersama dihitung sebagai hari kerja"),
        ),
        migrations.AddField(
            model_name="decree",
            name="adopted_by",
            field=models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+",
                to=settings.AUTH_USER_MODEL, verbose_name="dimuat oleh",
            ),
        ),
        migrations.AddField(
            model_name="decree",
            name="withdrawn_by",
            field=models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+",
                to=settings.AUTH_USER_MODEL, verbose_name="dicabut oleh",
            ),
        ),
    ]
