"""Letters of the office: drafted here, signed outside, counted when sent (law.md §2.6, "When a letter counts")."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ppid.law import letters
from ppid.law.letters import LetterKind
from ppid.models.cases import Case
from ppid.models.files import PrivateFile
from ppid.models.people import Appointment


class Letter(models.Model):
    """One letter of a case. KONSEP until `signed` is bound to `draft_sha256`; answers nothing until `sent_on`.

    `content` is what the builder writes, as JSON of the law's dataclass (`NoticeContent` for a notice). `revision`
    rises with every change of it, so that a slow rendering of an older text is thrown away and never signed.
    """

    class Kind(models.TextChoices):
        # Counts when it is made (UU 14/2008 Ps 22(4)): never signed, never "sent".
        RECEIPT = LetterKind.RECEIPT, _("Tanda bukti penerimaan")
        NOTICE = LetterKind.NOTICE, _("Pemberitahuan tertulis")
        INCOMPLETE = LetterKind.INCOMPLETE, _("Surat keterangan tidak lengkap")
        EXTENSION = LetterKind.EXTENSION, _("Pemberitahuan perpanjangan waktu")
        DISPOSITION = LetterKind.DISPOSITION, _("Lembar disposisi")
        DELIVERY = LetterKind.DELIVERY, _("Tanda penyerahan informasi")
        CONSIDERATION = LetterKind.CONSIDERATION, _("Pertimbangan tertulis")
        FORWARDING = LetterKind.FORWARDING, _("Surat pengantar penerusan")
        COMPLAINT = LetterKind.COMPLAINT, _("Pemberitahuan tentang pengaduan")
        PAYMENT = LetterKind.PAYMENT, _("Kuitansi")
        COPY_FORM = LetterKind.COPY_FORM, _("Formulir permintaan salinan")
        MINUTES = LetterKind.MINUTES, _("Berita acara melihat informasi")
        RULING = LetterKind.RULING, _("Tanggapan atas keberatan")
        SETTLEMENT = LetterKind.SETTLEMENT, _("Berita acara musyawarah")
        SILENCE = LetterKind.SILENCE, _("Catatan tidak adanya jawaban")

    class SentHow(models.TextChoices):
        PORTAL = letters.SentHow.PORTAL, _("Portal dan surat elektronik")
        EMAIL = letters.SentHow.EMAIL, _("Surat elektronik")
        POST = letters.SentHow.POST, _("Pos")
        COURIER = letters.SentHow.COURIER, _("Kurir")
        BY_HAND = letters.SentHow.BY_HAND, _("Diserahkan langsung")
        FAX = letters.SentHow.FAX, _("Faksimili")

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="letters")
    kind = models.CharField(_("jenis surat"), max_length=20, choices=Kind.choices)
    number = models.CharField(_("nomor surat"), max_length=100, unique=True)
    dated = models.DateField(_("tanggal surat"))
    content = models.JSONField(_("isi"), default=dict)
    revision = models.PositiveIntegerField(default=1)
    verify_code = models.CharField(max_length=20, unique=True)
    draft = models.ForeignKey(PrivateFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    draft_sha256 = models.CharField(max_length=64, blank=True)
    signed = models.ForeignKey(PrivateFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    signed_on = models.DateField(_("ditandatangani"), null=True, blank=True)
    signer_position = models.CharField(_("jabatan penanda tangan"), max_length=250, blank=True)
    signer_name = models.CharField(_("nama penanda tangan"), max_length=200, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    sent_on = models.DateField(_("disampaikan"), null=True, blank=True)
    # When the applicant had it: the day of sending, or what a postal slip says later. The applicant's own clocks run
    # from here (PERKI 1/2021 Ps 33(3); UU 14/2008 Ps 37(2)).
    delivered_on = models.DateField(_("diterima pemohon"), null=True, blank=True)
    sent_how = models.CharField(_("cara penyampaian"), max_length=10, choices=SentHow.choices, blank=True)
    # Whose block the draft prints; None: the PPID's of the letter's day (rows from before it was kept).
    signer = models.ForeignKey(
        Appointment, verbose_name=_("disusun untuk ditandatangani"), null=True, blank=True, on_delete=models.PROTECT,
        related_name="+",
    )  # fmt: skip
    drafted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField()

    class Meta:
        verbose_name = _("surat")
        verbose_name_plural = _("surat")
        ordering = ("created_at", "pk")
        constraints = [
            models.UniqueConstraint(
                # Those that are made and counted at once (a slip, a delivery note) may be many.
                fields=("case", "kind"),
                name="one_open_letter_per_kind",
                condition=models.Q(
                    sent_at__isnull=True, kind__in=("notice", "incomplete", "extension", "ruling", "settlement")
                ),
            ),
            models.CheckConstraint(
                condition=models.Q(sent_at__isnull=True) | models.Q(signed__isnull=False), name="only_signed_is_sent"
            ),
            models.CheckConstraint(
                condition=models.Q(signed__isnull=True) | ~models.Q(draft_sha256=""), name="signed_is_bound_to_draft"
            ),
        ]

    def __str__(self) -> str:
        return self.number
