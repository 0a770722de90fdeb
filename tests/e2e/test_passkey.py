"""An officer enrols a passkey, and the next sign-in asks for it (issue 3: MFA for every role above citizen)."""

import pytest
from playwright.sync_api import expect

from ppid.models import Role
from tests import factories
from tests.e2e.conftest import DESKTOP

pytestmark = pytest.mark.browser


@pytest.fixture
def authenticator(page):
    """A security key of the browser's own making, which confirms without a finger."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
        "isUserVerified": True, "automaticPresenceSimulation": True,
    }  # fmt: skip
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def sign_in(page, site, user):
    page.goto(site + "/akun/login/?next=/admin/")
    page.locator("[name=login]").fill(user.email)
    page.locator("[name=password]").fill(factories.PASSWORD)
    page.get_by_role("button", name="Masuk", exact=True).click()


def test_a_passkey_opens_the_officers_rooms_and_is_asked_for_again(site, page, authenticator):
    page.set_viewport_size(DESKTOP)
    user = factories.make_officer(Role.PPID)
    sign_in(page, site, user)
    expect(page).to_have_url(site + "/akun/2fa/")
    page.goto(site + "/akun/2fa/webauthn/add/")
    page.locator("[name=password]").fill(factories.PASSWORD)
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url("**/akun/2fa/webauthn/add/**")
    page.locator("#mfa_webauthn_add").click()
    page.wait_for_url(lambda address: "add" not in address)
    page.goto(site + "/admin/")
    expect(page.get_by_role("heading", name="Hari ini")).to_be_visible()

    page.context.clear_cookies()
    sign_in(page, site, user)
    page.wait_for_url("**/akun/2fa/authenticate/**")
    page.goto(site + "/admin/")
    expect(page).not_to_have_url(site + "/admin/")
