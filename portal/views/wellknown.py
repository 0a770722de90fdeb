"""What machines ask a site for: robots.txt, security.txt (RFC 9116), the web manifest."""

import datetime as dt

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.templatetags.static import static
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from portal.models import SiteSettings
from ppid.models import Institution

TEXT = "text/plain; charset=utf-8"
VALID_FOR = dt.timedelta(days=180)  # RFC 9116 recommends less than a year
# Rooms of officers and of one person's case: nothing there is for search engines.
CLOSED = ("/admin/", "/akun/", "/komisi/", "/lacak/", "/saya/", "/permohonan/baru/", "/verifikasi/", "/tampilan/")


@require_safe
@cache_control(public=True, max_age=86400)
def robots(request: HttpRequest) -> HttpResponse:
    lines = [
        "User-agent: *",
        *(f"Disallow: {path}" for path in CLOSED),
        f"Sitemap: {settings.SITE_URL}/sitemap.xml",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type=TEXT)


@require_safe
@cache_control(public=True, max_age=86400)
def security(request: HttpRequest) -> HttpResponse:
    """Whom to tell of a hole: the security contact, else the body's own address, else its profile page."""
    institution = Institution.load(request_or_site=request)
    email = SiteSettings.current().security_contact or institution.email
    expires = (timezone.now() + VALID_FOR).astimezone(dt.UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    lines = [
        f"Contact: mailto:{email}" if email else f"Contact: {settings.SITE_URL}/profil/",
        f"Expires: {expires.isoformat().replace('+00:00', 'Z')}",
        "Preferred-Languages: id, en",
        f"Canonical: {settings.SITE_URL}/.well-known/security.txt",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type=TEXT)


@require_safe
@cache_control(public=True, max_age=86400)
def manifest(request: HttpRequest) -> JsonResponse:
    institution = Institution.load(request_or_site=request)
    words = {
        "name": institution.name,
        "short_name": institution.short_name,
        "lang": "id",
        "start_url": "/",
        "display": "browser",
        "background_color": "#fcfbf8",
        "theme_color": "#0b4f5e",
        "icons": [{"src": static("portal/img/favicon.svg"), "sizes": "any", "type": "image/svg+xml"}],
    }
    return JsonResponse(words, content_type="application/manifest+json")
