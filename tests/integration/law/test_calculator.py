"""/kalkulator-tenggat/ as a citizen meets it, without JavaScript."""

import datetime as dt
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ppid.law.clock import derive
from ppid.law.terms import ALL_TERMS, Unit, term
from ppid.models import Institution
from ppid.queries.calendar import current_calendar
from ppid.queries.deadline_calendar import deadline_calendar, stored_calendar

pytestmark = pytest.mark.django_db
ADDRESS = "/kalkulator-tenggat/"


def test_empty_form(client):
    page = client.get(ADDRESS)
    assert page.status_code == 200
    assert "2024, 2025, 2026, 2027" in page.content.decode()


def test_answer_shows_date_days_decree_and_article(client):
    page = client.get(ADDRESS, {"kode": "REQ_NOTICE_UU", "dari": "2026-03-10"})
    text = page.content.decode()
    assert page.status_code == 200
    for words in (
        "Selasa, 31 Maret 2026",
        "Nyepi",
        "SKB 3 Menteri 1497/2025",
        "Pasal 22 ayat (7)",
        "peraturan.bpk.go.id",
        "Senin, 30 Maret 2026: hari kerja ke-9.",
        "tanggalnya Rabu, 25 Maret 2026",
    ):
        assert words in text, words
    assert len(re.findall(r"<h1[\s>]", text)) == 1
    assert not re.search(r"\sstyle=|<script(?![^>]*\bsrc=)", text)


@pytest.mark.parametrize("row", ALL_TERMS, ids=lambda row: row.code)
def test_every_term_has_a_page(client, row):
    asked = {"kode": row.code, "dari": "2026-06-30"}
    if row.unit is Unit.HOURS:
        asked["pukul"] = "09:30"
    if row.length is None:
        asked["lama"] = "5"
    page = client.get(ADDRESS, asked)
    assert page.status_code == 200
    assert page.context["screen"].answer.derivation.term is row
    assert row.source in page.content.decode()


def test_hours_are_shown_in_the_zone_of_the_body(client):
    body = Institution.load()
    body.time_zone = Institution.Zone.WITA
    body.save()
    page = client.get(ADDRESS, {"kode": "PDP_BREACH", "dari": "2026-11-23", "pukul": "23:59"})
    assert "pukul 23.59 WITA" in page.content.decode()


@pytest.mark.parametrize(
    ("asked", "field", "said"),
    [
        ({"kode": "REQ_NOTICE_UU", "dari": ""}, "dari", "Isi tanggal mulai"),
        ({"kode": "REQ_NOTICE_UU", "dari": "besok"}, "dari", "tidak dapat dibaca"),
        ({"kode": "REQ_NOTICE_UU", "dari": "2026-02-31"}, "dari", "tidak ada"),
        ({"kode": "REQ_NOTICE_UU", "dari": "2031-05-05"}, "dari", "2031"),
        ({"kode": "REQ_NOTICE_UU", "dari": "x" * 500}, "dari", "terlalu panjang"),
        ({"kode": "", "dari": "2026-03-10"}, "kode", "Pilih jenis tenggat"),
        ({"kode": "<script>", "dari": "2026-03-10"}, "kode", "bukan kode tenggat"),
        ({"kode": "PDP_BREACH", "dari": "2026-03-10"}, "pukul", "pukul"),
        ({"kode": "PDP_BREACH", "dari": "2026-03-10", "pukul": "25:00"}, "dari", "00:00 sampai 23:59"),
        ({"kode": "REQ_DELIVERY", "dari": "2026-03-10"}, "lama", "sebutkan lamanya"),
        ({"kode": "REQ_DELIVERY", "dari": "2026-03-10", "lama": "lima"}, "lama", "bilangan bulat"),
        ({"kode": "REQ_DELIVERY", "dari": "2026-03-10", "lama": "0"}, "lama", "antara 1 dan"),
        ({"kode": "CASSATION", "dari": "9999-12-30"}, "dari", "terlalu jauh"),
        ({"dari": "2026-03-10\x00"}, "dari", ""),
    ],
)
def test_a_bad_value_is_400_with_words_at_its_field_and_nothing_lost(client, asked, field, said):
    page = client.get(ADDRESS, asked)
    assert page.status_code == 400
    errors = page.context["screen"].form.errors
    assert said in " ".join(errors[field])
    if 0 < len(asked["dari"]) < 40 and asked["dari"].isprintable():
        assert f'value="{asked["dari"]}"' in page.content.decode()


