"""PPID utama and PPID pembantu (Permendagri 3/2017; PERKI 1/2021 Ps 6-12 calls the latter PPID pelaksana)."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel


class Unit(models.Model):
    """A unit of the body that holds information. There is one main unit; the others assist it."""

    class Kind(models.TextChoices):
        MAIN = "utama", _("PPID utama")
        ASSISTANT = "pembantu", _("PPID pembantu")

    code = models.SlugField(_("kode"), max_length=80, unique=True)
    name = models.CharField(_("nama unit"), max_length=250, unique=True)
    kind = models.CharField(_("jenis"), max_length=10, choices=Kind.choices, default=Kind.ASSISTANT)
    address = models.TextField(_("alamat"), blank=True)
    phone = models.CharField(_("telepon"), max_length=40, blank=True)
    email = models.EmailField(_("surat elektronik"), blank=True)
    active = models.BooleanField(_("aktif"), default=True)

    panels = [FieldPanel(name) for name in ("name", "code", "kind", "address", "phone", "email", "active")]

    class Meta:
        verbose_name = _("unit")
        verbose_name_plural = _("unit")
        ordering = ("-kind", "name")
        constraints = [
            models.UniqueConstraint(
                fields=("kind",),
                condition=models.Q(kind="utama"),
                name="one_main_unit",
                violation_error_message=_("PPID utama hanya satu."),
            )
        ]

    def __str__(self) -> str:
        return self.name
