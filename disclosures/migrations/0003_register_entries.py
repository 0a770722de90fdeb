import django.db.models.deletion
import modelcluster.fields
import wagtail.models.preview
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('disclosures', '0002_known_complaint_words'),
        ('ppid', '0003_seed_decrees_2024_2027'),
        ('wagtailcore', '0097_baselogentry_uuid_action_timestamp_indexes'),
        ('wagtaildocs', '0014_alter_document_file_size'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='RegisterEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('live', models.BooleanField(default=True, editable=False, verbose_name='live')),
                ('has_unpublished_changes', models.BooleanField(default=False, editable=False, verbose_name='has unpublished changes')),
                ('first_published_at', models.DateTimeField(blank=True, db_index=True, null=True, verbose_name='first published at')),
                ('last_published_at', models.DateTimeField(editable=False, null=True, verbose_name='last published at')),
                ('go_live_at', models.DateTimeField(blank=True, null=True, verbose_name='go live date/time')),
                ('expire_at', models.DateTimeField(blank=True, null=True, verbose_name='expiry date/time')),
                ('expired', models.BooleanField(default=False, editable=False, verbose_name='expired')),
                ('locked', models.BooleanField(default=False, editable=False, verbose_name='locked')),
                ('locked_at', models.DateTimeField(editable=False, null=True, verbose_name='locked at')),
                ('number', models.CharField(blank=True, help_text='Nomor pada daftar yang ditetapkan.', max_length=40, verbose_name='nomor tercetak')),
                ('summary', models.TextField(max_length=4000, verbose_name='ringkasan isi informasi')),
                ('maker', models.CharField(blank=True, help_text='Penanggung jawab pembuatan atau penerbitan informasi.', max_length=500, verbose_name='penanggung jawab pembuatan')),
                ('made_when', models.CharField(blank=True, help_text='Misalnya: 2024, atau Januari 2024.', max_length=200, verbose_name='waktu pembuatan')),
                ('made_place', models.CharField(blank=True, max_length=200, verbose_name='tempat pembuatan')),
                ('softcopy', models.BooleanField(default=False, verbose_name='salinan digital (softcopy)')),
                ('hardcopy', models.BooleanField(default=False, verbose_name='salinan cetak (hardcopy)')),
                ('retention', models.CharField(blank=True, help_text='Misalnya: 10 tahun, selama berlaku, permanen.', max_length=300, verbose_name='jangka waktu penyimpanan')),
                ('info_class', models.CharField(blank=True, choices=[('berkala', 'Berkala'), ('serta_merta', 'Serta-merta'), ('setiap_saat', 'Setiap saat')], db_index=True, help_text='Kosongkan bila belum ditetapkan; daftar publik menulis “belum diklasifikasi”.', max_length=12, verbose_name='klasifikasi')),
                ('year', models.PositiveSmallIntegerField(blank=True, db_index=True, editable=False, null=True, verbose_name='tahun')),
                ('identity', models.CharField(blank=True, editable=False, max_length=64, verbose_name='sidik ringkasan')),
                ('latest_revision', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='latest revision')),
                ('live_revision', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='live revision')),
                ('locked_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='locked_%(class)ss', to=settings.AUTH_USER_MODEL, verbose_name='locked by')),
                ('unit', models.ForeignKey(help_text='Pejabat, unit atau satuan kerja yang menguasai informasi.', on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='ppid.unit', verbose_name='unit yang menguasai')),
            ],
            options={
                'verbose_name': 'informasi publik',
                'verbose_name_plural': 'daftar informasi publik',
                'ordering': ('unit__name', 'pk'),
            },
            bases=(wagtail.models.preview.PreviewableMixin, models.Model),
        ),
        migrations.CreateModel(
            name='EntryFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('label', models.CharField(blank=True, max_length=200, verbose_name='keterangan')),
                ('link', models.URLField(blank=True, max_length=1000, verbose_name='tautan')),
                ('document', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='wagtaildocs.document', verbose_name='dokumen')),
                ('entry', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='files', to='disclosures.registerentry')),
            ],
            options={
                'verbose_name': 'berkas atau tautan',
                'verbose_name_plural': 'berkas dan tautan',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.AddIndex(
            model_name='registerentry',
            index=models.Index(fields=['live', 'unit', 'info_class'], name='entry_public_list'),
        ),
        migrations.AddConstraint(
            model_name='registerentry',
            constraint=models.UniqueConstraint(fields=('unit', 'identity'), name='one_entry_per_unit_and_summary', violation_error_message='Unit ini sudah mempunyai informasi dengan ringkasan yang sama.'),
        ),
    ]
