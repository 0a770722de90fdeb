"""Who took the official copy of a register, with every identity number in full, when and what for."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class RegisterReading(models.Model):
    """One copy handed out (law.md §2.9: "access logged with reason"; UU 27/2022 Ps 31). Stands before the copy leaves.

    `year` and `month` empty: the whole register; `sha256` of the file that was given.
    """

    class Format(models.TextChoices):
        XLSX = "xlsx", _("Lembar kerja (XLSX)")
        CSV = "csv", _("Teks (CSV)")

    class Register(models.TextChoices):
        REQUESTS = "request", _("Register permohonan")
        OBJECTIONS = "objection", _("Register keberatan")

    register = models.CharField(_("register"), max_length=10, choices=Register.choices, default=Register.REQUESTS)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(_("peran"), max_length=20)
    on = models.DateField(_("hari"))
    at = models.DateTimeField(_("waktu"))
    reason = models.CharField(_("keperluan"), max_length=500)
    format = models.CharField(_("bentuk"), max_length=10, choices=Format.choices)
    year = models.PositiveSmallIntegerField(_("tahun"), null=True, blank=True)
    month = models.PositiveSmallIntegerField(_("bulan"), null=True, blank=True)
    state = models.CharField(_("keadaan"), max_length=20, blank=True)
    rows = models.PositiveIntegerField(_("baris"))
    sha256 = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("pembacaan buku register")
        verbose_name_plural = _("pembacaan buku register")
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.role}: {self.rows}"
