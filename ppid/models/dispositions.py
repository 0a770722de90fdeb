"""Handing a request to a unit of the same body (PERKI 1/2021 Ps 27(1); Permendagri 3/2017): the slip's matter."""

import datetime as dt
from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ppid.law.procedure import State
from ppid.models.cases import InformationRequest
from ppid.models.letters import Letter
from ppid.models.unit import Unit


class DispositionQuerySet(models.QuerySet["Disposition"]):
    def standing(self) -> Self:
        """Where each case is now."""
        return self.filter(ended_at__isnull=True)

    def owed(self) -> Self:
        """Standing with a unit, its case not answered and no notice written yet: the unit's work is still to come."""
        waiting = self.standing().filter(unit__isnull=False, case__state=State.REGISTERED)
        return waiting.exclude(case__letters__kind="notice")

    def come_due(self, on: dt.date) -> Self:
        """Owed, and the desk's own date is `on` or gone by."""
        return self.owed().filter(desk_date__lte=on)


class Disposition(models.Model):
    """One handing over. `unit` and `from_unit` empty: PPID utama. The last one of a case stands, the others ended.

    `desk_date` is the desk's own date before the statutory one and moves nothing (law.md §1.4); empty means at once.
    A unit that sends a case back makes a row too, with its words in `instruction` and without a slip.
    """

    case = models.ForeignKey(InformationRequest, on_delete=models.PROTECT, related_name="dispositions")
    from_unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="dispositions")
    instruction = models.TextField(_("isi disposisi"), blank=True)
    desk_date = models.DateField(_("tanggal internal"), null=True, blank=True)
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    given_on = models.DateField(_("tanggal disposisi"))
    given_at = models.DateTimeField()
    letter = models.OneToOneField(Letter, null=True, blank=True, on_delete=models.PROTECT, related_name="disposition")
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = DispositionQuerySet.as_manager()

    class Meta:
        verbose_name = _("disposisi")
        verbose_name_plural = _("disposisi")
        ordering = ("given_at", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("case",), condition=models.Q(ended_at__isnull=True), name="one_standing_disposition_per_case"
            ),
        ]
        indexes = [
            models.Index(fields=("desk_date",), condition=models.Q(ended_at__isnull=True), name="desk_dates_to_come"),
        ]

    def __str__(self) -> str:
        return f"{self.case_id}: {self.unit_id or 'utama'}"
