"""The page tree that `migrate` plants, and every page that editors write."""

import datetime as dt
import html
import itertools
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, Site

from portal.models import HomePage, NewsIndexPage, NewsPage, RegulationIndexPage, RegulationPage, StandardPage
from tests.factories import make_institution

pytestmark = pytest.mark.django_db

STANDING = ("profil", "maklumat-pelayanan", "tata-cara-permohonan", "tata-cara-keberatan", "standar-biaya")
EVERY = ["/", *(f"/{slug}/" for slug in (*STANDING, "kebijakan-privasi", "aksesibilitas", "berita", "regulasi"))]
EVERY.append("/regulasi/uu-14-2008/")


def text_of(response):
    return html.unescape(response.content.decode())


def test_the_tree_is_sound():
    assert Page.find_problems() == ([], [], [], [], [])
    assert Site.objects.get(is_default_site=True).root_page.specific_class is HomePage


@pytest.mark.parametrize("address", EVERY)
def test_every_first_page_is_a_whole_page(client, address):
    response = client.get(address)
    page = text_of(response)
    assert response.status_code == 200
    assert '<html lang="id"' in page
    assert len(re.findall(r"<h1[\s>]", page)) == 1
    for landmark in ("<header", "<nav", "<main", "<footer"):
        assert landmark in page
    assert 'href="#isi"' in page
    assert 'id="isi"' in page
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe-inline" not in policy
    assert "set-cookie" not in {name.lower() for name in response.headers}, "a plain page sets no cookie"


@pytest.mark.parametrize("address", EVERY)
def test_headings_are_walked_without_a_gap(client, address):
    levels = [int(level) for level in re.findall(r"<h([1-6])[\s>]", text_of(client.get(address)))]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels)), levels


def test_links_of_the_first_pages_and_of_the_frame_lead_somewhere(client):
    links = set()
    for address in EVERY:
        links |= set(re.findall(r'href="(/[^"#?]*)', text_of(client.get(address))))
    pages = {link for link in links if not link.startswith(("/static/", "/admin/"))}
    broken = {link: status for link in sorted(pages) if (status := client.get(link).status_code) not in (200, 302)}
    assert not broken


def test_a_text_that_nobody_has_looked_at_says_so(client):
    assert "belum ditinjau badan publik" in text_of(client.get("/profil/"))
    StandardPage.objects.filter(slug="profil").update(reviewed_on=dt.date(2026, 11, 23))
    page = text_of(client.get("/profil/"))
    assert "ditinjau pada Senin, 23 November 2026" in page
    assert "belum ditinjau" not in page


def test_facts_come_from_the_settings_of_the_body(client):
    make_institution(copy_fee=250, address="Jalan Merdeka 1", commission_name="Komisi Informasi Jawa Barat")
    assert "Rp250" in text_of(client.get("/standar-biaya/"))
    assert "Jalan Merdeka 1" in text_of(client.get("/profil/"))
    assert "Komisi Informasi Jawa Barat" in text_of(client.get("/tata-cara-keberatan/"))


def test_the_standard_of_fees_and_the_ways_to_pay_are_announced__perki_37_38(client):
    make_institution(
        copy_fee=250, post_fee=18_000, courier_fee=None, fee_basis="Keputusan PPID Nomor 7 Tahun 2026",
        pay_cash="Loket PPID", pay_account="Rekening Kas Daerah 0012-01", pay_emoney="QRIS di loket",
    )  # fmt: skip
    page = re.sub(r"\s*<[^>]+>\s*", " ", text_of(client.get("/standar-biaya/")))
    page = re.sub(r"\s+", " ", page)
    for words in (
        "Rp250 per lembar", "Rp18.000 sekali kirim", "sebesar tarif kurir", "Biaya lain tidak ada",
        "Ditetapkan dengan Keputusan PPID Nomor 7 Tahun 2026", "Loket PPID", "Rekening Kas Daerah 0012-01",
        "QRIS di loket",
    ):  # fmt: skip
        assert words in page, words


def test_without_a_fee_nothing_is_charged(client):
    assert "Penggandaan tidak dipungut biaya." in text_of(client.get("/standar-biaya/"))


def news(title, day=dt.date(2026, 11, 20), **fields):
    return NewsIndexPage.objects.get().add_child(instance=NewsPage(title=title, date=day, lead="Ringkas.", **fields))


def test_news_the_newest_first_and_drafts_not_at_all(client):
    assert "Belum ada berita" in text_of(client.get("/berita/"))
    news("Kabar lama", dt.date(2026, 1, 5))
    news("Kabar baru", dt.date(2026, 11, 20))
    news("Masih konsep", live=False)
    page = text_of(client.get("/berita/"))
    assert page.index("Kabar baru") < page.index("Kabar lama")
    assert "Jumat, 20 November 2026" in page
    assert "Masih konsep" not in page


def test_regulations_by_kind(client):
    page = text_of(client.get("/regulasi/?jenis=uu"))
    assert "Keterbukaan Informasi Publik" in page
    assert "Peraturan Pemerintah Nomor 61" not in page


@pytest.mark.parametrize("query", ["?jenis=ngawur", "?halaman=0", "?halaman=99", "?halaman=x", "?halaman=²"])
def test_a_list_that_does_not_exist_is_404(client, query):
    assert client.get(f"/regulasi/{query}").status_code == 404


def test_a_repealed_regulation_says_so(client):
    RegulationPage.objects.filter(slug="perki-1-2013").update(force=RegulationPage.Force.REPEALED)
    assert "Dicabut" in text_of(client.get("/regulasi/"))


@pytest.mark.parametrize("address", ["/berita/", "/regulasi/"])
def test_the_statements_do_not_grow_with_the_rows(client, address):
    def statements():
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        return len(queries)

    index = RegulationIndexPage.objects.get()
    news("Satu")
    few = statements()
    for number in range(6):
        news(f"Berita {number}")
        rule = RegulationPage(title=f"Perda {number}", kind="perda", number=str(number), year=2020)
        index.add_child(instance=rule)
    assert statements() == few
    assert few <= 12, f"{address} takes {few} statements"
