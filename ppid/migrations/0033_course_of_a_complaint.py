"""The course of a complaint handed over: completeness, and the notification of its decision."""

from django.db import migrations, models


def told_with_the_decision(apps, schema_editor):
    """Until now every decision was told by mail with its recording."""
    rows = apps.get_model("ppid", "ComplaintHandover").objects.exclude(result="")
    rows.filter(decided_on__isnull=False).update(notified_on=models.F("decided_on"))


class Migration(migrations.Migration):

    dependencies = [
        ('ppid', '0032_readings_name_their_register'),
    ]

    operations = [
        migrations.AddField(
            model_name='complainthandover',
            name='answered_on',
            field=models.DateField(blank=True, null=True, verbose_name='ditanggapi kelengkapannya'),
        ),
        migrations.AddField(
            model_name='complainthandover',
            name='complete_on',
            field=models.DateField(blank=True, null=True, verbose_name='lengkap'),
        ),
        migrations.AddField(
            model_name='complainthandover',
            name='lacking',
            field=models.TextField(blank=True, verbose_name='yang belum lengkap'),
        ),
        migrations.AddField(
            model_name='complainthandover',
            name='notified_on',
            field=models.DateField(blank=True, null=True, verbose_name='hasil diberitahukan'),
        ),
        migrations.AlterField(
            model_name='letter',
            name='kind',
            field=models.CharField(choices=[('receipt', 'Tanda bukti penerimaan'), ('notice', 'Pemberitahuan tertulis'), ('incomplete', 'Surat keterangan tidak lengkap'), ('extension', 'Pemberitahuan perpanjangan waktu'), ('disposition', 'Lembar disposisi'), ('delivery', 'Tanda penyerahan informasi'), ('consideration', 'Pertimbangan tertulis'), ('forwarding', 'Surat pengantar penerusan'), ('complaint', 'Pemberitahuan tentang pengaduan'), ('payment', 'Kuitansi'), ('copy_form', 'Formulir permintaan salinan'), ('minutes', 'Berita acara melihat informasi'), ('ruling', 'Tanggapan atas keberatan'), ('settlement', 'Berita acara musyawarah'), ('silence', 'Catatan tidak adanya jawaban')], max_length=20, verbose_name='jenis surat'),
        ),
        migrations.RunPython(told_with_the_decision, migrations.RunPython.noop, elidable=True),
    ]
