"""UU 14/2008 Ps 18(2): written consent or public office lifts letters g and h."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('ppid', '0023_requests_handed_on_at_the_applicants_wish'),
    ]

    operations = [
        migrations.AddField(
            model_name='exclusion',
            name='concerns_office',
            field=models.BooleanField(default=False, verbose_name='menyangkut jabatan publik seseorang (Ps 18 ayat 2)'),
        ),
        migrations.AddField(
            model_name='exclusion',
            name='consent_given',
            field=models.BooleanField(default=False, verbose_name='ada persetujuan tertulis yang bersangkutan (Ps 18 ayat 2)'),
        ),
    ]
