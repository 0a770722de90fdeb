"""/sitemap.xml: an index over services, pages, register entries and the years of complaint outcomes."""

import datetime as dt
from typing import Any

from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet
from wagtail.models import Page

from disclosures.models import RegisterEntry
from disclosures.queries.recap import years
from portal.page_sources import path_of


class ServiceSitemap(Sitemap):
    """Standing addresses that are not pages of the tree."""

    def items(self) -> list[str]:
        return [
            "/cari/",
            "/daftar-informasi/",
            "/daftar-dikecualikan/",
            "/aduan/",
            "/permohonan/",
            "/permohonan/baru/",
            "/kalkulator-tenggat/",
            "/integritas/",
            "/putusan/",
        ]

    def location(self, item: str) -> str:
        return item


class PageSitemap(Sitemap):
    def items(self) -> QuerySet[Page]:
        return Page.objects.live().public().filter(depth__gt=1).order_by("path")

    def location(self, item: Page) -> str:
        return path_of(item)

    def lastmod(self, item: Page) -> dt.datetime | None:
        return item.last_published_at


class EntrySitemap(Sitemap):
    limit = 10_000

    def items(self) -> QuerySet[RegisterEntry]:
        return RegisterEntry.objects.public().order_by("pk").only("pk", "last_published_at")

    def lastmod(self, item: RegisterEntry) -> dt.datetime | None:
        return item.last_published_at


class OutcomeYearSitemap(Sitemap):
    def items(self) -> tuple[int, ...]:
        return years()

    def location(self, item: int) -> str:
        return f"/aduan/{item}/"


SITEMAPS: dict[str, Any] = {
    "layanan": ServiceSitemap,
    "halaman": PageSitemap,
    "informasi": EntrySitemap,
    "aduan": OutcomeYearSitemap,
}
