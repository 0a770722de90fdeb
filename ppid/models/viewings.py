"""Appointments to see, read, hear or note down a part at the office (PERKI 1/2021 Ps 35)."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ppid.law.viewing import Slot, Visit, VisitEnd
from ppid.models.cases import Case
from ppid.models.letters import Letter


class Viewing(models.Model):
    """One offer of times for one part, and what became of it. `slots`: up to five, JSON of `law.viewing.Slot`;
    `chosen` the place of the chosen one in them, from 0. Times are the body's.

    `Delivery.viewing` points to the one that stands.
    """

    class Outcome(models.TextChoices):
        HELD = VisitEnd.HELD, _("Terlaksana")
        MISSED = VisitEnd.MISSED, _("Pemohon tidak datang")
        REPLACED = VisitEnd.REPLACED, _("Diganti waktu lain")

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="viewings")
    notice = models.ForeignKey(Letter, on_delete=models.PROTECT, related_name="viewings")
    part = models.PositiveSmallIntegerField(_("bagian"))
    slots = models.JSONField(_("waktu yang ditawarkan"))
    place = models.CharField(_("tempat"), max_length=300)
    offered_on = models.DateField(_("ditawarkan"))
    offered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    chosen = models.PositiveSmallIntegerField(_("yang dipilih"), null=True, blank=True)
    chosen_on = models.DateField(_("dipilih"), null=True, blank=True)
    outcome = models.CharField(_("hasil"), max_length=10, choices=Outcome.choices, blank=True)
    ended_on = models.DateField(_("selesai"), null=True, blank=True)

    class Meta:
        verbose_name = _("janji melihat")
        verbose_name_plural = _("janji melihat")
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(
                condition=models.Q(outcome="", ended_on__isnull=True)
                | (~models.Q(outcome="") & models.Q(ended_on__isnull=False)),
                name="viewing_ends_with_outcome",
            ),
            models.UniqueConstraint(
                fields=("notice", "part"), condition=models.Q(outcome=""), name="one_standing_viewing_per_part"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.notice_id}/{self.part}"

    @property
    def times(self) -> tuple[Slot, ...]:
        return tuple(Slot.from_json(plain) for plain in self.slots)

    @property
    def agreed(self) -> Slot | None:
        return self.times[self.chosen] if self.chosen is not None else None

    @property
    def visit(self) -> Visit:
        return Visit.OFFERED if self.chosen is None else Visit.CHOSEN
