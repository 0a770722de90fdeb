"""A unit reaches its own entries only, on every snippet view (architecture rule 12)."""

import pytest
from django.urls import NoReverseMatch, reverse

from disclosures.models import RegisterEntry
from disclosures.viewsets.entries import EntryViewSet
from portal import roles
from ppid.models import Role
from tests.factories import TODAY, make_officer, make_unit

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _open_door(monkeypatch):
    """The second factor has its own tests; here it would hide what lies behind the door."""
    monkeypatch.setattr("portal.second_factor.waived", lambda: True)


@pytest.fixture
def own():
    return make_unit(name="Dinas Kesehatan")


@pytest.fixture
def foreign():
    entry = RegisterEntry(unit=make_unit(name="Badan Pendapatan"), summary="Rahasia dapur pajak")
    entry.save()
    entry.save_revision().publish()
    entry.summary = "Rahasia dapur pajak yang baru"
    entry.save_revision()
    return entry


def signed_in(client, role, unit=None):
    user = make_officer(role, unit=unit)
    roles.ensure_groups()
    roles.sync(user, TODAY)
    client.force_login(user)
    return user


def patterns():
    return sorted({pattern.name for pattern in EntryViewSet().get_urlpatterns()})


def address(name, entry):
    viewset = RegisterEntry.snippet_viewset
    revision = entry.latest_revision_id
    tries = (
        {"pk": entry.pk},
        {"pk": entry.pk, "revision_id": revision},
        {"pk": entry.pk, "revision_id_a": "earliest", "revision_id_b": "latest"},
        {"pk": entry.pk, "action_name": "approve", "task_state_id": 1},
        {"pk": entry.pk, "workflow_state_id": 1},
        {"pk": entry.pk, "task_id": 1},
    )
    for keywords in tries:
        try:
            return reverse(viewset.get_url_name(name), kwargs=keywords)
        except NoReverseMatch:
            continue
    return None


NAMED = [name for name in patterns() if name not in ("list", "list_results", "add", "preview_on_add")]


@pytest.mark.parametrize("name", NAMED)
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_foreign_units_entry_is_nowhere(client, own, foreign, name, method):
    signed_in(client, Role.ASSISTANT, own)
    url = address(name, foreign)
    assert url, f"the test does not know how to build {name}"
    before = RegisterEntry.objects.filter(pk=foreign.pk).values().get()
    assert getattr(client, method)(url).status_code in (403, 404)
    assert RegisterEntry.objects.filter(pk=foreign.pk).values().get() == before


@pytest.mark.parametrize("name", ["edit", "history", "usage", "inspect", "unpublish", "copy", "revisions_compare"])
@pytest.mark.parametrize("role", [Role.PPID, Role.EDITOR, Role.ADMINISTRATOR])
def test_whole_body_roles_open_it(client, foreign, name, role):
    signed_in(client, role)
    assert client.get(address(name, foreign)).status_code == 200


@pytest.mark.parametrize("role", [Role.FRONT_DESK, Role.SUPERIOR])
@pytest.mark.parametrize("name", NAMED)
def test_other_roles_open_none(client, foreign, name, role):
    signed_in(client, role)
    assert client.get(address(name, foreign)).status_code in (302, 403, 404)


def test_the_list_the_chooser_and_the_forms_show_the_own_unit_only(client, own, foreign):
    mine = RegisterEntry(unit=own, summary="Jadwal imunisasi")
    mine.save()
    signed_in(client, Role.ASSISTANT, own)
    viewset = RegisterEntry.snippet_viewset
    shown = client.get(reverse(viewset.get_url_name("list"))).content.decode()
    assert "Jadwal imunisasi" in shown
    assert "Rahasia dapur" not in shown
    assert "Badan Pendapatan" not in shown
    chooser = viewset.chooser_viewset
    listed = client.get(reverse(chooser.get_url_name("choose_results"))).content.decode()
    assert "Jadwal imunisasi" in listed
    assert "Rahasia dapur" not in listed
    assert client.get(reverse(chooser.get_url_name("chosen"), args=[foreign.pk])).status_code == 404
    form = client.get(reverse(viewset.get_url_name("add"))).content.decode()
    assert "Badan Pendapatan" not in form
    assert client.get(reverse(viewset.get_url_name("edit"), args=[mine.pk])).status_code == 200


def test_deleting_many_at_once_does_not_even_name_a_foreign_entry(client, own, foreign):
    signed_in(client, Role.ASSISTANT, own)
    url = reverse("wagtail_bulk_action", args=["disclosures", "registerentry", "delete"])
    answer = client.get(url, {"id": foreign.pk})
    assert answer.status_code in (403, 404)
    assert client.post(f"{url}?id={foreign.pk}").status_code in (403, 404)
    assert "Rahasia dapur" not in client.get(url, {"id": "all"}).content.decode()
    assert RegisterEntry.objects.filter(pk=foreign.pk).exists()


def test_an_entry_cannot_be_written_for_another_unit(client, own, foreign):
    signed_in(client, Role.ASSISTANT, own)
    data = {
        "summary": "Menyusup", "unit": foreign.unit_id, "info_class": "", "maker": "", "made_when": "",
        "made_place": "",
        "retention": "", "number": "", "files-TOTAL_FORMS": "0", "files-INITIAL_FORMS": "0", "files-MIN_NUM_FORMS": "0",
        "files-MAX_NUM_FORMS": "1000", "action-publish": "1",
    }  # fmt: skip
    url = reverse(RegisterEntry.snippet_viewset.get_url_name("add"))
    client.post(url, data)
    assert not RegisterEntry.objects.filter(summary="Menyusup").exists()
    client.post(url, {**data, "unit": own.pk})
    assert RegisterEntry.objects.public().filter(summary="Menyusup", unit=own).exists()


def test_the_import_page_looks_before_it_writes(client, own, foreign, tmp_path):
    from django.core.files.uploadedfile import SimpleUploadedFile

    def file(unit):
        return SimpleUploadedFile("dip.csv", f"Ringkasan,Unit\nJadwal imunisasi,{unit}\n".encode())

    signed_in(client, Role.ASSISTANT, own)
    refused = client.post(reverse("register_import"), {"file": file("Badan Pendapatan")})
    assert refused.status_code == 422
    assert "bukan unit Anda" in refused.content.decode()
    looked = client.post(reverse("register_import"), {"file": file("Dinas Kesehatan")})
    assert looked.status_code == 200
    assert "Jadwal imunisasi" in looked.content.decode()
    assert not own.entries.exists()
    assert client.post(reverse("register_import_write")).status_code == 302
    assert own.entries.get().live
    client.post(reverse("register_import_write"))
    assert own.entries.count() == 1


def test_a_unit_in_use_is_not_deleted(client, foreign):
    signed_in(client, Role.ADMINISTRATOR)
    viewset = type(foreign.unit).snippet_viewset
    answer = client.post(reverse(viewset.get_url_name("delete"), args=[foreign.unit_id]))
    assert answer.status_code == 302
    foreign.unit.refresh_from_db()
