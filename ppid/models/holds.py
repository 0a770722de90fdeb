"""A hold: what an officer waits for. A label of the desk that moves no date (law.md §1.4, "No hold, no transfer")."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ppid.models.cases import Case


class HoldQuerySet(models.QuerySet["Hold"]):
    def standing(self) -> "HoldQuerySet":
        return self.filter(released_on__isnull=True)


class Hold(models.Model):
    """One hold of one case. Neither the UU nor the PERKI lets a body stop a clock, so nothing else refers to this."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="holds")
    waits_for = models.CharField(_("menunggu apa"), max_length=120)
    note = models.TextField(_("catatan"), blank=True)
    held_on = models.DateField(_("ditahan"))
    held_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    released_on = models.DateField(_("dilepas"), null=True, blank=True)
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = HoldQuerySet.as_manager()

    class Meta:
        verbose_name = _("penahanan")
        verbose_name_plural = _("penahanan")
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=("case",), condition=models.Q(released_on__isnull=True), name="one_standing_hold_per_case"
            )
        ]

    def __str__(self) -> str:
        return f"{self.case_id}: {self.waits_for}"
