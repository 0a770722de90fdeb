"""import_complaints and recap, as interfaces.md promises them."""

import datetime as dt
import json
import random
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django_tasks_db.models import DBTaskResult

from disclosures.actions.complaints import import_complaints
from disclosures.models import CategoryWord, Complaint, Domain, Outcome, StatusWord
from disclosures.queries.recap import By, recap
from ppid.models import Unit
from tests.exports import HEAD, as_csv, as_xlsx, export, report, table

pytestmark = pytest.mark.django_db
ON = dt.date(2026, 11, 23)
SAMPLE = Path(__file__).parents[3] / ".." / "shared" / "accept" / "lapor_contoh.csv"


def take(content: bytes, **options):
    return import_complaints(content=content, on=ON, **options)


def verdicts(result):
    return (result.rows, result.created, result.updated, result.unchanged, result.rejected)


def test_a_second_run_changes_nothing_also_from_a_workbook_in_another_order():
    rows = [report(7000000 + number) for number in range(30)]
    assert verdicts(take(export(*rows))) == (30, 30, 0, 0, 0)
    assert verdicts(take(export(*rows))) == (30, 0, 0, 30, 0)
    head = list(HEAD)
    random.Random(3).shuffle(head)
    assert verdicts(take(as_xlsx(table(reversed(rows), head)))) == (30, 0, 0, 30, 0)


def test_a_dry_run_counts_the_same_and_writes_nothing():
    content = export(report(1), report(2, status="Kata Baru"), report(2000001, kind="Rahasia"))
    dry = take(content, dry_run=True)
    assert (Outcome.objects.count(), Complaint.objects.count(), dry.written) == (0, 0, False)
    assert not StatusWord.objects.filter(word="Kata Baru").exists()
    wet = take(content)
    assert verdicts(dry) == verdicts(wet)
    assert (dry.unmapped, dry.warnings) == (wet.unmapped, wet.warnings)


def test_one_changed_status_is_one_update():
    take(export(report(1, status="Terverifikasi"), report(2, status="Terverifikasi")))
    result = take(export(report(1, status="Ditutup oleh Sistem"), report(2, status="Terverifikasi")))
    assert verdicts(result) == (2, 0, 1, 1, 0)
    assert recap().whole.resolved == 1


def test_with_an_error_nothing_is_written_unless_errors_are_skipped():
    content = export(report(1), report(2, date="entah"))
    refused = take(content)
    assert (verdicts(refused), refused.written, refused.errors[0].row) == ((2, 1, 0, 0, 1), False, 5)
    assert Outcome.objects.count() == 0
    taken = take(content, skip_errors=True)
    assert (taken.written, Outcome.objects.count()) == (True, 1)


def test_rahasia_and_anonim_are_only_ever_tightened():
    take(export(report(1), report(2, kind="Rahasia"), report(3, kind="Anonim")))
    later = take(export(report(1, kind="Rahasia"), report(2), report(3, kind="Rahasia")))
    assert (later.updated, later.unchanged) == (2, 1)
    assert [told.row for told in later.warnings] == [5, 6]
    assert (
        list(Outcome.objects.filter(secret=True, listed=False).values_list("complaint__tracking_id", flat=True)) != []
    )
    assert Outcome.objects.filter(secret=True).count() == 3
    assert Complaint.objects.filter(secret=True, anonymous=True).count() == 1
    take(export(report(1), report(2), report(3)))
    assert Outcome.objects.filter(secret=True, listed=False).count() == 3


def test_a_report_that_becomes_secret_forgets_its_texts():
    take(export(report(1)))
    assert Complaint.objects.get().text == "ISIAKHIRRAHASIA"
    take(export(report(1, kind="Rahasia")))
    complaint = Complaint.objects.get()
    assert (complaint.title, complaint.text, complaint.reason) == ("", "", "")


def test_an_unknown_type_closes_and_is_told():
    result = take(export(report(1, kind="Rahasa")))
    assert "tidak dikenal" in result.warnings[0].message
    assert (Outcome.objects.get().secret, Outcome.objects.get().listed) == (True, False)


def test_misconduct_reports_are_counted_but_not_listed():
    take(export(report(1, klass="Pengaduan Berkadar Pengawasan")))
    assert (recap().whole.total, Outcome.objects.listed().count()) == (1, 0)


def test_unknown_words_are_kept_told_and_counted_as_not_mapped():
    result = take(
        export(report(1, status="Menunggu Godot", Kategori="Antarplanet"), report(2, Kategori="antar planet"))
    )
    assert result.unmapped == {"status": {"Menunggu Godot": 1}, "category": {"Antarplanet": 1, "antar planet": 1}}
    assert recap().whole.unmapped == 1
    assert [row.name for row in recap(by=By.DOMAIN).rows] == ["belum dipetakan"]
    word = CategoryWord.objects.get(word="Antarplanet")
    word.domain = Domain.objects.get(name="Perhubungan")
    word.save()
    assert {row.name for row in recap(by=By.DOMAIN).rows} == {"Perhubungan", "belum dipetakan"}


def test_an_empty_category_is_silence_and_not_a_new_word():
    result = take(export(report(1, Kategori="")))
    assert result.unmapped["category"] == {}
    assert "kosong pada 1 laporan" in result.warnings[0].message
    assert recap(by=By.CATEGORY).rows[0].name == "tanpa kategori"


