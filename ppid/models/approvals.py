"""The superior's word on a refusal under Ps 17 before it may be signed (PERKI 1/2021 Ps 10(2)e-f)."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ppid.models.files import PrivateFile
from ppid.models.letters import Letter


class ApprovalQuerySet(models.QuerySet["Approval"]):
    def waiting(self) -> "ApprovalQuerySet":
        """Proposed, not yet decided, and of the text that still stands."""
        return self.filter(outcome=Approval.Outcome.WAITING, revision=models.F("letter__revision"))


class Approval(models.Model):
    """One proposal of one revision of a letter and what the superior said of it. A changed text is proposed anew.

    `file` is the signed approval that goes out with the refusal.
    """

    class Outcome(models.TextChoices):
        WAITING = "menunggu", _("Menunggu atasan PPID")
        APPROVED = "disetujui", _("Disetujui")
        RETURNED = "dikembalikan", _("Dikembalikan")

    letter = models.ForeignKey(Letter, on_delete=models.PROTECT, related_name="approvals")
    revision = models.PositiveIntegerField()
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    proposed_on = models.DateField(_("diusulkan"))
    outcome = models.CharField(_("hasil"), max_length=12, choices=Outcome.choices, default=Outcome.WAITING)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_on = models.DateField(_("diputus"), null=True, blank=True)
    reason = models.TextField(_("catatan atasan"), blank=True)
    file = models.ForeignKey(
        PrivateFile, verbose_name=_("persetujuan bertanda tangan"), null=True, blank=True, on_delete=models.PROTECT,
        related_name="+",
    )  # fmt: skip

    objects = ApprovalQuerySet.as_manager()

    class Meta:
        verbose_name = _("persetujuan penolakan")
        verbose_name_plural = _("persetujuan penolakan")
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=("letter", "revision"), condition=~models.Q(outcome="dikembalikan"),
                name="one_standing_approval_per_revision",
            ),
            models.CheckConstraint(
                condition=models.Q(decided_by__isnull=True) | ~models.Q(decided_by=models.F("proposed_by")),
                name="nobody_approves_the_own_refusal",
            ),
            models.CheckConstraint(
                condition=~models.Q(outcome="disetujui") | models.Q(file__isnull=False, decided_by__isnull=False),
                name="an_approval_has_its_signed_file",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.letter}: {self.get_outcome_display()}"
