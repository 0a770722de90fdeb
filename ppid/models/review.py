"""What commission reviewers may see of a dispute: invitations, documents kept shut, their opening, and every visit."""

from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ppid.models.cases import Case
from ppid.models.files import PrivateFile


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def in_force(self, on: object) -> Self:
        return self.filter(granted_on__lte=on, until__gte=on, revoked_on__isnull=True)


class Invitation(models.Model):
    """One reviewer may read one named dispute, until a day. Nothing else of the body is open to that person."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="invitations")
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("pemeriksa"), on_delete=models.PROTECT, related_name="invitations"
    )
    letter_number = models.CharField(_("nomor surat tugas"), max_length=100)
    granted_on = models.DateField(_("diberikan"))
    until = models.DateField(_("sampai dengan"))
    granted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    revoked_on = models.DateField(_("dicabut"), null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("undangan pemeriksa")
        verbose_name_plural = _("undangan pemeriksa")
        ordering = ("-granted_on", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=("case", "reviewer"),
                condition=models.Q(revoked_on__isnull=True),
                name="one_invitation_per_reviewer",
            )
        ]

    def __str__(self) -> str:
        return f"{self.case_id}: {self.reviewer_id}"


class SealedDocument(models.Model):
    """A document in dispute in both versions: as it is, and as it was or would be given out (PERKI 1/2021 Ps 50).
    `original` leaves the body only through an Opening."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="sealed_documents")
    title = models.CharField(_("nama dokumen"), max_length=200)
    original = models.ForeignKey(PrivateFile, on_delete=models.PROTECT, related_name="+")
    redacted = models.ForeignKey(PrivateFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    added_on = models.DateField(_("dimasukkan"))
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("dokumen tertutup")
        verbose_name_plural = _("dokumen tertutup")
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.case_id}: {self.pk}"


class Opening(models.Model):
    """The superior opened one shut document to named commissioners until a day, on the panel's written order
    (UU 14/2008 Ps 43(3)-(4); PERKI 1/2013 Ps 26). View only."""

    document = models.ForeignKey(SealedDocument, on_delete=models.PROTECT, related_name="openings")
    order_number = models.CharField(_("nomor perintah majelis"), max_length=100)
    order_on = models.DateField(_("tanggal perintah"))
    order = models.ForeignKey(PrivateFile, on_delete=models.PROTECT, related_name="+")
    readers = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="+", verbose_name=_("dibuka bagi"))
    opened_on = models.DateField(_("dibuka"))
    until = models.DateField(_("sampai dengan"))
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    closed_on = models.DateField(_("ditutup kembali"), null=True, blank=True)

    class Meta:
        verbose_name = _("pembukaan dokumen")
        verbose_name_plural = _("pembukaan dokumen")
        ordering = ("-opened_on", "-pk")

    def __str__(self) -> str:
        return f"{self.document_id}: {self.order_number}"


class RoomVisit(models.Model):
    """A page that a reviewer opened, and when. Until the decision the body is told only that access was used at all."""

    invitation = models.ForeignKey(Invitation, on_delete=models.PROTECT, related_name="visits")
    at = models.DateTimeField(_("waktu"))
    page = models.CharField(_("halaman"), max_length=40)
    file = models.ForeignKey(PrivateFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("kunjungan ruang baca")
        verbose_name_plural = _("kunjungan ruang baca")
        ordering = ("-at",)

    def __str__(self) -> str:
        return f"{self.invitation_id} {self.page}"
