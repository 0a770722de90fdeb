"""The deadline ledger: every date that was ever promised, with the calendar it came from (architecture rule 4)."""

import datetime as dt
from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from ppid.models.cases import Case

STANDING = models.Q(superseded_at__isnull=True)
OPEN = STANDING & models.Q(met_on__isnull=True)


class DeadlineQuerySet(models.QuerySet["Deadline"]):
    def standing(self) -> Self:
        """Not replaced by a later derivation."""
        return self.filter(STANDING)

    def open(self) -> Self:
        """Standing, and the duty not yet done. A missed one stays open until it is done late."""
        return self.filter(OPEN)

    def come_due(self, on: dt.date) -> Self:
        """Open, its last day before `on`, and not yet recorded as missed. The partial index below answers it."""
        return self.open().filter(missed_on__isnull=True, due__lt=on)


class Deadline(models.Model):
    """One derivation of one term of one case. Never changed in its dates: a new decree makes a new row.

    `due` is the last day on which the duty is in time; it is empty while the year has no decree (law.md §7.3).
    `met_on` is the day the duty was done, in time or late; `missed_on` the first day on which it was late.
    `governs`: the clock by which the case is called late. For a request that is the UU's from receipt, then the
    extension's; the PERKI's from completeness stands beside it and never governs (law.md §1.4).
    `part`: of which part of the notice, where each part has a promise of its own (REQ_DELIVERY); 0: of the whole case.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="deadlines")
    term = models.CharField(_("tenggat"), max_length=40)
    part = models.PositiveSmallIntegerField(_("bagian"), default=0)
    governs = models.BooleanField(default=False)
    from_day = models.DateField(_("dihitung sejak"))
    length = models.PositiveSmallIntegerField(_("lama"))
    due = models.DateField(_("hari terakhir"), null=True, blank=True)
    calendar_version = models.CharField(_("versi kalender"), max_length=80, blank=True)
    trail = models.JSONField(_("hitungan"), default=list)
    created_at = models.DateTimeField()
    met_on = models.DateField(_("dipenuhi"), null=True, blank=True)
    missed_on = models.DateField(_("terlewat"), null=True, blank=True)
    superseded_at = models.DateTimeField(null=True, blank=True)

    objects = DeadlineQuerySet.as_manager()

    class Meta:
        verbose_name = _("tenggat")
        verbose_name_plural = _("tenggat")
        ordering = ("created_at", "pk")
        indexes = [
            # A tick with nothing to do reads one page of this index, however many cases are open.
            models.Index(
                fields=("due",), name="deadline_to_come",
                condition=OPEN & models.Q(missed_on__isnull=True),
            ),
            # The round's reminders ask for some terms within some days, whatever else is due then.
            models.Index(
                fields=("term", "due"), name="deadline_of_term_to_come",
                condition=OPEN & models.Q(missed_on__isnull=True),
            ),
        ]  # fmt: skip
        constraints = [
            models.UniqueConstraint(
                fields=("case", "term", "part"), condition=STANDING, name="one_standing_deadline_per_term_and_part"
            ),
            models.UniqueConstraint(
                fields=("case",), condition=STANDING & models.Q(governs=True), name="one_governing_deadline_per_case"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.term} {self.due or '?'}"


class TickRun(models.Model):
    """That time was let pass: `/kesehatan/` asks when this last happened."""

    on = models.DateField(_("hari"))
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(db_index=True)
    events = models.PositiveIntegerField()
    notices = models.PositiveIntegerField()

    class Meta:
        verbose_name = _("jalannya hari")
        verbose_name_plural = _("jalannya hari")
        ordering = ("-finished_at",)

    def __str__(self) -> str:
        return f"{self.on}: {self.events}"
