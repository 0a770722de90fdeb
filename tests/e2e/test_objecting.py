"""Nobody answers: on a phone the right is found, the prepared objection sent, and the superior's silence shown."""

import datetime as dt

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Page, expect

from portal import second_factor
from ppid.actions.clock import tick
from ppid.models import Institution, Objection, Role
from tests.e2e.conftest import DESKTOP, assert_axe_clean, assert_holds_at_200_percent, assert_no_sideways_scroll
from tests.factories import file_case, make_institution, make_officer, object_to, run_queue
from tests.integration.citizen.asking import mailed_code

pytestmark = pytest.mark.browser


def looked_at(page: Page) -> None:
    assert_axe_clean(page)
    assert_no_sideways_scroll(page)
    assert_holds_at_200_percent(page)


@pytest.fixture
def now(site, monkeypatch):
    monkeypatch.setattr(second_factor, "waived", lambda: True)
    make_institution(
        email="ppid@tirtaraya.example", commission_name="Komisi Informasi Provinsi Contoh",
        commission_address="Jalan Diponegoro 2", commission_source="Keputusan Gubernur Nomor 5 Tahun 2024",
    )  # fmt: skip
    return timezone.now()


def time_passes(now) -> None:
    on = Institution.load().day_of(now)
    tick(on=on, at=now)
    run_queue()


def follow(page: Page, site: str, code: str) -> None:
    page.goto(f"{site}/lacak/")
    page.get_by_label("Kode lacak").fill(code)
    page.get_by_role("button", name="Lihat keadaan").click()


def give_the_code(page: Page) -> None:
    mail.outbox.clear()
    page.get_by_role("button", name="Kirim kode ke e-mail saya").click()
    run_queue()
    page.get_by_label("Kode sekali pakai").fill(mailed_code())
    page.get_by_role("button", name="Buka").click()


def test_silence_then_objection_then_the_superiors_silence(page: Page, site: str, now: dt.datetime):
    case = file_case(at=now - dt.timedelta(days=25))
    time_passes(now)
    page.goto(f"{site}/keberatan/")
    looked_at(page)
    follow(page, site, case.tracking_code)
    expect(page.get_by_role("heading", name="Apa yang dapat saya lakukan sekarang?")).to_be_visible()
    looked_at(page)
    page.locator("main").get_by_role("link", name="Ajukan keberatan").click()
    give_the_code(page)
    expect(page.get_by_label("Sampai batas waktunya tidak ada jawaban.")).to_be_checked()
    page.get_by_role("button", name="Periksa").click()
    expect(page.get_by_role("heading", name="Ada yang perlu diperbaiki")).to_be_visible()
    page.get_by_label("Uraikan alasannya").fill("Sampai hari ini tidak ada surat jawaban.")
    looked_at(page)
    page.get_by_role("button", name="Periksa").click()
    looked_at(page)
    page.get_by_role("button", name="Kirim keberatan").click()
    objection = Objection.objects.get()
    expect(page.get_by_text(objection.number).first).to_be_visible()
    expect(page.get_by_text(objection.tracking_code)).to_be_visible()
    looked_at(page)
    page.get_by_role("link", name="Ikuti keberatan ini").click()
    expect(page.get_by_role("heading", name="Keberatan Anda sedang ditangani")).to_be_visible()
    looked_at(page)


def test_the_superiors_silence_tells_where_to_go(page: Page, site: str, now: dt.datetime):
    case = object_to(file_case(at=now - dt.timedelta(days=90)), at=now - dt.timedelta(days=60))
    time_passes(now)
    follow(page, site, case.tracking_code)
    expect(page.get_by_role("heading", name="Keberatan Anda belum ditanggapi")).to_be_visible()
    expect(page.get_by_text("Komisi Informasi Provinsi Contoh")).to_be_visible()
    looked_at(page)


def test_the_desk_reads_it_and_the_superior_finds_it(page: Page, site: str, now: dt.datetime):
    case = object_to(file_case(at=now - dt.timedelta(days=40)), at=now - dt.timedelta(days=3))
    run_queue()
    client = Client()
    client.force_login(make_officer(Role.SUPERIOR))
    page.set_viewport_size(DESKTOP)
    page.goto(site)
    page.context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": site}])
    for path in (
        "/admin/keberatan/",
        f"/admin/keberatan/{case.pk}/",
        f"/admin/keberatan/{case.pk}/langkah/susun-tanggapan/",
    ):
        page.goto(f"{site}{path}")
        expect(page.locator("#main")).to_contain_text(case.number)
        assert_axe_clean(page)
