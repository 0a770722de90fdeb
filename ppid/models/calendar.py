"""Decrees that make a day a holiday, as data (law.md §7; interfaces.md, Decrees)."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class DecreeQuerySet(models.QuerySet["Decree"]):
    def in_force(self) -> "DecreeQuerySet":
        return self.filter(replaced_at__isnull=True, withdrawn_at__isnull=True)


class Decree(models.Model):
    """One edition of one decree (SKB 3 Menteri, Keppres, governor's circular).

    You will wonder why an edition is a row of its own and is never changed. Because a date that was told to a citizen
    was computed from the days of that moment: the ledger names a calendar version, and a version can be explained only
    while the days it was made of are still there. Adopting the same number again replaces the edition in force;
    withdrawing takes that adoption back, so that the edition before it stands again, or none.
    """

    number = models.CharField(_("nomor"), max_length=200, db_index=True)
    edition = models.PositiveIntegerField(_("edisi"), default=1)
    date = models.DateField(_("tanggal keputusan"))
    source = models.CharField(_("sumber"), max_length=500)
    region = models.CharField(_("daerah"), max_length=200, blank=True)
    # The number, not a key: an amended decree may get a new edition, and the amendment still amends it.
    amends = models.CharField(_("mengubah nomor"), max_length=200, blank=True)
    covers: models.JSONField[Any, Any] = models.JSONField(
        _("tahun yang ditetapkan lengkap"), default=list, help_text=_("Tahun yang hari kerjanya boleh dihitung.")
    )
    sequence = models.PositiveIntegerField(_("urutan penetapan"), help_text=_("Urutan keputusan diterima sistem."))
    shipped = models.BooleanField(_("bawaan sistem"), default=False)
    adopted_at = models.DateTimeField(_("dimuat pada"))
    adopted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("dimuat oleh"), null=True, blank=True, on_delete=models.SET_NULL,
        related_name="+",
    )  # fmt: skip
    replaced_at = models.DateTimeField(_("diganti pada"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("dicabut pada"), null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("dicabut oleh"), null=True, blank=True, on_delete=models.SET_NULL,
        related_name="+",
    )  # fmt: skip

    objects = DecreeQuerySet.as_manager()

    class Meta:
        verbose_name = _("keputusan hari libur")
        verbose_name_plural = _("keputusan hari libur")
        ordering = ("date", "sequence")
        constraints = [
            models.UniqueConstraint(fields=("number", "edition"), name="one_row_per_decree_edition"),
            models.UniqueConstraint(
                fields=("number",),
                condition=models.Q(replaced_at__isnull=True, withdrawn_at__isnull=True),
                name="one_edition_in_force",
            ),
        ]

    def __str__(self) -> str:
        return self.number


class DecreeDay(models.Model):
    """What a decree says of one day: a holiday of some kind, or a working day again."""

    class Kind(models.TextChoices):
        NATIONAL = "national", _("libur nasional")
        SHARED_LEAVE = "cuti_bersama", _("cuti bersama")
        LOCAL = "local", _("libur setempat")
        REMOVED = "removed", _("kembali menjadi hari kerja")

    decree = models.ForeignKey(Decree, on_delete=models.CASCADE, related_name="days")
    date = models.DateField(_("tanggal"))
    kind = models.CharField(_("jenis"), max_length=15, choices=Kind.choices)
    name = models.CharField(_("nama"), max_length=200, blank=True)

    class Meta:
        ordering = ("date",)
        constraints = [models.UniqueConstraint(fields=("decree", "date"), name="one_row_per_decree_and_day")]

    def __str__(self) -> str:
        return f"{self.date} {self.name}"
