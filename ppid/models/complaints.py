"""A complaint that came as a request, with the complaints' desk (law.md §5.3: no wrong door)."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ppid.law.complaints import ComplaintClass, Outcome
from ppid.models.cases import InformationRequest


class ComplaintHandover(models.Model):
    """What was handed over, from the day of its first receipt on. Its last days stand in the ledger of the case.

    `whole`: no request remains; else `matter` is the part that is a complaint. Confidential (UU 25/2009 Ps 49): shown
    to the whole-body roles only.
    """

    class Kind(models.TextChoices):
        NON_OVERSIGHT = ComplaintClass.NON_OVERSIGHT, _("Tidak berkadar pengawasan")
        OVERSIGHT = ComplaintClass.OVERSIGHT, _("Berkadar pengawasan")

    class Result(models.TextChoices):
        RESOLVED = Outcome.RESOLVED, _("Diselesaikan")
        NOT_PROVEN = Outcome.NOT_PROVEN, _("Tidak terbukti")
        REFERRED = Outcome.REFERRED, _("Diteruskan ke instansi yang berwenang")
        WITHDRAWN = Outcome.WITHDRAWN, _("Dicabut atau dianggap dicabut")

    case = models.OneToOneField(InformationRequest, on_delete=models.PROTECT, related_name="handover")
    whole = models.BooleanField(_("seluruhnya aduan"))
    matter = models.TextField(_("isi aduan"))
    kind = models.CharField(_("jenis aduan"), max_length=20, choices=Kind.choices)
    first_received_on = models.DateField(_("pertama diterima"))
    handed_on = models.DateField(_("diserahkan"))
    handed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    answered_on = models.DateField(_("ditanggapi kelengkapannya"), null=True, blank=True)
    lacking = models.TextField(_("yang belum lengkap"), blank=True)
    complete_on = models.DateField(_("lengkap"), null=True, blank=True)
    tracking_id = models.CharField(_("nomor pelacakan SP4N-LAPOR!"), max_length=20, blank=True)
    entered_on = models.DateField(_("masuk SP4N-LAPOR!"), null=True, blank=True)
    result = models.CharField(_("hasil"), max_length=20, choices=Result.choices, blank=True)
    outcome = models.TextField(_("uraian hasil"), blank=True)
    decided_on = models.DateField(_("diputus"), null=True, blank=True)
    notified_on = models.DateField(_("hasil diberitahukan"), null=True, blank=True)

    class Meta:
        verbose_name = _("aduan yang diserahkan")
        verbose_name_plural = _("aduan yang diserahkan")
        ordering = ("first_received_on", "pk")

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"
