"""The pages that editors write: home, standing pages, news, regulations. Everything here is public once it is live."""

import datetime as dt
from typing import Any, ClassVar

from django.core.paginator import Page as ListPage
from django.core.paginator import Paginator
from django.db import models
from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from portal.blocks import BodyBlock
from portal.home import home_screen
from ppid.models import Institution

PER_PAGE = 20


def asked_page(request: HttpRequest, rows: models.QuerySet[Any]) -> ListPage:
    """The page of `rows` that `?halaman=` asks for. Raises Http404 for one that does not exist."""
    number = request.GET.get("halaman", "1")
    paginator = Paginator(rows, PER_PAGE)
    if not number.isascii() or not number.isdigit() or not 1 <= int(number) <= paginator.num_pages:
        raise Http404(_("Halaman daftar itu tidak ada."))
    return paginator.page(int(number))


def today() -> dt.date:
    return timezone.localdate()


class HomePage(Page):
    """The top of the tree. What stands on it is counted when it is asked for (portal.home)."""

    max_count = 1
    parent_page_types: ClassVar = ["wagtailcore.Page"]
    subpage_types: ClassVar = ["portal.StandardPage", "portal.NewsIndexPage", "portal.RegulationIndexPage"]
    template = "portal/home.html"

    class Meta:
        verbose_name = _("halaman muka")
        verbose_name_plural = _("halaman muka")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        on = Institution.load(request_or_site=request).day_of(timezone.now())
        return {**super().get_context(request, *args, **kwargs), "screen": home_screen(on=on)}


class StandardPage(Page):
    """A page that stands: profile, service pledge, procedures.

    A new installation gets texts drawn from the law. Until the body has looked at one and written down when, the page
    says so at its foot: a text nobody has checked must not pass for the body's word.
    """

    lead = models.CharField(_("ringkasan"), max_length=300, blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("isi"), blank=True)
    reviewed_on = models.DateField(
        _("ditinjau pada"),
        null=True,
        blank=True,
        help_text=_("Tanggal badan publik terakhir memeriksa isi halaman ini. Tampil di kaki halaman."),
    )

    content_panels = [*Page.content_panels, FieldPanel("lead"), FieldPanel("body"), FieldPanel("reviewed_on")]
    parent_page_types: ClassVar = ["portal.HomePage", "portal.StandardPage"]
    subpage_types: ClassVar = ["portal.StandardPage"]
    template = "portal/pages/standard.html"

    class Meta:
        verbose_name = _("halaman")
        verbose_name_plural = _("halaman")


class NewsIndexPage(Page):
    """`/berita/`: the newest first."""

    max_count = 1
    parent_page_types: ClassVar = ["portal.HomePage"]
    subpage_types: ClassVar = ["portal.NewsPage"]
    template = "portal/pages/news_index.html"

    class Meta:
        verbose_name = _("daftar berita")
        verbose_name_plural = _("daftar berita")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        rows = NewsPage.objects.child_of(self).live().public().order_by("-date", "-pk")
        return {**super().get_context(request, *args, **kwargs), "list": asked_page(request, rows)}


class NewsPage(Page):
    date = models.DateField(_("tanggal"), default=today)
    lead = models.CharField(_("ringkasan"), max_length=300)
    body = StreamField(BodyBlock(), verbose_name=_("isi"))

    content_panels = [*Page.content_panels, FieldPanel("date"), FieldPanel("lead"), FieldPanel("body")]
    parent_page_types: ClassVar = ["portal.NewsIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "portal/pages/news.html"

    class Meta:
        verbose_name = _("berita")
        verbose_name_plural = _("berita")


class RegulationIndexPage(Page):
    """`/regulasi/`: what the body's information service rests on, newest first, by kind."""

    max_count = 1
    parent_page_types: ClassVar = ["portal.HomePage"]
    subpage_types: ClassVar = ["portal.RegulationPage"]
    template = "portal/pages/regulation_index.html"

    class Meta:
        verbose_name = _("daftar regulasi")
        verbose_name_plural = _("daftar regulasi")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        kind = request.GET.get("jenis", "")
        if kind and kind not in RegulationPage.Kind.values:
            raise Http404(_("Jenis regulasi itu tidak ada."))
        rows = RegulationPage.objects.child_of(self).live().public().order_by("-year", "kind", "title")
        shown = rows.filter(kind=kind) if kind else rows
        return {
            **super().get_context(request, *args, **kwargs),
            "list": asked_page(request, shown),
            "kind": kind,
            "kinds": RegulationPage.Kind.choices,
            "query": f"jenis={kind}" if kind else "",
        }


class RegulationPage(Page):
    """One regulation: the title is its name in full, the file its text."""

    class Kind(models.TextChoices):
        LAW = "uu", _("Undang-Undang")
        GOVERNMENT = "pp", _("Peraturan Pemerintah")
        PRESIDENT = "perpres", _("Peraturan Presiden")
        COMMISSION = "perki", _("Peraturan Komisi Informasi")
        MINISTER = "permen", _("Peraturan Menteri")
        REGIONAL = "perda", _("Peraturan Daerah")
        HEAD = "perkada", _("Peraturan Kepala Daerah")
        DECREE = "keputusan", _("Keputusan")
        CIRCULAR = "edaran", _("Surat Edaran")
        OTHER = "lain", _("Lainnya")

    class Force(models.TextChoices):
        IN_FORCE = "berlaku", _("Berlaku")
        AMENDED = "diubah", _("Berlaku dengan perubahan")
        REPEALED = "dicabut", _("Dicabut")

    kind = models.CharField(_("jenis"), max_length=10, choices=Kind.choices)
    number = models.CharField(_("nomor"), max_length=60)
    year = models.PositiveSmallIntegerField(_("tahun"))
    force = models.CharField(_("status"), max_length=10, choices=Force.choices, default=Force.IN_FORCE)
    summary = models.CharField(_("ringkasan"), max_length=500, blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("isi"), blank=True)
    document = models.ForeignKey(
        "wagtaildocs.Document",
        verbose_name=_("berkas"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    source = models.URLField(_("sumber resmi"), blank=True, help_text=_("Misalnya alamat di JDIH."))

    content_panels = [
        *Page.content_panels,
        MultiFieldPanel([FieldPanel(name) for name in ("kind", "number", "year", "force")], heading=_("Identitas")),
        FieldPanel("summary"),
        FieldPanel("document"),
        FieldPanel("source"),
        FieldPanel("body"),
    ]
    parent_page_types: ClassVar = ["portal.RegulationIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "portal/pages/regulation.html"

    class Meta:
        verbose_name = _("regulasi")
        verbose_name_plural = _("regulasi")
