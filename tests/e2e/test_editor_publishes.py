"""An editor publishes an entry in the Wagtail admin and a citizen finds it (issue 3, "Shown by")."""

import pytest
from django.test import Client
from playwright.sync_api import expect

from disclosures.models import RegisterEntry
from portal import second_factor
from ppid.models import Role
from tests import factories
from tests.e2e.conftest import DESKTOP, PHONE, assert_axe_clean

pytestmark = pytest.mark.browser
SUMMARY = "Jadwal pengerukan saluran irigasi Bendung Talang Wetan"


@pytest.fixture
def editor(site, page, monkeypatch, settings, tmp_path):
    monkeypatch.setattr(second_factor, "waived", lambda: True)
    settings.SEARCH_DIR = tmp_path / "search"
    factories.make_institution()
    factories.make_unit(name="Dinas Sumber Daya Air")
    factories.make_unit(name="Dinas Pertanian")
    client = Client()
    client.force_login(factories.make_officer(Role.EDITOR), backend="django.contrib.auth.backends.ModelBackend")
    page.context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": site}])
    page.set_viewport_size(DESKTOP)


def test_what_an_editor_publishes_a_citizen_finds(site, page, editor):
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.goto(site + "/admin/snippets/disclosures/registerentry/add/")
    page.locator("[name=summary]").fill(SUMMARY)
    page.locator("#id_unit-chooser").get_by_role("button").locator("visible=true").first.click()
    page.get_by_role("dialog").get_by_role("link", name="Dinas Sumber Daya Air").click()
    expect(page.locator("#id_unit-chooser")).to_contain_text("Dinas Sumber Daya Air")
    page.locator("[name=info_class]").select_option("setiap_saat")
    page.locator("[name=maker]").fill("Bidang Irigasi")
    page.locator("[name=made_when]").fill("2026")
    page.locator("[name=retention]").fill("5 tahun")
    page.locator("footer [data-w-dropdown-target=toggle]").last.click()
    page.locator("button[name=action-publish]").click()
    page.wait_for_url("**/registerentry/")
    assert RegisterEntry.objects.get(summary=SUMMARY).live
    assert not [text for text in said if "Content Security Policy" in text], said
    assert factories.run_queue() >= 1

    page.context.clear_cookies()
    page.set_viewport_size(PHONE)
    page.goto(site + "/")
    page.locator("main input[type=search]").first.fill("mengeruk irigasi talang")
    page.locator("main input[type=search]").first.press("Enter")
    page.get_by_role("link", name=SUMMARY).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("irigasi")
    expect(page.get_by_text("Dinas Sumber Daya Air").first).to_be_visible()
    assert_axe_clean(page)
