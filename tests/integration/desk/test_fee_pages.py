"""Payments, the form for copies and appointments at the desk: shown, made, and sent back with a sentence."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from ppid.models import CopyRequest, Delivery, Payment, Role, Viewing
from tests import factories, pictures
from tests.factories import TODAY, moment
from tests.giving import ONE, PRICED, SEEN, choose, fill, offer, pay
from tests.integration.cases.test_delivery import ENCLOSED, FILE, PRINTED, answered
from tests.integration.desk.test_moves import CASE, MOVE, seen

SLUGS = (
    "catat-pembayaran", "formulir-salinan", "tawarkan-waktu", "pilih-waktu", "tidak-datang", "berita-acara",
)  # fmt: skip


def page(client, case):
    return client.get(CASE.format(case.pk)).content.decode()


def paying(case, **fields):
    return {"paid_on": "2026-11-23", "amount": "23.000", "how": "cash", "seen": seen(case), **fields}


def offering(case, **fields):
    wanted = {"part": "1", "place": "Ruang baca", "seen": seen(case)}
    wanted |= {"day_1": "2026-11-24", "starts_1": "09:00", "ends_1": "11:00"}
    return {**wanted, **fields}


def test_a_payment_is_taken_at_the_desk_and_the_page_says_what_is_left(sign_in):
    case, client = answered(PRICED, PRINTED, payment="Tunai di loket."), sign_in(Role.FRONT_DESK)
    url = MOVE.format(case.pk, "catat-pembayaran")
    text = client.get(url).content.decode()
    assert "Yang belum dibayar: Rp 28.000" in text
    assert 'value="28000"' in text
    assert client.post(url, paying(case)).status_code == 302
    factories.run_queue()
    text = page(client, case)
    for words in (
        "Biaya dan pembayaran",
        "Rp 28.000",
        "Rp 23.000",
        "Rp 5.000",
        "Tunai",
        "Kuitansi 001/PPID-KW/XI/2026",
    ):
        assert words in text, words
    receipt = Payment.objects.get().receipt
    assert f"/admin/permohonan/berkas/{receipt.draft_id}/" in text
    assert client.get(f"/admin/permohonan/berkas/{receipt.draft_id}/").content.startswith(b"%PDF-")
    done = client.post(url, paying(case, amount="Rp 5.000", how="emoney"), follow=True).content.decode()
    assert "biaya lunas" in done
    assert "lunas (Senin, 23 November 2026)" in done
    assert "catat-pembayaran" not in done, "nothing is left to pay"
    assert client.get(url).url == CASE.format(case.pk)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"amount": "21,5"}, "Tulis angka bulat, misalnya 21000 atau 21.000"),
        ({"amount": "23.001"}, "Jumlah melebihi biaya yang harus dibayar, Rp 23.000"),
        ({"amount": ""}, "Jumlah belum diisi"),
        ({"how": ""}, "Cara membayar belum dipilih"),
        ({"paid_on": "2026-11-24"}, "Tanggal bayar di masa depan"),
        ({"proof": SimpleUploadedFile("a.exe", b"MZ")}, "Jenis berkas tidak diterima"),
    ],
)
def test_a_wrong_payment_comes_back_with_its_sentence(sign_in, fields, said):
    case = answered(PRICED, payment="Tunai.")
    response = sign_in().post(MOVE.format(case.pk, "catat-pembayaran"), paying(case, **fields))
    assert response.status_code == 400
    assert said in response.content.decode()
    assert not Payment.objects.exists()


def test_the_officer_fills_in_the_form_for_copies_for_the_applicant(sign_in):
    factories.make_institution(copy_fee=250, post_fee=15_000)
    case, client = answered(FILE, PRICED, payment="Tunai."), sign_in(Role.FRONT_DESK)
    url = MOVE.format(case.pk, "formulir-salinan")
    text = client.get(f"{url}?bagian=2").content.decode()
    for words in ("Salinan cetak, Pos: Rp 23.000", "Salinan elektronik, Surat elektronik: Rp 0", "Bagian 1: Lampiran."):
        assert words in text, words
    typed = {
        "part": "2", "offer": "hard:pick_up", "recipient": "Ani Contoh", "sheets": "10", "seen": seen(case),
    }  # fmt: skip
    response = client.post(f"{url}?bagian=2", typed, follow=True)
    assert "Permintaan salinan dicatat, biayanya Rp 5.000" in response.content.decode()
    assert "Ani Contoh" in page(client, case)
    assert CopyRequest.objects.get().recorded_by == client.user
    wrong = client.post(f"{url}?bagian=2", {**typed, "offer": "hard:post", "seen": seen(case)})
    assert wrong.status_code == 400
    assert "Alamat belum diisi padahal salinan dikirim" in wrong.content.decode()


def test_times_are_offered_chosen_and_held_at_the_desk(sign_in, monkeypatch):
    factories.make_institution()
    case, client = answered(SEEN), sign_in(Role.FRONT_DESK)
    url = MOVE.format(case.pk, "tawarkan-waktu")
    assert "jam layanan 08.00–15.00" in client.get(url).content.decode()
    # The third row stays as the third, though the second is empty.
    wrong = client.post(url, offering(case, day_3="2026-11-28", starts_3="09:00", ends_3="10:00"))
    assert wrong.status_code == 400
    assert wrong.context["screen"].form.errors["day_3"][0].startswith("Bukan hari kerja: Sabtu")
    half = client.post(url, offering(case, day_2="2026-11-25"))
    assert half.context["screen"].form.errors["starts_2"] == [
        "Belum diisi. Lengkapi hari dan jamnya, atau kosongkan ketiganya."
    ]
    assert client.post(url, offering(case)).status_code == 302
    assert "Menunggu waktu dipilih" in page(client, case)
    chosen = {"part": "1", "slot": "0", "seen": seen(case)}
    assert client.post(MOVE.format(case.pk, "pilih-waktu"), chosen).status_code == 302
    text = page(client, case)
    assert "Waktu melihat dipilih" in text
    assert "Selasa, 24 November 2026, 09.00–11.00" in text
    early = client.post(MOVE.format(case.pk, "tidak-datang"), {"part": "1", "seen": seen(case)})
    assert early.status_code == 409
    assert "belum lewat" in early.content.decode()
    monkeypatch.setattr(timezone, "now", lambda: moment(TODAY + ONE, 12))
    client = sign_in(Role.FRONT_DESK)
    form = client.get(MOVE.format(case.pk, "berita-acara")).context["screen"].form
    assert (form.initial["place"], form.initial["visitor"], form.initial["starts"]) == (
        "Ruang baca", "Budi Contoh", dt.time(9),
    )  # fmt: skip
    typed = {
        "part": "1", "day": "2026-11-24", "starts": "09.00", "ends": "10.30", "place": "Ruang baca",
        "visitor": "Budi Contoh", "shown": "Contoh uji.", "officer": "Sari Contoh", "seen": seen(case),
    }  # fmt: skip
    assert client.post(MOVE.format(case.pk, "berita-acara"), typed).status_code == 302
    factories.run_queue()
    text = page(client, case)
    assert "berita-acara-melihat-informasi.pdf" in text
    assert "Bukti diterima belum diunggah" in text
    scan = SimpleUploadedFile("pindai.png", pictures.png(), "image/png")
    signed = {"part": "1", "received_on": "2026-11-24", "proof": scan, "seen": seen(case)}
    assert client.post(MOVE.format(case.pk, "bukti-diterima"), signed).status_code == 302
    assert "Bukti diterima belum diunggah" not in page(client, case)


@pytest.mark.parametrize(("parts", "slug"), [((PRICED,), "catat-pembayaran"), ((FILE, PRICED), "serahkan-informasi")])
def test_the_filled_button_is_the_payment_where_all_that_is_owed_waits_for_it(sign_in, parts, slug):
    case = answered(*parts, payment="Tunai.")
    screen = sign_in().get(CASE.format(case.pk)).context["screen"]
    assert [slug in move.href for move in screen.moves if move.primary] == [True]


def test_who_did_not_come_is_noted_and_offered_anew(sign_in, monkeypatch):
    case = answered(SEEN)
    offer(case, factories.make_officer(Role.PPID))
    choose(case)
    monkeypatch.setattr(timezone, "now", lambda: moment(TODAY + ONE, 14))
    client = sign_in(Role.FRONT_DESK)
    noted = client.post(MOVE.format(case.pk, "tidak-datang"), {"part": "1", "seen": seen(case)})
    assert noted.status_code == 302
    text = page(client, case)
    assert "Pemohon tidak datang melihat bagian 1" in text
    assert "tawarkan-waktu/?bagian=1" in text
    assert Viewing.objects.get().outcome == "missed"


def test_the_second_of_two_officers_takes_no_money(sign_in):
    case = answered(PRICED, FILE, payment="Tunai.")
    stale = seen(case)
    pay(case, factories.make_officer(Role.PPID), 1_000, on=TODAY)
    response = sign_in().post(MOVE.format(case.pk, "catat-pembayaran"), paying(case, amount="22.000", seen=stale))
    assert response.status_code == 409
    assert "Kasus ini berubah sejak halaman Anda dibuka" in response.content.decode()
    assert Payment.objects.count() == 1


def test_the_statements_of_the_case_page_do_not_grow_with_money_and_forms(sign_in):
    client, officer, counts = sign_in(), factories.make_officer(Role.PPID), []
    factories.file_case()
    for paid in (1, 8):
        case = answered(PRICED, SEEN, payment="Tunai.")
        for _time in range(paid):
            fill(case)
            offer(case, officer, 2)
            pay(case, officer, 1_000)
        client.get(CASE.format(case.pk))
        with CaptureQueriesContext(connection) as said:
            client.get(CASE.format(case.pk))
        counts.append(len(said))
    assert counts[0] == counts[1], counts


@pytest.mark.parametrize("slug", SLUGS)
def test_a_reader_of_the_case_does_none_of_it(sign_in, slug):
    case = answered(PRICED, SEEN, payment="Tunai.")
    client = sign_in(Role.SUPERIOR)
    assert client.get(MOVE.format(case.pk, slug)).url == "/admin/"
    assert f"/langkah/{slug}/" not in page(client, case)


@pytest.mark.parametrize("slug", SLUGS)
def test_a_move_that_nothing_waits_for_leads_back_to_the_case(sign_in, slug):
    case = answered(ENCLOSED)
    assert sign_in().get(MOVE.format(case.pk, slug)).url == CASE.format(case.pk)
    assert Delivery.objects.filter(case=case, viewing__isnull=False).count() == 0
