"""The mapping tables of complaints in the Wagtail admin: which word of an export means what."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from disclosures.models import CategoryWord, Domain, StatusWord


class StatusWordViewSet(SnippetViewSet):
    model = StatusWord
    icon = "tasks"
    menu_label = _("Kata status pengaduan")
    list_display = ("word", "get_state_display")
    list_filter = ("state",)
    search_fields = ("word",)
    ordering = ("word",)
    panels = [FieldPanel("word"), FieldPanel("state")]


class CategoryWordViewSet(SnippetViewSet):
    model = CategoryWord
    icon = "tag"
    menu_label = _("Kata kategori pengaduan")
    list_display = ("word", "domain")
    list_filter = {"domain": ("exact", "isnull")}
    search_fields = ("word",)
    ordering = ("word",)
    panels = [FieldPanel("word"), FieldPanel("domain")]

    def get_queryset(self, request):  # type: ignore[no-untyped-def]
        return CategoryWord.objects.select_related("domain")


class DomainViewSet(SnippetViewSet):
    model = Domain
    icon = "folder-open-inverse"
    menu_label = _("Urusan pengaduan")
    list_display = ("name",)
    search_fields = ("name",)
    ordering = ("name",)
    panels = [FieldPanel("name")]


class ComplaintWords(SnippetViewSetGroup):
    items = (StatusWordViewSet, CategoryWordViewSet, DomainViewSet)
    menu_label = _("Kata pengaduan")
    menu_icon = "comment"
    menu_order = 450
