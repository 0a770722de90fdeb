"""Officers signed in at the desk on Monday 23 November 2026, without a second factor to type."""

import pytest
from django.test import Client
from django.utils import timezone

from portal import second_factor
from ppid.models import Role
from tests import factories


@pytest.fixture(autouse=True)
def _desk(monkeypatch, db):
    monkeypatch.setattr(second_factor, "waived", lambda: True)
    monkeypatch.setattr(timezone, "now", lambda: factories.moment(factories.TODAY, 16))
    factories.make_institution(government="Pemerintah Kabupaten Tirta Raya", office="Dinas Komunikasi dan Informatika")


@pytest.fixture
def sign_in():
    """A browser in which an officer of a role is signed in: `sign_in(Role.PPID)`."""

    def signed_in(role=Role.FRONT_DESK, *, user=None, unit=None):
        client = Client()
        client.user = user or factories.make_officer(role, unit=unit)
        client.force_login(client.user, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return signed_in
