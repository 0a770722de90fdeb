"""Choices of the visitor, pages of what went wrong, and what machines ask for."""

import datetime as dt
import re

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import OperationalError
from django.test import RequestFactory
from django.urls import path

from portal import urls
from portal.models import SiteSettings, StandardPage
from portal.views import errors
from tests.factories import make_institution

pytestmark = pytest.mark.django_db


def refuse(request):
    raise PermissionDenied("Kasus ini di unit lain. Minta petugas unit itu.")


def break_down(request):
    raise RuntimeError("rahasia: /srv/data")


def lose_database(request):
    raise OperationalError("connection refused")


urlpatterns = [
    path("uji/ditolak/", refuse),
    path("uji/rusak/", break_down),
    path("uji/basis-data/", lose_database),
    *urls.urlpatterns,
]
handler400, handler403, handler404, handler500 = urls.handler400, urls.handler403, urls.handler404, urls.handler500


@pytest.fixture
def broken(client, settings):
    settings.ROOT_URLCONF = "tests.integration.portal.test_site"
    client.raise_request_exception = False
    return client


def test_language_is_chosen_by_the_visitor_alone(client):
    assert '<html lang="id"' in client.get("/", headers={"accept-language": "en"}).content.decode()
    answer = client.post("/tampilan/", {"bahasa": "en", "next": "/profil/"})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/profil/")
    page = client.get("/profil/")
    assert '<html lang="en"' in page.content.decode()
    assert page.headers["Content-Language"] == "en"
    client.post("/tampilan/", {"bahasa": "id"})
    assert '<html lang="id"' in client.get("/").content.decode()


def test_large_print_is_kept(client):
    client.post("/tampilan/", {"teks": "besar", "next": "/"})
    page = client.get("/aksesibilitas/").content.decode()
    assert 'data-teks="besar"' in page
    assert "Teks biasa" in page


@pytest.mark.parametrize("there", ["https://jahat.example/", "//jahat.example/", "profil", "javascript:alert(1)", ""])
def test_one_comes_back_to_this_site_only(client, there):
    assert client.post("/tampilan/", {"teks": "besar", "next": there}).headers["Location"] == "/"


@pytest.mark.parametrize("choice", [{"bahasa": "xx"}, {"teks": "raksasa"}])
def test_a_choice_that_does_not_exist_is_refused_with_the_remedy(client, choice):
    answer = client.post("/tampilan/", choice)
    assert answer.status_code == 400
    assert "kaki halaman" in answer.content.decode()


def test_choosing_is_a_post(client):
    assert client.get("/tampilan/").status_code == 405


def test_404_helps_on(client):
    answer = client.get("/tidak-ada-di-sini/")
    page = answer.content.decode()
    assert answer.status_code == 404
    assert "Halaman ini tidak ada" in page
    assert 'action="/cari/"' in page
    assert len(re.findall(r"<h1[\s>]", page)) == 1


def test_403_shows_the_sentence_that_came_with_it(broken):
    answer = broken.get("/uji/ditolak/")
    assert answer.status_code == 403
    assert "Minta petugas unit itu." in answer.content.decode()


def test_a_form_from_elsewhere_is_told_what_to_do():
    answer = errors.csrf_failure(RequestFactory().post("/permohonan/baru/"), "token missing")
    page = answer.content.decode()
    assert answer.status_code == 403
    assert "Tidak ada yang terkirim" in page
    assert "token missing" not in page


def test_500_tells_nothing_of_the_inside_and_asks_no_database(broken, django_assert_num_queries):
    with django_assert_num_queries(0):
        answer = broken.get("/uji/rusak/")
    page = answer.content.decode()
    assert answer.status_code == 500
    assert "Ada gangguan di pihak kami" in page
    assert "rahasia" not in page
    assert "Content-Security-Policy" in answer.headers


def test_a_database_that_is_away_is_503(broken, django_assert_num_queries):
    with django_assert_num_queries(0):
        answer = broken.get("/uji/basis-data/")
    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "300"
    assert "Coba lagi sekitar lima menit lagi" in answer.content.decode()


