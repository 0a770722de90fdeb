"""Holiday decrees in the admin: looked at first, agreed to after; errors at their rows; withdrawal with a yes."""

import datetime as dt
import json
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from ppid.actions.calendar import adopt
from ppid.law.calendar import Decree as LawDecree
from ppid.law.calendar import DecreeDay, Kind
from ppid.models import CaseEvent, Deadline, Decree, Institution, MailRecord, Role
from tests import factories

LIST, NEW, ADOPT = "/admin/hari-libur/", "/admin/hari-libur/baru/", "/admin/hari-libur/tetapkan/"
COUNTING = "/admin/hari-libur/cara-menghitung/"
HEAD = {"number": "Keputusan Bupati 5/2026", "date": "2026-11-20", "source": "uji", "region": "", "amends": "",
        "covers": "", "baris": "2"}  # fmt: skip
ROW = {"hari-0-date": "2026-12-01", "hari-0-kind": "local", "hari-0-name": "Hari jadi"}


def page(response) -> str:
    return " ".join(response.content.decode().split())


def hidden(response) -> dict[str, str]:
    found = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', response.content.decode())
    return {name: value.replace("&quot;", '"') for name, value in found if name != "baris"}


def typed(**fields):
    return {**HEAD, **ROW, "periksa": "ya", **fields}


def due(case) -> dt.date | None:
    return case.deadlines.standing().get(governs=True).due


@pytest.fixture
def ppid(sign_in):
    return sign_in(Role.PPID)


@pytest.mark.parametrize("role", [Role.PPID, Role.ADMINISTRATOR])
def test_keepers_see_the_decrees_in_force_with_their_editions(sign_in, role):
    client = sign_in(role)
    text = page(client.get(LIST))
    assert "SKB 3 Menteri 1497/2025" in text
    assert "bawaan sistem" in text
    assert "cuti bersama tidak dihitung sebagai hari kerja; hari penerimaan tidak dihitung" in text
    assert client.get(NEW).status_code == client.get(COUNTING).status_code == 200


@pytest.mark.parametrize("role", [Role.FRONT_DESK, Role.ASSISTANT, Role.SUPERIOR, Role.EDITOR])
def test_others_are_sent_away_and_change_nothing(sign_in, role):
    client = sign_in(role)
    for address in (LIST, NEW, COUNTING):
        assert client.get(address).status_code == 302
    before = Decree.objects.count()
    client.post(ADOPT, {"document": json.dumps({"number": "x"}), "version": ""})
    client.post(COUNTING, {"shared_leave_is_working": "ya"})
    assert Decree.objects.count() == before
    assert not Institution.load().shared_leave_is_working


def test_typed_days_are_previewed_then_adopted_and_withdrawn(ppid):
    case = factories.file_case()
    before = Decree.objects.count()
    preview = ppid.post(NEW, typed())
    text = page(preview)
    assert preview.status_code == 200
    for words in (case.number, "Senin, 7 Desember 2026", "Selasa, 8 Desember 2026", "Hari jadi", "Selasa, 1 Desember"):
        assert words in text, words
    assert Decree.objects.count() == before
    assert due(case) == factories.DUE
    done = ppid.post(ADOPT, hidden(preview), follow=True)
    assert "Keputusan Bupati 5/2026 berlaku." in page(done)
    assert due(case) == dt.date(2026, 12, 8)
    row = Decree.objects.get(number="Keputusan Bupati 5/2026")
    assert row.adopted_by == ppid.user
    assert MailRecord.objects.filter(template="redated").count() == 2

    asked = ppid.get(f"/admin/hari-libur/{row.pk}/cabut/")
    assert "Tidak ada edisi lain dari nomor ini" in page(asked)
    assert due(case) == dt.date(2026, 12, 8)
    ppid.post(f"/admin/hari-libur/{row.pk}/cabut/", hidden(asked))
    assert due(case) == factories.DUE
    row.refresh_from_db()
    assert row.withdrawn_by == ppid.user
    assert CaseEvent.objects.filter(case=case, kind="redated").count() == 2


