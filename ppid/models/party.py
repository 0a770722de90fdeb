"""The applicant's side of a case after its filing: a part taken back, an end and who goes on, and the desk's flags."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ppid.law import party
from ppid.models.applicants import Applicant
from ppid.models.cases import Case
from ppid.models.files import PrivateFile


class PartWithdrawal(models.Model):
    """A part of the request taken back in writing by the applicant or the proxy; the rest runs on."""

    class By(models.TextChoices):
        APPLICANT = party.By.APPLICANT, _("Pemohon sendiri")
        PROXY = party.By.PROXY, _("Kuasa pemohon")

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="part_withdrawals")
    part = models.TextField(_("bagian yang dicabut"))
    withdrawn_on = models.DateField(_("dicabut"))
    by = models.CharField(_("oleh"), max_length=10, choices=By.choices)
    paper = models.ForeignKey(PrivateFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("pencabutan sebagian")
        verbose_name_plural = _("pencabutan sebagian")
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.case_id}: {self.withdrawn_on}"


class ApplicantEnding(models.Model):
    """The applicant died or was dissolved: day and proof, and what became of the request [I] (law.md §3).

    `former` keeps the row of the one who asked; the case itself points to whoever goes on, so that letters, mails and
    codes reach that person from then on.
    """

    class Kind(models.TextChoices):
        DEATH = party.Ending.DEATH, _("Meninggal dunia")
        DISSOLUTION = party.Ending.DISSOLUTION, _("Badan hukum atau kelompok bubar")

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="endings")
    former = models.ForeignKey(Applicant, on_delete=models.PROTECT, related_name="endings")
    kind = models.CharField(_("sebab"), max_length=12, choices=Kind.choices)
    happened_on = models.DateField(_("tanggal"))
    proof = models.ForeignKey(PrivateFile, on_delete=models.PROTECT, related_name="+")
    noted_on = models.DateField(_("dicatat"))
    successor = models.ForeignKey(
        Applicant, null=True, blank=True, on_delete=models.PROTECT, related_name="continued_cases"
    )
    relation = models.CharField(_("hubungan"), max_length=200, blank=True)
    successor_proof = models.ForeignKey(PrivateFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    continued_on = models.DateField(_("dilanjutkan"), null=True, blank=True)
    closed_on = models.DateField(_("tidak dilanjutkan"), null=True, blank=True)
    note = models.TextField(_("catatan"), blank=True)

    class Meta:
        verbose_name = _("berakhirnya pemohon")
        verbose_name_plural = _("berakhirnya pemohon")
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=("case",), name="one_ending_undecided",
                condition=models.Q(continued_on__isnull=True, closed_on__isnull=True),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.case_id}: {self.kind}"


class CaseFlag(models.Model):
    """A mark that the desk puts on a case. It stops nothing (PERKI 1/2013 Ps 4): the request is answered."""

    class Kind(models.TextChoices):
        ANNOYING = party.FlagKind.ANNOYING, _("Mengganggu")

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="flags")
    kind = models.CharField(_("tanda"), max_length=12, choices=Kind.choices)
    note = models.TextField(_("alasan"))
    flagged_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    flagged_on = models.DateField(_("ditandai"))
    lifted_on = models.DateField(_("dicabut"), null=True, blank=True)

    class Meta:
        verbose_name = _("tanda kasus")
        verbose_name_plural = _("tanda kasus")
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=("case", "kind"), condition=models.Q(lifted_on__isnull=True), name="one_standing_flag_per_kind"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id}: {self.kind}"
