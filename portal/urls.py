"""Every address of the site. What others rely on is listed in shared promises (docs/addresses.md)."""

from django.conf import settings
from django.contrib.sitemaps import views as sitemap_views
from django.urls import include, path, re_path
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from portal.sitemaps import SITEMAPS
from portal.views import accounts, appearance, gallery, health, wellknown

handler400 = "portal.views.errors.bad_request"
handler403 = "portal.views.errors.permission_denied"
handler404 = "portal.views.errors.not_found"
handler500 = "portal.views.errors.server_error"

urlpatterns = [
    path("admin/login/", accounts.sign_in, name="admin_sign_in"),
    path("admin/", include(wagtailadmin_urls)),
    path("akun/", include("allauth.urls")),
    path("dokumen/", include(wagtaildocs_urls)),
    re_path(r"^media/(?P<path>.*)$", serve, {"document_root": settings.MEDIA_ROOT}),
    path("kesehatan/", health.health, name="health"),
    path("tampilan/", appearance.choose, name="choose_appearance"),
    path(
        "sitemap.xml",
        sitemap_views.index,
        {"sitemaps": SITEMAPS, "sitemap_url_name": "sitemap_section"},
        name="sitemap",
    ),
    path("sitemap-<section>.xml", sitemap_views.sitemap, {"sitemaps": SITEMAPS}, name="sitemap_section"),
    path("robots.txt", wellknown.robots, name="robots"),
    path(".well-known/security.txt", wellknown.security, name="security_txt"),
    path("manifest.webmanifest", wellknown.manifest, name="manifest"),
    path("", include("ppid.urls")),
    path("", include("disclosures.urls")),
    path("", include("search.urls")),
    *([path("galeri/", gallery.gallery, name="gallery")] if settings.DEBUG else []),
    path("", include(wagtail_urls)),
]
