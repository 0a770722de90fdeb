"""What the PPID adds to the Wagtail admin: the desk, its menu item and its panel on the home page."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from ppid.desk import decrees, exclusions, office, panels, standing_approvals, units, urls

register_snippet(units.UnitViewSet)
register_snippet(standing_approvals.StandingApprovalViewSet)
register_snippet(exclusions.ExclusionViewSet)
register_snippet(exclusions.TestViewSet)
hooks.register("before_delete_snippet", fn=units.keep_units_in_use)


@hooks.register("register_admin_urls")
def desk_urls() -> list[URLPattern]:
    return urls.urlpatterns


@hooks.register("register_admin_menu_item")
def desk_menu_item() -> panels.DeskMenuItem:
    return panels.DeskMenuItem(
        _("Permohonan"), reverse_lazy("desk_list"), name="permohonan", icon_name="mail", order=50
    )


@hooks.register("register_admin_menu_item")
def decree_menu_item() -> decrees.DecreeMenuItem:
    return decrees.DecreeMenuItem(
        _("Hari libur"), reverse_lazy("decree_list"), name="hari-libur", icon_name="date", order=170
    )


@hooks.register("construct_homepage_panels")
def today_panel(request: HttpRequest, shown: list[Any]) -> None:
    """First on the home page of everyone who works at the desk."""
    if office.at_desk(request):
        shown.insert(0, panels.TodayPanel())
