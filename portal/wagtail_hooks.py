"""What the portal adds to the Wagtail admin."""

from wagtail.snippets.models import register_snippet

from portal.appointments import AppointmentViewSet

register_snippet(AppointmentViewSet)
