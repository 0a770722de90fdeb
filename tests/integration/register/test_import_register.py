"""A sheet becomes published entries in one transaction, and a second run changes nothing (interfaces.md, Imports)."""

import csv
import io
import json
from pathlib import Path

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django_tasks_db.models import DBTaskResult
from wagtail.models import ModelLogEntry, Revision

from disclosures.actions.register import import_register
from disclosures.models import RegisterEntry
from ppid.models import Unit
from tests.factories import NOON, make_officer, make_unit

pytestmark = pytest.mark.django_db
REAL = Path(__file__).parents[4] / "shared" / "data" / "sumedang_dip_2024.csv"
HEAD = ["No", "Ringkasan isi informasi", "Unit kerja", "Waktu pembuatan", "Softcopy", "Jangka waktu penyimpanan"]


def sheet(*rows, head=HEAD):
    out = io.StringIO(newline="")
    csv.writer(out).writerows([head, *rows])
    return out.getvalue().encode()


def rows(many, unit="Dinas Kesehatan"):
    return [[str(n), f"Laporan bagian {n}", unit, "2024", "✓", "5 Tahun"] for n in range(1, many + 1)]


def run(content, **wanted):
    return import_register(content=content, at=NOON, **{"create_units": True, **wanted})


def counts(result):
    return (result.rows, result.created, result.updated, result.unchanged, result.rejected)


@pytest.fixture
def real():
    if not REAL.exists():
        pytest.skip("the real register (../shared/data) is not beside the project")
    return REAL.read_bytes()


def test_the_real_register_makes_nine_units_and_a_second_run_changes_nothing(real):
    dry = run(real, dry_run=True)
    assert RegisterEntry.objects.count() == Unit.objects.count() == 0
    first = run(real)
    assert counts(dry) == counts(first) == (51, 51, 0, 0, 0)
    assert dry.units_created == first.units_created == Unit.objects.count() == 9
    told = " ".join(note.message for note in first.warnings)
    assert all(slip in told for slip in ("Badang Keuangan", "Informaitka", "Sumednang", "Perencaan"))
    assert counts(run(real)) == (51, 0, 0, 51, 0)
    assert Unit.objects.filter(name="Badan Keuangan dan Aset Daerah").get().entries.count() == 9


def test_one_changed_cell_is_one_update_that_names_it():
    run(sheet(*rows(3)))
    changed = rows(3)
    changed[1][5] = "7 Tahun"
    result = run(sheet(*changed))
    assert counts(result) == (3, 0, 1, 2, 0)
    assert [verdict.changed for verdict in result.verdicts] == [(), ("retention",), ()]
    assert RegisterEntry.objects.get(number="2").retention == "7 Tahun"


def test_any_error_keeps_everything_unwritten_unless_errors_are_skipped():
    content = sheet(*rows(2), ["3", "", "Dinas Kesehatan", "2024", "", ""])
    refused = run(content)
    assert (refused.written, refused.rejected, refused.created) == (False, 1, 2)
    assert [(note.row, note.column) for note in refused.errors] == [(4, "Ringkasan isi informasi")]
    assert not RegisterEntry.objects.exists()
    assert not Unit.objects.exists()
    assert run(content, skip_errors=True).written
    assert RegisterEntry.objects.count() == 2


def test_two_rows_of_the_same_identity_are_an_error_naming_both():
    twin = ["9", "LAPORAN, bagian  1.", "dinas kesehatan", "2020", "", ""]
    result = run(sheet(*rows(2), twin))
    assert [note.row for note in result.errors] == [2, 4]
    assert all("2" in note.message and "4" in note.message for note in result.errors)
    assert (result.rejected, result.written) == (2, False)


def test_an_unknown_unit_is_refused_row_by_row_without_leave_to_make_it():
    make_unit(name="Dinas Kesehatan Hewan")
    result = run(sheet(*rows(2)), create_units=False)
    assert [note.row for note in result.errors] == [2, 3]
    assert "Dinas Kesehatan Hewan" in result.errors[0].message
    assert Unit.objects.count() == 1


def test_a_unit_and_a_class_stand_in_for_cells_that_name_none():
    unit = make_unit()
    head = ["Ringkasan", "Unit", "Klasifikasi"]
    content = sheet(["Satu", "", ""], ["Dua", "", "Serta-merta"], head=head)
    run(content, unit=unit, info_class="berkala")
    assert set(RegisterEntry.objects.values_list("summary", "info_class", "unit")) == {
        ("Satu", "berkala", unit.pk),
        ("Dua", "serta_merta", unit.pk),
    }


def test_a_class_that_an_officer_set_outlives_a_sheet_that_names_none():
    run(sheet(*rows(1)))
    RegisterEntry.objects.update(info_class="setiap_saat")
    assert counts(run(sheet(*rows(1)))) == (1, 0, 0, 1, 0)
    assert RegisterEntry.objects.get().info_class == "setiap_saat"


