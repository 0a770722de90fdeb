"""Objections at the desk: list, case page, entering one, answering it, the registers."""

import csv
import datetime as dt
import io

import pytest
from django.urls import reverse

from ppid.models import Letter, Objection, RegisterReading, Role
from tests.factories import (
    NOON,
    file_case,
    make_institution,
    make_officer,
    moment,
    object_to,
    run_queue,
    signed_upload,
    with_draft,
)
from tests.objecting import answer_objection

pytestmark = pytest.mark.django_db
DAY = dt.date(2027, 1, 18)
RULING = {
    "outcome": "whole", "reasons": "Informasi ini terbuka.", "rebuttal": "Alasan pemohon benar.",
    "order": "Salinan RKA 2026.", "order_until": "2027-01-29",
}  # fmt: skip


@pytest.fixture(autouse=True)
def body(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: moment(DAY))
    return make_institution(email="ppid@tirtaraya.example")


def page(response):
    return response.content.decode()


def signed_in(client, role, **fields):
    officer = make_officer(role, **fields)
    client.force_login(officer)
    return officer


@pytest.fixture
def case():
    return object_to(file_case(), at=moment(dt.date(2026, 12, 21)))


def move(case, slug):
    return reverse("desk_objection_move", args=[case.pk, slug])


def test_the_list_shows_what_is_open_and_its_last_day(client, case):
    signed_in(client, Role.FRONT_DESK)
    listed = page(client.get(reverse("desk_objections")))
    assert case.number in listed
    assert "Senin, 8 Februari 2027" in listed
    assert case.number not in page(client.get(reverse("desk_objections"), {"keadaan": "terlambat"}))
    assert case.number in page(client.get(reverse("desk_objections"), {"keadaan": "semua", "q": "Budi"}))


def test_the_case_page_tells_grounds_story_and_moves(client, case):
    signed_in(client, Role.SUPERIOR)
    shown = page(client.get(reverse("desk_objection", args=[case.pk])))
    assert "tidak ditanggapinya permintaan informasi" in shown
    assert "Susun tanggapan atas keberatan" in shown
    assert case.request.number in shown


def test_an_officer_enters_one_that_came_by_letter(client):
    signed_in(client, Role.FRONT_DESK)
    request = file_case()
    typed = {
        "request_number": request.number, "channel": "letter", "received_on": "2027-01-15", "grounds": ["c"],
        "reasons": "Tidak dijawab.", "paper": signed_upload("keberatan"),
    }  # fmt: skip
    response = client.post(reverse("desk_objection_entry"), typed)
    case = Objection.objects.get()
    assert response.url == reverse("desk_objection", args=[case.pk])
    assert (case.received_on, case.channel, case.request) == (dt.date(2027, 1, 15), "letter", request)
    assert case.files.get().role == "keberatan"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"request_number": "999/TIDAK/ADA"}, "Nomor ini tidak ada"),
        ({"request_number": ""}, "huruf b"),
        ({"received_on": "2027-02-01"}, "masa depan"),
    ],
)
def test_what_cannot_be_entered_names_its_field_and_keeps_the_rest(client, typed, words):
    signed_in(client, Role.FRONT_DESK)
    request = file_case()
    base = {
        "request_number": request.number, "channel": "counter", "received_on": "2027-01-15", "grounds": ["c"],
        "reasons": "Kata-kata pemohon.",
    }  # fmt: skip
    response = client.post(reverse("desk_objection_entry"), {**base, **typed})
    assert response.status_code == 400
    assert words in page(response)
    assert "Kata-kata pemohon." in page(response)
    assert Objection.objects.count() == 0


def test_from_draft_to_sending_the_superior_answers(client, case):
    superior = signed_in(client, Role.SUPERIOR)
    seen = case.events.last().seq
    assert client.post(move(case, "susun-tanggapan"), {**RULING, "seen": seen}).status_code == 302
    letter = with_draft(case.letters.get(kind="ruling"))
    signed = {
        "upload": signed_upload(), "signed_on": f"{DAY}", "signer": superior.appointments.get().pk, "compared": "on",
        "seen": seen + 1,
    }  # fmt: skip
    assert client.post(move(case, "unggah-surat"), signed).status_code == 302
    sent = {"sent_on": f"{DAY}", "how": "portal", "seen": seen + 2}
    assert client.post(move(case, "catat-tanggapan"), sent).status_code == 302
    case.refresh_from_db()
    assert (case.state, case.outcome, case.ordered_until) == ("answered", "whole", dt.date(2027, 1, 29))
    assert Letter.objects.get(pk=letter.pk).sent_on == DAY


def test_an_answer_that_lacks_reasons_comes_back_with_what_was_typed(client, case):
    signed_in(client, Role.SUPERIOR)
    typed = {**RULING, "reasons": "", "seen": case.events.last().seq}
    response = client.post(move(case, "susun-tanggapan"), typed)
    assert response.status_code == 400
    assert "Ps 36 ayat (3)" in page(response)
    assert "Alasan pemohon benar." in page(response)


@pytest.mark.parametrize("role", [Role.PPID, Role.FRONT_DESK])
def test_nobody_else_opens_the_answer(client, case, role):
    signed_in(client, role)
    assert client.get(move(case, "susun-tanggapan")).status_code in (302, 403)
    client.post(move(case, "susun-tanggapan"), {**RULING, "seen": 1})
    assert not case.letters.filter(kind="ruling").exists()


def test_every_move_that_is_offered_opens(client, case):
    for role in (Role.SUPERIOR, Role.PPID):
        signed_in(client, role)
        shown = client.get(reverse("desk_objection", args=[case.pk])).context["screen"]
        for button in shown.moves:
            if button.href:
                assert client.get(button.href).status_code == 200, button.label


def test_the_superiors_room_and_the_panel_show_what_waits(client, case):
    signed_in(client, Role.SUPERIOR)
    assert case.number in page(client.get(reverse("desk_superior")))
    assert "Menunggu tanggapan atasan" in page(client.get(reverse("wagtailadmin_home")))


def test_letters_and_files_of_an_objection_open_for_officers(client, case):
    run_queue()
    signed_in(client, Role.FRONT_DESK)
    receipt = case.letters.get(kind="receipt")
    assert client.get(reverse("desk_file", args=[receipt.draft_id])).status_code == 200
    assert client.get(reverse("desk_letter", args=[receipt.pk])).status_code == 200


def test_the_register_has_annex_xi_and_its_official_copy_is_written_down(client, case):
    answer_objection(case, on=DAY)
    signed_in(client, Role.PPID)
    shown = page(client.get(reverse("desk_objection_register")))
    assert "3201019876543210" not in shown
    assert case.number in shown
    copy = client.post(
        reverse("desk_objection_register_copy"), {"reason": "Laporan tahunan kepada Komisi Informasi", "format": "csv"}
    )
    rows = list(csv.reader(io.StringIO(copy.content.decode("utf-8-sig"))))
    assert rows[0][11:18] == [f"Ps 35 (1) {letter}" for letter in "abcdefg"]
    assert rows[1][11:18] == ["", "", "✓", "", "", "", ""]
    assert "3201019876543210" in rows[1]
    assert RegisterReading.objects.get().register == "objection"


def test_the_public_register_names_nobody(client, case):
    shown = page(client.get("/keberatan/register/"))
    sheet = client.get("/data/register-keberatan.csv").content.decode("utf-8-sig")
    for text in (shown, sheet):
        assert case.number in text
        assert "Budi" not in text
        assert "Salinan laporan" not in text
    assert client.get("/data/register-keberatan.xlsx").status_code == 200
    assert moment(DAY) > NOON
