"""A citizen is told that something is missing, completes it on a phone after the code, and the desk declares it so."""

import datetime as dt
import re

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Page, expect

from portal import second_factor
from ppid.models import InformationRequest, Institution, Role
from tests.checking import bare_case, send_incomplete
from tests.e2e.conftest import DESKTOP, assert_axe_clean, assert_holds_at_200_percent, assert_no_sideways_scroll
from tests.factories import make_institution, make_officer, run_queue
from tests.integration.citizen.asking import mailed_code

pytestmark = pytest.mark.browser


def looked_at(page: Page) -> None:
    assert_axe_clean(page)
    assert_no_sideways_scroll(page)
    assert_holds_at_200_percent(page)


@pytest.fixture
def today(site, monkeypatch):
    monkeypatch.setattr(second_factor, "waived", lambda: True)
    make_institution(email="ppid@tirtaraya.example")
    return Institution.load().day_of(timezone.now())


@pytest.fixture
def asked(site, today):
    """A request of today without NIK and papers, whose incompleteness letter was sent by e-mail today."""
    case = bare_case(at=timezone.now() - dt.timedelta(seconds=1))
    send_incomplete(case, on=today)
    run_queue()
    return case


def follow_from_the_mail(page: Page, site: str, case: InformationRequest) -> None:
    """From the mail's link and tracking code to the state page, then through the one-time code."""
    message = next(one for one in mail.outbox if one.subject == f"Permohonan {case.number} perlu dilengkapi")
    address = re.search(r"https?://\S+/lacak/", str(message.body))
    assert address
    page.goto(address.group(0))
    page.get_by_label("Kode lacak").fill(case.tracking_code)
    page.get_by_role("button", name="Lihat keadaan").click()


def give_the_code(page: Page) -> None:
    mail.outbox.clear()
    page.get_by_role("button", name="Kirim kode ke e-mail saya").click()
    run_queue()
    page.get_by_label("Kode sekali pakai").fill(mailed_code())
    page.get_by_role("button", name="Buka").click()


def test_a_citizen_completes_on_a_phone_and_the_desk_declares_it_complete(site, page, browser, asked, today):
    follow_from_the_mail(page, site, asked)
    expect(page.get_by_role("heading", level=1)).to_have_text("Permohonan Anda perlu dilengkapi")
    expect(page.locator("main")).not_to_contain_text("Budi")
    looked_at(page)
    page.get_by_role("link", name="Lengkapi permohonan").click()
    give_the_code(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Lengkapi permohonan")
    looked_at(page)
    page.get_by_role("button", name="Kirim kelengkapan").click()
    expect(page.get_by_role("alert")).to_contain_text("Belum ada yang dilengkapi")
    looked_at(page)
    page.get_by_label("NIK").fill("3201019876543210")
    page.get_by_label("Pilih berkas").set_input_files(
        files=[{"name": "ktp saya.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 ktp"}]
    )
    page.get_by_role("button", name="Unggah berkas").click()
    expect(page.locator("main")).to_contain_text("ktp saya.pdf")
    expect(page.get_by_label("NIK")).to_have_value("3201019876543210")
    looked_at(page)
    page.get_by_label("Tujuan penggunaan").fill("Bahan ajar.")
    page.get_by_role("button", name="Kirim kelengkapan").click()
    expect(page.locator("main")).to_contain_text("Sudah dilengkapi, sedang diperiksa")
    expect(page.get_by_role("status").first).to_contain_text("sudah kami terima")
    looked_at(page)
    asked.refresh_from_db()
    assert asked.applicant.identity == "3201019876543210"

    client = Client()
    client.force_login(make_officer(Role.PPID), backend="django.contrib.auth.backends.ModelBackend")
    context = browser.new_context(viewport=DESKTOP, locale="id-ID", timezone_id="Asia/Jakarta")
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": site}])
    desk = context.new_page()
    try:
        desk.goto(site + "/admin/permohonan/?tanda=completed")
        expect(desk.locator("main")).to_contain_text("Dilengkapi pemohon")
        assert_axe_clean(desk)
        desk.get_by_role("link", name=asked.number).click()
        expect(desk.locator("main")).to_contain_text("Periksa, lalu nyatakan lengkap")
        assert_axe_clean(desk)
        desk.get_by_role("link", name="Nyatakan lengkap").click()
        assert_axe_clean(desk)
        desk.get_by_role("button", name="Nyatakan lengkap").click()
        expect(desk.locator("main")).to_contain_text("Dinyatakan lengkap")
    finally:
        context.close()
    asked.refresh_from_db()
    assert asked.complete_on == today


def test_a_citizen_takes_a_part_back_and_then_the_whole_without_javascript(site, browser, today):
    case = bare_case(at=timezone.now() - dt.timedelta(seconds=1))
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False, locale="id-ID")
    page = context.new_page()
    try:
        page.goto(site + "/lacak/")
        page.get_by_label("Kode lacak").fill(case.tracking_code)
        page.get_by_role("button", name="Lihat keadaan").click()
        page.get_by_role("link", name="Cabut permohonan").click()
        give_the_code(page)
        page.get_by_label("Sebagian saja").check()
        page.get_by_label("Bila sebagian").fill("Lampiran tahun 2019.")
        page.get_by_label("Saya pemohonnya").check()
        page.get_by_role("button", name="Lanjutkan").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Cabut sebagian permohonan?")
        page.get_by_role("button", name="Ya, cabut").click()
        expect(page.locator("main")).to_contain_text("sebagian dicabut")
        page.get_by_role("link", name="Cabut permohonan").click()
        page.get_by_label("Seluruh permohonan").check()
        page.get_by_label("Saya pemohonnya").check()
        page.get_by_role("button", name="Lanjutkan").click()
        page.get_by_role("button", name="Ya, cabut").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Permohonan Anda sudah dicabut")
    finally:
        context.close()
    case.refresh_from_db()
    assert case.state == "withdrawn"
    assert case.part_withdrawals.get().part == "Lampiran tahun 2019."
