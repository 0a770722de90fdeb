"""The objection (keberatan): a case of its own about a request, or about what should have been published.

UU 14/2008 Ps 35–36; PERKI 1/2021 Ps 39–44. Facts only, like every case.
"""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ppid.law import objections, ruling
from ppid.models.applicants import Applicant
from ppid.models.cases import Case, InformationRequest
from ppid.models.files import PrivateFile
from ppid.models.letters import Letter
from ppid.models.people import Appointment


class Objection(Case):
    """One objection, registered on receipt. Its grounds are rows of their own, since each counts from its own day.

    `applicant` is a row of its own although the same person asked: the register keeps each filing as it was given.
    """

    class Outcome(models.TextChoices):
        UPHELD = ruling.Outcome.UPHELD, _("Keputusan PPID dikuatkan")
        WHOLE = ruling.Outcome.WHOLE, _("Informasi diperintahkan diberikan seluruhnya")
        PART = ruling.Outcome.PART, _("Informasi diperintahkan diberikan sebagian")

    # Ground b needs no request (Annex XI, note).
    request = models.ForeignKey(
        InformationRequest, verbose_name=_("permohonan"), null=True, blank=True, on_delete=models.PROTECT,
        related_name="objections",
    )  # fmt: skip
    applicant = models.ForeignKey(
        Applicant, verbose_name=_("pemohon"), on_delete=models.PROTECT, related_name="objections"
    )
    subject = models.TextField(_("informasi yang diminta"), blank=True)
    purpose = models.TextField(_("tujuan penggunaan"), blank=True)
    reasons = models.TextField(_("alasan keberatan"))
    position = models.TextField(_("kasus posisi"), blank=True)
    helped_by = models.CharField(_("petugas yang membantu"), max_length=200, blank=True)
    submission = models.UUIDField(null=True, blank=True, unique=True, editable=False)
    answered_on = models.DateField(_("tanggapan disampaikan"), null=True, blank=True)
    outcome = models.CharField(_("keputusan atasan PPID"), max_length=10, choices=Outcome.choices, blank=True)
    ordered_until = models.DateField(_("perintah dilaksanakan paling lambat"), null=True, blank=True)
    fulfilled_on = models.DateField(_("perintah dilaksanakan"), null=True, blank=True)
    # The superior who approved the refusal left the answer to this one (Penjelasan UU 35(1)).
    decider = models.ForeignKey(
        Appointment, verbose_name=_("diputus oleh"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("keberatan")
        verbose_name_plural = _("keberatan")


class ObjectionGround(models.Model):
    """One ground of one objection, with day zero on both readings and the last day that follows from each.

    The days stand as they were on receipt: whether it came late was judged by that day's calendar. `until_latest`
    empty: no last day is computed, and nothing is late.
    """

    class Letter(models.TextChoices):
        A = objections.Ground.REFUSED_17, "a"
        B = objections.Ground.NOT_PUBLISHED, "b"
        C = objections.Ground.NOT_ANSWERED, "c"
        D = objections.Ground.NOT_AS_ASKED, "d"
        E = objections.Ground.NOT_FULFILLED, "e"
        F = objections.Ground.FEE, "f"
        G = objections.Ground.TOO_LATE, "g"

    objection = models.ForeignKey(Objection, on_delete=models.PROTECT, related_name="grounds")
    # The objection's own request, here too so that the database refuses the same ground twice.
    request = models.ForeignKey(
        InformationRequest, null=True, blank=True, on_delete=models.PROTECT, related_name="objected_grounds"
    )
    ground = models.CharField(_("alasan"), max_length=1, choices=Letter.choices)
    earliest = models.DateField(null=True, blank=True)
    latest = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    until_latest = models.DateField(null=True, blank=True)
    late = models.BooleanField(_("diajukan sesudah waktunya"), default=False)
    early = models.BooleanField(_("diajukan sebelum alasannya ada"), default=False)

    class Meta:
        verbose_name = _("alasan keberatan")
        verbose_name_plural = _("alasan keberatan")
        ordering = ("ground",)
        constraints = [
            models.UniqueConstraint(fields=("objection", "ground"), name="one_row_per_objection_and_ground"),
            models.UniqueConstraint(
                fields=("request", "ground"), condition=models.Q(request__isnull=False),
                name="one_objection_per_request_and_ground",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.objection_id}: {self.ground}"


class Settlement(models.Model):
    """Agreed between the parties on grounds b–g, with signed minutes (UU 14/2008 Ps 35(2)). It stops no clock."""

    objection = models.ForeignKey(Objection, on_delete=models.PROTECT, related_name="settlements")
    letter = models.OneToOneField(Letter, on_delete=models.PROTECT, related_name="settlement")
    agreed_on = models.DateField(_("disepakati"))
    signed = models.ForeignKey(PrivateFile, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("kesepakatan musyawarah")
        verbose_name_plural = _("kesepakatan musyawarah")
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.objection_id}: {self.agreed_on}"


class Reply(models.Model):
    """What the applicant says of the superior's answer (Annex XI, last column)."""

    class Content(models.TextChoices):
        SATISFIED = ruling.ReplyContent.SATISFIED, _("Menerima tanggapan")
        UNSATISFIED = ruling.ReplyContent.UNSATISFIED, _("Tidak puas")

    objection = models.ForeignKey(Objection, on_delete=models.PROTECT, related_name="replies")
    content = models.CharField(_("tanggapan pemohon"), max_length=12, choices=Content.choices)
    text = models.TextField(_("uraian"), blank=True)
    replied_on = models.DateField(_("tanggal"))

    class Meta:
        verbose_name = _("tanggapan pemohon")
        verbose_name_plural = _("tanggapan pemohon")
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.objection_id}: {self.content}"


class ObjectionDraft(models.Model):
    """A prepared objection: the right is open, nothing is numbered and nobody's clock runs until it is sent.

    One for each request waits at most; it is made when a request is refused, late or partly refused. What it says
    beside its grounds is read from the request when it is opened.
    """

    request = models.ForeignKey(InformationRequest, on_delete=models.PROTECT, related_name="objection_drafts")
    # Letters of the grounds proposed, in the order of the law.
    proposed = models.CharField(_("alasan yang diusulkan"), max_length=7)
    opened_on = models.DateField(_("terbuka"))
    sent = models.OneToOneField(Objection, null=True, blank=True, on_delete=models.PROTECT, related_name="prepared")

    class Meta:
        verbose_name = _("konsep keberatan")
        verbose_name_plural = _("konsep keberatan")
        constraints = [
            models.UniqueConstraint(
                fields=("request",), condition=models.Q(sent__isnull=True), name="one_waiting_objection_per_request"
            )
        ]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"


class MissingNote(models.Model):
    """What the desk asked the objector to add; nothing lapses without it (law.md §2.8)."""

    objection = models.ForeignKey(Objection, on_delete=models.PROTECT, related_name="missing_notes")
    text = models.TextField(_("yang kurang"))
    asked_on = models.DateField(_("diminta"))
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("kekurangan keberatan")
        verbose_name_plural = _("kekurangan keberatan")
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.objection_id}: {self.asked_on}"
