"""Handing over at the desk: each part with its state, date and moves; a wrong entry comes back; reading is logged."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ppid.models import CaseFile, Delivery, ReadLog, Role
from tests import factories, pictures
from tests.factories import TODAY, part
from tests.integration.cases.test_delivery import ENCLOSED, FETCHED, FILE, PRINTED, answered, deliver, ready
from tests.integration.desk.test_moves import CASE, MOVE, seen

SLUGS = ("serahkan-informasi", "siap-diambil", "bukti-diterima", "buka-kembali")


def page(client, case):
    return client.get(CASE.format(case.pk)).content.decode()


def pdf(name="lampiran.pdf"):
    return SimpleUploadedFile(name, b"%PDF-1.7 informasi", "application/pdf")


def handing(case, **fields):
    wanted = {"part": "1", "delivered_on": "2026-11-23", "how": "portal", "given": [pdf()], "seen": seen(case)}
    return {**wanted, **fields}


def test_the_case_page_shows_each_part_with_its_date_days_left_and_why(sign_in):
    case = answered(ENCLOSED, FILE, PRINTED, payment="Tunai.")
    text = page(sign_in(), case)
    for words in (
        "Bagian 1 dari 3", "Laporan.", "Sudah diserahkan", "Bagian 2 dari 3", "Senin, 30 November 2026",
        "5 hari kerja lagi", "Menunggu pembayaran", "Rp 5.000", "Mengapa tanggal ini?",
        "5 hari kerja sejak surat jawaban disampaikan pada 23 November 2026",
    ):  # fmt: skip
        assert words in text, words
    assert "serahkan-informasi/?bagian=2" in text
    assert "serahkan-informasi/?bagian=3" not in text, "an unpaid part is not handed over"


def test_the_statements_of_the_case_page_do_not_grow_with_the_parts(sign_in):
    officer = factories.make_officer(Role.PPID)
    client, counts = sign_in(), []
    factories.file_case()  # an earlier request of the same person, which the page also tells of
    for number in (1, 12):
        case = answered(*(part(material=f"Bagian {n}", days=n) for n in range(1, number + 1)))
        for n in range(1, number + 1):
            deliver(case, officer, n)
        client.get(CASE.format(case.pk))
        with CaptureQueriesContext(connection) as said:
            client.get(CASE.format(case.pk))
        counts.append(len(said))
    assert counts[0] == counts[1], counts


def test_an_officer_hands_over_a_part_with_two_files_and_the_case_page_shows_them(sign_in):
    case, client = answered(FILE, FETCHED), sign_in(Role.FRONT_DESK)
    url = MOVE.format(case.pk, "serahkan-informasi")
    form = client.get(f"{url}?bagian=1").context["screen"].form
    assert (form.initial["part"], form.initial["how"]) == ("1", "portal")
    assert "redacted" not in form.fields, "nothing is withheld"
    response = client.post(url, handing(case, given=[pdf("satu.pdf"), pdf("dua.pdf")]))
    assert response.status_code == 302, response.context["screen"].form.errors
    row = Delivery.objects.get(case=case, part=1)
    assert sorted(use.file.name for use in row.papers.all()) == ["dua.pdf", "satu.pdf"]
    factories.run_queue()
    text = page(client, case)
    for words in ("satu.pdf", "dua.pdf", "tanda-penyerahan-informasi.pdf", "Senin, 23 November 2026 (Portal"):
        assert words in text
    file = row.papers.get(file__name="satu.pdf").file
    assert client.get(f"/admin/permohonan/berkas/{file.pk}/").content == b"%PDF-1.7 informasi"
    assert ReadLog.objects.filter(file=file, user=client.user).count() == 1


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"given": []}, "Belum ada berkas yang diberikan"),
        ({"given": [SimpleUploadedFile("a.exe", b"MZ")]}, "Berkas “a.exe”: Jenis berkas tidak diterima"),
        ({"how": ""}, "Cara penyerahan belum dipilih"),
        ({"how": "post"}, "Bukti kirim belum dipilih"),
        ({"delivered_on": "2026-11-30"}, "Tanggal ini di masa depan"),
        ({"delivered_on": "2026-11-20"}, "mendahului pemberitahuan"),
        ({"delivered_on": "kemarin"}, "Tanggal tidak terbaca"),
        ({"part": "9"}, "tidak menunggu langkah itu lagi"),
    ],
)
def test_a_wrong_handing_over_comes_back_with_its_sentence(sign_in, fields, said):
    case = answered(FILE)
    response = sign_in().post(MOVE.format(case.pk, "serahkan-informasi"), handing(case, **fields))
    assert response.status_code == 400
    assert said in response.content.decode()
    assert not CaseFile.objects.filter(case=case).exists()


def test_ready_then_fetched_then_the_signed_note_comes_back(sign_in):
    case, client = answered(FETCHED), sign_in()
    said = {"part": "1", "available_on": "2026-11-23", "seen": seen(case)}
    assert client.post(MOVE.format(case.pk, "siap-diambil"), said).status_code == 302
    assert "Siap diambil" in page(client, case)
    said = handing(case, how="by_hand", given=[])
    assert client.post(MOVE.format(case.pk, "serahkan-informasi"), said).status_code == 302
    text = page(client, case)
    assert "Bukti diterima belum diunggah" in text
    assert "bukti-diterima/?bagian=1" in text
    scan = SimpleUploadedFile("pindai.png", pictures.png(), "image/png")
    said = {"part": "1", "received_on": "2026-11-23", "proof": scan, "seen": seen(case)}
    assert client.post(MOVE.format(case.pk, "bukti-diterima"), said).status_code == 302
    text = page(client, case)
    assert "Bukti diterima belum diunggah" not in text
    assert "pindai.png" in text
    assert "bukti-diterima" not in text, "nothing is left to do"


def test_what_was_set_aside_is_reopened_at_the_desk(sign_in):
    case = answered(FETCHED)
    ready(case, factories.make_officer(Role.PPID))
    Delivery.objects.filter(case=case).update(set_aside_on=TODAY, next_step_on=None)
    client = sign_in()
    assert "Tersedia, belum diambil" in page(client, case)
    said = {"part": "1", "asked_on": "2026-11-23", "seen": seen(case)}
    assert client.post(MOVE.format(case.pk, "buka-kembali"), said).status_code == 302
    assert "Siap diambil" in page(client, case)


def test_the_second_of_two_officers_is_told_and_hands_nothing_over(sign_in):
    case = answered(FILE, FETCHED)
    stale = seen(case)
    deliver(case, factories.make_officer(Role.PPID), 1)
    response = sign_in().post(
        MOVE.format(case.pk, "serahkan-informasi"),
        {"part": "2", "delivered_on": "2026-11-23", "how": "by_hand", "seen": stale},
    )
    assert response.status_code == 409
    assert "Kasus ini berubah sejak halaman Anda dibuka" in response.content.decode()
    assert Delivery.objects.get(case=case, part=2).delivered_on is None


@pytest.mark.parametrize("slug", SLUGS)
def test_a_reader_of_the_case_hands_nothing_over(sign_in, slug):
    case = answered(FILE)
    client = sign_in(Role.SUPERIOR)
    assert client.get(MOVE.format(case.pk, slug)).url == "/admin/"
    assert client.post(MOVE.format(case.pk, slug), handing(case)).url == "/admin/"
    assert f"/langkah/{slug}/" not in page(client, case)


@pytest.mark.parametrize("slug", SLUGS)
def test_before_the_answer_nothing_is_handed_over(sign_in, slug):
    case = factories.file_case()
    client = sign_in()
    assert client.get(MOVE.format(case.pk, slug)).status_code == 302
    assert client.post(MOVE.format(case.pk, slug), handing(case)).status_code in {400, 409}


@pytest.mark.parametrize("slug", SLUGS)
def test_a_move_that_no_part_waits_for_leads_back_to_the_case(sign_in, slug):
    case = answered(ENCLOSED)
    assert sign_in().get(MOVE.format(case.pk, slug)).status_code == 302


def test_a_missed_promise_stands_on_the_case_page_with_its_grounds(sign_in, monkeypatch):
    from django.utils import timezone

    from ppid.actions import clock

    case = answered(FILE)
    late = dt.date(2026, 12, 2)
    clock.tick(on=late, at=factories.moment(late, 6))
    monkeypatch.setattr(timezone, "now", lambda: factories.moment(late, 16))
    text = page(sign_in(), case)
    assert "Terlambat 2 hari kerja" in text
    assert "Janji Senin, 30 November 2026 terlewat: pemohon berhak mengajukan keberatan (huruf e atau g)." in text
