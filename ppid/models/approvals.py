"""The superior's word on a decision before it may be signed: on one text, or standing by decree (UU 14/2008 Ps 7(4);
PP 61/2010 Ps 2; PERKI 1/2021 Ps 5(1)d and 10(2)e-f)."""

import datetime as dt

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ppid.law.consideration import Approver, check_standing
from ppid.law.refusals import Invalid
from ppid.models.files import PrivateFile
from ppid.models.letters import Letter


class ApprovalQuerySet(models.QuerySet["Approval"]):
    def waiting(self) -> "ApprovalQuerySet":
        """Proposed, not yet decided, and of the text that still stands."""
        return self.filter(outcome=Approval.Outcome.WAITING, revision=models.F("letter__revision"))


class Approval(models.Model):
    """One proposal of one revision of a letter and what the superior said of it. A changed text is proposed anew.

    `file` is the signed approval; where the text `withholds` under Ps 17 it must be there and goes out with it.
    """

    class Outcome(models.TextChoices):
        WAITING = "menunggu", _("Menunggu atasan PPID")
        APPROVED = "disetujui", _("Disetujui")
        RETURNED = "dikembalikan", _("Dikembalikan")

    letter = models.ForeignKey(Letter, on_delete=models.PROTECT, related_name="approvals")
    revision = models.PositiveIntegerField()
    withholds = models.BooleanField(default=True)
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
        verbose_name = _("persetujuan keputusan")
        verbose_name_plural = _("persetujuan keputusan")
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
                condition=~models.Q(outcome="disetujui") | models.Q(decided_by__isnull=False),
                name="an_approval_has_its_approver",
            ),
            models.CheckConstraint(
                condition=~models.Q(outcome="disetujui", withholds=True) | models.Q(file__isnull=False),
                name="an_approved_refusal_has_its_signed_file",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.letter}: {self.get_outcome_display()}"


class StandingApprovalQuerySet(models.QuerySet["StandingApproval"]):
    def on(self, day: dt.date) -> "StandingApprovalQuerySet":
        """Those in force on `day`, both end days included, the newest decree first."""
        ended = models.Q(ends__isnull=True) | models.Q(ends__gte=day)
        return self.filter(ended, starts__lte=day).order_by("-dated", "-pk")


class StandingApproval(models.Model):
    """A decree by which the head of the body or the superior approves written considerations beforehand.

    It reaches every decision but a refusal under Ps 17 (PERKI 1/2021 Ps 10(2)f). Pages approved under it keep its
    number, day and signer as they were.
    """

    number = models.CharField(_("nomor keputusan"), max_length=120)
    dated = models.DateField(_("tanggal keputusan"))
    position = models.CharField(
        _("jabatan yang menyetujui"), max_length=200, help_text=_("Pimpinan badan publik atau atasan PPID.")
    )
    name = models.CharField(_("nama yang menyetujui"), max_length=200, blank=True)
    starts = models.DateField(_("berlaku mulai"))
    ends = models.DateField(_("berlaku sampai"), null=True, blank=True, help_text=_("Kosong: sampai dicabut."))

    objects = StandingApprovalQuerySet.as_manager()

    class Meta:
        verbose_name = _("persetujuan tetap pertimbangan")
        verbose_name_plural = _("persetujuan tetap pertimbangan")
        ordering = ("-dated", "-pk")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(starts__gte=models.F("dated")), name="standing_approval_is_not_retroactive"
            ),
            models.CheckConstraint(
                condition=models.Q(ends__isnull=True) | models.Q(ends__gte=models.F("starts")),
                name="standing_approval_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    def clean(self) -> None:
        if self.dated is None or self.starts is None:
            return
        try:
            check_standing(dated=self.dated, starts=self.starts, ends=self.ends)
        except Invalid as error:
            raise ValidationError({one.field: gettext(one.text) for one in error.problems}) from error

    @property
    def approver(self) -> Approver:
        """Who approves under it, as the page names them."""
        return Approver(self.position, self.name, self.number, self.dated)
