"""A request handed on to another body on the wish of the applicant, with its cover letter."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('ppid', '0022_written_considerations_and_their_approval'),
    ]

    operations = [
        migrations.AlterField(
            model_name='casefile',
            name='role',
            field=models.CharField(choices=[('lampiran', 'Lampiran pemohon'), ('identitas', 'Bukti identitas'), ('akta', 'Akta pendirian yang disahkan'), ('kuasa', 'Surat kuasa'), ('khusus', 'Surat kuasa khusus bermeterai'), ('jawaban', 'Informasi yang diberikan'), ('bukti', 'Bukti penyampaian'), ('keputusan', 'Keputusan pengecualian informasi'), ('lembaruji', 'Lembar uji konsekuensi'), ('setuju', 'Persetujuan atasan PPID'), ('cabut', 'Surat pencabutan'), ('kehendak', 'Kehendak pemohon'), ('berakhir', 'Bukti pemohon meninggal atau bubar'), ('waris', 'Bukti ahli waris atau penerus hukum')], max_length=10, verbose_name='peran'),
        ),
        migrations.AlterField(
            model_name='completionfile',
            name='role',
            field=models.CharField(choices=[('lampiran', 'Lampiran pemohon'), ('identitas', 'Bukti identitas'), ('akta', 'Akta pendirian yang disahkan'), ('kuasa', 'Surat kuasa'), ('khusus', 'Surat kuasa khusus bermeterai'), ('jawaban', 'Informasi yang diberikan'), ('bukti', 'Bukti penyampaian'), ('keputusan', 'Keputusan pengecualian informasi'), ('lembaruji', 'Lembar uji konsekuensi'), ('setuju', 'Persetujuan atasan PPID'), ('cabut', 'Surat pencabutan'), ('kehendak', 'Kehendak pemohon'), ('berakhir', 'Bukti pemohon meninggal atau bubar'), ('waris', 'Bukti ahli waris atau penerus hukum')], default='lampiran', max_length=10, verbose_name='peran'),
        ),
        migrations.AlterField(
            model_name='draftfile',
            name='role',
            field=models.CharField(choices=[('lampiran', 'Lampiran pemohon'), ('identitas', 'Bukti identitas'), ('akta', 'Akta pendirian yang disahkan'), ('kuasa', 'Surat kuasa'), ('khusus', 'Surat kuasa khusus bermeterai'), ('jawaban', 'Informasi yang diberikan'), ('bukti', 'Bukti penyampaian'), ('keputusan', 'Keputusan pengecualian informasi'), ('lembaruji', 'Lembar uji konsekuensi'), ('setuju', 'Persetujuan atasan PPID'), ('cabut', 'Surat pencabutan'), ('kehendak', 'Kehendak pemohon'), ('berakhir', 'Bukti pemohon meninggal atau bubar'), ('waris', 'Bukti ahli waris atau penerus hukum')], default='lampiran', max_length=10, verbose_name='peran'),
        ),
        migrations.AlterField(
            model_name='letter',
            name='kind',
            field=models.CharField(choices=[('receipt', 'Tanda bukti penerimaan'), ('notice', 'Pemberitahuan tertulis'), ('incomplete', 'Surat keterangan tidak lengkap'), ('extension', 'Pemberitahuan perpanjangan waktu'), ('disposition', 'Lembar disposisi'), ('delivery', 'Tanda penyerahan informasi'), ('consideration', 'Pertimbangan tertulis'), ('forwarding', 'Surat pengantar penerusan')], max_length=20, verbose_name='jenis surat'),
        ),
        migrations.AlterField(
            model_name='mailfile',
            name='role',
            field=models.CharField(choices=[('lampiran', 'Lampiran pemohon'), ('identitas', 'Bukti identitas'), ('akta', 'Akta pendirian yang disahkan'), ('kuasa', 'Surat kuasa'), ('khusus', 'Surat kuasa khusus bermeterai'), ('jawaban', 'Informasi yang diberikan'), ('bukti', 'Bukti penyampaian'), ('keputusan', 'Keputusan pengecualian informasi'), ('lembaruji', 'Lembar uji konsekuensi'), ('setuju', 'Persetujuan atasan PPID'), ('cabut', 'Surat pencabutan'), ('kehendak', 'Kehendak pemohon'), ('berakhir', 'Bukti pemohon meninggal atau bubar'), ('waris', 'Bukti ahli waris atau penerus hukum')], default='lampiran', max_length=10),
        ),
        migrations.CreateModel(
            name='Forwarding',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('body', models.CharField(max_length=300, verbose_name='badan publik tujuan')),
                ('carries', models.JSONField(default=list, verbose_name='yang boleh disertakan')),
                ('by', models.CharField(choices=[('applicant', 'Pemohon sendiri'), ('proxy', 'Kuasa pemohon')], max_length=10, verbose_name='dikehendaki oleh')),
                ('wished_on', models.DateField(verbose_name='dikehendaki')),
                ('forwarded_on', models.DateField(blank=True, null=True, verbose_name='diteruskan')),
                ('how', models.CharField(blank=True, choices=[('email', 'Surat elektronik'), ('post', 'Pos'), ('courier', 'Kurir'), ('by_hand', 'Diserahkan langsung')], max_length=10, verbose_name='cara')),
                ('case', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='forwarding', to='ppid.case')),
                ('letter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ppid.letter')),
                ('paper', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ppid.privatefile')),
                ('proof', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ppid.privatefile')),
            ],
            options={
                'verbose_name': 'penerusan ke badan publik lain',
                'verbose_name_plural': 'penerusan ke badan publik lain',
                'constraints': [models.CheckConstraint(condition=models.Q(('forwarded_on__isnull', True), ('forwarded_on__gte', models.F('wished_on')), _connector='OR'), name='forwarded_after_the_wish'), models.CheckConstraint(condition=models.Q(models.Q(('forwarded_on__isnull', True), ('how', '')), models.Q(('forwarded_on__isnull', False), models.Q(('how', ''), _negated=True)), _connector='OR'), name='forwarded_says_how')],
            },
        ),
    ]
