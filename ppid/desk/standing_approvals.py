"""Standing approvals of written considerations in the Wagtail admin (PP 61/2010 Ps 2): decree, day, who, from when."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSet

from ppid.models import StandingApproval


class StandingApprovalViewSet(SnippetViewSet):
    """Never deleted: pages were approved under it. One that is revoked gets its last day."""

    model = StandingApproval
    icon = "check"
    menu_label = _("Persetujuan tetap")
    menu_name = "persetujuan-tetap"
    add_to_settings_menu = True
    list_display = ("number", "dated", "position", "starts", "ends")
    search_fields = ("number", "position", "name")
    ordering = ("-dated",)
