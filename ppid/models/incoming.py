"""Mail that came in by itself: fetched from the body's mailbox, sealed, and led by a person to where it belongs."""

import json
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ppid.law.mail_intake import MOVES, MailState
from ppid.models.cases import CaseFile, InformationRequest
from ppid.models.files import PrivateFile
from ppid.models.sealed import seal, unseal


class IncomingMail(models.Model):
    """One mail. Who wrote and what is sealed as one text: it may tell anything, of anybody.

    `received_at` is when the server took it in (`received_by`: `internaldate`, `received` or `fetched`), never the
    sender's Date. `automatic` is why no person wrote it; `cut`, `broken`: not all of it could be read.
    """

    class State(models.TextChoices):
        NEW = MailState.NEW, _("Belum didaftar")
        REGISTERED = MailState.REGISTERED, _("Didaftarkan")
        JOINED = MailState.JOINED, _("Digabungkan ke permohonan")
        AUTOMATIC = MailState.AUTOMATIC, _("Disisihkan: surel otomatis")
        COMPLAINT = MailState.COMPLAINT, _("Diteruskan ke meja pengaduan")
        NOT_REQUEST = MailState.NOT_REQUEST, _("Bukan permohonan")
        SPAM = MailState.SPAM, _("Surel sampah")

    class Automatic(models.TextChoices):
        AUTO = "auto", _("jawaban otomatis")
        BULK = "bulk", _("surel massal atau milis")
        BOUNCE = "bounce", _("pemberitahuan gagal kirim")

    SEALED: ClassVar[tuple[str, ...]] = ("content_sealed",)

    fingerprint = models.CharField(max_length=64, unique=True, editable=False)
    content_sealed = models.TextField(editable=False)
    received_at = models.DateTimeField(_("diterima"))
    received_on = models.DateField(_("tanggal diterima"), db_index=True)
    received_by = models.CharField(max_length=12)
    fetched_at = models.DateTimeField(_("diambil"))
    size = models.PositiveBigIntegerField(_("ukuran"))
    automatic = models.CharField(max_length=8, choices=Automatic.choices, blank=True)
    cut = models.BooleanField(default=False)
    broken = models.BooleanField(default=False)
    state = models.CharField(_("keadaan"), max_length=12, choices=State.choices, default=State.NEW, db_index=True)
    case = models.ForeignKey(
        InformationRequest, verbose_name=_("permohonan"), null=True, blank=True, on_delete=models.PROTECT,
        related_name="incoming",
    )  # fmt: skip
    done_at = models.DateTimeField(_("ditangani"), null=True, blank=True)

    class Meta:
        verbose_name = _("surel masuk")
        verbose_name_plural = _("surel masuk")
        ordering = ("received_at", "pk")

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"

    @property
    def content(self) -> dict[str, Any]:
        """`name`, `address`, `subject`, `text`, `message_id`."""
        return dict(json.loads(unseal(self.content_sealed)))

    @content.setter
    def content(self, content: dict[str, Any]) -> None:
        self.content_sealed = seal(json.dumps(content, ensure_ascii=False))


class FetchedMessage(models.Model):
    """A message on the server that is safe here: by it nothing is fetched twice (RFC 3501: UIDVALIDITY and UID)."""

    mailbox = models.CharField(max_length=200)
    validity = models.PositiveBigIntegerField()
    uid = models.PositiveBigIntegerField()
    mail = models.ForeignKey(IncomingMail, on_delete=models.PROTECT, related_name="fetches")

    class Meta:
        verbose_name = _("surat di server")
        verbose_name_plural = _("surat di server")
        constraints = [models.UniqueConstraint(fields=("mailbox", "validity", "uid"), name="message_fetched_once")]

    def __str__(self) -> str:
        return f"{self.validity}/{self.uid}"


class MailFile(models.Model):
    """A file of a mail, or the note that it was refused and why; nothing attached is lost silently."""

    mail = models.ForeignKey(IncomingMail, on_delete=models.PROTECT, related_name="files")
    file = models.ForeignKey(PrivateFile, null=True, blank=True, on_delete=models.PROTECT, related_name="mail_uses")
    name_sealed = models.TextField()
    size = models.PositiveBigIntegerField()
    refused = models.CharField(_("alasan ditolak"), max_length=300, blank=True)
    role = models.CharField(max_length=10, choices=CaseFile.Role.choices, default=CaseFile.Role.ATTACHMENT)

    SEALED: ClassVar[tuple[str, ...]] = ("name_sealed",)

    class Meta:
        verbose_name = _("berkas surel masuk")
        verbose_name_plural = _("berkas surel masuk")
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"

    @property
    def name(self) -> str:
        return unseal(self.name_sealed)


class MailReading(models.Model):
    """Who had the text of a mail before the eyes, and when (law.md §1.8, Ps 54); of files the `ReadLog` says it."""

    mail = models.ForeignKey(IncomingMail, on_delete=models.PROTECT, related_name="readings")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(_("peran"), max_length=20)
    at = models.DateTimeField(_("waktu"))

    class Meta:
        verbose_name = _("catatan pembacaan surel")
        verbose_name_plural = _("catatan pembacaan surel")
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return f"{self.mail_id} {self.role} {self.at:%Y-%m-%d %H:%M}"


class MailDecision(models.Model):
    """What a person decided about a mail, when and why: kept, also when it is taken back later."""

    mail = models.ForeignKey(IncomingMail, on_delete=models.PROTECT, related_name="decisions")
    move = models.CharField(max_length=12)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    reason_sealed = models.TextField(blank=True)

    SEALED: ClassVar[tuple[str, ...]] = ("reason_sealed",)

    class Meta:
        verbose_name = _("keputusan atas surel masuk")
        verbose_name_plural = _("keputusan atas surel masuk")
        ordering = ("at", "pk")

    def __str__(self) -> str:
        return f"{self.mail_id} {self.move}"

    @property
    def label(self) -> str:
        """What was decided, in the language of the screen."""
        return gettext(next((row.label for row in MOVES if row.name == self.move), self.move))

    @property
    def reason(self) -> str:
        return unseal(self.reason_sealed)
