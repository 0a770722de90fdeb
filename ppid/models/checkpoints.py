"""What the signed checkpoints stand on: the heads of all logs in one growing list, and each checkpoint as published."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ppid.models.cases import Case


class LogHead(models.Model):
    """A leaf of the tree: the newest event of one case's log when a checkpoint was made. Rows are only added; `place`
    counts from zero without a gap."""

    place = models.PositiveBigIntegerField(primary_key=True)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    seq = models.PositiveIntegerField(_("urutan"))
    hash = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("kepala catatan")
        verbose_name_plural = _("kepala catatan")
        ordering = ("place",)
        constraints = [models.UniqueConstraint(fields=("case", "seq"), name="one_head_per_case_and_seq")]

    def __str__(self) -> str:
        return f"{self.place}: {self.case_id}/{self.seq}"


class Checkpoint(models.Model):
    """One day's checkpoint. `document` is what is published, byte for byte (`ppid.law.checkpoint`)."""

    on = models.DateField(_("hari"), unique=True)
    tree_size = models.PositiveBigIntegerField(_("kepala catatan"))
    root = models.CharField(_("akar"), max_length=64)
    key = models.ForeignKey("ppid.PublishedKey", on_delete=models.PROTECT, related_name="checkpoints")
    document = models.TextField(editable=False)
    created_at = models.DateTimeField(_("dibuat"))

    class Meta:
        verbose_name = _("titik periksa")
        verbose_name_plural = _("titik periksa")
        ordering = ("-on",)

    def __str__(self) -> str:
        return f"{self.on}"


class PublishedKey(models.Model):
    """A public key with which something was signed; it stays published after another took its place."""

    fingerprint = models.CharField(_("sidik kunci"), max_length=16, unique=True)
    pem = models.TextField(_("kunci publik"))
    first_used_at = models.DateTimeField(_("dipakai sejak"))

    class Meta:
        verbose_name = _("kunci publik")
        verbose_name_plural = _("kunci publik")
        ordering = ("-first_used_at", "-pk")

    def __str__(self) -> str:
        return self.fingerprint
