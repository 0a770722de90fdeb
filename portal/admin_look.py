"""The officers' rooms wear the body's crest and colour; everything else there is Wagtail's own."""

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks


@hooks.register("insert_global_admin_css")
def admin_colours() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("portal/css/admin.css"))


@hooks.register("construct_homepage_summary_items")
def no_counts_of_pages(request: object, items: list[object]) -> None:
    """An officer's day starts with cases; how many images Wagtail holds tells nobody anything."""
    items.clear()