def test_an_assistant_units_sheet_cannot_touch_another_unit():
    own, other = make_unit(name="Dinas Kesehatan"), make_unit(name="Badan Pendapatan")
    content = sheet(*rows(1), *rows(1, unit="Badan Pendapatan"))
    result = run(content, only_units={own.pk}, create_units=False)
    assert [note.row for note in result.errors] == [3]
    assert not other.entries.exists()


def test_drafts_stay_private_until_the_same_sheet_is_published():
    assert run(sheet(*rows(2)), draft=True).keys == ()
    assert not RegisterEntry.objects.public().exists()
    assert counts(run(sheet(*rows(2)), draft=True)) == (2, 0, 0, 2, 0)
    assert counts(run(sheet(*rows(2)))) == (2, 0, 2, 0, 0)
    assert RegisterEntry.objects.public().count() == 2


def test_a_draft_of_a_published_entry_does_not_change_what_is_public():
    run(sheet(*rows(1)))
    changed = rows(1)
    changed[0][5] = "Permanen"
    run(sheet(*changed), draft=True)
    entry = RegisterEntry.objects.get()
    assert (entry.retention, entry.has_unpublished_changes) == ("5 Tahun", True)
    assert entry.get_latest_revision_as_object().retention == "Permanen"


def test_a_locked_entry_is_not_overwritten():
    run(sheet(*rows(1)))
    RegisterEntry.objects.update(locked=True)
    changed = rows(1)
    changed[0][5] = "Permanen"
    result = run(sheet(*changed))
    assert (result.rejected, result.written) == (1, False)
    assert counts(run(sheet(*rows(1)))) == (1, 0, 0, 1, 0)


def test_many_are_published_as_wagtail_publishes_one():
    """The same row, revision and log, but for the entry's own words."""
    user = make_officer()
    run(sheet(*rows(1)), acting_user=user)
    bulk = RegisterEntry.objects.get()
    single = RegisterEntry(unit=bulk.unit, summary="Satu per satu", made_when="2024", softcopy=True, live=False)
    single.save()
    single.save_revision(user=user).publish(user=user, skip_permission_checks=True)
    single.refresh_from_db()
    kind = ContentType.objects.get_for_model(RegisterEntry)
    for entry in (bulk, single):
        assert (entry.live, entry.has_unpublished_changes, entry.year) == (True, False, 2024)
        assert entry.live_revision_id == entry.latest_revision_id is not None
        assert entry.first_published_at == entry.last_published_at is not None
        revision = Revision.objects.get(object_id=str(entry.pk), base_content_type=kind)
        assert revision.as_object().summary == entry.summary
        assert revision.user == user
        assert ModelLogEntry.objects.filter(object_id=str(entry.pk), action="wagtail.publish", user=user).count() == 1
    assert set(bulk.live_revision.content) == set(single.live_revision.content)


def test_the_index_is_told_in_the_same_transaction():
    DBTaskResult.objects.all().delete()
    result = run(sheet(*rows(3)))
    [task] = DBTaskResult.objects.filter(task_path__endswith="refresh_index")
    assert task.args_kwargs["args"] == ["entry", list(result.keys)]


def test_the_statements_grow_with_the_batches_and_not_with_the_rows():
    """SQLite takes only so many values a statement, so sixty rows may need an insert or two more than three."""
    seen = []
    for count in (3, 60):
        with CaptureQueriesContext(connection) as statements:
            run(sheet(*rows(count, unit=f"Dinas Nomor {count}")))
        seen.append(len(statements))
    assert seen[1] - seen[0] <= 3


def command(*words):
    out = io.StringIO()
    code = 0
    try:
        call_command("import_register", *words, "--json", stdout=out, stderr=io.StringIO())
    except SystemExit as left:
        code = left.code
    return code, json.loads(out.getvalue())


def test_the_command_prints_one_document_and_leaves_with_1_when_refused(tmp_path):
    file = tmp_path / "lembar.csv"
    file.write_bytes(b"%PDF-1.7")
    code, told = command(str(file))
    assert (code, told["written"], told["rows"]) == (1, False, 0)
    assert told["errors"][0]["message"]
    assert command(str(tmp_path / "tidak-ada.csv"))[0] == 1
    assert command(str(file), "--unit", "tidak-ada")[0] == 1
    file.write_bytes(sheet(*rows(2)))
    code, told = command(str(file), "--create-units", "--dry-run")
    assert code == 0
    assert set(told) == {
        "file",
        "rows",
        "created",
        "updated",
        "unchanged",
        "rejected",
        "written",
        "units",
        "warnings",
        "errors",
    }
    assert (told["created"], told["units"], told["written"]) == (2, {"created": 1}, False)
