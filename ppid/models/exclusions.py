"""What is withheld and why: the consequence test and the decree that rests on it (UU 14/2008 Ps 17-20; PERKI 1/2021
Ps 49-53, Annexes II and III).

Nothing here is the withheld information itself, only its description: the list is public (`/daftar-dikecualikan/`).
"""

import datetime as dt
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from ppid.law import exemptions
from ppid.law.exemptions import Assessor, Ground, Verdict
from ppid.law.withholding import Basis
from ppid.models.files import PrivateFile
from ppid.models.unit import Unit

LETTERS = tuple((ground[-1].lower(), ground) for ground in Ground)


class ConsequenceTest(ClusterableModel):
    """The head and the foot of one sheet of Annex II. Its rows are the `Exclusion`s that point to it.

    You will wonder why the rows are no table of their own. Because a row of the sheet and an item of the decree say
    the same five things of the same information; kept twice they would soon differ.
    """

    number = models.CharField(_("nomor lembar uji"), max_length=120, unique=True)
    tested_on = models.DateField(_("tanggal pengujian"))
    place = models.CharField(_("tempat pengujian"), max_length=200)
    # PP 61/2010 Ps 3(2) and Annex II: the head of the body; PERKI 1/2021 Ps 10(2)e: the superior. Both are kept.
    leader = models.CharField(_("pimpinan badan publik yang menyetujui"), max_length=250, blank=True)
    superior = models.CharField(_("atasan PPID yang menyetujui"), max_length=250, blank=True)
    sheet = models.ForeignKey(
        PrivateFile, verbose_name=_("lembar uji bertanda tangan"), null=True, blank=True, on_delete=models.PROTECT,
        related_name="+",
    )  # fmt: skip

    class Meta:
        verbose_name = _("uji konsekuensi")
        verbose_name_plural = _("uji konsekuensi")
        ordering = ("-tested_on", "number")

    def __str__(self) -> str:
        return self.number

    @property
    def assessors(self) -> tuple[Assessor, ...]:
        return tuple(Assessor(row.name, row.position, row.unit) for row in self.testers.all())