def test_each_fault_stands_at_its_row_and_nothing_typed_is_lost(ppid):
    answer = ppid.post(
        NEW,
        typed(
            date="31-02-2026", covers="dua ribu",
            **{"hari-1-date": "2026-13-01", "hari-1-kind": "", "hari-1-name": "Hari tanpa jenis"},
        ),
    )  # fmt: skip
    assert answer.status_code == 400
    text = page(answer)
    for words in ("Baris 2, tanggal", "Baris 2, jenis: Pilih jenis harinya.",
                  "31-02-2026", "Hari tanpa jenis", "Keputusan Bupati 5/2026",
                  "Hari jadi", "dua ribu", "daftar tahun"):  # fmt: skip
        assert words in text, words
    assert "Baris 1," not in text


def test_a_day_named_twice_is_told_at_the_second_row(ppid):
    again = {"hari-1-date": "1-12-2026", "hari-1-kind": "removed", "hari-1-name": ""}
    answer = ppid.post(NEW, typed(**again))
    assert answer.status_code == 400
    assert "Baris 2, tanggal: Tanggal 2026-12-01 sudah disebut" in page(answer)


def test_more_rows_keep_what_was_typed(ppid):
    text = page(ppid.post(NEW, {**HEAD, **ROW, "lagi": "ya"}))
    assert "Hari jadi" in text
    assert 'name="hari-9-date"' in text
    assert "perlu diperbaiki" not in text
    assert ppid.post(NEW, {**HEAD, "baris": "besok", "lagi": "ya"}).status_code == 200


def test_a_file_is_previewed_and_a_broken_one_refused_in_words(ppid):
    document = {"number": "UJI 1/2026", "date": "2026-11-20", "source": "uji",
                "days": [{"date": "2026-12-01", "kind": "local", "name": "Hari jadi"}]}  # fmt: skip

    def upload(content: bytes):
        return ppid.post(NEW, {"file": SimpleUploadedFile("k.json", content), "unggah": "ya"})

    preview = upload("\ufeff".encode() + json.dumps(document).encode())
    assert preview.status_code == 200
    assert ppid.post(ADOPT, hidden(preview)).status_code == 302
    assert Decree.objects.in_force().filter(number="UJI 1/2026").exists()
    document["days"].append({"date": "2026-12-33", "kind": "libur", "name": ""})
    broken = upload(json.dumps(document).encode())
    assert broken.status_code == 400
    for words in ("Hari ke-2, tanggal: “2026-12-33” bukan tanggal", "Hari ke-2, jenis", "Hari ke-2, nama"):
        assert words in page(broken), words
    for content in (b"", b"{", b"\xff\xfe\x00", b"[]", b"x" * 1_000_002):
        assert upload(content).status_code == 400
    assert ppid.post(NEW, {"unggah": "ya"}).status_code == 400


def test_the_same_number_again_is_a_new_edition_and_the_withdrawal_names_what_returns(ppid):
    day = DecreeDay(dt.date(2026, 12, 1), Kind.LOCAL, "Hari jadi")
    decree = LawDecree("Keputusan Bupati 5/2026", dt.date(2026, 11, 20), "uji", (day,))
    adopt(decree=decree, on=factories.TODAY, at=factories.NOON)
    first = Decree.objects.get(number=decree.number)
    start = page(ppid.get(f"{NEW}?dari={first.pk}"))
    assert "Keputusan Bupati 5/2026" in start
    assert "2026-12-01" in start
    preview = ppid.post(NEW, typed(**{"hari-0-date": "2026-12-02"}))
    assert "Nomor ini sudah berlaku (edisi 1)" in page(preview)
    ppid.post(ADOPT, hidden(preview))
    second = Decree.objects.in_force().get(number=decree.number)
    assert second.edition == 2
    asked = ppid.get(f"/admin/hari-libur/{second.pk}/cabut/")
    assert "Edisi 1 dari nomor ini berlaku lagi." in page(asked)
    ppid.post(f"/admin/hari-libur/{second.pk}/cabut/", hidden(asked))
    assert Decree.objects.in_force().get(number=decree.number) == first
    assert "Edisi 2, dimuat Senin" not in page(ppid.get(LIST))
    assert "dicabut 23 November 2026" in page(ppid.get(f"/admin/hari-libur/{second.pk}/"))
    assert ppid.get(f"/admin/hari-libur/{second.pk}/cabut/").status_code == 302


