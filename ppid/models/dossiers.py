"""A dossier that was ordered: who asked for it, how far it is, and the archive when it is whole."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ppid.models.cases import Case
from ppid.models.files import PrivateFile


class Dossier(models.Model):
    """A snapshot of one case and of those it stands on, built by the queue. `file` is there only after the archive was
    re-opened and verified; later edits of the case cannot reach it."""

    class Audience(models.TextChoices):
        BODY = "body", _("Badan publik")
        APPLICANT = "applicant", _("Pemohon")
        COMMISSION = "commission", _("Komisi Informasi")

    class State(models.TextChoices):
        WAITING = "waiting", _("Menunggu")
        BUILDING = "building", _("Sedang disusun")
        READY = "ready", _("Siap diunduh")
        FAILED = "failed", _("Gagal")

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="dossiers")
    audience = models.CharField(_("bagi"), max_length=10, choices=Audience.choices)
    ordered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    ordered_at = models.DateTimeField(_("diminta"))
    on = models.DateField(_("keadaan per"))
    state = models.CharField(_("keadaan"), max_length=10, choices=State.choices, default=State.WAITING)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    failure = models.TextField(_("penyebab gagal"), blank=True)
    file = models.ForeignKey(PrivateFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    documents = models.PositiveIntegerField(_("dokumen"), default=0)
    events = models.PositiveIntegerField(_("kejadian"), default=0)

    class Meta:
        verbose_name = _("berkas perkara")
        verbose_name_plural = _("berkas perkara")
        ordering = ("-ordered_at",)

    def __str__(self) -> str:
        return f"{self.case_id} {self.on}"
