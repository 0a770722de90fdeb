"""A draft prints the block of the appointment it is to be signed under."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('ppid', '0026_checkpoints_over_all_logs'),
    ]

    operations = [
        migrations.AddField(
            model_name='letter',
            name='signer',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ppid.appointment', verbose_name='disusun untuk ditandatangani'),
        ),
    ]
