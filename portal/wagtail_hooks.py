"""What the portal adds to the Wagtail admin."""

from wagtail.snippets.models import register_snippet

from portal import admin_look  # noqa: F401  (its hooks register themselves)
from portal.appointments import AppointmentViewSet

register_snippet(AppointmentViewSet)
