"""What this room adds to the Wagtail admin."""

from django.http import HttpRequest
from django.urls import URLPattern, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet

from disclosures.viewsets import paraphrases
from disclosures.viewsets.complaint_words import ComplaintWords

register_snippet(ComplaintWords)


@hooks.register("register_admin_urls")
def paraphrase_urls() -> list[URLPattern]:
    return paraphrases.urls()


class ParaphraseItem(MenuItem):
    """Shown to those who may approve."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(paraphrases.PERMISSION))


@hooks.register("register_admin_menu_item")
def paraphrase_item() -> MenuItem:
    return ParaphraseItem(_("Ringkasan pengaduan"), reverse("paraphrases"), icon_name="comment", order=455)
