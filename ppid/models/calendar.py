"""Decrees that make a day a holiday, as data (law.md §7; interfaces.md, Decrees)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Decree(models.Model):
    """One decree (SKB 3 Menteri, Keppres, governor's circular). Withdrawn ones stay for the record."""

    number = models.CharField(_("nomor"), max_length=200, unique=True)
    date = models.DateField(_("tanggal keputusan"))
    source = models.CharField(_("sumber"), max_length=500)
    region = models.CharField(_("daerah"), max_length=200, blank=True)
    amends = models.ForeignKey(
        "self", verbose_name=_("mengubah"), null=True, blank=True, on_delete=models.PROTECT, related_name="amendments"
    )
    sequence = models.PositiveIntegerField(_("urutan penetapan"), help_text=_("Urutan keputusan diterima sistem."))
    withdrawn_at = models.DateTimeField(_("dicabut pada"), null=True, blank=True)

    class Meta:
        verbose_name = _("keputusan hari libur")
        verbose_name_plural = _("keputusan hari libur")
        ordering = ("date", "sequence")

    def __str__(self) -> str:
        return self.number


class DecreeDay(models.Model):
    """A day that a decree makes a holiday."""

    class Kind(models.TextChoices):
        NATIONAL = "national", _("libur nasional")
        SHARED_LEAVE = "cuti_bersama", _("cuti bersama")
        LOCAL = "local", _("libur setempat")

    decree = models.ForeignKey(Decree, on_delete=models.CASCADE, related_name="days")
    date = models.DateField(_("tanggal"))
    kind = models.CharField(_("jenis"), max_length=15, choices=Kind.choices)
    name = models.CharField(_("nama"), max_length=200)

    class Meta:
        ordering = ("date",)
        constraints = [models.UniqueConstraint(fields=("decree", "date"), name="one_row_per_decree_and_day")]

    def __str__(self) -> str:
        return f"{self.date} {self.name}"


class DecreeRemoval(models.Model):
    """A day that a decree makes a working day again."""

    decree = models.ForeignKey(Decree, on_delete=models.CASCADE, related_name="removals")
    date = models.DateField(_("tanggal"))

    class Meta:
        ordering = ("date",)
        constraints = [models.UniqueConstraint(fields=("decree", "date"), name="one_removal_per_decree_and_day")]

    def __str__(self) -> str:
        return str(self.date)
