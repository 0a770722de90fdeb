"""A reading of a register says which register: of requests or of objections."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('ppid', '0031_disputes_and_their_reviewers'),
    ]

    operations = [
        migrations.AddField(
            model_name='registerreading',
            name='register',
            field=models.CharField(choices=[('request', 'Register permohonan'), ('objection', 'Register keberatan')], default='request', max_length=10, verbose_name='register'),
        ),
    ]
