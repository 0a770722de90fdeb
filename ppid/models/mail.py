"""What was said to whom by mail: the dated delivery record, without the address itself."""

from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ppid.models.cases import Case
from ppid.models.letters import Letter

# A mail that failed this often waits for a person; until then it is tried again with growing pauses.
MOST_ATTEMPTS = 10


class MailRecordQuerySet(models.QuerySet["MailRecord"]):
    def alarming(self) -> Self:
        """Failed for good, or so often that a person must look, and nobody has looked yet.

        A sign-in code is left out: it is void after a quarter of an hour, and the applicant asks for another.
        """
        hopeless = models.Q(attempts__gte=MOST_ATTEMPTS) | models.Q(failure__in=MailRecord.HOPELESS)
        failed = self.filter(hopeless, state=MailRecord.State.FAILED, handled_at__isnull=True)
        return failed.exclude(template=MailRecord.Template.SIGN_IN_CODE)


class MailRecord(models.Model):
    """One mail to one person, decided by an action and carried out by `tasks.send_mail`.

    The address is looked up when the mail leaves and kept here as a keyed digest only. `facts` are references and
    dates the template needs; `secret_sealed` a one-time code, wiped when the mail has left. `failure` is why the last
    try failed, in plain words, since a mail server's own may hold the address. `handled_at`: an officer reached the
    person in another way.
    """

    class Template(models.TextChoices):
        RECEIVED = "received", _("Permohonan diterima")
        ANSWERED = "answered", _("Permohonan dijawab")
        SIGN_IN_CODE = "sign_in_code", _("Kode masuk")
        TERM_MISSED = "term_missed", _("Tenggat terlewat")
        REDATED = "redated", _("Tanggal berubah")
        EXTENDED = "extended", _("Waktu jawaban diperpanjang")
        HANDED_OVER = "handed_over", _("Diserahkan sebagai aduan")
        COMPLAINT_NEWS = "complaint_news", _("Kabar aduan")
        INCOMPLETE = "incomplete", _("Permohonan belum lengkap")
        COMPLETED = "completed", _("Permohonan dilengkapi")
        NOT_COMPLETED = "not_completed", _("Permohonan tidak dilengkapi")
        WITHDRAWN = "withdrawn", _("Permohonan dicabut")
        SUCCEEDED = "succeeded", _("Permohonan dilanjutkan penerus")
        PART_AVAILABLE = "part_available", _("Informasi siap diambil")
        PART_REMINDER = "part_reminder", _("Pengingat mengambil informasi")
        PART_SET_ASIDE = "part_set_aside", _("Informasi tersedia, belum diambil")
        PART_DELIVERED = "part_delivered", _("Informasi diserahkan")
        PAYMENT_RECORDED = "payment_recorded", _("Pembayaran diterima")
        COPY_FORM_FILLED = "copy_form_filled", _("Formulir salinan diisi")
        UNIT_DISPOSED = "unit_disposed", _("Disposisi untuk unit")
        UNIT_ASKED = "unit_asked", _("Pertanyaan untuk unit")
        VIEWING_OFFERED = "viewing_offered", _("Waktu melihat ditawarkan")
        VIEWING_CHOSEN = "viewing_chosen", _("Waktu melihat dipilih")
        OBJECTION_RECEIVED = "objection_received", _("Keberatan diterima")
        OBJECTION_MISSING = "objection_missing", _("Kekurangan keberatan")
        OBJECTION_ANSWERED = "objection_answered", _("Keberatan dijawab")
        ORDER_GIVEN = "order_given", _("Perintah atasan PPID")
        ORDER_FULFILLED = "order_fulfilled", _("Perintah dilaksanakan")
        RIGHT_REMINDER = "right_reminder", _("Pengingat batas waktu hak")

    class Audience(models.TextChoices):
        APPLICANT = "applicant", _("Pemohon")
        DESK = "desk", _("Meja layanan")
        UNIT = "unit", _("Unit")
        SUPERIOR = "superior", _("Atasan PPID")

    class State(models.TextChoices):
        WAITING = "waiting", _("Menunggu")
        SENT = "sent", _("Terkirim")
        FAILED = "failed", _("Gagal")

    class Failure(models.TextChoices):
        NO_ADDRESS = "no_address", _("tidak ada alamat surel yang dapat dituju")
        REFUSED = "refused", _("server surel penerima menolak alamat atau isinya")
        POSTPONED = "postponed", _("server surel penerima menunda penerimaan")
        NOT_LET_IN = "not_let_in", _("server surel kita menolak akun pengirim; periksa pengaturannya")
        UNREACHABLE = "unreachable", _("server surel tidak dapat dihubungi")
        OTHER = "other", _("surel tidak dapat disusun atau dikirim; sebabnya ada dalam catatan server")

    # Trying again alone will not mend these.
    HOPELESS: ClassVar[tuple[str, ...]] = (Failure.NO_ADDRESS, Failure.REFUSED)
    SEALED: ClassVar[tuple[str, ...]] = ("secret_sealed",)

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="mails")
    letter = models.ForeignKey(Letter, null=True, blank=True, on_delete=models.PROTECT, related_name="mails")
    template = models.CharField(max_length=20, choices=Template.choices)
    audience = models.CharField(max_length=10, choices=Audience.choices)
    to_digest = models.CharField(max_length=64, blank=True)
    facts = models.JSONField(default=dict)
    secret_sealed = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField()
    tried_at = models.DateTimeField(null=True, blank=True)
    failure = models.CharField(max_length=12, choices=Failure.choices, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    handled_at = models.DateTimeField(null=True, blank=True)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = MailRecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("surel")
        verbose_name_plural = _("surel")
        ordering = ("created_at", "pk")
        indexes = [
            models.Index(fields=("created_at",), name="mail_not_yet_sent", condition=~models.Q(state="sent")),
        ]

    def __str__(self) -> str:
        return f"{self.template} {self.state}"
