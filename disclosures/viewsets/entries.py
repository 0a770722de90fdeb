"""The register in the Wagtail admin: list with filters, form, history, preview; each unit within its own reach."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, LiveStatusTagColumn, UpdatedAtColumn
from wagtail.snippets.bulk_actions.delete import DeleteBulkAction
from wagtail.snippets.views.chooser import (
    ChooseResultsView,
    ChooseView,
    SnippetChooserViewSet,
    SnippetChosenMultipleView,
    SnippetChosenView,
)
from wagtail.snippets.views.snippets import SnippetViewSet

from disclosures.models import UNCLASSIFIED, UNCLASSIFIED_LABEL, InformationClass, RegisterEntry
from disclosures.viewsets.entry_reach import EntryPermissionPolicy, guarded, holds, reachable, reachable_units
from ppid.models import Unit

DRAFT, LIVE, CHANGED = "draf", "terbit", "berubah"


class EntryForm(WagtailAdminModelForm):
    """Offers the units that the person writes for; one's own only unit is already chosen."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "unit" in self.fields and self.for_user is not None:
            units = reachable_units(self.for_user)
            self.fields["unit"].queryset = units  # type: ignore[attr-defined]
            if not self.instance.pk and units.count() == 1:
                self.fields["unit"].initial = units.first()


def _units_of(request: HttpRequest | None) -> QuerySet[Unit]:
    return Unit.objects.none() if request is None else reachable_units(request.user)


class EntryFilterSet(WagtailFilterSet):
    """By unit, class (also "belum diklasifikasi"), state and year; the filters stay in the address."""

    unit = django_filters.ModelChoiceFilter(queryset=_units_of, label=_("Unit"))
    klasifikasi = django_filters.ChoiceFilter(
        method="by_class",
        choices=[*InformationClass.choices, (UNCLASSIFIED, UNCLASSIFIED_LABEL)],
        label=_("Klasifikasi"),
    )
    keadaan = django_filters.ChoiceFilter(
        method="by_state",
        choices=[(LIVE, _("Terbit")), (DRAFT, _("Belum terbit")), (CHANGED, _("Terbit, ada perubahan"))],
        label=_("Keadaan"),
    )

    class Meta:
        model = RegisterEntry
        fields: list[str] = ["unit", "year"]

    def by_class(self, rows: QuerySet[RegisterEntry], _name: str, value: str) -> QuerySet[RegisterEntry]:
        return rows.filter(info_class="" if value == UNCLASSIFIED else value)

    def by_state(self, rows: QuerySet[RegisterEntry], _name: str, value: str) -> QuerySet[RegisterEntry]:
        if value == CHANGED:
            return rows.filter(live=True, has_unpublished_changes=True)
        return rows.filter(live=value == LIVE)


class _OnlyReachable:
    """For the chooser: what may be chosen is what may be worked on."""

    request: HttpRequest

    def get_object_list(self) -> QuerySet[RegisterEntry]:
        return reachable(self.request.user).select_related("unit")

    def get_object(self, pk: Any) -> RegisterEntry:
        if not holds(self.request.user, [pk]):
            raise Http404
        return RegisterEntry.objects.get(pk=pk)

    def get_objects(self, pks: list[Any]) -> QuerySet[RegisterEntry]:
        if not holds(self.request.user, pks):
            raise Http404
        return RegisterEntry.objects.filter(pk__in=pks)


class _Choose(_OnlyReachable, ChooseView):
    pass


class _ChooseResults(_OnlyReachable, ChooseResultsView):
    pass


class _Chosen(_OnlyReachable, SnippetChosenView):
    pass


class _ChosenMultiple(_OnlyReachable, SnippetChosenMultipleView):
    pass


class EntryChooserViewSet(SnippetChooserViewSet):
    choose_view_class = _Choose
    choose_results_view_class = _ChooseResults
    chosen_view_class = _Chosen
    chosen_multiple_view_class = _ChosenMultiple
    form_fields: list[str] = []  # entries are written in their own form, not in a chooser's
    creation_form_class = None


class DeleteEntries(DeleteBulkAction):
    """Deleting several at once: nobody deletes, or is even told the title of, an entry out of reach."""

    models = [RegisterEntry]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        asked = request.GET.getlist("id")
        if "all" not in asked and not holds(request.user, asked):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get_all_objects_in_listing_query(self, parent_id: Any) -> Any:
        return reachable(self.request.user).values_list("pk", flat=True)


class EntryViewSet(SnippetViewSet):
    model = RegisterEntry
    icon = "list-ul"
    menu_label = _("Daftar informasi")
    menu_name = "register"
    menu_order = 150
    add_to_admin_menu = True
    copy_view_enabled = True
    inspect_view_enabled = True
    list_display = [
        "__str__",
        Column("unit", label=_("Unit"), sort_key="unit__name"),
        Column("class_label", label=_("Klasifikasi"), sort_key="info_class"),
        Column("year", label=_("Tahun"), sort_key="year"),
        LiveStatusTagColumn(),
        UpdatedAtColumn(),
    ]
    list_per_page = 50
    ordering = ("unit__name", "pk")
    search_fields = ("summary", "maker", "unit__name", "number")
    filterset_class = EntryFilterSet
    chooser_viewset_class = EntryChooserViewSet
    edit_handler = ObjectList(
        [
            FieldPanel("summary"),
            FieldRowPanel([FieldPanel("unit"), FieldPanel("info_class")]),
            FieldPanel("maker"),
            FieldRowPanel([FieldPanel("made_when"), FieldPanel("made_place")]),
            MultiFieldPanel(
                [FieldPanel("softcopy"), FieldPanel("hardcopy")], heading=_("Bentuk informasi yang tersedia")
            ),
            FieldRowPanel([FieldPanel("retention"), FieldPanel("number")]),
            InlinePanel(
                "files",
                [FieldPanel("label"), FieldPanel("document"), FieldPanel("link")],
                heading=_("Berkas dan tautan"),
                label=_("Berkas atau tautan"),
            ),
        ],
        base_form_class=EntryForm,
    )

    @cached_property
    def permission_policy(self) -> EntryPermissionPolicy:
        return EntryPermissionPolicy(self.model)

    def get_queryset(self, request: HttpRequest) -> QuerySet[RegisterEntry]:
        return reachable(request.user).select_related("unit", "latest_revision", "latest_revision__user")

    def get_urlpatterns(self) -> list[URLPattern]:
        return [guarded(pattern) for pattern in super().get_urlpatterns()]
