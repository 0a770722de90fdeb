"""Every decision carries an approved written consideration: its letter kind, and approvals standing by decree."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('ppid', '0021_delivery_of_each_part'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='StandingApproval',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.CharField(max_length=120, verbose_name='nomor keputusan')),
                ('dated', models.DateField(verbose_name='tanggal keputusan')),
                ('position', models.CharField(help_text='Pimpinan badan publik atau atasan PPID.', max_length=200, verbose_name='jabatan yang menyetujui')),
                ('name', models.CharField(blank=True, max_length=200, verbose_name='nama yang menyetujui')),
                ('starts', models.DateField(verbose_name='berlaku mulai')),
                ('ends', models.DateField(blank=True, help_text='Kosong: sampai dicabut.', null=True, verbose_name='berlaku sampai')),
            ],
            options={
                'verbose_name': 'persetujuan tetap pertimbangan',
                'verbose_name_plural': 'persetujuan tetap pertimbangan',
                'ordering': ('-dated', '-pk'),
            },
        ),
        migrations.AlterModelOptions(
            name='approval',
            options={'ordering': ('pk',), 'verbose_name': 'persetujuan keputusan', 'verbose_name_plural': 'persetujuan keputusan'},
        ),
        migrations.RemoveConstraint(
            model_name='approval',
            name='an_approval_has_its_signed_file',
        ),
        migrations.AddField(
            model_name='approval',
            name='withholds',
            field=models.BooleanField(default=True),
        ),
        migrations.AlterField(
            model_name='letter',
            name='kind',
            field=models.CharField(choices=[('receipt', 'Tanda bukti penerimaan'), ('notice', 'Pemberitahuan tertulis'), ('incomplete', 'Surat keterangan tidak lengkap'), ('extension', 'Pemberitahuan perpanjangan waktu'), ('disposition', 'Lembar disposisi'), ('delivery', 'Tanda penyerahan informasi'), ('consideration', 'Pertimbangan tertulis')], max_length=20, verbose_name='jenis surat'),
        ),
        migrations.AddConstraint(
            model_name='approval',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('outcome', 'disetujui'), _negated=True), ('decided_by__isnull', False), _connector='OR'), name='an_approval_has_its_approver'),
        ),
        migrations.AddConstraint(
            model_name='approval',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('outcome', 'disetujui'), ('withholds', True), _negated=True), ('file__isnull', False), _connector='OR'), name='an_approved_refusal_has_its_signed_file'),
        ),
        migrations.AddConstraint(
            model_name='standingapproval',
            constraint=models.CheckConstraint(condition=models.Q(('starts__gte', models.F('dated'))), name='standing_approval_is_not_retroactive'),
        ),
        migrations.AddConstraint(
            model_name='standingapproval',
            constraint=models.CheckConstraint(condition=models.Q(('ends__isnull', True), ('ends__gte', models.F('starts')), _connector='OR'), name='standing_approval_ends_after_start'),
        ),
    ]
