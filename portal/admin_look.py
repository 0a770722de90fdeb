"""The officers' rooms wear the body's crest and colour; everything else there is Wagtail's own."""

from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.sites.views import IndexView as ListOfSites


@hooks.register("insert_global_admin_css")
def admin_colours() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("portal/css/admin.css"))


@hooks.register("construct_main_menu")
def no_foreign_help(request: HttpRequest, items: list[MenuItem]) -> None:
    """Wagtail's help leads to pages of its own house, in English and about other things than an officer's work."""
    items[:] = [item for item in items if item.name != "help"]


@hooks.register("construct_homepage_summary_items")
def no_counts_of_pages(request: object, items: list[object]) -> None:
    """An officer's day starts with cases; how many images Wagtail holds tells nobody anything."""
    items.clear()


# Wagtail derives these heads from the English names of the columns, in every language.
_HEADS = {"site_name": _("Nama situs"), "root_page": _("Halaman akar")}
for _column in ListOfSites.columns:
    _column.label = _HEADS.get(_column.name, _column.label)
