"""The officers' side: mapping words, and telling a report to the public in one's own words."""

import datetime as dt

import pytest
from django.test import Client

from disclosures.actions.complaints import import_complaints
from disclosures.models import CategoryWord, Complaint, Outcome, StatusWord
from disclosures.queries.recap import recap
from portal import second_factor
from ppid.models import Role
from tests import factories
from tests.exports import export, report

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _second_factor_was_shown(monkeypatch):
    monkeypatch.setattr(second_factor, "waived", lambda: True)


def signed_in(role: Role) -> Client:
    client = Client()
    client.force_login(factories.make_officer(role))
    return client


def take(*rows):
    return import_complaints(content=export(*rows), on=dt.date(2026, 11, 23))


@pytest.mark.parametrize("role", [Role.FRONT_DESK, Role.SUPERIOR, Role.EDITOR, Role.ADMINISTRATOR])
def test_only_the_ppid_reads_a_report_and_approves(role):
    take(report(7000001))
    client = signed_in(role)
    for address in ("/admin/aduan/", f"/admin/aduan/{Outcome.objects.get().code}/"):
        answer = client.get(address)
        assert answer.status_code in {302, 403}
        assert b"ISIAKHIRRAHASIA" not in answer.content


def test_the_ppid_tells_a_report_and_takes_it_back():
    take(report(7000001, text="Hubungi 081299998888"))
    client, code = signed_in(Role.PPID), Outcome.objects.get().code
    assert client.get("/admin/aduan/").status_code == 200
    page = client.get(f"/admin/aduan/{code}/").content.decode()
    assert "Hubungi 081299998888" in page
    assert "nomor telepon" in page
    typed = {"title": "Jalan berlubang", "body": "Sudah ditambal.", "read": "on"}
    assert "Baca ulang" in client.post(f"/admin/aduan/{code}/", {**typed, "read": ""}).content.decode()
    refused = client.post(f"/admin/aduan/{code}/", {**typed, "body": "WA 081299998888"}).content.decode()
    assert "data pribadi" in refused
    assert "WA 081299998888" in refused
    assert client.post(f"/admin/aduan/{code}/", typed).status_code == 302
    assert Outcome.objects.get().title == "Jalan berlubang"
    assert client.post(f"/admin/aduan/{code}/", {"withdraw": "1"}).status_code == 302
    assert Outcome.objects.get().title == ""


def test_a_secret_report_is_not_on_the_officers_list_either():
    take(report(7000001, kind="Rahasia"))
    client = signed_in(Role.PPID)
    assert "Belum ada laporan" in client.get("/admin/aduan/").content.decode()
    assert client.get(f"/admin/aduan/{Outcome.objects.get().code}/").status_code == 404


@pytest.mark.parametrize("role", [Role.PPID, Role.ADMINISTRATOR])
def test_a_new_word_is_mapped_in_the_admin_and_the_recap_follows(role):
    take(report(7000001, status="Kata Baru"))
    client, word = signed_in(role), StatusWord.objects.get(word="Kata Baru")
    address = f"/admin/snippets/disclosures/statusword/edit/{word.pk}/"
    assert client.get("/admin/snippets/disclosures/statusword/").status_code == 200
    assert client.post(address, {"word": "Kata Baru", "state": "archived"}).status_code == 302
    assert recap().whole.archived == 1


def test_two_spellings_of_one_word_are_refused():
    client = signed_in(Role.PPID)
    answer = client.post("/admin/snippets/disclosures/categoryword/add/", {"word": "KESEHATAN!", "domain": ""})
    assert "Kata ini sudah ada" in answer.content.decode()
    assert CategoryWord.objects.filter(key="kesehatan").count() == 1


def test_complaints_are_no_snippet_and_carry_no_permission():
    assert Complaint._meta.default_permissions == ()
    assert signed_in(Role.ADMINISTRATOR).get("/admin/snippets/disclosures/complaint/").status_code == 404
