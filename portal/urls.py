"""Every address of the site. What others rely on is listed in shared promises (docs/addresses.md)."""

from django.conf import settings
from django.urls import include, path, re_path
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from portal.views import accounts

handler400 = "portal.views.errors.bad_request"
handler403 = "portal.views.errors.permission_denied"
handler404 = "portal.views.errors.not_found"

urlpatterns = [
    path("admin/login/", accounts.sign_in, name="admin_sign_in"),
    path("admin/", include(wagtailadmin_urls)),
    path("akun/", include("allauth.urls")),
    path("dokumen/", include(wagtaildocs_urls)),
    re_path(r"^media/(?P<path>.*)$", serve, {"document_root": settings.MEDIA_ROOT}),
    path("", include("ppid.urls")),
    path("", include("disclosures.urls")),
    path("", include("search.urls")),
    path("", include(wagtail_urls)),
]
