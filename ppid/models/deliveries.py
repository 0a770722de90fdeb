"""What became of each part that a notice promised (PERKI 1/2021 Ps 31(4)f, 35; Annex VIII, day of giving)."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ppid.law.decisions import NoticeContent
from ppid.law.delivering import HandedHow, PartFacts, PartState
from ppid.law.giving import GivenPart
from ppid.law.viewing import Visit
from ppid.models.cases import Case
from ppid.models.fees import CopyRequest
from ppid.models.letters import Letter
from ppid.models.viewings import Viewing

OWED = models.Q(delivered_on__isnull=True)


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    def owed(self) -> "DeliveryQuerySet":
        """Not yet handed over, set aside or not."""
        return self.filter(OWED)

    def to_do(self) -> "DeliveryQuerySet":
        """What keeps a case open: neither handed over nor set aside."""
        return self.filter(OWED, set_aside_on__isnull=True)


class Delivery(models.Model):
    """One part of a sent notice, by its number in the letter (from 1). Facts only; `state` is computed from them.

    You will wonder why the part's words are not here. Because they stand in the letter that was signed, and twice
    would be two truths: `given` reads them there. `promised_from` is day zero of the promise (its date is a row of the
    ledger with the same part number), empty while a fee is unpaid. `copy_request` is the filled form for copies that
    stands, `viewing` the appointment that does. `next_step_on` wakes the daily round for what lies ready and is not
    fetched. The files given and the proofs are `CaseFile` rows that point here.
    """

    class How(models.TextChoices):
        PORTAL = HandedHow.PORTAL, _("Portal, dibuka dengan kode")
        EMAIL = HandedHow.EMAIL, _("Surat elektronik")
        POST = HandedHow.POST, _("Pos")
        COURIER = HandedHow.COURIER, _("Kurir")
        FAX = HandedHow.FAX, _("Faksimili")
        BY_HAND = HandedHow.BY_HAND, _("Diserahkan langsung")
        VIEWED = HandedHow.VIEWED, _("Dilihat di tempat")

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="deliveries")
    letter = models.ForeignKey(Letter, on_delete=models.PROTECT, related_name="deliveries")
    part = models.PositiveSmallIntegerField(_("bagian"))
    promised_from = models.DateField(_("janji dihitung sejak"), null=True, blank=True)
    available_on = models.DateField(_("siap diambil"), null=True, blank=True)
    first_reminder_on = models.DateField(_("pengingat pertama"), null=True, blank=True)
    second_reminder_on = models.DateField(_("pengingat kedua"), null=True, blank=True)
    set_aside_on = models.DateField(_("tersedia, belum diambil"), null=True, blank=True)
    next_step_on = models.DateField(null=True, blank=True)
    delivered_on = models.DateField(_("diserahkan"), null=True, blank=True)
    how = models.CharField(_("cara penyerahan"), max_length=10, choices=How.choices, blank=True)
    received_on = models.DateField(_("diterima pemohon"), null=True, blank=True)
    note = models.ForeignKey(Letter, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    copy_request = models.ForeignKey(CopyRequest, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    viewing = models.ForeignKey(Viewing, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        verbose_name = _("penyerahan")
        verbose_name_plural = _("penyerahan")
        ordering = ("letter_id", "part")
        indexes = [
            # A round with nobody to remind reads one page of this index, however many parts were ever given.
            models.Index(fields=("next_step_on",), name="delivery_to_collect", condition=OWED),
        ]
        constraints = [
            models.UniqueConstraint(fields=("letter", "part"), name="one_delivery_per_part"),
            models.CheckConstraint(condition=OWED | ~models.Q(how=""), name="delivered_says_how"),
            models.CheckConstraint(
                condition=models.Q(received_on__isnull=True) | ~OWED, name="received_only_when_delivered"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.letter_id}/{self.part}"

    @property
    def facts(self) -> PartFacts:
        return PartFacts(
            promised_from=self.promised_from,
            available_on=self.available_on,
            first_reminder_on=self.first_reminder_on,
            second_reminder_on=self.second_reminder_on,
            set_aside_on=self.set_aside_on,
            delivered_on=self.delivered_on,
            appointed_on=self.viewing.agreed.day if self.viewing and self.viewing.agreed else None,
        )

    @property
    def state(self) -> PartState:
        return self.facts.state

    @property
    def given(self) -> GivenPart:
        """The part as the notice describes it, or as the applicant chose it since. Reads the letter and the form for
        copies: select them with the row."""
        told = self.told
        return self.copy_request.applied(told) if self.copy_request else told

    @property
    def told(self) -> GivenPart:
        """The part in the notice's words."""
        return NoticeContent.from_json(self.letter.content).parts[self.part - 1]

    @property
    def visit(self) -> Visit:
        """How the appointment to see it stands."""
        return self.viewing.visit if self.viewing else Visit.NONE
