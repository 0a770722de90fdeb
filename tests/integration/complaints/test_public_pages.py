"""What the public may read of complaints, and that nothing private is in it."""

import datetime as dt
import re

import pytest
from django.test import Client

from disclosures.actions.complaints import (
    NotForPublication,
    approve_paraphrase,
    import_complaints,
    withdraw_paraphrase,
)
from disclosures.models import Complaint, Outcome
from disclosures.sources import OutcomeSource
from portal.models import User
from ppid.queries.sheets import csv_text
from tests.exports import export, report

pytestmark = pytest.mark.django_db
ON = dt.date(2026, 11, 23)
GROUPINGS = ("domain", "category", "unit", "month", "channel", "state")
# The texts that tests.exports plants in every private column, the tracking ids, and the exact day.
PLANTED = re.compile(r"\w*RAHASIA\w*|70000\d\d|3 Jan(uari)? 2026|2026-01-03|09[:.]14")


@pytest.fixture
def client_of_anybody() -> Client:
    return Client()


def take(*rows):
    return import_complaints(content=export(*rows), on=ON)


def pages(client: Client):
    year = "/aduan/2026/"
    yield from ("/aduan/", year, f"{year}daftar/")
    yield from (f"{year}?menurut={by}" for by in GROUPINGS)
    yield from (f"{year}rekap.csv?menurut={by}" for by in GROUPINGS)
    yield from (outcome.get_absolute_url() for outcome in Outcome.objects.listed())


def test_nothing_private_is_on_a_page_in_a_download_or_in_the_index(client_of_anybody):
    take(
        report(7000001),
        report(7000002, kind="Anonim"),
        report(7000003, kind="Rahasia", Kategori="Kesehatan"),
        report(7000004, Kategori="Kategori Tak Dikenal", status="Kata Baru"),
    )
    assert Complaint.objects.filter(text="ISIAKHIRRAHASIA").count() == 3
    for address in pages(client_of_anybody):
        answer = client_of_anybody.get(address)
        assert answer.status_code == 200, address
        assert not PLANTED.search(answer.content.decode()), address
    documents = list(OutcomeSource().documents())
    assert len(documents) == 3
    assert not any(PLANTED.search(repr(document)) for document in documents)
    assert not any("Kategori Tak Dikenal" in repr(document) for document in documents)


def test_a_secret_report_has_no_address_and_no_document(client_of_anybody):
    take(report(7000001, kind="Rahasia"))
    outcome = Outcome.objects.get()
    assert client_of_anybody.get(outcome.get_absolute_url()).status_code == 404
    assert list(OutcomeSource().keys()) == []
    assert list(OutcomeSource().documents([outcome.code])) == []
    page = client_of_anybody.get("/aduan/2026/").content.decode()
    assert "kurang dari 5" in page


def test_every_anybody_gets_the_latest_year_and_a_plain_word_where_there_is_none(client_of_anybody):
    assert "belum dimuat" in client_of_anybody.get("/aduan/").content.decode()
    assert client_of_anybody.get("/aduan/2026/").status_code == 404
    take(report(1, date="3 Jan 2025"), report(2))
    assert "Hasil pengaduan 2026" in client_of_anybody.get("/aduan/").content.decode()
    assert client_of_anybody.get("/aduan/2024/").status_code == 404
    assert client_of_anybody.get("/aduan/2026/?menurut=nama").status_code == 200


@pytest.mark.parametrize("address", ["/aduan/", "/aduan/2026/?menurut=unit", "/aduan/2026/daftar/"])
def test_pages_are_whole_and_carry_no_inline_style(client_of_anybody, address):
    take(*(report(number) for number in range(1, 40)))
    page = client_of_anybody.get(address).content.decode()
    assert len(re.findall(r"<h1[\s>]", page)) == 1
    assert 'lang="id"' in page
    assert not re.search(r"<[^>]+\sstyle=", page)
    if "daftar" not in address:
        assert "<title id=" in page
        assert "<desc id=" in page
        assert "<caption" in page


@pytest.mark.parametrize("address", ["/aduan/", "/aduan/2026/?menurut=category", "/aduan/2026/daftar/"])
def test_statements_are_independent_of_the_rows(client_of_anybody, django_assert_num_queries, address):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    take(report(1))
    client_of_anybody.get(address)
    with CaptureQueriesContext(
        connection,
    ) as few:
        client_of_anybody.get(address)
    take(*(report(number, Kategori=f"Kategori {number % 60}") for number in range(2, 300)))
    with CaptureQueriesContext(connection) as many:
        client_of_anybody.get(address)
    assert len(many) == len(few) <= 9


def test_a_word_that_looks_like_a_formula_is_defused():
    take(report(1, Kategori="=HYPERLINK(1)"))
    page = Client().get("/aduan/2026/rekap.csv?menurut=category").content.decode()
    assert "'=HYPERLINK(1)" in page
    assert csv_text([["-1", -1, " @x"]]).strip() == "\ufeff'-1,-1,' @x"


@pytest.fixture
def officer() -> User:
    return User.objects.create_user(email="ppid@contoh.go.id", password=None, name="Petugas")


def test_an_approved_paraphrase_is_public_and_can_be_taken_back(client_of_anybody, officer):
    take(report(7000001))
    code = Outcome.objects.get().code
    approve_paraphrase(
        code=code, title="Jalan desa berlubang", body="Jalan ditambal pada bulan itu.", by=officer.pk, on=ON
    )
    page = client_of_anybody.get(f"/aduan/hasil/{code}/").content.decode()
    assert "Jalan ditambal" in page
    assert next(OutcomeSource().documents()).title == "Jalan desa berlubang"
    withdraw_paraphrase(code=code)
    assert "Jalan ditambal" not in client_of_anybody.get(f"/aduan/hasil/{code}/").content.decode()


def test_a_report_that_becomes_secret_loses_its_paraphrase(officer):
    take(report(7000001))
    code = Outcome.objects.get().code
    approve_paraphrase(code=code, title="Jalan", body="Ditambal.", by=officer.pk, on=ON)
    take(report(7000001, kind="Rahasia"))
    assert (Outcome.objects.get().title, Outcome.objects.get().approved_by) == ("", None)


@pytest.mark.parametrize(
    ("kind", "title", "body", "field"),
    [
        ("Rahasia", "Jalan", "Ditambal.", "title"),
        ("", "Jalan", "Hubungi 081299998888", "body"),
        ("", "NIK 3201019876543210", "Ditambal.", "title"),
        ("", "", "Ditambal.", "title"),
        ("", "Jalan", "isiakhirrahasia", "body"),
    ],
)
def test_what_may_not_be_published_is_refused(officer, kind, title, body, field):
    take(report(7000001, kind=kind))
    with pytest.raises(NotForPublication) as refused:
        approve_paraphrase(code=Outcome.objects.get().code, title=title, body=body, by=officer.pk, on=ON)
    assert refused.value.field == field
    assert Outcome.objects.get().title == ""
