"""Every page of the frame in a real browser, on a phone and on a desk: axe finds nothing, nothing sticks out."""

import pytest
from django.conf import settings as django_settings

from tests.e2e.conftest import DESKTOP, PHONE, assert_axe_clean, assert_holds_at_200_percent, assert_no_sideways_scroll

pytestmark = pytest.mark.browser

PAGES = (
    "/",
    "/profil/",
    "/maklumat-pelayanan/",
    "/tata-cara-permohonan/",
    "/tata-cara-keberatan/",
    "/standar-biaya/",
    "/kebijakan-privasi/",
    "/aksesibilitas/",
    "/berita/",
    "/regulasi/",
    "/regulasi/uu-14-2008/",
    "/tidak-ada-di-sini/",
)


@pytest.mark.parametrize("window", [PHONE, DESKTOP], ids=["360", "1280"])
def test_axe_finds_nothing_on_the_frames_pages(page, site, window):
    page.set_viewport_size(window)
    for address in PAGES:
        page.goto(site + address)
        assert_axe_clean(page)
        assert_no_sideways_scroll(page)
        assert_holds_at_200_percent(page)


def test_the_gallery_is_clean_in_both_sizes_of_print(page, site, settings):
    settings.ROOT_URLCONF = "tests.e2e.gallery_urls"
    for window in (PHONE, DESKTOP):
        page.set_viewport_size(window)
        page.goto(f"{site}/galeri/")
        assert_axe_clean(page)
        assert_no_sideways_scroll(page)
    page.get_by_role("button", name="Teks besar").click()
    page.goto(f"{site}/galeri/")
    assert page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") == 20
    assert_no_sideways_scroll(page)


def test_the_menu_unfolds_on_a_phone(page, site):
    page.set_viewport_size(PHONE)
    page.goto(site)
    link = page.get_by_role("link", name="Hasil pengaduan", exact=True).first
    assert not page.locator(".menu a").first.is_visible()
    page.get_by_text("Menu", exact=True).click()
    assert page.locator(".menu a").first.is_visible()
    assert_axe_clean(page)
    assert link


def test_everything_is_reached_by_keyboard_and_the_first_stop_skips_to_the_words(page, site):
    page.goto(f"{site}/profil/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Langsung ke isi"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "isi"


def test_the_pages_stand_without_javascript(browser, site):
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto(f"{site}/profil/")
    assert page.get_by_role("heading", level=1).inner_text() == "Profil PPID"
    page.get_by_role("button", name="English").click()
    assert page.locator("html").get_attribute("lang") == "en"
    context.close()


def test_nothing_is_asked_of_another_host_and_no_policy_is_broken(page, site):
    asked, complaints = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    for address in PAGES[:-1]:
        page.goto(site + address)
    assert not [url for url in asked if not url.startswith((site, "data:"))]
    assert not complaints
    assert django_settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]["default-src"]
