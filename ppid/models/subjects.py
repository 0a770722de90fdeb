"""The subject of a request as the public may read it (law.md §2.9): an officer's words, shown once approved."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ppid.law.subjects import SUBJECT_LENGTH
from ppid.models.cases import InformationRequest


class PublicSubject(models.Model):
    """One per request. Written anew it waits for approval again, and the public register says "belum diringkas"."""

    case = models.OneToOneField(InformationRequest, on_delete=models.PROTECT, related_name="public_subject")
    text = models.CharField(_("ringkasan untuk umum"), max_length=SUBJECT_LENGTH)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    written_on = models.DateField(_("ditulis"))
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    approved_on = models.DateField(_("disetujui"), null=True, blank=True)

    class Meta:
        verbose_name = _("ringkasan permohonan")
        verbose_name_plural = _("ringkasan permohonan")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(approved_by__isnull=True, approved_on__isnull=True)
                | models.Q(approved_by__isnull=False, approved_on__isnull=False),
                name="a_subject_is_approved_by_somebody_on_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id}: {self.text}"

    @property
    def approved(self) -> bool:
        return self.approved_on is not None