class Tester(models.Model):
    """One line of the table of testers (Annex II)."""

    test = ParentalKey(ConsequenceTest, on_delete=models.CASCADE, related_name="testers")
    name = models.CharField(_("nama"), max_length=200)
    position = models.CharField(_("jabatan"), max_length=200)
    unit = models.CharField(_("unit kerja"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("penguji")
        verbose_name_plural = _("penguji")

    def __str__(self) -> str:
        return self.name


class ExclusionQuerySet(models.QuerySet["Exclusion"]):
    def unexpired(self, on: dt.date) -> "ExclusionQuerySet":
        """Those whose end has not come: on the end date the status is public by itself (PP 61/2010 Ps 11)."""
        return self.filter(models.Q(ends_on__isnull=True) | models.Q(ends_on__gt=on))

    def listed(self, on: dt.date) -> "ExclusionQuerySet":
        """What the public list shows on that day: set by a decree, or taken over from a printed list."""
        return self.unexpired(on).filter(status__in=(Exclusion.Status.LISTED, Exclusion.Status.IN_FORCE))

    def in_force(self, on: dt.date) -> "ExclusionQuerySet":
        """Those on which a refusal may rest on that day (PERKI 1/2021 Ps 34)."""
        return self.unexpired(on).filter(status=Exclusion.Status.IN_FORCE, set_on__lte=on)


class Exclusion(models.Model):
    """One piece of information that is withheld: a row of the test and, once set, an item of the decree (Annex III).

    `letters` are those of Pasal 17 as text, "ah". `identity` tells two rows of printed lists apart: group and content,
    folded. A row taken over from a list is LISTED: it is shown, with its doubts, but carries no refusal until its
    test, decree and files are here and it is IN_FORCE.
    """

    class Status(models.TextChoices):
        DRAFT = "rancangan", _("Rancangan")
        LISTED = "tercantum", _("Tercantum dalam daftar, keputusannya belum dilengkapi")
        IN_FORCE = "berlaku", _("Berlaku dengan keputusan")
        OPENED = "terbuka", _("Dibuka")

    class Period(models.TextChoices):
        END_DATE = exemptions.Period.END_DATE, _("Sampai tanggal tertentu")
        AS_LONG_AS_NEEDED = exemptions.Period.AS_LONG_AS_NEEDED, _("Selama jangka waktu yang dibutuhkan")
        BY_REGULATION = exemptions.Period.BY_REGULATION, _("Menurut peraturan perundang-undangan")

    class Verdict(models.TextChoices):
        EXCLUDED = Verdict.EXCLUDED, _("Dikecualikan seluruhnya")
        PARTLY = Verdict.PARTLY, _("Dikecualikan sebagian")
        OPEN = Verdict.OPEN, _("Terbuka")

    number = models.CharField(_("nomor tercetak"), max_length=40, blank=True)
    group = models.CharField(_("kelompok"), max_length=500, blank=True)
    information = models.TextField(_("esensi informasi"))
    content = models.TextField(_("konten informasi"), blank=True)
    letters = models.CharField(_("huruf Pasal 17"), max_length=10, blank=True)
    basis = models.TextField(_("dasar hukum"), blank=True, help_text=_("Undang-undang dan pasalnya."))
    if_open = models.TextField(_("akibat bila dibuka"), blank=True)
    if_closed = models.TextField(_("manfaat bila ditutup"), blank=True)
    verdict = models.CharField(
        _("hasil uji"), max_length=12, choices=Verdict.choices, default=exemptions.Verdict.EXCLUDED
    )
    closed_parts = models.TextField(_("bagian yang ditutup"), blank=True)
    never_excluded = models.CharField(
        _("termasuk Pasal 18 ayat (1)"), max_length=8, blank=True,
        choices=tuple(exemptions.NEVER_EXCLUDED.items()),
        help_text=_("Informasi seperti ini tidak pernah boleh dikecualikan."),
    )  # fmt: skip
    # UU 14/2008 Ps 18(2): what lifts letters g and h.
    consent_given = models.BooleanField(_("ada persetujuan tertulis yang bersangkutan (Ps 18 ayat 2)"), default=False)
    concerns_office = models.BooleanField(_("menyangkut jabatan publik seseorang (Ps 18 ayat 2)"), default=False)
    period = models.CharField(_("cara menetapkan jangka waktu"), max_length=20, choices=Period.choices, blank=True)
    ends_on = models.DateField(_("berakhir pada"), null=True, blank=True)
    period_words = models.TextField(_("jangka waktu dalam kata-kata"), blank=True)
    set_on = models.DateField(_("tanggal keputusan"), null=True, blank=True)
    decree_number = models.CharField(_("nomor keputusan"), max_length=200, blank=True)
    decree = models.ForeignKey(
        PrivateFile, verbose_name=_("berkas keputusan"), null=True, blank=True, on_delete=models.PROTECT,
        related_name="+",
    )  # fmt: skip
    test = models.ForeignKey(
        ConsequenceTest, verbose_name=_("lembar uji konsekuensi"), null=True, blank=True, on_delete=models.PROTECT,
        related_name="rows",
    )  # fmt: skip
    unit = models.ForeignKey(
        Unit, verbose_name=_("unit yang menguasai"), null=True, blank=True, on_delete=models.PROTECT,
        related_name="exclusions",
    )  # fmt: skip
    status = models.CharField(_("keadaan"), max_length=10, choices=Status.choices, default=Status.DRAFT)
    identity = models.CharField(max_length=64, editable=False)
    updated_at = models.DateTimeField(_("diperbarui"), auto_now=True)

    objects = ExclusionQuerySet.as_manager()

    class Meta:
        verbose_name = _("informasi dikecualikan")
        verbose_name_plural = _("informasi dikecualikan")
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=("identity",),
                condition=~models.Q(status="terbuka"),
                name="one_exclusion_per_group_and_content",
                violation_error_message=_("Informasi ini sudah tercantum dalam kelompok yang sama."),
            ),
            # PERKI 1/2021 Ps 49(5), 34: no decree, no exclusion.
            models.CheckConstraint(
                condition=~models.Q(status="berlaku")
                | models.Q(set_on__isnull=False, decree__isnull=False, test__isnull=False)
                & ~models.Q(decree_number=""),
                name="exclusion_in_force_has_decree_and_test",
                violation_error_message=_(
                    "Yang berlaku harus mempunyai nomor, tanggal dan berkas keputusan, serta lembar uji."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.content or self.information

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.identity = exemptions.identity_of(self.group, self.content or self.information)
        super().save(*args, **kwargs)

    @property
    def grounds(self) -> tuple[Ground, ...]:
        known = dict(LETTERS)
        return tuple(known[letter] for letter in self.letters if letter in known)

    @property
    def doubts(self) -> tuple[str, ...]:
        """What in the row contradicts the law though it is listed (UU 14/2008 Ps 20; PP 61/2010 Ps 5)."""
        return exemptions.period_doubts(self.grounds, self.ends_on, self.period_words)

    @property
    def basis_facts(self) -> Basis:
        """What a refusal that rests on this row may rely on."""
        in_force = self.status == self.Status.IN_FORCE
        return Basis(
            grounds=self.grounds,
            information=str(self),
            decree_number=self.decree_number,
            set_on=self.set_on if in_force else None,
            ends_on=self.ends_on,
            has_decree=self.decree_id is not None,
            has_sheet=self.test is not None and self.test.sheet_id is not None,
            partly=self.verdict == self.Verdict.PARTLY,
            lifted=self.consent_given or self.concerns_office,
        )

    def as_test(self, *, approver: str) -> exemptions.ConsequenceTest:
        """The whole sheet for this row, for the law to judge. Call with `test` set."""
        test = self.test
        assert test is not None  # noqa: S101 - the caller's duty
        return exemptions.ConsequenceTest(
            information=str(self),
            grounds=self.grounds,
            basis=self.basis,
            if_open=self.if_open,
            if_closed=self.if_closed,
            verdict=exemptions.Verdict(self.verdict),
            tested_on=test.tested_on,
            place=test.place,
            testers=test.assessors,
            approver=approver,
            period=exemptions.Period(self.period) if self.period else None,
            ends_on=self.ends_on,
            period_words=self.period_words,
            closed_parts=self.closed_parts,
            never_excluded=self.never_excluded,
            consent_given=self.consent_given,
            concerns_office=self.concerns_office,
        )