def test_the_very_same_again_offers_no_yes(ppid):
    ppid.post(ADOPT, hidden(ppid.post(NEW, typed())))
    again = ppid.post(NEW, typed())
    assert "tidak ada yang perlu disimpan" in page(again)
    assert "document" not in hidden(again)


def test_a_calendar_that_moved_meanwhile_is_shown_again(ppid):
    looked_at = hidden(ppid.post(NEW, typed()))
    day = DecreeDay(dt.date(2026, 12, 3), Kind.LOCAL, "Hari lain")
    adopt(decree=LawDecree("B", dt.date(2026, 11, 21), "uji", (day,)), on=factories.TODAY, at=factories.NOON)
    again = ppid.post(ADOPT, looked_at)
    assert again.status_code == 409
    assert "Kalender berubah sejak halaman itu dibuka" in page(again)
    assert not Decree.objects.filter(number=HEAD["number"]).exists()
    assert ppid.post(ADOPT, hidden(again)).status_code == 302
    assert Decree.objects.filter(number=HEAD["number"]).exists()


def test_a_base_decree_is_not_withdrawn_under_its_amendment(ppid):
    base = Decree.objects.get(number__startswith="SKB 3 Menteri 1017/2024")
    answer = ppid.get(f"/admin/hari-libur/{base.pk}/cabut/", follow=True)
    assert "Cabut dahulu keputusan perubahannya" in page(answer)
    assert Decree.objects.in_force().filter(pk=base.pk).exists()


def test_an_administrator_sees_numbers_without_a_way_to_the_case(sign_in):
    case = factories.file_case()
    text = sign_in(Role.ADMINISTRATOR).post(NEW, typed()).content.decode()
    assert case.number in text
    assert f"/admin/permohonan/{case.pk}/" not in text


def test_the_way_of_counting_is_previewed_then_chosen(ppid):
    case = factories.file_case(at=factories.moment(dt.date(2026, 12, 18)))
    assert "UU 14/2008 tidak menyebut cuti bersama" in page(ppid.get(COUNTING))
    choice = {"shared_leave_is_working": "ya", "first_day_counts": "tidak"}
    preview = ppid.post(COUNTING, choice)
    assert "Rabu, 6 Januari 2027" in page(preview)
    assert due(case) == dt.date(2027, 1, 7)
    done = ppid.post(COUNTING, hidden(preview), follow=True)
    assert "cuti bersama dihitung sebagai hari kerja" in page(done)
    assert due(case) == dt.date(2027, 1, 6)
    assert Deadline.objects.standing().filter(case=case, governs=True).count() == 1
    assert "tidak ada yang perlu disimpan" in page(ppid.post(COUNTING, choice))
    assert "tidak ada yang perlu disimpan" in page(ppid.post(COUNTING, {"first_day_counts": "mungkin"}))


def test_addresses_of_nothing(ppid):
    assert ppid.get("/admin/hari-libur/999999/").status_code == 404
    assert ppid.get(f"{NEW}?dari=abc").status_code == 200
    assert ppid.get(f"{NEW}?dari=99999999999999999999").status_code == 200
    assert ppid.get(ADOPT).status_code == 405
    assert ppid.post(ADOPT, {"document": "bukan json", "version": "x"}).status_code == 302
