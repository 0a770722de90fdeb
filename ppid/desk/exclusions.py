"""Consequence tests and exclusions in the Wagtail admin, kept by the PPID (PERKI 1/2021 Ps 49-53)."""

from functools import wraps
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.chooser import SnippetChooserViewSet
from wagtail.snippets.views.snippets import SnippetViewSet

from ppid.actions.exclusions import problems_of
from ppid.desk.forms.base import said
from ppid.law.exemptions import GROUNDS, identity_of
from ppid.models import ConsequenceTest, Exclusion, FileRefused, Institution, PrivateFile

PDF_OR_SCAN = {"accept": "application/pdf,image/jpeg,image/png"}
KEPT = frozenset({"application/pdf", "image/jpeg", "image/png"})


class UploadForm(WagtailAdminModelForm):
    """A form whose `upload` becomes the private file in the field named by `kept_in`."""

    kept_in = ""

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        upload = cleaned.get("upload")
        if upload and not self.errors:
            try:
                file = PrivateFile.store(upload, upload.name)
            except FileRefused as error:
                self.add_error("upload", str(error))
            else:
                if file.media_type in KEPT:
                    setattr(self.instance, self.kept_in, file)
                else:
                    self.add_error("upload", _("Berkas ini harus PDF, JPG atau PNG. Pilih berkas lain."))
        return cleaned


class TestForm(UploadForm):
    kept_in = "sheet"
    upload = forms.FileField(
        label=_("Lembar uji bertanda tangan"),
        required=False,
        help_text=_("PDF atau hasil pindai. Wajib ada sebelum pengecualian berlaku; dilampirkan pada penolakan."),
        widget=forms.FileInput(attrs=PDF_OR_SCAN),
    )


class ExclusionForm(UploadForm):
    """What is in force by decree is not rewritten: it can only be opened (PERKI 1/2021 Ps 53)."""

    kept_in = "decree"
    letters = forms.MultipleChoiceField(
        label=_("Huruf Pasal 17"),
        required=False,
        choices=[(ground[-1].lower(), f"{ground[-1].lower()}. {row.label}") for ground, row in GROUNDS.items()],
        widget=forms.CheckboxSelectMultiple,
    )
    upload = forms.FileField(
        label=_("Berkas keputusan"),
        required=False,
        help_text=_("Keputusan penetapan klasifikasi bertanda tangan (Lampiran III), PDF atau hasil pindai."),
        widget=forms.FileInput(attrs=PDF_OR_SCAN),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["letters"] = list(self.instance.letters)
        self.was = self.instance.status if self.instance.pk else ""
        status: Any = self.fields["status"]
        if self.was == Exclusion.Status.IN_FORCE:
            for name, field in self.fields.items():
                field.disabled = name != "status"
            kept = (Exclusion.Status.IN_FORCE, Exclusion.Status.OPENED)
            status.choices = [(one.value, one.label) for one in kept]

    def clean_letters(self) -> str:
        return "".join(sorted(self.cleaned_data["letters"]))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        twin = identity_of(cleaned.get("group") or "", cleaned.get("content") or cleaned.get("information") or "")
        others = Exclusion.objects.filter(identity=twin).exclude(status=Exclusion.Status.OPENED)
        if cleaned.get("status") != Exclusion.Status.OPENED and others.exclude(pk=self.instance.pk).exists():
            self.add_error("content", _("Informasi ini sudah tercantum dalam kelompok yang sama."))
        return cleaned

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]
        if self.instance.status != Exclusion.Status.IN_FORCE or self.was == Exclusion.Status.IN_FORCE:
            return
        names = {"grounds": "letters", "decree": "upload", "tested_on": "test", "approver": "test", "testers": "test"}
        for problem in problems_of(self.instance, Institution.load()):
            name = names.get(problem.field, problem.field)
            self.add_error(name if name in self.fields else None, said(problem))


class ReadersChooser(SnippetChooserViewSet):
    """Wagtail opens every chooser to every officer; a draft's description is for those who may read it."""

    def get_urlpatterns(self) -> list[URLPattern]:
        return [self._for_readers(pattern) for pattern in super().get_urlpatterns()]

    def _for_readers(self, pattern: URLPattern) -> URLPattern:
        view, needed = pattern.callback, f"ppid.view_{self.model._meta.model_name}"

        @wraps(view)
        def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not request.user.has_perm(needed):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return URLPattern(pattern.pattern, inner, pattern.default_args, pattern.name)


class TestViewSet(SnippetViewSet):
    model = ConsequenceTest
    icon = "form"
    menu_label = _("Uji konsekuensi")
    menu_name = "tests"
    menu_order = 165
    add_to_admin_menu = True
    inspect_view_enabled = True
    copy_view_enabled = False
    list_display = ("number", Column("tested_on", label=_("Tanggal")), "place")
    search_fields = ("number", "place")
    chooser_viewset_class = ReadersChooser
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("number"), FieldPanel("tested_on")]),
            FieldPanel("place"),
            InlinePanel(
                "testers",
                [FieldPanel("name"), FieldPanel("position"), FieldPanel("unit")],
                heading=_("Penguji"),
                label=_("Penguji"),
            ),
            MultiFieldPanel([FieldPanel("leader"), FieldPanel("superior")], heading=_("Menyetujui")),
            FieldPanel("upload"),
        ],
        base_form_class=TestForm,
    )


class ExclusionViewSet(SnippetViewSet):
    """Without deletion: what was once withheld stays on record, opened."""

    model = Exclusion
    icon = "lock"
    menu_label = _("Informasi dikecualikan")
    menu_name = "exclusions"
    menu_order = 160
    add_to_admin_menu = True
    inspect_view_enabled = True
    copy_view_enabled = False
    list_display = (
        "__str__",
        Column("letters", label=_("Huruf"), sort_key="letters"),
        Column("get_status_display", label=_("Keadaan"), sort_key="status"),
        Column("ends_on", label=_("Berakhir"), sort_key="ends_on"),
    )
    list_filter = ("status", "unit")
    list_per_page = 50
    ordering = ("letters", "pk")
    chooser_viewset_class = ReadersChooser
    search_fields = ("information", "content", "basis", "decree_number")
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("group"), FieldPanel("number")]),
            FieldPanel("information"),
            FieldPanel("content"),
            FieldRowPanel([FieldPanel("unit"), FieldPanel("test")]),
            FieldPanel("letters"),
            FieldPanel("basis"),
            MultiFieldPanel(
                [FieldPanel("if_open"), FieldPanel("if_closed"), FieldPanel("verdict"), FieldPanel("closed_parts"),
                 FieldPanel("never_excluded"), FieldPanel("consent_given"), FieldPanel("concerns_office")],
                heading=_("Uji konsekuensi"),
            ),
            MultiFieldPanel(
                [FieldPanel("period"), FieldPanel("ends_on"), FieldPanel("period_words")], heading=_("Jangka waktu")
            ),
            MultiFieldPanel(
                [FieldPanel("decree_number"), FieldPanel("set_on"), FieldPanel("upload"), FieldPanel("status")],
                heading=_("Keputusan"),
            ),
        ],
        base_form_class=ExclusionForm,
    )  # fmt: skip