def test_even_a_broken_template_leaves_a_sentence(monkeypatch):
    monkeypatch.setitem(errors.engines.__dict__, "_engines", {})
    monkeypatch.setattr(errors.engines, "all", lambda: [])
    answer = errors._alone("tidak-ada.html", 500)
    assert answer.status_code == 500
    assert "Ada gangguan" in answer.content.decode()


def test_robots_keep_out_of_the_rooms_of_cases(client):
    answer = client.get("/robots.txt")
    lines = answer.content.decode().splitlines()
    assert answer.headers["Content-Type"].startswith("text/plain")
    assert {"Disallow: /lacak/", "Disallow: /admin/", "Disallow: /saya/"} <= set(lines)
    assert any(line.startswith("Sitemap: http") and line.endswith("/sitemap.xml") for line in lines)


def security():
    from django.test import Client

    text = Client().get("/.well-known/security.txt").content.decode()
    return dict(line.split(": ", 1) for line in text.splitlines())


def test_rfc_9116_security_txt_has_a_contact_and_an_end():
    fields = security()
    assert fields["Contact"].startswith("http")  # no address is known yet
    expires = dt.datetime.fromisoformat(fields["Expires"])
    assert dt.timedelta(30) < expires - dt.datetime.now(dt.UTC) < dt.timedelta(365)
    make_institution(email="ppid@tirtaraya.go.id")
    assert security()["Contact"] == "mailto:ppid@tirtaraya.go.id"
    SiteSettings.objects.update(security_contact="csirt@tirtaraya.go.id")
    assert security()["Contact"] == "mailto:csirt@tirtaraya.go.id"


def test_the_sitemap_lists_pages_and_no_drafts(client):
    index = client.get("/sitemap.xml").content.decode()
    sections = re.findall(r"<loc>https?://[^/]+(/sitemap-\w+\.xml)</loc>", index)
    assert set(sections) >= {"/sitemap-layanan.xml", "/sitemap-halaman.xml", "/sitemap-informasi.xml"}
    places = {
        place
        for section in sections
        for place in re.findall(r"<loc>https?://[^/]+(/[^<]*)</loc>", client.get(section).content.decode())
    }
    assert {"/", "/profil/", "/regulasi/uu-14-2008/", "/aduan/", "/daftar-informasi/"} <= places
    assert all(client.get(place).status_code == 200 for place in places)
    StandardPage.objects.filter(slug="profil").update(live=False)
    assert "/profil/" not in client.get("/sitemap-halaman.xml").content.decode()


def test_the_manifest_names_the_body(client):
    make_institution(short_name="Kabupaten Tirta Raya")
    assert client.get("/manifest.webmanifest").json()["short_name"] == "Kabupaten Tirta Raya"


def test_an_announcement_stands_above_every_page(client):
    SiteSettings.objects.update(announcement="Layanan tatap muka tutup 25 Desember.", announcement_link="/berita/")
    page = client.get("/profil/").content.decode()
    assert "Layanan tatap muka tutup 25 Desember." in page
    assert page.index("Layanan tatap muka") < page.index("<h1")


def test_the_looks_are_read_without_writing_and_limit_their_examples():
    SiteSettings.objects.all().delete()
    assert SiteSettings.current().headline
    assert not SiteSettings.objects.exists()
    seven = SiteSettings(example_searches="\n".join("abcdefg"))
    assert seven.examples == tuple("abcdef")
    with pytest.raises(ValidationError, match="Paling banyak enam contoh"):
        seven.full_clean()


def test_examples_lead_to_their_search(client):
    SiteSettings.objects.update(example_searches="izin bangunan\n\n  APBD & DPA ")
    page = client.get("/").content.decode()
    assert 'href="/cari/?q=izin%20bangunan"' in page
    assert 'href="/cari/?q=APBD%20%26%20DPA"' in page
