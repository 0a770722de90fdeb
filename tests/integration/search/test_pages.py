"""/cari/ in its states, its suggestions and its description for browsers."""

from xml.etree import ElementTree as ET

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from search import index
from search.engines.base import Engine, EngineDown
from tests.integration.search.conftest import Shelf

pytestmark = pytest.mark.django_db


@pytest.fixture
def filled(shelf: Shelf, own_engine: Engine) -> Engine:
    for n in range(25):
        shelf.add(str(n), f"Laporan jalan {n}", "Jalan <script>alert(1)</script> rusak.", unit="Dinas A", year="2025")
    shelf.add("x", "Anggaran", "Belanja daerah.", unit="Dinas B", year="2024")
    index.refresh("entry", list(shelf.keys()))
    return own_engine


def test_before_the_question_the_page_explains_itself(client: Client, filled: Engine) -> None:
    response = client.get("/cari/")
    assert response.status_code == 200
    assert response.context["screen"].state == "start"


def test_results_are_marked_and_escaped(client: Client, filled: Engine) -> None:
    page = client.get("/cari/", {"q": "jalan rusak"}).content.decode()
    assert "<mark>Jalan</mark> &lt;script&gt;alert(1)&lt;/script&gt; <mark>rusak</mark>" in page
    assert "<script>alert" not in page
    assert "25 hasil" in page
    assert "/permohonan/baru/?tentang=jalan+rusak" in page


def test_facets_narrow_and_stay_in_the_links(client: Client, filled: Engine) -> None:
    response = client.get("/cari/", {"q": "jalan anggaran", "unit": "Dinas A", "tahun": "2025", "jenis": "informasi"})
    screen = response.context["screen"]
    assert screen.total == 25
    assert "unit=Dinas+A" in screen.rest
    units = next(facet for facet in screen.facets if facet.name == "unit")
    assert {(o.value, o.count, o.chosen) for o in units.options} == {("Dinas A", 25, True)}


def test_past_the_last_page_the_last_one_is_offered(client: Client, filled: Engine) -> None:
    assert client.get("/cari/", {"q": "jalan", "halaman": 3}).status_code == 200
    response = client.get("/cari/", {"q": "jalan", "halaman": 99})
    assert (response.status_code, response["Location"]) == (302, "/cari/?q=jalan&halaman=3")


def test_nothing_found_shows_the_next_steps(client: Client, filled: Engine) -> None:
    response = client.get("/cari/", {"q": "zzqxv", "tahun": "2024"})
    page = response.content.decode()
    assert response.status_code == 200
    assert "Tidak ada hasil untuk “zzqxv”" in page
    assert "/permohonan/baru/?tentang=zzqxv" in page
    assert "Hapus semua saringan" in page
    assert "terlalu umum" in client.get("/cari/", {"q": "yang"}).content.decode()


def test_an_outage_is_never_nothing_found(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def down() -> Engine:
        raise EngineDown("uji")

    monkeypatch.setattr(index, "engine", down)
    response = client.get("/cari/", {"q": "jalan"})
    page = response.content.decode()
    assert (response.status_code, response["Retry-After"]) == (503, "120")
    assert "Layanan pencarian sedang terganggu" in page
    assert "Tidak ada hasil" not in page
    assert 'value="jalan"' in page
    assert client.get("/cari/saran", {"q": "jal"}).status_code == 503


@pytest.mark.parametrize("wrong", [
    {"q": "a" * 301}, {"q": "jalan", "halaman": "0"}, {"q": "jalan", "halaman": "dua"},
    {"q": "jalan", "jenis": "rahasia"},
    {"q": "jalan", "halaman": "999999"}, {"q": "jalan", "unit": "x" * 301},
])  # fmt: skip
def test_what_cannot_be_asked_is_refused_with_the_remedy(client: Client, filled: Engine, wrong: dict[str, str]) -> None:
    response = client.get("/cari/", wrong)
    page = response.content.decode()
    assert response.status_code == 400
    assert "Ada yang perlu diperbaiki" in page
    assert f'value="{wrong["q"]}"' in page


def test_statements_and_engine_calls_do_not_grow_with_the_rows(
    client: Client, filled: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[str] = []
    answer = filled.search
    monkeypatch.setattr(filled, "search", lambda *a: calls.append("search") or answer(*a))
    client.get("/cari/", {"q": "anggaran"})
    counts = []
    for query in ("anggaran", "laporan"):
        calls.clear()
        with CaptureQueriesContext(
            connection,
        ) as statements:
            client.get("/cari/", {"q": query})
        counts.append((len(statements), len(calls)))
    assert counts[0] == counts[1]
    assert counts[0][0] <= 6
    assert counts[0][1] == 1


def test_suggestions_have_the_form_browsers_expect(client: Client, filled: Engine) -> None:
    typed, titles, kinds, urls = client.get("/cari/saran", {"q": "angg"}).json()
    assert (typed, titles, kinds, urls) == ("angg", ["Anggaran"], ["entry"], ["/daftar-informasi/x/"])
    assert client.get("/cari/saran").json() == ["", [], [], []]
    assert client.get("/cari/saran", {"q": "a" * 301}).status_code == 400


def test_the_description_for_browsers_names_both_addresses(client: Client) -> None:
    response = client.get("/opensearch.xml")
    assert response["Content-Type"].startswith("application/opensearchdescription+xml")
    names = {
        url.get("rel"): url.get("template", "") for url in ET.fromstring(response.content) if url.tag.endswith("Url")
    }
    assert names["results"].endswith("/cari/?q={searchTerms}")
    assert names["suggestions"].endswith("/cari/saran?q={searchTerms}")


def test_nothing_found_names_the_filters_that_narrowed(client: Client, filled: Engine) -> None:
    page = client.get("/cari/", {"q": "jalan", "tahun": "abc", "unit": "Dinas B"}).content.decode()
    assert "Saringan yang dipakai:" in page
    assert "Tahun “abc”" in page
    assert "Unit “Dinas B”" in page
    assert "Saringan yang dipakai" not in client.get("/cari/", {"q": "zzqxv"}).content.decode()
