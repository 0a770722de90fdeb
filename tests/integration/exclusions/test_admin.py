"""The PPID keeps exclusions in the admin; what would annul a decree is said at its field."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from portal import roles, second_factor
from ppid.models import Exclusion, Role
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def ppid(client, monkeypatch):
    monkeypatch.setattr(second_factor, "waived", lambda: True)
    factories.make_institution()
    return sign_in(client, Role.PPID)


def sign_in(client, role):
    user = factories.make_officer(role)
    roles.ensure_groups()
    roles.sync(user, factories.TODAY)
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def typed(**fields):
    test = factories.make_test_sheet()
    return {
        "group": "IV. Rahasia pribadi", "number": "1", "information": "Data siswa", "content": "NIK siswa", "unit": "",
        "test": test.pk, "letters": ["h"], "basis": "UU 14/2008 Pasal 17 huruf h", "if_open": "Tersebar",
        "if_closed": "Terlindung", "verdict": "dikecualikan", "closed_parts": "", "never_excluded": "",
        "period": "selama_dibutuhkan", "ends_on": "", "period_words": "Selama bersekolah", "decree_number": "1/2026",
        "set_on": "2026-01-12", "upload": SimpleUploadedFile("sk.pdf", b"%PDF-1.7 sk"), "status": "berlaku", **fields,
    }  # fmt: skip


def add(client, **fields):
    return client.post(reverse("wagtailsnippets_ppid_exclusion:add"), typed(**fields))


def test_a_sound_exclusion_comes_into_force_with_its_files(ppid):
    assert add(ppid).status_code == 302
    made = Exclusion.objects.get()
    assert (made.status, made.letters, made.decree.media_type) == ("berlaku", "h", "application/pdf")


def test_permanent_under_17a_is_refused_at_its_field_and_nothing_typed_is_lost__uu_20_1(ppid):
    page = add(ppid, letters=["a"], period_words="Permanen").content.decode()
    assert "tidak bersifat permanen" in page
    assert "NIK siswa" in page
    assert not Exclusion.objects.exists()


def test_without_a_decree_file_it_may_be_a_draft_but_not_in_force__perki_34(ppid):
    assert "Muat berkas keputusan" in add(ppid, upload="").content.decode()
    assert add(ppid, upload="", status="rancangan").status_code == 302


def test_the_same_information_twice_is_said_and_does_not_fail(ppid):
    add(ppid)
    assert "sudah tercantum" in add(ppid, content="nik  SISWA").content.decode()


def test_what_is_in_force_is_only_opened__perki_53(ppid):
    exclusion = factories.make_exclusion()
    edit = reverse("wagtailsnippets_ppid_exclusion:edit", args=[exclusion.pk])
    ppid.post(edit, typed(content="Diubah", status="berlaku"))
    exclusion.refresh_from_db()
    assert exclusion.content != "Diubah"
    ppid.post(edit, typed(status="terbuka"))
    assert not Exclusion.objects.in_force(dt.date(2026, 11, 23)).exists()


@pytest.mark.parametrize(("role", "status"), [(Role.FRONT_DESK, 302), (Role.EDITOR, 302), (Role.SUPERIOR, 302)])
def test_only_the_ppid_adds_exclusions(client, monkeypatch, role, status):
    monkeypatch.setattr(second_factor, "waived", lambda: True)
    sign_in(client, role)
    assert add(client).status_code == status
    assert not Exclusion.objects.exists()
