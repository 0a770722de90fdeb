"""The public register: list, filters, entry, units, downloads."""

import csv
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from disclosures.imports.register_sheet import read_register
from disclosures.models import RegisterEntry
from disclosures.sources import EntrySource
from tests.factories import make_unit

pytestmark = pytest.mark.django_db


def publish(summary="Anggaran belanja", unit=None, **fields):
    entry = RegisterEntry(summary=summary, unit=unit or make_unit(), **fields)
    entry.save()
    entry.save_revision().publish()
    entry.refresh_from_db()
    return entry


def page(client, **asked):
    return client.get(reverse("register"), asked)


def test_drafts_are_nowhere_in_public(client):
    entry = RegisterEntry(summary="Belum boleh", unit=make_unit(), live=False)
    entry.save()
    assert "Belum boleh" not in page(client).content.decode()
    assert client.get(entry.get_absolute_url()).status_code == 404
    assert list(EntrySource().keys()) == []


def test_filters_narrow_the_list_and_stay_in_the_address(client):
    unit = make_unit(name="Dinas Kesehatan")
    publish("Jadwal imunisasi", unit, info_class="berkala", made_when="2024")
    publish("Anggaran belanja", made_when="2023")
    assert "Anggaran" not in page(client, klasifikasi="berkala").content.decode()
    assert "imunisasi" not in page(client, klasifikasi="belum").content.decode()
    assert "Anggaran" not in page(client, unit=unit.code).content.decode()
    assert "imunisasi" not in page(client, tahun="2023").content.decode()
    shown = page(client, q="JADWAL imunisasi").content.decode()
    assert "1 informasi cocok" in shown
    assert "csv?q=JADWAL+imunisasi" in shown
    assert "Tidak ada informasi yang cocok" in page(client, q="zzz").content.decode()


@pytest.mark.parametrize(
    "asked", [{"klasifikasi": "x"}, {"unit": "tidak-ada"}, {"tahun": "abcd"}, {"tahun": "99999999"}]
)
def test_an_address_that_cannot_be_is_not_found(client, asked):
    assert page(client, **asked).status_code == 404
    assert page(client, halaman="x").status_code == 200


def test_the_entry_shows_every_column_and_the_door_to_ask(client):
    entry = publish(maker="Bidang A", made_when="2024", made_place="Tirta", softcopy=True, retention="Permanen")
    shown = client.get(entry.get_absolute_url()).content.decode()
    for words in ("Bidang A", "Tirta, 2024", "salinan digital", "Permanen", "Belum diklasifikasi"):
        assert words in shown
    assert f"/permohonan/baru/?informasi={entry.pk}" in shown
    assert client.get("/daftar-informasi/99999999999999999999/").status_code == 404


def test_unit_pages_tell_what_a_unit_holds(client):
    entry = publish(info_class="berkala")
    assert entry.unit.name in client.get(reverse("units")).content.decode()
    assert entry.summary in client.get(reverse("unit", args=[entry.unit.code])).content.decode()
    entry.unit.active = False
    entry.unit.save()
    assert client.get(reverse("unit", args=[entry.unit.code])).status_code == 404


def test_downloads_run_no_formula_and_can_be_read_back(client):
    publish("=HYPERLINK(1)", made_when="2024")
    answer = client.get(reverse("register_csv"))
    _head, row = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert row[1] == "'=HYPERLINK(1)"
    workbook = client.get(reverse("register_xlsx")).content
    sheet = read_register(workbook)
    assert not sheet.errors
    assert [(r.summary, r.made_when) for r in sheet.rows] == [("=HYPERLINK(1)", "2024")]
    assert client.get(reverse("register_csv"), {"tahun": "x"}).status_code == 404


@pytest.mark.parametrize("where", ["register", "units", "unit", "entry"])
def test_statements_do_not_grow_with_the_rows(client, where):
    unit = make_unit()
    first = publish("Laporan 0", unit)
    url = {"unit": reverse("unit", args=[unit.code]), "entry": first.get_absolute_url()}.get(where) or reverse(where)
    seen = []
    for many in (1, 12):
        for number in range(many):
            publish(f"Laporan {many}-{number}", unit if where != "units" else None)
        client.get(url)
        with CaptureQueriesContext(connection) as statements:
            assert client.get(url).status_code == 200
        seen.append(len(statements))
    assert seen[0] == seen[1]
    assert seen[0] <= 12


def test_search_is_handed_the_entry_with_its_facets():
    entry = publish("Jadwal imunisasi", make_unit(name="Dinas Kesehatan"), made_when="2024", info_class="berkala")
    [document] = EntrySource().documents([str(entry.pk), "tidak-ada"])
    assert (document.id, document.url) == (f"entry:{entry.pk}", entry.get_absolute_url())
    assert document.facets == {"unit": ("Dinas Kesehatan",), "class": ("Berkala",), "year": ("2024",)}
    entry.unpublish()
    assert list(EntrySource().documents([str(entry.pk)])) == []


def test_the_preview_draws_the_public_page(rf):
    from disclosures.views.register import preview

    entry = RegisterEntry(summary="Belum disimpan", unit=make_unit())
    assert b"Belum disimpan" in preview(entry, rf.get("/")).content


def test_the_number_column_is_not_the_word_for_refusal(client):
    """Django's own catalogue knows "No" as the answer; on our page it is a number."""
    publish()
    assert ">Tidak<" not in page(client).content.decode()
