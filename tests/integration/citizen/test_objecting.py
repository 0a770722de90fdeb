"""Objecting on the portal: the prepared objection after the code, ground b without a request, following it."""

import datetime as dt

import pytest
from django.core import mail

from ppid.actions import clock
from ppid.citizen import tracking
from ppid.models import Objection
from tests.factories import DUE, answer_case, file_case, moment, object_to, run_queue
from tests.integration.citizen.asking import follow, mailed_code
from tests.objecting import answer_objection, ordering

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("body", "noon")]
LATE = DUE + dt.timedelta(days=1)
FROM, NEW, STATE = "/keberatan/permohonan/", "/keberatan/baru/", "/lacak/keberatan/"
SAID = {"grounds": ["c", "g"], "reasons": "Sampai hari ini tidak ada jawaban.", "position": "Diajukan 23 November."}
B = {
    "subject": "Laporan keuangan 2025 yang sudah diaudit.", "found_on": "2026-11-02", "reasons": "Tidak ada di situs.",
    "name": "Rina Contoh", "email": "rina@contoh.id",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    monkeypatch.setattr(tracking, "STEADY", 0.0)


def page(response):
    return response.content.decode()


def prove(client):
    mail.outbox.clear()
    client.post("/lacak/kode/kirim/")
    run_queue()
    return client.post("/lacak/kode/", {"code": mailed_code()})


@pytest.fixture
def silent(client, noon):
    case = file_case()
    noon.set(moment(LATE))
    clock.tick(on=LATE, at=moment(LATE))
    follow(client, case.tracking_code)
    return case


def test_the_door_explains_and_has_two_ways_in(client):
    shown = page(client.get("/keberatan/"))
    assert "Tulis kode lacak" in shown
    assert "Tulis keberatan huruf b" in shown
    assert "UU 14/2008 Pasal 35 ayat 1" in shown


def test_silence_shows_the_right_with_its_last_day_and_the_prepared_objection(client, silent):
    state = page(client.get("/lacak/permohonan/"))
    assert "Apa yang dapat saya lakukan sekarang?" in state
    assert "Jumat, 22 Januari 2027" in state
    assert "Keberatan Anda sudah disiapkan" in state
    assert Objection.objects.count() == 0


def test_after_the_code_it_is_pre_filled_looked_at_and_sent(client, silent):
    assert client.get(FROM).url == "/lacak/kode/"
    assert prove(client).url == FROM
    form = page(client.get(FROM))
    assert 'value="c"' in form
    assert "checked" in form
    looked = client.post(FROM, SAID)
    assert "Periksa sebelum dikirim" in page(looked)
    assert Objection.objects.count() == 0
    sent = client.post(FROM, {**SAID, "kirim": "ya"})
    assert sent.url == "/keberatan/tanda-terima/"
    case = Objection.objects.get()
    receipt = page(client.get(sent.url))
    assert case.number in receipt
    assert case.tracking_code in receipt
    assert [row.ground for row in case.grounds.all()] == ["c", "g"]
    assert case.channel == "web"


def test_what_was_typed_before_the_code_stands_there_after_it(client, silent):
    client.post(FROM, SAID)
    prove(client)
    assert "Sampai hari ini tidak ada jawaban." in page(client.get(FROM))


def test_the_same_ground_again_is_refused_and_names_the_first(client, silent):
    first = object_to(silent, at=moment(LATE))
    client.get(FROM)
    prove(client)
    again = client.post(FROM, {**SAID, "kirim": "ya"})
    assert again.status_code == 422
    assert first.number in page(again)
    assert "Sampai hari ini tidak ada jawaban." in page(again)


@pytest.mark.parametrize("lacking", ["grounds", "reasons"])
def test_nothing_typed_is_lost_when_something_lacks(client, silent, lacking):
    client.get(FROM)
    prove(client)
    answer = client.post(FROM, {name: value for name, value in SAID.items() if name != lacking})
    assert answer.status_code == 422
    assert "Diajukan 23 November." in page(answer)


def test_ground_b_without_any_request(client):
    assert "Periksa sebelum dikirim" in page(client.post(NEW, B))
    sent = client.post(NEW, {**B, "kirim": "ya"})
    assert sent.url == "/keberatan/tanda-terima/"
    case = Objection.objects.get()
    assert (case.request, case.subject, case.applicant.name) == (None, B["subject"], "Rina Contoh")


def test_ground_b_wants_a_way_to_reach_the_objector(client):
    answer = client.post(NEW, {**B, "email": "", "kirim": "ya"})
    assert answer.status_code == 422
    assert Objection.objects.count() == 0


def test_followed_by_its_own_code_it_shows_no_person(client):
    case = object_to(file_case())
    state = page(follow(client, case.tracking_code))
    assert case.number in state
    assert "Selasa, 5 Januari 2027" in state or "Ditanggapi paling lambat" in state
    assert "Budi" not in state
    assert "Sampai hari ini" not in state


def test_the_superiors_silence_is_shown_and_can_be_printed(client, noon):
    case = object_to(file_case(), at=moment(dt.date(2026, 12, 21)))
    late = dt.date(2027, 2, 9)
    noon.set(moment(late))
    clock.tick(on=late, at=moment(late))
    state = page(follow(client, case.tracking_code))
    assert "Keberatan Anda belum ditanggapi" in state
    assert "Jumat, 26 Februari 2027" in state
    prove(client)
    printed = client.post("/lacak/catatan/")
    assert printed.content.startswith(b"%PDF")


def test_the_answer_is_read_with_the_code_and_replied_to(client, noon):
    case = object_to(file_case(), at=moment(dt.date(2026, 12, 21)))
    day = dt.date(2027, 1, 29)
    answer_objection(case, ordering(dt.date(2027, 2, 10)), on=day)
    noon.set(moment(day, 18))
    state = page(follow(client, case.tracking_code))
    assert "Jumat, 19 Februari 2027" in state
    prove(client)
    letter = case.letters.get(kind="ruling")
    assert client.get(f"/lacak/surat/{letter.signed_id}/").status_code == 200
    assert client.post("/lacak/keberatan/tanggapan/", {"content": "unsatisfied"}).url == STATE
    assert case.replies.get().content == "unsatisfied"


def test_it_is_withdrawn_only_after_the_code_and_a_second_yes(client):
    case = object_to(file_case())
    follow(client, case.tracking_code)
    assert client.post("/lacak/keberatan/cabut/").url == "/lacak/kode/"
    prove(client)
    client.post("/lacak/keberatan/cabut/")
    case.refresh_from_db()
    assert case.state == "withdrawn"


def test_the_calendar_file_names_the_day_and_nobody(client, silent):
    file = client.get("/lacak/hak.ics")
    assert file["Content-Type"].startswith("text/calendar")
    text = page(file)
    assert "DTSTART;VALUE=DATE:20270122" in text
    assert "Budi" not in text
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


def test_a_refusal_is_told_with_advice_on_its_reason(client):
    case = answer_case(decision="not_held", gap_matter="Data provinsi.")
    state = page(follow(client, case.tracking_code))
    assert "Informasinya belum dikuasai" in state
    assert "Jumat, 8 Januari 2027" in state


def test_my_cases_lists_objections_too(client):
    request = file_case()
    case = object_to(request)
    run_queue()
    mail.outbox.clear()
    client.post("/saya/", {"email": "budi@contoh.id"})
    run_queue()
    client.post("/saya/kode/", {"code": mailed_code()})
    listed = page(client.get("/saya/"))
    assert request.number in listed
    assert case.number in listed
    assert client.get(f"/saya/{case.reference}/").url == STATE
