"""The case log: append-only, chained by hash from the first event, held by triggers (architecture rule 5)."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ppid.models.cases import Case


class CaseEvent(models.Model):
    """One thing that happened to a case. Written by `ppid.actions` only; the database refuses UPDATE and DELETE.

    No personal data: `payload` holds references, dates and salted hashes, so that people's data can be destroyed in
    time without breaking the chain. `actor` is an officer's account or empty (applicant, system); `role` says which.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="events")
    seq = models.PositiveIntegerField(_("urutan"))
    kind = models.CharField(_("kejadian"), max_length=40)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    role = models.CharField(_("peran"), max_length=20)
    day = models.DateField(_("hari"))
    at = models.DateTimeField(_("waktu"))
    payload = models.JSONField(default=dict)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        verbose_name = _("kejadian")
        verbose_name_plural = _("kejadian")
        ordering = ("case_id", "seq")
        constraints = [models.UniqueConstraint(fields=("case", "seq"), name="one_event_per_case_and_seq")]

    def __str__(self) -> str:
        return f"{self.case_id}/{self.seq} {self.kind}"
