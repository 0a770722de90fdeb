"""What the public may know of a report: coded fields, and a paraphrase once a person has approved it."""

import secrets

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from disclosures.models.complaint import Complaint
from disclosures.models.mapping import CategoryWord, Domain, State, StatusWord
from ppid.models import Unit

# No vowels and no digits that look like letters: an address spells no word and is read aloud without doubt.
ALPHABET = "23456789bcdfghjkmnpqrstvwxz"


def new_code() -> str:
    """A random address, so that neither the order of import nor the tracking id can be read from it."""
    return "".join(secrets.choice(ALPHABET) for _ in range(10))


class OutcomeQuerySet(models.QuerySet["Outcome"]):
    def listed(self) -> "OutcomeQuerySet":
        """Those that may be shown one by one; the others are a number in the recap and nothing else."""
        return self.filter(listed=True)


class Outcome(models.Model):
    """One report as the recap counts it and, where `listed`, as the public may read it.

    You will wonder why the day is kept when only the month is shown. Because a recap "until a day" counts by it; no
    page, index document or download carries it, nor the tracking id.
    """

    complaint = models.OneToOneField(
        Complaint, null=True, blank=True, editable=False, on_delete=models.SET_NULL, related_name="outcome"
    )
    code = models.CharField(_("kode alamat"), max_length=10, unique=True, default=new_code, editable=False)
    received_on = models.DateField(_("tanggal laporan masuk"), db_index=True)
    month = models.DateField(_("bulan"), help_text=_("Hari pertama bulan laporan masuk."))
    category = models.ForeignKey(
        CategoryWord,
        verbose_name=_("kategori"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="outcomes",
    )
    status = models.ForeignKey(StatusWord, verbose_name=_("status"), on_delete=models.PROTECT, related_name="outcomes")
    unit_word = models.CharField(_("instansi terdisposisi"), max_length=250, blank=True)
    unit = models.ForeignKey(
        Unit, verbose_name=_("unit"), null=True, blank=True, on_delete=models.SET_NULL, related_name="outcomes"
    )
    channel = models.CharField(_("kanal"), max_length=200, blank=True)
    classification = models.CharField(_("klasifikasi"), max_length=200, blank=True)
    secret = models.BooleanField(_("rahasia"), default=False)
    listed = models.BooleanField(_("boleh tampil satu per satu"), default=False)

    title = models.CharField(_("judul"), max_length=200, blank=True)
    body = models.TextField(_("ringkasan"), blank=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("disetujui oleh"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    approved_on = models.DateField(_("disetujui pada"), null=True, blank=True)

    objects = OutcomeQuerySet.as_manager()

    class Meta:
        verbose_name = _("hasil pengaduan")
        verbose_name_plural = _("hasil pengaduan")
        default_permissions = ()
        permissions = [("approve_outcome", "Menyetujui ringkasan pengaduan untuk umum")]
        indexes = [models.Index(fields=("listed", "-month", "code"), name="outcome_public_order")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(secret=False) | models.Q(listed=False, title="", body=""),
                name="secret_outcome_is_a_number",
            ),
            models.CheckConstraint(
                condition=models.Q(title="", body="", approved_on__isnull=True, approved_by__isnull=True)
                | (~models.Q(title="") & models.Q(approved_on__isnull=False, approved_by__isnull=False)),
                name="paraphrase_was_approved",
            ),
        ]

    def __str__(self) -> str:
        return self.code

    def get_absolute_url(self) -> str:
        return reverse("complaint_outcome", args=[self.code])

    @property
    def state(self) -> State:
        """What the status word means today (mapping.py)."""
        return State(self.status.state)

    @property
    def domain(self) -> Domain | None:
        return self.category.domain if self.category else None
