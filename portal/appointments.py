"""Appointments in the Wagtail admin: who holds which role, in which unit, from when to when."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.snippets.views.snippets import SnippetViewSet

from ppid.models import Appointment


class AppointmentViewSet(SnippetViewSet):
    model = Appointment
    icon = "group"
    menu_label = _("Penugasan")
    menu_name = "appointments"
    add_to_settings_menu = True
    list_display = ("user", "role", "unit", "starts", "ends")
    list_filter = ("role", "unit")
    search_fields = ("user__name", "position")
    add_to_reference_index = False
    panels = [
        FieldPanel("user"),
        FieldRowPanel([FieldPanel("role"), FieldPanel("unit")]),
        FieldPanel("position"),
        FieldRowPanel([FieldPanel("starts"), FieldPanel("ends")]),
        MultiFieldPanel(
            [FieldPanel("acting_for"), FieldRowPanel([FieldPanel("mandate_number"), FieldPanel("mandate_date")])],
            heading=_("Pejabat pelaksana (mandat)"),
        ),
    ]
