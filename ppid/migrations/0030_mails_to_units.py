"""Mails that tell the officers of a unit of a disposition and of a question."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('ppid', '0029_objections'),
    ]

    operations = [
        migrations.AlterField(
            model_name='mailrecord',
            name='audience',
            field=models.CharField(choices=[('applicant', 'Pemohon'), ('desk', 'Meja layanan'), ('unit', 'Unit'), ('superior', 'Atasan PPID')], max_length=10),
        ),
        migrations.AlterField(
            model_name='mailrecord',
            name='template',
            field=models.CharField(choices=[('received', 'Permohonan diterima'), ('answered', 'Permohonan dijawab'), ('sign_in_code', 'Kode masuk'), ('term_missed', 'Tenggat terlewat'), ('redated', 'Tanggal berubah'), ('extended', 'Waktu jawaban diperpanjang'), ('handed_over', 'Diserahkan sebagai aduan'), ('complaint_news', 'Kabar aduan'), ('incomplete', 'Permohonan belum lengkap'), ('completed', 'Permohonan dilengkapi'), ('not_completed', 'Permohonan tidak dilengkapi'), ('withdrawn', 'Permohonan dicabut'), ('succeeded', 'Permohonan dilanjutkan penerus'), ('part_available', 'Informasi siap diambil'), ('part_reminder', 'Pengingat mengambil informasi'), ('part_set_aside', 'Informasi tersedia, belum diambil'), ('part_delivered', 'Informasi diserahkan'), ('payment_recorded', 'Pembayaran diterima'), ('copy_form_filled', 'Formulir salinan diisi'), ('unit_disposed', 'Disposisi untuk unit'), ('unit_asked', 'Pertanyaan untuk unit'), ('viewing_offered', 'Waktu melihat ditawarkan'), ('viewing_chosen', 'Waktu melihat dipilih'), ('objection_received', 'Keberatan diterima'), ('objection_missing', 'Kekurangan keberatan'), ('objection_answered', 'Keberatan dijawab'), ('order_given', 'Perintah atasan PPID'), ('order_fulfilled', 'Perintah dilaksanakan'), ('right_reminder', 'Pengingat batas waktu hak')], max_length=20),
        ),
    ]
