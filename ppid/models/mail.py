"""What was said to whom by mail: the dated delivery record, without the address itself."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from ppid.models.cases import Case
from ppid.models.letters import Letter


class MailRecord(models.Model):
    """One mail to one person, decided by an action and carried out by `tasks.send_mail`.

    The address is looked up when the mail leaves and kept here as a keyed digest only. `facts` are references and
    dates the template needs; `secret_sealed` a one-time code, wiped when the mail has left.
    """

    class Template(models.TextChoices):
        RECEIVED = "received", _("Permohonan diterima")
        ANSWERED = "answered", _("Permohonan dijawab")
        SIGN_IN_CODE = "sign_in_code", _("Kode masuk")
        TERM_MISSED = "term_missed", _("Tenggat terlewat")
        REDATED = "redated", _("Tanggal berubah")

    class Audience(models.TextChoices):
        APPLICANT = "applicant", _("Pemohon")
        DESK = "desk", _("Meja layanan")

    class State(models.TextChoices):
        WAITING = "waiting", _("Menunggu")
        SENT = "sent", _("Terkirim")
        FAILED = "failed", _("Gagal")

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
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("surel")
        verbose_name_plural = _("surel")
        ordering = ("created_at", "pk")
        indexes = [
            models.Index(fields=("created_at",), name="mail_not_yet_sent", condition=~models.Q(state="sent")),
        ]

    def __str__(self) -> str:
        return f"{self.template} {self.state}"
