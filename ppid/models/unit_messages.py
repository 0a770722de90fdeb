"""What units of the body ask and tell each other about a request. Never the applicant's to read."""

import datetime as dt
from collections.abc import Collection
from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ppid.law.procedure import State
from ppid.models.cases import InformationRequest
from ppid.models.files import PrivateFile
from ppid.models.unit import Unit

TEXT_LENGTH = 4000


class UnitMessageQuerySet(models.QuerySet["UnitMessage"]):
    def of(self, units: Collection[int], *, main: bool) -> Self:
        """Those that one of `units`, or PPID utama where `main`, wrote or received."""
        concerned = models.Q(sender_id__in=units) | models.Q(recipient_id__in=units)
        if main:
            concerned |= models.Q(sender__isnull=True) | models.Q(recipient__isnull=True)
        return self.filter(concerned)

    def questions(self) -> Self:
        return self.filter(question__isnull=True, wants_answer=True)

    def open(self) -> Self:
        """Questions that still wait: not answered, not taken back, their case not withdrawn."""
        waiting = self.questions().filter(answer__isnull=True, taken_back_on__isnull=True)
        return waiting.exclude(case__state=State.WITHDRAWN)

    def waiting_for(self, units: Collection[int], *, main: bool) -> Self:
        """Open questions that one of `units`, or PPID utama where `main`, has to answer."""
        asked = models.Q(recipient_id__in=units)
        if main:
            asked |= models.Q(recipient__isnull=True)
        return self.open().filter(asked)

    def asked_by(self, units: Collection[int], *, main: bool) -> Self:
        """Open questions that one of `units`, or PPID utama where `main`, waits to have answered."""
        asking = models.Q(sender_id__in=units)
        if main:
            asking |= models.Q(sender__isnull=True)
        return self.open().filter(asking)


class UnitMessage(models.Model):
    """One question, message or answer. `sender` and `recipient` empty: PPID utama; exactly one of two units may be.

    `question`: the question that this answers, one answer each. `due`: the desk's own date for the answer; it moves
    no date of the law. You will wonder why these are no events. Because the log holds no words that people wrote; it
    says only that a unit asked, and on which day.
    """

    case = models.ForeignKey(InformationRequest, on_delete=models.PROTECT, related_name="unit_messages")
    sender = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    recipient = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    text = models.TextField(_("isi"))
    wants_answer = models.BooleanField(_("minta jawaban"), default=False)
    due = models.DateField(_("tanggal internal"), null=True, blank=True)
    question = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="answer", verbose_name=_("menjawab")
    )
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    written_on = models.DateField(_("tanggal"))
    written_at = models.DateTimeField()
    taken_back_on = models.DateField(_("ditarik"), null=True, blank=True)

    objects = UnitMessageQuerySet.as_manager()

    class Meta:
        verbose_name = _("pesan antarunit")
        verbose_name_plural = _("pesan antarunit")
        ordering = ("written_at", "pk")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(sender__isnull=False, recipient__isnull=True)
                | models.Q(sender__isnull=True, recipient__isnull=False),
                name="a_message_goes_between_ppid_utama_and_a_unit",
            ),
            models.CheckConstraint(
                condition=models.Q(question__isnull=True) | models.Q(wants_answer=False, due__isnull=True),
                name="an_answer_asks_nothing",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id}: {self.sender_id or 'utama'} → {self.recipient_id or 'utama'}"

    @property
    def unit(self) -> Unit:
        """The assistant unit of the two."""
        return self.sender or self.recipient  # type: ignore[return-value]  # the constraint above

    def late(self, on: dt.date) -> bool:
        """Whether the desk's own date is gone by on `on`; only meant of an open question."""
        return self.due is not None and self.due < on


class UnitMessageFile(models.Model):
    """A private file with a message. It hangs on the message and not on the case, so that no road of the applicant
    leads to it."""

    message = models.ForeignKey(UnitMessage, on_delete=models.PROTECT, related_name="files")
    file = models.ForeignKey(PrivateFile, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("berkas pesan")
        verbose_name_plural = _("berkas pesan")
        constraints = [models.UniqueConstraint(fields=("message", "file"), name="one_use_per_message_and_file")]

    def __str__(self) -> str:
        return f"{self.message_id}: {self.file_id}"
