"""Who asks (PERKI 1/2021 Ps 27, 29(5), Annex VI). Private throughout: none of it is published, logged or indexed."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from ppid.law import filing
from ppid.models.sealed import blind_index, seal, unseal


class Applicant(models.Model):
    """Name, contact and sealed identity number of one filing.

    You will wonder why two filings of one person are two rows. Because each register line must stay as it was given;
    `identity_index` finds the other filings of the same number without opening it.
    """

    class Kind(models.TextChoices):
        PERSON = filing.ApplicantKind.PERSON, _("Orang perorangan")
        LEGAL = filing.ApplicantKind.LEGAL, _("Badan hukum")
        GROUP = filing.ApplicantKind.GROUP, _("Kelompok orang")

    SEALED: ClassVar[tuple[str, ...]] = ("identity_sealed",)

    kind = models.CharField(_("jenis pemohon"), max_length=10, choices=Kind.choices, default=Kind.PERSON)
    name = models.CharField(_("nama"), max_length=200)
    identity_sealed = models.TextField(_("NIK atau nomor pengesahan"), blank=True)
    identity_index = models.CharField(max_length=64, blank=True, db_index=True)
    address = models.TextField(_("alamat"), blank=True)
    phone = models.CharField(_("telepon"), max_length=40, blank=True)
    email = models.EmailField(_("surat elektronik"), blank=True)
    occupation = models.CharField(_("pekerjaan"), max_length=120, blank=True)

    class Meta:
        verbose_name = _("pemohon")
        verbose_name_plural = _("pemohon")

    def __str__(self) -> str:
        # A trace-back or a log line prints rows; the name must not slip out that way.
        return f"{self._meta.verbose_name} {self.pk}"

    @property
    def identity(self) -> str:
        """NIK (16 digits) or the Kemenkumham number, opened. Only the official register copy shows it whole."""
        return unseal(self.identity_sealed)

    @identity.setter
    def identity(self, number: str) -> None:
        self.identity_sealed = seal(number)
        self.identity_index = blind_index("identity", number)

    @property
    def identity_ending(self) -> str:
        """The last four characters at most, for the screen: `************3210`."""
        number = self.identity
        return "*" * max(len(number) - 4, 0) + number[-4:] if len(number) > 4 else "*" * len(number)
