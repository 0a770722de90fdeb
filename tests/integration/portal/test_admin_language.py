"""What an officer reads in the Wagtail admin is Indonesian: no text there is an English sentence of the catalogue."""

from html.parser import HTMLParser
from pathlib import Path

import pytest
from allauth.mfa import app_settings as mfa_settings
from allauth.utils import get_form_class
from babel.messages.pofile import read_po
from django.contrib.auth.models import Group
from django.test import Client
from wagtail.models import Page, Task, Workflow

from portal import second_factor
from portal.models import HomePage
from tests import factories

ROOT = Path(__file__).resolve().parents[3]
SPOKEN = {"alt", "aria-label", "placeholder", "title", "data-w-tooltip-content-value"}
BUTTONS = {"submit", "button", "reset"}

PLACES = [
    "/admin/",
    "/admin/pages/",
    "/admin/pages/{home}/",
    "/admin/pages/{home}/edit/",
    "/admin/pages/{home}/history/",
    "/admin/pages/{home}/unpublish/",
    "/admin/account/",
    "/admin/documents/",
    "/admin/images/add/",
    "/admin/reports/locked/",
    "/admin/reports/site-history/",
    "/admin/sites/",
    "/admin/snippets/disclosures/registerentry/add/",
    "/admin/snippets/ppid/unit/",
    "/admin/users/",
    "/admin/workflows/list/",
]


class _Words(HTMLParser):
    """The pieces of a page that are read out or shown, scripts and styles left out."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self._silent += tag in {"script", "style"}
        spoken = SPOKEN | ({"value"} if values.get("type") in BUTTONS else set())
        self.found |= {value.strip() for name, value in attrs if name in spoken and value}

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in {"script", "style"}

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.found.add(" ".join(data.split()))


@pytest.fixture(scope="module")
def english() -> set[str]:
    """The English sentences whose Indonesian reads differently, and what Wagtail writes without asking gettext."""
    with (ROOT / "locale/id/LC_MESSAGES/django.po").open("rb") as file:
        book = read_po(file, locale="id")
    plain = {m.id.strip() for m in book if isinstance(m.id, str) and m.id and m.id.strip() != m.string.strip()}
    return plain | {text.capitalize() for text in plain} | {"True", "False", "Root", "Site name", "Root page"}


@pytest.mark.django_db
@pytest.mark.parametrize("place", PLACES)
def test_no_english_is_left_in_the_rooms(place, client: Client, english, monkeypatch):
    monkeypatch.setattr(second_factor, "waived", lambda: True)
    factories.make_institution()
    factories.make_unit()
    client.force_login(factories.make_user(is_superuser=True), backend="django.contrib.auth.backends.ModelBackend")
    page = client.get(place.format(home=HomePage.objects.get().pk))
    assert page.status_code == 200, page.headers.get("Location")
    words = _Words()
    words.feed(page.content.decode())
    assert "Langsung ke isi utama" in words.found
    left = (words.found & english) - {"None"}  # the hidden counter of a side panel without one
    assert not left


@pytest.mark.django_db
def test_what_wagtail_plants_bears_indonesian_names():
    assert Page.objects.get(depth=1).title == "Akar"
    assert {Workflow.objects.get().name, Task.objects.get().name} == {"Persetujuan redaktur"}
    assert not Group.objects.filter(name__in=["Moderators", "Editors"]).exists()


@pytest.mark.parametrize("form", ["add_webauthn", "edit_webauthn"])
def test_a_security_key_is_named_in_indonesian(form):
    assert get_form_class(mfa_settings.FORMS, form, None).base_fields["name"].label == "Nama kunci"
