"""The objection: a case of its own about a request, with its grounds, settlement, replies and prepared drafts."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('ppid', '0028_dossiers'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='MissingNote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField(verbose_name='yang kurang')),
                ('asked_on', models.DateField(verbose_name='diminta')),
            ],
            options={
                'verbose_name': 'kekurangan keberatan',
                'verbose_name_plural': 'kekurangan keberatan',
                'ordering': ('pk',),
            },
        ),
        migrations.CreateModel(
            name='Objection',
            fields=[
                ('case_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='ppid.case')),
                ('subject', models.TextField(blank=True, verbose_name='informasi yang diminta')),
                ('purpose', models.TextField(blank=True, verbose_name='tujuan penggunaan')),
                ('reasons', models.TextField(verbose_name='alasan keberatan')),
                ('position', models.TextField(blank=True, verbose_name='kasus posisi')),
                ('helped_by', models.CharField(blank=True, max_length=200, verbose_name='petugas yang membantu')),
                ('submission', models.UUIDField(blank=True, editable=False, null=True, unique=True)),
                ('answered_on', models.DateField(blank=True, null=True, verbose_name='tanggapan disampaikan')),
                ('outcome', models.CharField(blank=True, choices=[('upheld', 'Keputusan PPID dikuatkan'), ('whole', 'Informasi diperintahkan diberikan seluruhnya'), ('part', 'Informasi diperintahkan diberikan sebagian')], max_length=10, verbose_name='keputusan atasan PPID')),
                ('ordered_until', models.DateField(blank=True, null=True, verbose_name='perintah dilaksanakan paling lambat')),
                ('fulfilled_on', models.DateField(blank=True, null=True, verbose_name='perintah dilaksanakan')),
            ],
            options={
                'verbose_name': 'keberatan',
                'verbose_name_plural': 'keberatan',
            },
            bases=('ppid.case',),
        ),
        migrations.CreateModel(
            name='ObjectionDraft',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('proposed', models.CharField(max_length=7, verbose_name='alasan yang diusulkan')),
                ('opened_on', models.DateField(verbose_name='terbuka')),
                ('answers_sealed', models.TextField(blank=True, editable=False)),
            ],
            options={
                'verbose_name': 'konsep keberatan',
                'verbose_name_plural': 'konsep keberatan',
            },
        ),
        migrations.CreateModel(
            name='ObjectionGround',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ground', models.CharField(choices=[('a', 'a'), ('b', 'b'), ('c', 'c'), ('d', 'd'), ('e', 'e'), ('f', 'f'), ('g', 'g')], max_length=1, verbose_name='alasan')),
                ('earliest', models.DateField(blank=True, null=True)),
                ('latest', models.DateField(blank=True, null=True)),
                ('until', models.DateField(blank=True, null=True)),
                ('until_latest', models.DateField(blank=True, null=True)),
                ('late', models.BooleanField(default=False, verbose_name='diajukan sesudah waktunya')),
                ('early', models.BooleanField(default=False, verbose_name='diajukan sebelum alasannya ada')),
            ],
            options={
                'verbose_name': 'alasan keberatan',
                'verbose_name_plural': 'alasan keberatan',
                'ordering': ('ground',),
            },
        ),
        migrations.CreateModel(
            name='Reply',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('content', models.CharField(choices=[('satisfied', 'Menerima tanggapan'), ('unsatisfied', 'Tidak puas')], max_length=12, verbose_name='tanggapan pemohon')),
                ('text', models.TextField(blank=True, verbose_name='uraian')),
                ('replied_on', models.DateField(verbose_name='tanggal')),
            ],
            options={
                'verbose_name': 'tanggapan pemohon',
                'verbose_name_plural': 'tanggapan pemohon',
                'ordering': ('pk',),
            },
        ),
        migrations.CreateModel(
            name='Settlement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agreed_on', models.DateField(verbose_name='disepakati')),
            ],
            options={
                'verbose_name': 'kesepakatan musyawarah',
                'verbose_name_plural': 'kesepakatan musyawarah',
                'ordering': ('pk',),
            },
        ),
        migrations.RemoveConstraint(
            model_name='letter',
            name='one_open_letter_per_kind',
        ),
        migrations.AddField(
            model_name='institution',
            name='objection_number_format',
            field=models.CharField(default='{seq:03d}/KEB-PPID/{year}', help_text='Boleh memuat {seq}, {seq:03d}, {year}, {month}, {roman}. Harus berbeda dari nomor permohonan.', max_length=80, verbose_name='format nomor keberatan'),
        ),
        migrations.AlterField(
            model_name='case',
            name='kind',
            field=models.CharField(choices=[('request', 'Permohonan informasi'), ('objection', 'Keberatan')], max_length=10, verbose_name='jenis'),
        ),
        migrations.AlterField(
            model_name='casefile',
            name='role',
            field=models.CharField(choices=[('lampiran', 'Lampiran pemohon'), ('identitas', 'Bukti identitas'), ('akta', 'Akta pendirian yang disahkan'), ('kuasa', 'Surat kuasa'), ('khusus', 'Surat kuasa khusus bermeterai'), ('jawaban', 'Informasi yang diberikan'), ('bukti', 'Bukti penyampaian'), ('bayar', 'Bukti pembayaran'), ('keputusan', 'Keputusan pengecualian informasi'), ('lembaruji', 'Lembar uji konsekuensi'), ('setuju', 'Persetujuan atasan PPID'), ('cabut', 'Surat pencabutan'), ('kehendak', 'Kehendak pemohon'), ('berakhir', 'Bukti pemohon meninggal atau bubar'), ('waris', 'Bukti ahli waris atau penerus hukum'), ('keberatan', 'Surat keberatan'), ('musyawarah', 'Berita acara musyawarah bertanda tangan'), ('perintah', 'Bukti perintah dilaksanakan')], max_length=10, verbose_name='peran'),
        ),
        migrations.AlterField(
            model_name='completionfile',
            name='role',
            field=models.CharField(choices=[('lampiran', 'Lampiran pemohon'), ('identitas', 'Bukti identitas'), ('akta', 'Akta pendirian yang disahkan'), ('kuasa', 'Surat kuasa'), ('khusus', 'Surat kuasa khusus bermeterai'), ('jawaban', 'Informasi yang diberikan'), ('bukti', 'Bukti penyampaian'), ('bayar', 'Bukti pembayaran'), ('keputusan', 'Keputusan pengecualian informasi'), ('lembaruji', 'Lembar uji konsekuensi'), ('setuju', 'Persetujuan atasan PPID'), ('cabut', 'Surat pencabutan'), ('kehendak', 'Kehendak pemohon'), ('berakhir', 'Bukti pemohon meninggal atau bubar'), ('waris', 'Bukti ahli waris atau penerus hukum'), ('keberatan', 'Surat keberatan'), ('musyawarah', 'Berita acara musyawarah bertanda tangan'), ('perintah', 'Bukti perintah dilaksanakan')], default='lampiran', max_length=10, verbose_name='peran'),
        ),
        migrations.AlterField(
            model_name='draftfile',
            name='role',
            field=models.CharField(choices=[('lampiran', 'Lampiran pemohon'), ('identitas', 'Bukti identitas'), ('akta', 'Akta pendirian yang disahkan'), ('kuasa', 'Surat kuasa'), ('khusus', 'Surat kuasa khusus bermeterai'), ('jawaban', 'Informasi yang diberikan'), ('bukti', 'Bukti penyampaian'), ('bayar', 'Bukti pembayaran'), ('keputusan', 'Keputusan pengecualian informasi'), ('lembaruji', 'Lembar uji konsekuensi'), ('setuju', 'Persetujuan atasan PPID'), ('cabut', 'Surat pencabutan'), ('kehendak', 'Kehendak pemohon'), ('berakhir', 'Bukti pemohon meninggal atau bubar'), ('waris', 'Bukti ahli waris atau penerus hukum'), ('keberatan', 'Surat keberatan'), ('musyawarah', 'Berita acara musyawarah bertanda tangan'), ('perintah', 'Bukti perintah dilaksanakan')], default='lampiran', max_length=10, verbose_name='peran'),
        ),
        migrations.AlterField(
            model_name='letter',
            name='kind',
            field=models.CharField(choices=[('receipt', 'Tanda bukti penerimaan'), ('notice', 'Pemberitahuan tertulis'), ('incomplete', 'Surat keterangan tidak lengkap'), ('extension', 'Pemberitahuan perpanjangan waktu'), ('disposition', 'Lembar disposisi'), ('delivery', 'Tanda penyerahan informasi'), ('consideration', 'Pertimbangan tertulis'), ('forwarding', 'Surat pengantar penerusan'), ('payment', 'Kuitansi'), ('copy_form', 'Formulir permintaan salinan'), ('minutes', 'Berita acara melihat informasi'), ('ruling', 'Tanggapan atas keberatan'), ('settlement', 'Berita acara musyawarah'), ('silence', 'Catatan tidak adanya jawaban')], max_length=20, verbose_name='jenis surat'),
        ),
        migrations.AlterField(
            model_name='mailfile',
            name='role',
            field=models.CharField(choices=[('lampiran', 'Lampiran pemohon'), ('identitas', 'Bukti identitas'), ('akta', 'Akta pendirian yang disahkan'), ('kuasa', 'Surat kuasa'), ('khusus', 'Surat kuasa khusus bermeterai'), ('jawaban', 'Informasi yang diberikan'), ('bukti', 'Bukti penyampaian'), ('bayar', 'Bukti pembayaran'), ('keputusan', 'Keputusan pengecualian informasi'), ('lembaruji', 'Lembar uji konsekuensi'), ('setuju', 'Persetujuan atasan PPID'), ('cabut', 'Surat pencabutan'), ('kehendak', 'Kehendak pemohon'), ('berakhir', 'Bukti pemohon meninggal atau bubar'), ('waris', 'Bukti ahli waris atau penerus hukum'), ('keberatan', 'Surat keberatan'), ('musyawarah', 'Berita acara musyawarah bertanda tangan'), ('perintah', 'Bukti perintah dilaksanakan')], default='lampiran', max_length=10),
        ),
        migrations.AlterField(
            model_name='mailrecord',
            name='audience',
            field=models.CharField(choices=[('applicant', 'Pemohon'), ('desk', 'Meja layanan'), ('superior', 'Atasan PPID')], max_length=10),
        ),
        migrations.AlterField(
            model_name='mailrecord',
            name='template',
            field=models.CharField(choices=[('received', 'Permohonan diterima'), ('answered', 'Permohonan dijawab'), ('sign_in_code', 'Kode masuk'), ('term_missed', 'Tenggat terlewat'), ('redated', 'Tanggal berubah'), ('extended', 'Waktu jawaban diperpanjang'), ('handed_over', 'Diserahkan sebagai aduan'), ('complaint_news', 'Kabar aduan'), ('incomplete', 'Permohonan belum lengkap'), ('completed', 'Permohonan dilengkapi'), ('not_completed', 'Permohonan tidak dilengkapi'), ('withdrawn', 'Permohonan dicabut'), ('succeeded', 'Permohonan dilanjutkan penerus'), ('part_available', 'Informasi siap diambil'), ('part_reminder', 'Pengingat mengambil informasi'), ('part_set_aside', 'Informasi tersedia, belum diambil'), ('part_delivered', 'Informasi diserahkan'), ('payment_recorded', 'Pembayaran diterima'), ('copy_form_filled', 'Formulir salinan diisi'), ('viewing_offered', 'Waktu melihat ditawarkan'), ('viewing_chosen', 'Waktu melihat dipilih'), ('objection_received', 'Keberatan diterima'), ('objection_missing', 'Kekurangan keberatan'), ('objection_answered', 'Keberatan dijawab'), ('order_given', 'Perintah atasan PPID'), ('order_fulfilled', 'Perintah dilaksanakan'), ('right_reminder', 'Pengingat batas waktu hak')], max_length=20),
        ),
        migrations.AddConstraint(
            model_name='letter',
            constraint=models.UniqueConstraint(condition=models.Q(('kind__in', ('notice', 'incomplete', 'extension', 'ruling', 'settlement')), ('sent_at__isnull', True)), fields=('case', 'kind'), name='one_open_letter_per_kind'),
        ),
        migrations.AddField(
            model_name='missingnote',
            name='asked_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='objection',
            name='applicant',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='objections', to='ppid.applicant', verbose_name='pemohon'),
        ),
        migrations.AddField(
            model_name='objection',
            name='decider',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ppid.appointment', verbose_name='diputus oleh'),
        ),
        migrations.AddField(
            model_name='objection',
            name='request',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='objections', to='ppid.informationrequest', verbose_name='permohonan'),
        ),
        migrations.AddField(
            model_name='missingnote',
            name='objection',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='missing_notes', to='ppid.objection'),
        ),
        migrations.AddField(
            model_name='objectiondraft',
            name='request',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='objection_drafts', to='ppid.informationrequest'),
        ),
        migrations.AddField(
            model_name='objectiondraft',
            name='sent',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='prepared', to='ppid.objection'),
        ),
        migrations.AddField(
            model_name='objectionground',
            name='objection',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='grounds', to='ppid.objection'),
        ),
        migrations.AddField(
            model_name='objectionground',
            name='request',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='objected_grounds', to='ppid.informationrequest'),
        ),
        migrations.AddField(
            model_name='reply',
            name='objection',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='replies', to='ppid.objection'),
        ),
        migrations.AddField(
            model_name='settlement',
            name='letter',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='settlement', to='ppid.letter'),
        ),
        migrations.AddField(
            model_name='settlement',
            name='objection',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='settlements', to='ppid.objection'),
        ),
        migrations.AddField(
            model_name='settlement',
            name='signed',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ppid.privatefile'),
        ),
        migrations.AddConstraint(
            model_name='objectiondraft',
            constraint=models.UniqueConstraint(condition=models.Q(('sent__isnull', True)), fields=('request',), name='one_waiting_objection_per_request'),
        ),
        migrations.AddConstraint(
            model_name='objectionground',
            constraint=models.UniqueConstraint(fields=('objection', 'ground'), name='one_row_per_objection_and_ground'),
        ),
        migrations.AddConstraint(
            model_name='objectionground',
            constraint=models.UniqueConstraint(condition=models.Q(('request__isnull', False)), fields=('request', 'ground'), name='one_objection_per_request_and_ground'),
        ),
    ]
