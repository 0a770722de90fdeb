"""axe finds nothing on any public page, on a phone and on a desk; nothing is wider than the window."""

import pytest
from django.test import Client

from disclosures.actions.complaints import import_complaints
from portal import second_factor
from portal.demo.complaints import export
from ppid.models import Role
from tests import access_world, factories
from tests.e2e.conftest import DESKTOP, PHONE, assert_axe_clean, assert_no_sideways_scroll

pytestmark = pytest.mark.browser
PUBLIC = (
    "/", "/cari/", "/cari/?q=anggaran", "/cari/?q=zzqxv", "/daftar-informasi/", "/daftar-informasi/{entry}/", "/unit/",
    "/unit/{unit_code}/", "/aduan/", "/aduan/2026/?menurut=unit", "/aduan/2026/?menurut=month", "/aduan/2026/daftar/",
    "/daftar-dikecualikan/", "/permohonan/", "/permohonan/register/", "/permohonan/baru/", "/lacak/", "/saya/",
    "/kalkulator-tenggat/",
    "/kalkulator-tenggat/?kode=REQ_NOTICE_UU&dari=2026-03-10", "/kalkulator-tenggat/?kode=REQ_NOTICE_UU&dari=kemarin",
    "/integritas/", "/putusan/",
    "/verifikasi/", "/verifikasi/{verify_code}/", "/verifikasi/SALAH/", "/berita/", "/regulasi/", "/akun/login/",
    "/akun/password/reset/", "/tidak-ada/",
)  # fmt: skip
OFFICERS = ("/admin/", "/admin/permohonan/", "/admin/permohonan/{case}/", "/admin/permohonan/{case}/tahan/",
            "/admin/daftar-informasi/impor/", "/admin/hari-libur/", "/admin/hari-libur/1/", "/admin/hari-libur/baru/",
            "/admin/hari-libur/7/cabut/", "/admin/hari-libur/cara-menghitung/")  # fmt: skip


@pytest.fixture
def world(site, monkeypatch, settings, tmp_path):
    monkeypatch.setattr(second_factor, "waived", lambda: True)
    settings.SEARCH_DIR = tmp_path / "search"
    made = access_world.make_world()
    import_complaints(content=export(factories.TODAY, 60), on=factories.TODAY)
    return made


def look(page, address):
    page.goto(address, wait_until="load")
    assert page.locator("h1").count() == 1, address
    assert_axe_clean(page)
    assert_no_sideways_scroll(page)


def test_axe_finds_nothing_on_any_public_page(site, page, world):
    """One test over all addresses: the world is built once, and every fault is told at the end."""
    faults = []
    for size in (PHONE, DESKTOP):
        page.set_viewport_size(size)
        for address in PUBLIC:
            try:
                look(page, site + address.format(**world.keys))
            except AssertionError as fault:
                faults.append(f"{size['width']} px: {fault}"[:900])
    assert not faults, "\n\n".join(faults)


def test_axe_finds_nothing_in_the_officers_rooms(site, page, world):
    client = Client()
    client.force_login(world.users[Role.PPID.value], backend="django.contrib.auth.backends.ModelBackend")
    page.context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": site}])
    page.set_viewport_size(DESKTOP)
    faults = []
    for address in OFFICERS:
        page.goto(site + address.format(**world.keys), wait_until="load")
        try:
            assert_axe_clean(page)
        except AssertionError as fault:
            faults.append(str(fault)[:900])
    assert not faults, "\n\n".join(faults)
