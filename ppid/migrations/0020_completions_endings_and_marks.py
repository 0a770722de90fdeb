import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from ppid.law.party import folded
from ppid.models.sealed import blind_index


def index_details(apps, schema_editor):
    """Requests filed before are found as repetitions too. The model's own words: a migration knows no methods."""
    request = apps.get_model("ppid", "InformationRequest")
    for case in request.objects.only("pk", "details").iterator():
        request.objects.filter(pk=case.pk).update(details_index=blind_index("details", folded(case.details)))


class Migration(migrations.Migration):

    dependencies = [
        ('ppid', "0019_incoming_mail"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='informationrequest',
            name='continues',
            field=models.ForeignKey(blank=True, help_text='Permohonan yang kelengkapannya datang terlambat.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='continued_as', to='ppid.informationrequest', verbose_name='melanjutkan'),
        ),
        migrations.AddField(
            model_name='informationrequest',
            name='details_index',
            field=models.CharField(blank=True, db_index=True, editable=False, max_length=64),
        ),
        migrations.AddField(
            model_name='informationrequest',
            name='not_completed_on',
            field=models.DateField(blank=True, null=True, verbose_name='dicatat tidak dilengkapi'),
        ),
        migrations.AlterField(
            model_name='case',
            name='state',
            field=models.CharField(choices=[('registered', 'Terdaftar'), ('answered', 'Dijawab'), ('withdrawn', 'Dicabut pemohon'), ('handed_over', 'Diserahkan sebagai aduan'), ('closed', 'Ditutup dengan catatan')], max_length=20, verbose_name='keadaan'),
        ),
        migrations.AlterField(
            model_name='casefile',
            name='role',
            field=models.CharField(choices=[('lampiran', 'Lampiran pemohon'), ('identitas', 'Bukti identitas'), ('akta', 'Akta pendirian yang disahkan'), ('kuasa', 'Surat kuasa'), ('khusus', 'Surat kuasa khusus bermeterai'), ('jawaban', 'Informasi yang diberikan'), ('bukti', 'Bukti penyampaian'), ('keputusan', 'Keputusan pengecualian informasi'), ('lembaruji', 'Lembar uji konsekuensi'), ('setuju', 'Persetujuan atasan PPID'), ('cabut', 'Surat pencabutan'), ('berakhir', 'Bukti pemohon meninggal atau bubar'), ('waris', 'Bukti ahli waris atau penerus hukum')], max_length=10, verbose_name='peran'),
        ),
        migrations.AlterField(
            model_name='draftfile',
            name='role',
            field=models.CharField(choices=[('lampiran', 'Lampiran pemohon'), ('identitas', 'Bukti identitas'), ('akta', 'Akta pendirian yang disahkan'), ('kuasa', 'Surat kuasa'), ('khusus', 'Surat kuasa khusus bermeterai'), ('jawaban', 'Informasi yang diberikan'), ('bukti', 'Bukti penyampaian'), ('keputusan', 'Keputusan pengecualian informasi'), ('lembaruji', 'Lembar uji konsekuensi'), ('setuju', 'Persetujuan atasan PPID'), ('cabut', 'Surat pencabutan'), ('berakhir', 'Bukti pemohon meninggal atau bubar'), ('waris', 'Bukti ahli waris atau penerus hukum')], default='lampiran', max_length=10, verbose_name='peran'),
        ),
        migrations.AlterField(
            model_name='mailrecord',
            name='template',
            field=models.CharField(choices=[('received', 'Permohonan diterima'), ('answered', 'Permohonan dijawab'), ('sign_in_code', 'Kode masuk'), ('term_missed', 'Tenggat terlewat'), ('redated', 'Tanggal berubah'), ('extended', 'Waktu jawaban diperpanjang'), ('handed_over', 'Diserahkan sebagai aduan'), ('complaint_news', 'Kabar aduan'), ('incomplete', 'Permohonan belum lengkap'), ('completed', 'Permohonan dilengkapi'), ('not_completed', 'Permohonan tidak dilengkapi'), ('withdrawn', 'Permohonan dicabut'), ('succeeded', 'Permohonan dilanjutkan penerus')], max_length=20),
        ),
        migrations.AlterField(
            model_name='mailfile',
            name='role',
            field=models.CharField(choices=[('lampiran', 'Lampiran pemohon'), ('identitas', 'Bukti identitas'), ('akta', 'Akta pendirian yang disahkan'), ('kuasa', 'Surat kuasa'), ('khusus', 'Surat kuasa khusus bermeterai'), ('jawaban', 'Informasi yang diberikan'), ('bukti', 'Bukti penyampaian'), ('keputusan', 'Keputusan pengecualian informasi'), ('lembaruji', 'Lembar uji konsekuensi'), ('setuju', 'Persetujuan atasan PPID'), ('cabut', 'Surat pencabutan'), ('berakhir', 'Bukti pemohon meninggal atau bubar'), ('waris', 'Bukti ahli waris atau penerus hukum')], default='lampiran', max_length=10),
        ),
        migrations.CreateModel(
            name='Completion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('answers_sealed', models.TextField(blank=True, editable=False)),
                ('before_sealed', models.TextField(blank=True, editable=False)),
                ('how', models.CharField(choices=[('web', 'Situs web'), ('email', 'Surat elektronik'), ('letter', 'Surat'), ('counter', 'Datang langsung'), ('telephone', 'Telepon atau lisan')], default='web', max_length=10, verbose_name='cara')),
                ('came_on', models.DateField(blank=True, null=True, verbose_name='datang')),
                ('saved_at', models.DateTimeField(verbose_name='disimpan')),
                ('sent_at', models.DateTimeField(blank=True, null=True, verbose_name='dikirim')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='completions', to='ppid.case')),
            ],
            options={
                'verbose_name': 'kelengkapan',
                'verbose_name_plural': 'kelengkapan',
                'ordering': ('pk',),
            },
        ),
        migrations.CreateModel(
            name='CompletionFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('lampiran', 'Lampiran pemohon'), ('identitas', 'Bukti identitas'), ('akta', 'Akta pendirian yang disahkan'), ('kuasa', 'Surat kuasa'), ('khusus', 'Surat kuasa khusus bermeterai'), ('jawaban', 'Informasi yang diberikan'), ('bukti', 'Bukti penyampaian'), ('keputusan', 'Keputusan pengecualian informasi'), ('lembaruji', 'Lembar uji konsekuensi'), ('setuju', 'Persetujuan atasan PPID'), ('cabut', 'Surat pencabutan'), ('berakhir', 'Bukti pemohon meninggal atau bubar'), ('waris', 'Bukti ahli waris atau penerus hukum')], default='lampiran', max_length=10, verbose_name='peran')),
                ('completion', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='files', to='ppid.completion')),
                ('file', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='completion_use', to='ppid.privatefile')),
            ],
            options={
                'verbose_name': 'berkas kelengkapan',
                'verbose_name_plural': 'berkas kelengkapan',
                'ordering': ('pk',),
            },
        ),
        migrations.CreateModel(
            name='PartWithdrawal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('part', models.TextField(verbose_name='bagian yang dicabut')),
                ('withdrawn_on', models.DateField(verbose_name='dicabut')),
                ('by', models.CharField(choices=[('applicant', 'Pemohon sendiri'), ('proxy', 'Kuasa pemohon')], max_length=10, verbose_name='oleh')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='part_withdrawals', to='ppid.case')),
                ('paper', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ppid.privatefile')),
            ],
            options={
                'verbose_name': 'pencabutan sebagian',
                'verbose_name_plural': 'pencabutan sebagian',
                'ordering': ('pk',),
            },
        ),
        migrations.CreateModel(
            name='ApplicantEnding',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('death', 'Meninggal dunia'), ('dissolution', 'Badan hukum atau kelompok bubar')], max_length=12, verbose_name='sebab')),
                ('happened_on', models.DateField(verbose_name='tanggal')),
                ('noted_on', models.DateField(verbose_name='dicatat')),
                ('relation', models.CharField(blank=True, max_length=200, verbose_name='hubungan')),
                ('continued_on', models.DateField(blank=True, null=True, verbose_name='dilanjutkan')),
                ('closed_on', models.DateField(blank=True, null=True, verbose_name='tidak dilanjutkan')),
                ('note', models.TextField(blank=True, verbose_name='catatan')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='endings', to='ppid.case')),
                ('former', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='endings', to='ppid.applicant')),
                ('proof', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ppid.privatefile')),
                ('successor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='continued_cases', to='ppid.applicant')),
                ('successor_proof', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ppid.privatefile')),
            ],
            options={
                'verbose_name': 'berakhirnya pemohon',
                'verbose_name_plural': 'berakhirnya pemohon',
                'ordering': ('pk',),
                'constraints': [models.UniqueConstraint(condition=models.Q(('closed_on__isnull', True), ('continued_on__isnull', True)), fields=('case',), name='one_ending_undecided')],
            },
        ),
        migrations.CreateModel(
            name='CaseFlag',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('annoying', 'Mengganggu')], max_length=12, verbose_name='tanda')),
                ('note', models.TextField(verbose_name='alasan')),
                ('flagged_on', models.DateField(verbose_name='ditandai')),
                ('lifted_on', models.DateField(blank=True, null=True, verbose_name='dicabut')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='flags', to='ppid.case')),
                ('flagged_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'tanda kasus',
                'verbose_name_plural': 'tanda kasus',
                'ordering': ('pk',),
                'constraints': [models.UniqueConstraint(condition=models.Q(('lifted_on__isnull', True)), fields=('case', 'kind'), name='one_standing_flag_per_kind')],
            },
        ),
        migrations.AddConstraint(
            model_name='completion',
            constraint=models.UniqueConstraint(condition=models.Q(('sent_at__isnull', True)), fields=('case',), name='one_completion_being_written'),
        ),
        migrations.RunPython(index_details, migrations.RunPython.noop),
    ]
