"""The excluded list: from the sheet to the public page, the index and the home page."""

import csv
import datetime as dt
import io
import json
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction

from disclosures.actions.exclusions import import_exclusions
from disclosures.sources import ExclusionSource
from ppid.actions import exclusions as acts
from ppid.law.refusals import Invalid
from ppid.models import Exclusion
from tests import factories

REAL = Path(__file__).resolve().parents[3] / ".." / "shared" / "data" / "sumedang_dik_2024.csv"
HEAD = ["Kelompok", "No", "Esensi informasi", "Konten informasi", "Dasar hukum", "Akibat bila dibuka",
        "Manfaat bila ditutup", "Batas waktu pengecualian"]  # fmt: skip
pytestmark = pytest.mark.django_db


def sheet(*rows):
    out = io.StringIO()
    csv.writer(out).writerows([HEAD, *rows])
    return out.getvalue().encode()


def row(content="Identitas pelapor", *, group="I. Hukum", letters="a", period="5 tahun", basis=None):
    basis = f"UU 14/2008 Pasal 17 huruf {letters}" if basis is None else basis
    return [group, "1", "Pengaduan", content, basis, "takut melapor", "aman melapor", period]


def listed(**fields):
    wanted = {"group": "I", "information": "Pengaduan", "content": "Identitas pelapor", "letters": "a",
              "basis": "UU 14/2008 Pasal 17 huruf a", "status": Exclusion.Status.LISTED}  # fmt: skip
    return Exclusion.objects.create(**{**wanted, **fields})


def test_the_real_list_is_taken_whole_and_a_second_time_nothing_changes():
    if not REAL.is_file():
        pytest.skip("../shared/data is not here")
    content = REAL.read_bytes()
    first = import_exclusions(content=content, create_units=True)
    assert (first.rows, first.created, first.rejected, first.written) == (53, 53, 0, True)
    assert any("ermanen" in note.message for note in first.warnings)
    again = import_exclusions(content=content, create_units=True)
    assert (again.created, again.updated, again.unchanged) == (0, 0, 53)
    assert Exclusion.objects.in_force(factories.TODAY).count() == 0


def test_permanent_under_a_to_f_is_warned_of_and_never_silently_accepted__uu_20_1():
    health = row("Rekam medis", letters="h", period="Permanen")
    result = import_exclusions(content=sheet(row(period="Permanen"), health))
    assert [(note.row, "Pasal 20 ayat (1)" in note.message) for note in result.warnings] == [(2, True)]
    assert result.created == 2


def test_identity_is_group_and_content_folded_and_two_of_a_kind_are_an_error_naming_both():
    import_exclusions(content=sheet(row()))
    again = import_exclusions(content=sheet(row("IDENTITAS  pelapor.", period="6 tahun")))
    assert (again.created, again.updated) == (0, 1)
    twins = import_exclusions(content=sheet(row(), row("identitas Pelapor")))
    assert (twins.rejected, twins.written) == (2, False)
    assert "2 dan 3" in twins.errors[0].message


def test_a_dry_run_counts_the_same_and_writes_nothing():
    result = import_exclusions(content=sheet(row()), dry_run=True)
    assert (result.created, result.written) == (1, False)
    assert not Exclusion.objects.exists()


def test_what_stands_by_decree_is_not_rewritten_by_a_sheet():
    exclusion = factories.make_exclusion(group="I. Hukum", content="Identitas pelapor")
    result = import_exclusions(content=sheet(row(period="99 tahun")))
    assert result.rejected == 1
    assert "Pasal 53" in result.errors[0].message
    exclusion.refresh_from_db()
    assert exclusion.period_words != "99 tahun"


def test_the_command_prints_one_document_and_ends_with_1_on_errors(tmp_path, capsys):
    path = tmp_path / "dik.csv"
    path.write_bytes(sheet(row(), row()))
    with pytest.raises(SystemExit) as stopped:
        call_command("import_exclusions", str(path), "--json")
    assert stopped.value.code == 1
    document = json.loads(capsys.readouterr().out)
    assert set(document) == {"file", "rows", "created", "updated", "unchanged", "rejected", "written", "units",
                             "warnings", "errors"}  # fmt: skip


def test_the_public_page_groups_by_letter_and_shows_the_doubt(client):
    listed(period_words="Permanen")
    listed(content="Rekam medis", letters="h", period_words="Permanen")
    page = client.get("/daftar-dikecualikan/").content.decode()
    places = [page.index(words) for words in ("Huruf a:", "Identitas pelapor")]
    places += [page.rindex("Huruf h:"), page.index("Rekam medis")]
    assert places == sorted(places)
    assert page.count("bertentangan dengan Pasal 20 ayat (1)") == 1


