"""axe finds nothing on any page of the desk: every link that the demonstration's cases offer, each kind once."""

from urllib.parse import urlsplit

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import resolve

from portal import second_factor
from portal.models import User
from ppid.desk.office import case_address
from ppid.models import Case, Role
from tests.e2e.conftest import DESKTOP, PHONE, assert_axe_clean, assert_no_sideways_scroll

pytestmark = pytest.mark.browser
DOORS = (
    "/admin/", "/admin/permohonan/", "/admin/hari-libur/", "/admin/permohonan/register/", "/admin/permohonan/atasan/",
    "/admin/permohonan/pertanyaan/", "/admin/permohonan/surel-masuk/", "/admin/permohonan/aduan/",
    "/admin/permohonan/baru/", "/admin/snippets/ppid/exclusion/", "/admin/snippets/ppid/exclusion/add/",
    "/admin/permohonan/sengketa/", "/admin/putusan-terbuka/",
    "/admin/aduan/", "/admin/daftar-informasi/impor/",
)  # fmt: skip
# Rooms of this portal; the rest of the admin is Wagtail's.
ROOMS = ("/admin/permohonan/", "/admin/hari-libur/", "/admin/aduan/", "/admin/daftar-informasi/impor/")
# Answers that are files, and the way out.
NO_PAGES = ("desk_naskah", "desk_file", "desk_exclusion_file", "desk_mail_file", "desk_message_file", "desk_preview",
            "desk_receipt", "desk_form", "desk_hearings_file", "desk_dispute_hearings_file",
            "wagtailadmin_logout")  # fmt: skip
FEWEST = 30


@pytest.fixture
def demo(site, monkeypatch, settings, tmp_path):
    monkeypatch.setattr(second_factor, "waived", lambda: True)
    settings.DATA_DIR = tmp_path
    settings.SEARCH_DIR = tmp_path / "search"
    call_command("demo", "--small", verbosity=0)
    return site


def kind_of(path: str) -> tuple[str, ...]:
    """Pages of one kind look alike: the same view, the same move, for a case the same state."""
    match = resolve(path)
    given = {name: value for name, value in match.kwargs.items() if name not in ("pk", "letter_id", "mail_id")}
    if match.url_name in {"desk_case", "desk_objection", "desk_dispute"}:
        given["state"] = Case.objects.get(pk=match.kwargs["pk"]).state
    return (match.view_name, *map(str, given.values()))


def faults_of(page, site: str, address: str) -> list[str]:
    page.set_viewport_size(DESKTOP)
    answer = page.goto(site + address, wait_until="load")
    if answer is None or answer.status != 200:
        return [f"{address}: {answer and answer.status}"]
    if urlsplit(page.url).path == "/admin/" != address:
        # Not this officer's room: the admin says so at its own door, which is looked at by itself.
        return []
    found = []
    try:
        assert_axe_clean(page)
        page.set_viewport_size(PHONE)
        assert_no_sideways_scroll(page)
    except AssertionError as fault:
        found.append(f"{address}: {fault}"[:900])
    return found


def links_of(page) -> list[str]:
    hrefs = page.eval_on_selector_all("main a[href]", "links => links.map(link => link.href)")
    return [urlsplit(href).path for href in hrefs if urlsplit(href).path.startswith(ROOMS)]


def sweep(page, site: str, role: Role) -> tuple[set[tuple[str, ...]], list[str]]:
    """The kinds of page that an officer of that role can reach, and what axe found on them."""
    user = User.objects.filter(appointments__role=role).first()
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    page.context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": site}])
    cases = [case_address(case) for case in Case.objects.order_by("pk")]
    waiting, seen, faults = [*DOORS, *cases], set(), []
    while waiting:
        address = waiting.pop(0)
        kind = kind_of(address)
        if kind not in seen and kind[0] not in NO_PAGES:
            seen.add(kind)
            faults += faults_of(page, site, address)
            waiting += links_of(page)
    return seen, faults


def test_axe_finds_nothing_on_any_page_of_the_desk(demo, page):
    seen, faults = sweep(page, demo, Role.PPID)
    assert not faults, "\n\n".join(faults)
    assert len(seen) >= FEWEST, sorted(seen)
    _seen, faults = sweep(page, demo, Role.SUPERIOR)
    assert not faults, "\n\n".join(faults)
