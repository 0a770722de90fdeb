import django.db.models.deletion
from django.db import migrations, models

from ppid.models.append_only import lift, stand


TABLES = ("ppid_loghead", "ppid_checkpoint")


def forwards(apps, editor):
    stand(editor.connection, editor.execute, TABLES)


def backwards(apps, editor):
    lift(editor.connection, editor.execute, TABLES)


class Migration(migrations.Migration):

    dependencies = [
        ('ppid', '0025_payments_copies_and_viewings'),
    ]

    operations = [
        migrations.CreateModel(
            name='PublishedKey',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('fingerprint', models.CharField(max_length=16, unique=True, verbose_name='sidik kunci')),
                ('pem', models.TextField(verbose_name='kunci publik')),
                ('first_used_at', models.DateTimeField(verbose_name='dipakai sejak')),
            ],
            options={
                'verbose_name': 'kunci publik',
                'verbose_name_plural': 'kunci publik',
                'ordering': ('-first_used_at', '-pk'),
            },
        ),
        migrations.AddField(
            model_name='institution',
            name='checkpoint_addresses',
            field=models.TextField(blank=True, help_text='Alamat surel di luar badan publik, satu per baris: setiap hari menerima titik periksa catatan kasus, sehingga perubahan kemudian dapat dibuktikan.', verbose_name='penerima titik periksa'),
        ),
        migrations.CreateModel(
            name='Checkpoint',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.DateField(unique=True, verbose_name='hari')),
                ('tree_size', models.PositiveBigIntegerField(verbose_name='kepala catatan')),
                ('root', models.CharField(max_length=64, verbose_name='akar')),
                ('document', models.TextField(editable=False)),
                ('created_at', models.DateTimeField(verbose_name='dibuat')),
                ('key', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='checkpoints', to='ppid.publishedkey')),
            ],
            options={
                'verbose_name': 'titik periksa',
                'verbose_name_plural': 'titik periksa',
                'ordering': ('-on',),
            },
        ),
        migrations.CreateModel(
            name='LogHead',
            fields=[
                ('place', models.PositiveBigIntegerField(primary_key=True, serialize=False)),
                ('seq', models.PositiveIntegerField(verbose_name='urutan')),
                ('hash', models.CharField(max_length=64)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ppid.case')),
            ],
            options={
                'verbose_name': 'kepala catatan',
                'verbose_name_plural': 'kepala catatan',
                'ordering': ('place',),
                'constraints': [models.UniqueConstraint(fields=('case', 'seq'), name='one_head_per_case_and_seq')],
            },
        ),
        migrations.RunPython(forwards, backwards),
    ]