def test_day_first_writing_is_understood(client):
    page = client.get(ADDRESS, {"kode": "REQ_NOTICE_UU", "dari": "10-03-2026"})
    assert page.context["screen"].answer.derivation.due == dt.date(2026, 3, 31)


def test_a_code_alone_is_a_chosen_form(client):
    page = client.get(ADDRESS, {"kode": "OBJ_FILE"})
    assert page.status_code == 200
    assert '<option value="OBJ_FILE" selected>' in page.content.decode()


def test_only_reading_is_allowed(client):
    assert client.post(ADDRESS).status_code == 405


def test_statements_do_not_depend_on_the_length_of_the_way(client):
    def statements(code: str) -> int:
        with CaptureQueriesContext(connection) as seen:
            assert client.get(ADDRESS, {"kode": code, "dari": "2026-03-10"}).status_code == 200
        return len(seen)

    Institution.load()
    statements("LAPOR_VERIFY")
    short, long = statements("LAPOR_VERIFY"), statements("DSP_TOTAL")
    assert short == long <= 8


# --- the drawn calendar -----------------------------------------------------------------------------------------------


def drawn(code="REQ_NOTICE_UU", first=dt.date(2026, 3, 10), on=dt.date(2026, 3, 27)):
    found = derive(term(code), first, current_calendar())
    return deadline_calendar(first=first, due=found.due, trail=found.trail, on=on, start_note="diterima"), found


def test_squares_are_whole_weeks_that_count_the_days():
    calendar, _ = drawn()
    assert len(calendar.squares) == 28
    assert calendar.squares[0].date.weekday() == 0
    assert [square.number for square in calendar.squares if square.number] == list(range(1, 11))
    by_day = {square.date.isoformat(): square for square in calendar.squares}
    assert by_day["2026-03-10"].note == "diterima"
    assert by_day["2026-03-19"].note == "Nyepi"
    assert by_day["2026-03-18"].note == "cuti bersama"
    assert "day--today" in by_day["2026-03-27"].css
    assert "day--due" in by_day["2026-03-31"].css
    assert by_day["2026-03-31"].spoken == "Selasa, 31 Maret 2026: hari kerja ke-10; hari terakhir."
    assert (calendar.counted, calendar.skipped) == (10, 11)


def test_the_stored_trail_draws_the_same():
    calendar, found = drawn()
    trail = [day.as_json() for day in found.trail]
    stored = stored_calendar(
        first=dt.date(2026, 3, 10), due=found.due, trail=trail, on=dt.date(2026, 3, 27), start_note="diterima"
    )
    assert stored == calendar


def test_a_way_that_runs_backwards_is_shown_in_the_order_of_the_calendar():
    calendar, found = drawn("EXC_DECLARE_OPEN", dt.date(2026, 12, 31))
    assert calendar.rows[0].date == found.due
    assert calendar.rows[0].number == 30
    assert any("day--start" in square.css and square.date == dt.date(2026, 12, 31) for square in calendar.squares)


def test_the_readings_are_named_with_what_is_chosen_and_what_the_other_would_give(client):
    asked = {"kode": "REQ_NOTICE_UU", "dari": "2026-03-10"}
    text = " ".join(client.get(ADDRESS, asked).content.decode().split())
    assert "Di sini cuti bersama tidak dihitung sebagai hari kerja." in text
    assert "Bila cuti bersama dihitung sebagai hari kerja, tanggalnya Rabu, 25 Maret 2026." in text
    assert "Bila hari penerimaan dihitung sebagai hari pertama, tanggalnya Senin, 30 Maret 2026." in text
    assert "UU 14/2008 tidak menyebut cuti bersama" in text
    assert "Tidak ada pasal yang menyatakannya" in text
    body = Institution.load()
    body.shared_leave_is_working = body.first_day_counts = True
    body.save()
    text = " ".join(client.get(ADDRESS, asked).content.decode().split())
    assert "Selasa, 24 Maret 2026" in text
    assert "Di sini cuti bersama dihitung sebagai hari kerja." in text
    assert "Bila cuti bersama tidak dihitung sebagai hari kerja, tanggalnya Senin, 30 Maret 2026." in text
    assert "hari itu sendiri ikut dihitung bila hari kerja" in text
    assert "Di sini cuti bersama dihitung sebagai hari kerja; hari penerimaan dihitung" in " ".join(
        client.get(ADDRESS).content.decode().split()
    )
