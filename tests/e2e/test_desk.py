"""An officer drafts the notice, uploads the signed letter and records its sending (issue 3: only that answers it)."""

import datetime as dt
import io

import pikepdf
import pytest
from django.test import Client
from playwright.sync_api import Page, expect

from portal import second_factor
from ppid import letters
from ppid.models import Institution, Role
from tests import factories
from tests.e2e.conftest import DESKTOP, PHONE, assert_axe_clean, assert_no_sideways_scroll

pytestmark = pytest.mark.browser


@pytest.fixture
def officer(site, page, monkeypatch):
    """A PPID's browser, signed in; the second factor is tried elsewhere."""
    monkeypatch.setattr(second_factor, "waived", lambda: True)
    factories.make_institution()
    client = Client()
    user = factories.make_officer(Role.PPID, name="Dra. Ratna Contoh")
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    page.context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": site}])
    page.set_viewport_size(DESKTOP)
    return user


def looked_at(page: Page) -> None:
    """Axe on both sizes, and no sideways scroll on the phone."""
    page.wait_for_load_state("load")
    expect(page.get_by_role("heading", level=1)).to_be_attached()
    assert_axe_clean(page)
    page.set_viewport_size(PHONE)
    assert_no_sideways_scroll(page)
    page.set_viewport_size(DESKTOP)


def test_draft_sign_send(site, page, officer, tmp_path):
    now = dt.datetime.now(dt.UTC)
    case = factories.file_case(at=now)
    today = Institution.load().day_of(now)
    page.goto(site + "/admin/")
    expect(page.get_by_role("heading", name="Hari ini")).to_be_visible()
    page.goto(site + "/admin/permohonan/")
    looked_at(page)
    page.get_by_role("link", name=case.number).click()
    looked_at(page)
    page.get_by_role("link", name="Susun pemberitahuan tertulis").click()
    page.get_by_label("Diberikan seluruhnya").check()
    page.get_by_label("Pertimbangan tertulis").fill("Informasi ini wajib tersedia setiap saat.")
    page.get_by_label("Informasi yang diberikan").fill("Laporan realisasi anggaran tahun 2025.")
    page.get_by_label("Waktu penyediaan (hari kerja)").fill("0")
    expect(page.get_by_alt_text("Halaman 1 dari")).to_be_visible(timeout=30_000)
    looked_at(page)
    page.get_by_role("button", name="Simpan konsep surat").click()
    expect(page.get_by_text("disimpan. Unduh naskahnya")).to_be_visible()

    factories.run_queue()
    letter = case.letters.get(kind="notice")
    signed = io.BytesIO()
    with pikepdf.open(io.BytesIO(letters.for_signature(letter))) as document:
        document.save(signed, linearize=True)
    path = tmp_path / "surat.pdf"
    path.write_bytes(signed.getvalue())
    page.goto(f"{site}/admin/permohonan/{case.pk}/langkah/unggah-surat/")
    looked_at(page)
    page.get_by_label("Surat bertanda tangan").set_input_files(path)
    page.get_by_label("Penanda tangan").select_option(index=1)
    page.get_by_role("button", name="Unggah surat bertanda tangan").click()
    expect(page.get_by_text("Tenggat baru berhenti setelah")).to_be_visible()

    page.get_by_role("link", name="Catat penyampaian surat").click()
    looked_at(page)
    page.get_by_label("Cara penyampaian").select_option("email")
    page.get_by_role("button", name="Catat penyampaian surat").click()
    expect(page.get_by_text("Permohonan ini sudah dijawab.")).to_be_visible()
    case.refresh_from_db()
    assert (case.state, case.answered_on) == ("answered", today)
    page.goto(f"{site}/admin/permohonan/surat/{letter.pk}/")
    looked_at(page)