def test_non_breaking_spaces_and_capitals_do_not_make_another_category():
    take(export(report(1, Kategori="EKONOMI\u00a0DAN\u00a0KEUANGAN")))
    assert recap(by=By.DOMAIN).rows[0].name == "Ekonomi dan Keuangan"


def test_personal_data_in_a_word_that_becomes_public_is_refused_or_masked():
    result = take(export(report(1, Kategori="hubungi 081299998888")))
    assert (result.rejected, result.written) == (1, False)
    assert "081299998888" not in result.errors[0].message
    take(export(report(2, **{"Sumber Laporan": "WA 081299998888"})))
    assert Outcome.objects.get().channel == "WA [nomor telepon]"


def test_every_word_in_the_books_may_stand_in_an_export():
    CategoryWord.objects.create(word="Pelat B 1234 XYZ", domain=Domain.objects.get(name="Perhubungan"))
    words = list(CategoryWord.objects.values_list("word", flat=True))
    result = take(export(*(report(number, Kategori=word.upper()) for number, word in enumerate(words, 1))))
    assert (result.created, result.rejected, result.unmapped["category"]) == (len(words), 0, {})


def test_a_report_dated_ahead_is_taken_and_told():
    result = take(export(report(1), report(2, date="2 Jan 2099")))
    assert result.written
    assert [(told.row, "sesudah hari ini" in told.message) for told in result.warnings] == [(5, True)]


def test_a_file_without_a_column_leaves_what_is_known():
    take(export(report(1)))
    head = [name for name in HEAD if name not in {"Judul Laporan", "Sumber Laporan"}]
    assert take(as_csv(table([report(1)], head))).unchanged == 1
    assert Outcome.objects.get().channel == "Website"


def test_a_unit_is_matched_where_certain_also_afterwards():
    take(export(report(1, unit="DINAS  CONTOH"), report(2, unit="Dinas Contohan")))
    unit = Unit.objects.create(code="dinas-contoh", name="Dinas Contoh")
    result = take(export(report(1, unit="DINAS  CONTOH"), report(2, unit="Dinas Contohan")))
    assert result.unchanged == 2
    assert list(Outcome.objects.exclude(unit=None).values_list("unit", "unit_word")) == [(unit.pk, "DINAS CONTOH")]


def test_statements_do_not_grow_with_the_reports(django_assert_max_num_queries):
    with django_assert_max_num_queries(14):
        take(export(*(report(number) for number in range(1, 101))))
    with django_assert_max_num_queries(8):
        take(export(*(report(number) for number in range(1, 101))))


def test_thousands_of_reports():
    rows = [report(number, status=("Terverifikasi", "Ditutup oleh Admin")[number % 2]) for number in range(1, 4001)]
    assert take(export(*rows)).created == 4000
    assert recap().whole.total == 4000
    assert take(export(*rows)).unchanged == 4000


def test_the_index_work_is_queued_in_the_same_transaction():
    take(export(report(1), report(2, kind="Rahasia")))
    queued = DBTaskResult.objects.get(task_path="disclosures.tasks.refresh_index")
    assert queued.args_kwargs["args"][0] == "outcome"


def told(command: str, *words: str, code: int = 0):
    out = StringIO()
    try:
        call_command(command, *words, "--json", stdout=out, stderr=StringIO())
        exited = 0
    except SystemExit as left:
        exited = left.code
    assert exited == code
    return json.loads(out.getvalue())


@pytest.mark.django_db(transaction=True)
def test_the_commands_print_what_is_promised(tmp_path):
    file = tmp_path / "ekspor.csv"
    file.write_bytes(export(report(1), report(2, kind="Rahasia", date="4 Feb 2026")))
    answer = told("import_complaints", str(file))
    keys = "file rows created updated unchanged rejected written unmapped warnings errors"
    assert set(answer) == set(keys.split())
    counted = told("recap", "--year", "2026", "--by", "month")
    assert [(row["name"], row["total"]) for row in counted["rows"]] == [("2026-01", 1), ("2026-02", 1)]
    assert told("recap", "--year", "2026", "--until", "2026-01-31")["total"] == 1
    assert told("recap", "--year", "2019")["rows"] == []
    file.write_bytes(b"%PDF-1.7")
    assert told("import_complaints", str(file), code=1)["errors"]
    assert told("import_complaints", str(tmp_path / "tidak-ada"), code=1)["errors"]


@pytest.mark.parametrize("words", [["recap", "--by", "warna"], ["recap", "--year", "19"], ["import_complaints"]])
def test_wrong_usage_is_told_in_indonesian(words):
    with pytest.raises(CommandError, match="Cara pemakaian salah") as refused:
        call_command(*words)
    assert refused.value.returncode == 2


@pytest.mark.skipif(not SAMPLE.exists(), reason="the shared folder with the sample export is not here")
def test_the_shared_sample():
    assert verdicts(take(SAMPLE.read_bytes())) == (81, 81, 0, 0, 0)
    year = recap(by=By.CATEGORY, year=2020)
    assert (year.whole.total, year.whole.in_process) == (26, 26)
    assert [row.counts.total for row in year.rows] == [7, 6, 5, 2, 2, 1, 1, 1, 1]
    assert (recap(year=2022).whole.archived, recap(year=2023).whole.resolved) == (1, 41)
