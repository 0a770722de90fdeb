"""A citizen asks on a phone, is answered, and reads the letter (issue 3: ask, answer, read)."""

from pathlib import Path

import pytest
from django.core import mail
from django.utils import timezone
from playwright.sync_api import Page, expect

from ppid.models import InformationRequest, Institution
from tests.e2e.conftest import DESKTOP, assert_axe_clean, assert_holds_at_200_percent, assert_no_sideways_scroll
from tests.factories import answer_case, make_institution, run_queue
from tests.integration.citizen.asking import mailed_code

pytestmark = pytest.mark.browser
NAME = "Siti O'Brien ꦱꦶꦠꦶ 🙂"


def looked_at(page: Page) -> None:
    """Every screen on the way: axe, no sideways scroll, and at twice the size."""
    assert_axe_clean(page)
    assert_no_sideways_scroll(page)
    assert_holds_at_200_percent(page)


def go_on(page: Page) -> None:
    page.get_by_role("button", name="Lanjutkan").click()


def fill_in(page: Page, site: str, look: bool = True) -> None:
    """From the door to the review page."""
    see = looked_at if look else (lambda _page: None)
    page.goto(site + "/permohonan/")
    see(page)
    page.get_by_role("link", name="Mulai permohonan").click()
    go_on(page)
    expect(page.get_by_role("alert")).to_contain_text("Tulis informasi yang Anda minta")
    see(page)
    page.get_by_role("alert").get_by_role("link").click()
    expect(page.get_by_label("Informasi yang Anda minta")).to_be_focused()
    page.get_by_label("Informasi yang Anda minta").fill("Rincian anggaran jalan desa 2026.")
    go_on(page)
    see(page)
    page.get_by_label("Mendapat salinan").check()
    page.get_by_label("Berkas digital").check()
    page.get_by_label("Surat elektronik").check()
    go_on(page)
    see(page)
    page.get_by_label("Diri sendiri").check()
    go_on(page)
    page.get_by_label("Nama lengkap").fill(NAME)
    see(page)
    go_on(page)
    go_on(page)
    expect(page.get_by_role("alert")).to_contain_text("satu cara menghubungi Anda")
    see(page)
    page.get_by_label("Alamat surat elektronik").fill("siti@contoh.id")
    go_on(page)
    see(page)
    page.get_by_role("link", name="Lanjutkan tanpa berkas").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Periksa, lalu kirim")
    see(page)


def test_a_citizen_asks_on_a_phone_tracks_and_reads_the_answer(site, page):
    make_institution()
    today = Institution.load().day_of(timezone.now())

    fill_in(page, site)
    page.get_by_role("button", name="Kirim permohonan").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Permohonan Anda terdaftar")
    looked_at(page)
    case = InformationRequest.objects.get()
    assert case.applicant.name == NAME
    expect(page.locator("main")).to_contain_text(case.number)
    code = page.locator("dd.code").inner_text()
    assert code == case.tracking_code
    expect(page.locator("#mengapa")).to_contain_text("10 hari kerja sejak permohonan diterima")

    page.get_by_role("link", name="Lacak permohonan").last.click()
    looked_at(page)
    page.get_by_label("Kode lacak").fill(code.lower().replace("-", " "))
    page.get_by_role("button", name="Lihat keadaan").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Permohonan Anda sedang dijawab")
    expect(page.locator("main")).not_to_contain_text("Siti")
    looked_at(page)

    answer_case(case, on=today)
    run_queue()
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("Permohonan Anda sudah dijawab")
    looked_at(page)
    page.get_by_role("link", name="Buka surat dengan kode").click()
    looked_at(page)
    mail.outbox.clear()
    page.get_by_role("button", name="Kirim kode ke e-mail saya").click()
    expect(page.get_by_label("Kode sekali pakai")).to_be_visible()
    run_queue()
    page.get_by_label("Kode sekali pakai").fill("abc")
    page.get_by_role("button", name="Buka").click()
    looked_at(page)
    page.get_by_label("Kode sekali pakai").fill(mailed_code())
    page.get_by_role("button", name="Buka").click()
    looked_at(page)
    with page.expect_download() as download:
        page.locator("#surat").get_by_role("link").first.click()
    letter = case.letters.get(kind="notice")
    assert Path(download.value.path()).read_bytes() == letter.signed.read()

    page.goto(site + "/saya/")
    expect(page.locator("main")).to_contain_text(case.number)
    looked_at(page)


def test_the_whole_way_works_without_javascript_on_a_desktop(site, browser):
    make_institution()
    context = browser.new_context(viewport=DESKTOP, java_script_enabled=False, locale="id-ID")
    page = context.new_page()
    try:
        page.goto(site + "/permohonan/baru/?tentang=jalan%20desa")
        expect(page.get_by_label("Informasi yang Anda minta")).to_have_value("jalan desa")
        page.get_by_label("Informasi yang Anda minta").fill("Rincian anggaran jalan desa 2026.")
        for _screen in range(3):
            go_on(page)
            if page.get_by_label("Diri sendiri").count():
                page.get_by_label("Diri sendiri").check()
        page.get_by_label("Nama lengkap").fill(NAME)
        go_on(page)
        page.get_by_label("Nomor telepon").fill("0812")
        go_on(page)
        page.get_by_role("link", name="Lanjutkan tanpa berkas").click()
        page.get_by_role("button", name="Kirim permohonan").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Permohonan Anda terdaftar")
        expect(page.locator("main")).to_contain_text("cetak, foto, atau catat halaman ini sekarang")
    finally:
        context.close()


def test_a_mailbox_nobody_knows_looks_the_same(site, page):
    make_institution()
    page.goto(site + "/saya/")
    looked_at(page)
    page.get_by_label("Alamat surat elektronik").fill("siapa@contoh.id")
    page.get_by_role("button", name="Kirim kode").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tulis kode dari e-mail")
    looked_at(page)
    page.goto(site + "/permohonan/lanjutkan/tidak-ada/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Isian itu sudah tidak ada")
    looked_at(page)
