"""Which word of an export means what: tables that an officer may edit (law.md §5.5: keep the raw word, map it apart).

You will wonder why a state is not a column of the outcome. Because the words of SP4N-LAPOR! change without notice, and
the officer who maps a new one expects last year's figures to follow at once: the word is the fact, the state a reading.
"""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from disclosures.imports.folding import fold


class State(models.TextChoices):
    """How a report ended, as the public recap counts it. Archived is not resolved."""

    RESOLVED = "resolved", _("Selesai")
    IN_PROCESS = "in_process", _("Dalam proses")
    ARCHIVED = "archived", _("Diarsipkan")
    UNMAPPED = "unmapped", _("Belum dipetakan")


class Domain(models.Model):
    """A field of government (urusan) under which reports are counted. Seeded with SP4N-LAPOR!'s main categories."""

    name = models.CharField(_("urusan"), max_length=200, unique=True)

    class Meta:
        verbose_name = _("urusan pengaduan")
        verbose_name_plural = _("urusan pengaduan")
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class Word(models.Model):
    """A word as the export spells it; `key` is the word folded for case, spaces and punctuation, and finds it again."""

    word = models.CharField(_("kata dalam ekspor"), max_length=200)
    key = models.CharField(max_length=200, unique=True, editable=False)

    class Meta:
        abstract = True
        ordering = ("word",)

    def __str__(self) -> str:
        return self.word

    def clean(self) -> None:
        key = fold(self.word)
        if not key:
            raise ValidationError({"word": _("Tulis katanya seperti di ekspor SP4N-LAPOR!.")})
        if type(self)._default_manager.filter(key=key).exclude(pk=self.pk).exists():
            raise ValidationError({"word": _("Kata ini sudah ada. Ubah yang sudah ada.")})

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.key = fold(self.word)
        super().save(*args, **kwargs)


class CategoryWord(Word):
    """A category of the export and the field of government it belongs to; without one it counts as not yet mapped."""

    domain = models.ForeignKey(
        Domain,
        verbose_name=_("urusan"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="words",
        help_text=_("Kosong: laporannya dihitung sebagai “belum dipetakan”."),
    )

    class Meta(Word.Meta):
        verbose_name = _("kata kategori pengaduan")
        verbose_name_plural = _("kata kategori pengaduan")


class StatusWord(Word):
    """A status of the export and the state it means."""

    state = models.CharField(
        _("keadaan"),
        max_length=10,
        choices=State.choices,
        default=State.UNMAPPED,
        help_text=_("Diarsipkan bukan selesai. Kata yang belum jelas artinya dibiarkan “belum dipetakan”."),
    )

    class Meta(Word.Meta):
        verbose_name = _("kata status pengaduan")
        verbose_name_plural = _("kata status pengaduan")
