"""The home page: real numbers, truthful where there are none, and a fixed number of statements."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from disclosures.models import InformationClass, Outcome, RegisterEntry, State, StatusWord
from portal.home import UNITS_AT_ONCE, home_screen
from ppid.models import Decree
from tests.factories import answer_case, file_case, make_institution, make_unit, moment

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 11, 23)
PUBLISHED = moment(dt.date(2026, 11, 20))


def entry(unit, summary, info_class=InformationClass.PERIODIC, *, live=True):
    return RegisterEntry.objects.create(
        unit=unit,
        summary=summary,
        info_class=info_class,
        live=live,
        first_published_at=PUBLISHED if live else None,
        last_published_at=PUBLISHED if live else None,
    )


def outcome(state, day=dt.date(2025, 5, 6), *, listed=True):
    status = StatusWord.objects.filter(state=state).first()
    return Outcome.objects.create(received_on=day, month=day.replace(day=1), status=status, listed=listed)


def test_an_empty_body_says_that_it_is_empty(client):
    page = client.get("/").content.decode()
    assert "Belum ada informasi yang dimuat" in page
    assert "Hasil pengaduan belum dimuat." in page
    assert "Waktu jawab belum dapat dihitung" in page
    assert "Daftar unit belum diisi" in page
    assert "%</b>" not in page  # no share of nothing


def test_classes_are_counted_and_drafts_are_not():
    unit = make_unit()
    entry(unit, "Laporan keuangan")
    entry(unit, "Rencana kerja")
    entry(unit, "Peringatan banjir", InformationClass.AT_ONCE)
    entry(unit, "Belum digolongkan", "")
    entry(unit, "Masih konsep", live=False)
    screen = home_screen(on=TODAY)
    assert [(row.code, row.count) for row in screen.classes] == [("berkala", 2), ("serta_merta", 1), ("setiap_saat", 0)]
    assert screen.classes[0].updated == PUBLISHED
    assert screen.classes[2].updated is None
    assert screen.unclassified
    assert screen.unclassified.count == 1
    assert screen.searchable == 4
    assert screen.newest[0].summary == "Belum digolongkan"
    assert [(row.name, row.count) for row in screen.units] == [(unit.name, 4)]


def test_ps_22_7_a_request_of_today_is_answered_by_the_day_shown():
    screen = home_screen(on=TODAY)
    assert screen.answer_by == dt.date(2026, 12, 7)  # law.md §7.4
    assert screen.answer_days == 10


def test_a_year_without_a_decree_promises_no_date():
    Decree.objects.all().delete()
    screen = home_screen(on=TODAY)
    assert screen.answer_by is None


def test_service_in_figures(client):
    answer_case(file_case(at=moment(dt.date(2026, 3, 10))), on=dt.date(2026, 3, 31))  # the last day: in time
    answer_case(file_case(at=moment(dt.date(2026, 3, 10))), on=dt.date(2026, 4, 1))  # a day late
    file_case(at=moment(dt.date(2026, 11, 20)))  # still running
    service = home_screen(on=TODAY).service
    assert (service.received, service.in_time, service.late, service.open) == (3, 1, 1, 1)
    assert service.in_time_percent == 50
    assert service.median_days == 11


def test_complaints_of_the_newest_year_that_has_any(client):
    for _ in range(3):
        outcome(State.RESOLVED)
    outcome(State.IN_PROCESS)
    outcome(State.ARCHIVED, listed=False)
    outcome(State.RESOLVED, dt.date(2024, 5, 6))
    figures = home_screen(on=TODAY).complaints
    assert figures
    assert (figures.year, figures.resolved, figures.in_process, figures.total) == (2025, 3, 1, 5)
    page = client.get("/").content.decode()
    assert "3 dari 5" in page
    assert 'href="/aduan/2025/"' in page


def test_units_beyond_the_first_are_folded(client):
    for _ in range(UNITS_AT_ONCE + 3):
        make_unit()
    screen = home_screen(on=TODAY)
    assert (len(screen.first_units), len(screen.other_units)) == (UNITS_AT_ONCE, 3)
    assert "3 unit lainnya" in client.get("/").content.decode()


def test_the_name_of_the_body_stands_on_top(client):
    make_institution(name="Pemerintah Kabupaten Tirta Raya")
    assert "PPID Pemerintah Kabupaten Tirta Raya" in client.get("/").content.decode()


def test_the_statements_do_not_grow_with_the_rows(client):
    def statements():
        client.get("/")
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get("/").status_code == 200
        return len(queries)

    unit = make_unit()
    entry(unit, "Satu")
    outcome(State.RESOLVED)
    file_case()
    few = statements()
    for number in range(12):
        unit = make_unit()
        entry(unit, f"Informasi {number}")
        outcome(State.IN_PROCESS)
    file_case()
    assert statements() == few
    assert few <= 16, f"the home page takes {few} statements"
