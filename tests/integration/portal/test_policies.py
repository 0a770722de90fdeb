"""What a page may load: strict in public and at the desk, as Wagtail needs at the editors'; and how much it weighs."""

import gzip
import re

import pytest

from portal import daily, second_factor
from ppid.models import Role
from tests import factories

pytestmark = pytest.mark.django_db
FIRST_FLIGHT = 14 * 1024  # ten packets of a fresh connection


@pytest.fixture
def sign_in(client, monkeypatch):
    """Signs somebody of the given role in; the second factor is tried elsewhere."""
    monkeypatch.setattr(second_factor, "waived", lambda: True)
    factories.make_institution()

    def enter(role, **more):
        client.force_login(factories.make_officer(role, **more), backend="django.contrib.auth.backends.ModelBackend")
        return client

    return enter


def policy(response):
    """The header, by directive."""
    header = response.headers["Content-Security-Policy"]
    return {part.split()[0]: set(part.split()[1:]) for part in header.split("; ")}


@pytest.mark.parametrize("path", ["/", "/cari/?q=jalan", "/permohonan/", "/lacak/", "/akun/login/", "/tidak-ada/"])
def test_public_pages_run_no_inline_script_and_stand_in_no_frame(client, path):
    factories.make_institution()
    rules = policy(client.get(path))
    assert rules["script-src"] == rules["style-src"] == {"'self'"}
    assert rules["default-src"] == rules["frame-ancestors"] == {"'none'"}


def test_the_desk_shows_strangers_words_under_the_strict_policy(sign_in):
    case = factories.file_case()
    client = sign_in(Role.PPID)
    for path in ("/admin/permohonan/", f"/admin/permohonan/{case.pk}/"):
        rules = policy(client.get(path))
        assert rules["script-src"] == {"'self'"}
        assert rules["frame-ancestors"] == {"'none'"}


def test_the_editors_may_see_a_preview_and_run_wagtail_s_scripts(sign_in):
    rules = policy(sign_in(Role.EDITOR).get("/admin/"))
    assert rules["script-src"] == rules["style-src"] == {"'self'", "'unsafe-inline'"}
    assert rules["frame-src"] == rules["frame-ancestors"] == {"'self'"}
    assert rules["default-src"] == {"'none'"}


def test_the_first_flight_over_http_is_small_without_collectstatic(client):
    factories.make_institution()
    page = client.get("/", headers={"accept-encoding": "gzip"})
    html = gzip.decompress(page.content).decode()
    sheets = re.findall(r'<link rel="stylesheet" href="([^"]+)"(?! media="print")', html)
    assert len(sheets) >= 5
    sizes = {"page": len(page.content)}
    for sheet in sheets:
        answer = client.get(sheet, headers={"accept-encoding": "gzip"})
        assert answer.headers["Content-Encoding"] == "gzip"
        sizes[sheet] = len(answer.getvalue())
    assert sum(sizes.values()) < FIRST_FLIGHT, sizes


@pytest.mark.parametrize(
    ("role", "open_"), [(Role.ASSISTANT, False), (Role.FRONT_DESK, False), (Role.SUPERIOR, False), (Role.EDITOR, True)]
)
def test_reports_over_every_unit_s_drafts_are_not_for_one_unit(sign_in, role, open_):
    more = {"unit": factories.make_unit()} if role == Role.ASSISTANT else {}
    answer = sign_in(role, **more).get("/admin/reports/site-history/")
    assert answer.status_code == (200 if open_ else 403)


def test_the_round_publishes_what_an_editor_set_for_an_hour(monkeypatch):
    called = []
    monkeypatch.setattr(daily, "call_command", lambda name, **_options: called.append(name))
    daily.publish_scheduled()
    assert called == ["publish_scheduled"]
