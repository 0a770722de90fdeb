"""A prepared objection reads its words from the request; nothing typed is kept with it."""

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('ppid', '0034_readings_of_mail'),
    ]

    operations = [
        migrations.RemoveField(
            model_name='objectiondraft',
            name='answers_sealed',
        ),
    ]
