"""What the desk notes while it writes a request down for somebody (UU 14/2008 Ps 22(2)-(3); PERKI 1/2021 Ps 29(2))."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ppid.models.cases import InformationRequest


class Intake(models.Model):
    """Who helped, who read an oral request back and when, and how its copy was handed over.

    Only requests that the desk entered have one. An oral request is whole when both were done (law.md §1.4).
    """

    class HandedHow(models.TextChoices):
        BY_HAND = "by_hand", _("Diserahkan langsung")
        EMAIL = "email", _("Surat elektronik")
        POST = "post", _("Pos")
        COURIER = "courier", _("Kurir")
        FAX = "fax", _("Faksimili")

    case = models.OneToOneField(InformationRequest, on_delete=models.PROTECT, related_name="intake")
    helped_by = models.CharField(_("petugas yang membantu"), max_length=200, blank=True)
    read_back_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("dibacakan kembali oleh"), null=True, blank=True,
        on_delete=models.PROTECT, related_name="+",
    )  # fmt: skip
    read_back_at = models.DateTimeField(_("dibacakan kembali"), null=True, blank=True)
    copy_handed_on = models.DateField(_("salinan diserahkan"), null=True, blank=True)
    copy_handed_how = models.CharField(
        _("cara menyerahkan salinan"), max_length=10, choices=HandedHow.choices, blank=True
    )
    copy_handed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("salinan diserahkan oleh"), null=True, blank=True,
        on_delete=models.PROTECT, related_name="+",
    )  # fmt: skip

    class Meta:
        verbose_name = _("catatan penerimaan")
        verbose_name_plural = _("catatan penerimaan")

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.case_id}"
