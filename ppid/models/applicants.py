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

    SEALED: ClassVar[tuple[str, ...]] = ("identity_sealed", "special_needs_sealed")

    kind = models.CharField(_("jenis pemohon"), max_length=10, choices=Kind.choices, default=Kind.PERSON)
    name = models.CharField(_("nama"), max_length=200)
    identity_sealed = models.TextField(_("NIK atau nomor pengesahan"), blank=True)
    identity_index = models.CharField(max_length=64, blank=True, db_index=True)
    address = models.TextField(_("alamat"), blank=True)
    phone = models.CharField(_("telepon"), max_length=40, blank=True)
    email = models.EmailField(_("surat elektronik"), blank=True)
    occupation = models.CharField(_("pekerjaan"), max_length=120, blank=True)
    foreign = models.BooleanField(
        _("bukan warga negara atau badan hukum Indonesia"), default=False,
        help_text=_("Tidak menghalangi pendaftaran; alasannya disebut dalam jawaban."),
    )  # fmt: skip
    proxy_name = models.CharField(_("nama kuasa"), max_length=200, blank=True)
    proxy_phone = models.CharField(_("telepon kuasa"), max_length=40, blank=True)
    proxy_email = models.EmailField(_("surat elektronik kuasa"), blank=True)
    proxy_address = models.TextField(_("alamat kuasa"), blank=True)
    special_needs_sealed = models.TextField(_("kebutuhan khusus"), blank=True)

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

    @property
    def special_needs(self) -> str:
        """What the applicant needs to ask and to read (PERKI 1/2021 Ps 27(8), 29(2)), opened.

        Sealed, because it tells of health: specific personal data (UU 27/2022 Ps 4(2)).
        """
        return unseal(self.special_needs_sealed)

    @special_needs.setter
    def special_needs(self, text: str) -> None:
        self.special_needs_sealed = seal(text)

    @property
    def proxied(self) -> bool:
        """Whether somebody acts for the applicant with a power of attorney (PERKI 1/2021 Ps 27(6))."""
        return bool(self.proxy_name or self.proxy_phone or self.proxy_email or self.proxy_address)

    @property
    def mail_address(self) -> str:
        """Where mail goes: to the proxy when there is one who gave an address, else to the applicant."""
        return self.proxy_email or self.email

    @property
    def correspondent(self) -> str:
        """Whom mail greets: the proxy when mail goes there, else the applicant."""
        return (self.proxy_name if self.proxy_email else "") or self.name
