"""What an officer's journeys share: a signed-in browser, the look at each page, the signed letter handed up."""

import io
from pathlib import Path

import pikepdf
from django.test import Client
from playwright.sync_api import Page, expect

from portal.models import User
from ppid import letters
from ppid.models import Case, Letter
from tests import factories
from tests.e2e.conftest import DESKTOP, PHONE, assert_axe_clean, assert_no_sideways_scroll


def sign_in(page: Page, site: str, user: User) -> None:
    """This browser belongs to that officer; the second factor is tried elsewhere."""
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    page.context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": site}])
    page.set_viewport_size(DESKTOP)


def looked_at(page: Page) -> None:
    """Axe at desk size, and no sideways scroll on a phone."""
    page.wait_for_load_state("load")
    expect(page.get_by_role("heading", level=1)).to_be_attached()
    assert_axe_clean(page)
    page.set_viewport_size(PHONE)
    assert_no_sideways_scroll(page)
    page.set_viewport_size(DESKTOP)


def open_case(page: Page, site: str, case: Case) -> None:
    page.goto(f"{site}/admin/permohonan/{case.pk}/")


def signed_copy(letter: Letter, folder: Path) -> Path:
    """The letter as it comes back from a signing programme: same content, other bytes."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(letters.for_signature(letter))) as document:
        document.save(out, linearize=True)
    path = folder / f"surat-{letter.pk}.pdf"
    path.write_bytes(out.getvalue())
    return path


def sign_and_send(page: Page, site: str, case: Case, kind: str, sending: str, folder: Path) -> Letter:
    """After the draft: the queue makes it, the signed file is handed up, its sending by mail is recorded."""
    factories.run_queue()
    letter = case.letters.get(kind=kind, sent_at=None)
    open_case(page, site, case)
    page.get_by_role("link", name="Unggah surat bertanda tangan").first.click()
    page.get_by_label("Surat bertanda tangan").set_input_files(signed_copy(letter, folder))
    page.get_by_label("Penanda tangan").select_option(index=1)
    looked_at(page)
    page.get_by_role("button", name="Unggah surat bertanda tangan").click()
    expect(page.get_by_text("Surat bertanda tangan tersimpan")).to_be_visible()
    page.get_by_role("link", name=sending, exact=True).click()
    page.get_by_label("Cara penyampaian").select_option("email")
    looked_at(page)
    page.get_by_role("button", name=sending).click()
    factories.run_queue()
    letter.refresh_from_db()
    return letter
