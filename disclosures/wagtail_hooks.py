"""What this room adds to the Wagtail admin."""

from django.http import HttpRequest
from django.urls import URLPattern, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet

from disclosures.queries.opened import waiting
from disclosures.viewsets import opened, paraphrases, register_import
from disclosures.viewsets.complaint_words import ComplaintWords
from disclosures.viewsets.entries import DeleteEntries, EntryViewSet

register_snippet(ComplaintWords)
register_snippet(EntryViewSet)

# After Wagtail's own of the same name, so that ours is the one asked.
hooks.register("register_bulk_action", fn=DeleteEntries, order=100)


@hooks.register("register_admin_urls")
def register_import_urls() -> list[URLPattern]:
    return register_import.urls()


@hooks.register("register_admin_urls")
def paraphrase_urls() -> list[URLPattern]:
    return paraphrases.urls()


@hooks.register("register_admin_urls")
def opened_urls() -> list[URLPattern]:
    return opened.urls()


class OpenedItem(MenuItem):
    """Shown to the PPID while something waits."""

    def is_shown(self, request: HttpRequest) -> bool:
        return opened.is_ppid(request) and waiting().exists()


@hooks.register("register_admin_menu_item")
def opened_item() -> MenuItem:
    return OpenedItem(_("Dibuka putusan"), reverse("opened_by_decisions"), icon_name="list-ul", order=152)


class ParaphraseItem(MenuItem):
    """Shown to those who may approve."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(paraphrases.PERMISSION))


@hooks.register("register_admin_menu_item")
def paraphrase_item() -> MenuItem:
    return ParaphraseItem(_("Ringkasan aduan"), reverse("paraphrases"), icon_name="comment", order=455)
