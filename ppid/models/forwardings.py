"""A request handed on to the body that holds the information, on the applicant's recorded wish (law.md §1.4)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ppid.law import forwarding, party
from ppid.models.cases import Case
from ppid.models.files import PrivateFile
from ppid.models.letters import Letter


class Forwarding(models.Model):
    """One wish for each case; until it is carried out the applicant may say it anew, and the last word holds."""

    class By(models.TextChoices):
        APPLICANT = party.By.APPLICANT, _("Pemohon sendiri")
        PROXY = party.By.PROXY, _("Kuasa pemohon")

    class How(models.TextChoices):
        EMAIL = forwarding.ForwardedHow.EMAIL, _("Surat elektronik")
        POST = forwarding.ForwardedHow.POST, _("Pos")
        COURIER = forwarding.ForwardedHow.COURIER, _("Kurir")
        BY_HAND = forwarding.ForwardedHow.BY_HAND, _("Diserahkan langsung")

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="forwarding")
    body = models.CharField(_("badan publik tujuan"), max_length=300)
    carries = models.JSONField(_("yang boleh disertakan"), default=list)
    by = models.CharField(_("dikehendaki oleh"), max_length=10, choices=By.choices)
    wished_on = models.DateField(_("dikehendaki"))
    paper = models.ForeignKey(PrivateFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    letter = models.ForeignKey(Letter, on_delete=models.PROTECT, related_name="+")
    forwarded_on = models.DateField(_("diteruskan"), null=True, blank=True)
    how = models.CharField(_("cara"), max_length=10, choices=How.choices, blank=True)
    proof = models.ForeignKey(PrivateFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("penerusan ke badan publik lain")
        verbose_name_plural = _("penerusan ke badan publik lain")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(forwarded_on__isnull=True) | models.Q(forwarded_on__gte=models.F("wished_on")),
                name="forwarded_after_the_wish",
            ),
            models.CheckConstraint(
                condition=models.Q(forwarded_on__isnull=True, how="")
                | (models.Q(forwarded_on__isnull=False) & ~models.Q(how="")),
                name="forwarded_says_how",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id}: {self.body}"