def test_letter_and_words_narrow_the_list_and_a_strange_letter_is_no_page(client):
    listed()
    listed(content="Rekam medis", letters="hi")
    assert "Identitas pelapor" not in client.get("/daftar-dikecualikan/?huruf=i").content.decode()
    assert "Rekam medis" not in client.get("/daftar-dikecualikan/?q=identitas").content.decode()
    assert client.get("/daftar-dikecualikan/?huruf=z").status_code == 404
    assert "tidak ada" in client.get("/daftar-dikecualikan/?q=xyz").content.decode().casefold()


def test_the_list_takes_the_same_statements_whatever_its_length(client, django_assert_num_queries):
    factories.make_institution()
    listed()
    client.get("/daftar-dikecualikan/")
    with django_assert_num_queries(STATEMENTS):
        client.get("/daftar-dikecualikan/")
    for number in range(30):
        listed(content=f"Isi {number}")
    with django_assert_num_queries(STATEMENTS):
        client.get("/daftar-dikecualikan/")


STATEMENTS = 6


def test_one_row_has_its_page_index_document_and_place_on_the_home_page(client):
    exclusion = listed()
    page = client.get(f"/daftar-dikecualikan/{exclusion.pk}/").content.decode()
    assert "Identitas pelapor" in page
    assert "belum dimuat" in page
    assert [document.id for document in ExclusionSource().documents()] == [f"exclusion:{exclusion.pk}"]
    assert '<a href="/daftar-dikecualikan/">Dikecualikan</a><b>1</b>' in client.get("/").content.decode()


def test_on_its_end_the_information_is_open_by_itself_and_leaves_list_and_index__pp_61_11():
    listed(ends_on=dt.date(2026, 11, 23))
    assert Exclusion.objects.listed(dt.date(2026, 11, 22)).exists()
    assert not Exclusion.objects.listed(dt.date(2026, 11, 23)).exists()
    assert acts.open_expired(on=dt.date(2026, 11, 22)) == 0
    assert acts.open_expired(on=dt.date(2026, 11, 23)) == 1
    assert acts.open_expired(on=dt.date(2026, 11, 23)) == 0
    assert list(ExclusionSource().keys()) == []


def test_drafts_are_nobodys_business(client):
    draft = listed(status=Exclusion.Status.DRAFT)
    assert client.get(f"/daftar-dikecualikan/{draft.pk}/").status_code == 404
    assert "Identitas" not in client.get("/daftar-dikecualikan/").content.decode()


def test_a_sound_row_comes_into_force_and_carries_refusals__uu_19_perki_49():
    exclusion = factories.make_exclusion()
    assert list(Exclusion.objects.in_force(factories.TODAY)) == [exclusion]
    assert exclusion.basis_facts.problem(factories.TODAY) is None


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"test": None}, "test"),
        ({"decree_number": ""}, "decree_number"),
        ({"set_on": None}, "set_on"),
        ({"decree": None}, "decree"),
        ({"letters": "", "basis": ""}, "grounds"),
        ({"letters": "a", "period": "selama_dibutuhkan"}, "period"),
        ({"letters": "a", "period": "tanggal_akhir", "ends_on": dt.date(2060, 1, 1)}, "ends_on"),
        ({"letters": "c", "period_words": "Permanen"}, "period_words"),
        ({"letters": "j", "basis": "UU 14/2008 Pasal 17 huruf j", "period": "menurut_peraturan"}, "basis"),
        ({"never_excluded": "18_1_A"}, "never_excluded"),
        ({"if_open": ""}, "if_open"),
        ({"set_on": dt.date(2020, 1, 1)}, "set_on"),
        ({"verdict": "terbuka"}, "verdict"),
    ],
)
def test_what_would_annul_the_decree_keeps_it_from_coming_into_force__uu_17_20_perki_49_51(fields, field):
    exclusion = factories.make_exclusion(in_force=False)
    for name, value in fields.items():
        setattr(exclusion, name, value)
    with pytest.raises(Invalid) as refusal:
        acts.put_in_force(exclusion=exclusion)
    assert field in {problem.field for problem in refusal.value.problems}


def test_who_approves_is_a_setting__pp_61_3_2_or_perki_10_2():
    exclusion = factories.make_exclusion(in_force=False)
    exclusion.test.superior = ""
    body = factories.make_institution()
    assert acts.problems_of(exclusion, body) == ()
    body = factories.make_institution(exclusion_approver="atasan")
    assert [problem.field for problem in acts.problems_of(exclusion, body)] == ["approver"]


def test_the_database_itself_refuses_an_exclusion_in_force_without_a_decree():
    exclusion = factories.make_exclusion(in_force=False)
    with pytest.raises(IntegrityError), transaction.atomic():
        Exclusion.objects.filter(pk=exclusion.pk).update(status="berlaku", decree_number="")
