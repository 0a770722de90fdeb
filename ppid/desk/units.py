"""The body's units in the Wagtail admin: their names, codes and contacts, kept by the PPID and administrators."""

from typing import Any

from django.db import DEFAULT_DB_ALIAS
from django.db.models import ProtectedError, RestrictedError
from django.db.models.deletion import Collector
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.ui.tables import BooleanColumn
from wagtail.snippets.views.snippets import SnippetViewSet

from ppid.models import Unit


class UnitViewSet(SnippetViewSet):
    """A unit with entries or cases cannot be deleted (the database says no); one that is closed is made inactive."""

    model = Unit
    icon = "group"
    menu_label = _("Unit")
    menu_name = "units"
    add_to_settings_menu = True
    list_display = ("name", "code", "kind", BooleanColumn("active", label=_("Aktif"), sort_key="active"))
    list_filter = ("kind", "active")
    search_fields = ("name", "code")
    ordering = ("-kind", "name")


def keep_units_in_use(request: HttpRequest, instances: list[Any]) -> HttpResponse | None:
    """Before a delete: a unit that entries, cases or appointments refer to stays; say so instead of failing."""
    units = [instance for instance in instances if isinstance(instance, Unit)]
    try:
        Collector(using=DEFAULT_DB_ALIAS).collect(units)
    except (ProtectedError, RestrictedError):
        messages.error(request, _("Unit ini masih dipakai. Nonaktifkan saja: hapus tanda “aktif” pada formulirnya."))
        return redirect(UnitViewSet().get_url_name("list"))
    return None
