"""Who may act, in which unit, from when to when (PERKI 1/2021 Ps 6-12; UU 30/2014 Ps 13-14 for acting holders)."""

import datetime as dt

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from ppid.models.unit import Unit


class Role(models.TextChoices):
    """What an appointment lets a person do. The words follow PERKI 1/2021; the codes are stored."""

    FRONT_DESK = "petugas", _("Petugas pelayanan informasi")
    ASSISTANT = "pembantu", _("Petugas PPID pembantu")
    PPID = "ppid", _("PPID")
    SUPERIOR = "atasan", _("Atasan PPID")
    REVIEWER = "komisi", _("Pemeriksa Komisi Informasi")
    EDITOR = "editor", _("Editor")
    ADMINISTRATOR = "admin", _("Administrator")


# Whole-body roles see every unit's work; an assistant sees its own unit's only.
BODY_ROLES = frozenset({Role.FRONT_DESK, Role.PPID, Role.SUPERIOR})


class AppointmentQuerySet(models.QuerySet["Appointment"]):
    def on(self, day: dt.date) -> "AppointmentQuerySet":
        """Those in force on `day`, both end days included."""
        return self.filter(models.Q(ends__isnull=True) | models.Q(ends__gte=day), starts__lte=day)


def unit_addresses(unit: Unit, on: dt.date) -> list[str]:
    """Where the officers of a unit are written to on that day: its mailbox, else the people appointed to it."""
    if unit.email:
        return [unit.email]
    held = Appointment.objects.on(on).filter(role=Role.ASSISTANT, unit_id=unit.pk, user__is_active=True)
    return sorted({address for address in held.values_list("user__email", flat=True) if address})


class Appointment(models.Model):
    """A person holds a role from a day to a day; an acting holder names the mandate (UU 30/2014 Ps 14)."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("orang"), on_delete=models.PROTECT, related_name="appointments"
    )
    role = models.CharField(_("peran"), max_length=10, choices=Role.choices)
    unit = models.ForeignKey(
        Unit,
        verbose_name=_("unit"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="appointments",
        help_text=_("Wajib bagi petugas PPID pembantu."),
    )
    position = models.CharField(
        _("jabatan"),
        max_length=200,
        blank=True,
        help_text=_("Tertulis pada surat, misalnya: Kepala Dinas … selaku PPID."),
    )
    starts = models.DateField(_("mulai"))
    ends = models.DateField(_("sampai"), null=True, blank=True)
    acting_for = models.ForeignKey(
        "self", verbose_name=_("mewakili"), null=True, blank=True, on_delete=models.PROTECT, related_name="deputies"
    )
    mandate_number = models.CharField(_("nomor surat mandat"), max_length=120, blank=True)
    mandate_date = models.DateField(_("tanggal surat mandat"), null=True, blank=True)

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("penugasan")
        verbose_name_plural = _("penugasan")
        ordering = ("role", "-starts")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends__isnull=True) | models.Q(ends__gte=models.F("starts")),
                name="appointment_ends_after_start",
                violation_error_message=_("Tanggal berakhir mendahului tanggal mulai."),
            ),
            models.CheckConstraint(
                condition=~models.Q(role="pembantu") | models.Q(unit__isnull=False),
                name="assistant_has_unit",
                violation_error_message=_("Petugas PPID pembantu harus mempunyai unit."),
            ),
            models.CheckConstraint(
                condition=models.Q(acting_for__isnull=True) | ~models.Q(mandate_number=""),
                name="acting_holder_has_mandate",
                violation_error_message=_("Pejabat pelaksana harus menyebut nomor surat mandat."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()}: {self.user}"

    def clean(self) -> None:
        """A mandate has a date: nobody signs "a.n." before it."""
        if self.mandated and self.mandate_date is None:
            raise ValidationError({"mandate_date": _("Tanggal surat mandat belum diisi. Tulis tanggal suratnya.")})

    @property
    def mandated(self) -> bool:
        """Whether this person acts in another's name."""
        return self.acting_for_id is not None or bool(self.mandate_number)

    def mandated_on(self, day: dt.date) -> bool:
        """Whether a dated, numbered mandate had been given by that day."""
        return bool(self.mandate_number) and self.mandate_date is not None and self.mandate_date <= day
