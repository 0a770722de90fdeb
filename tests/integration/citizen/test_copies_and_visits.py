"""The applicant sees what is owed, downloads the receipt, asks for a copy and chooses when to see something."""

import pytest
from django.core import mail
from django.utils import timezone

from ppid.citizen import tracking
from ppid.models import CopyRequest, Role, Viewing
from tests import factories
from tests.factories import TODAY, make_officer, moment, run_queue
from tests.giving import ONE, PRICED, SEEN, choose, fill, hold, offer, pay
from tests.integration.cases.test_delivery import FILE, PRINTED, answered
from tests.integration.citizen.asking import follow, mailed_code
from tests.integration.citizen.test_given_parts import prove, state

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("body", "noon")]
COPY, VISIT = "/lacak/salinan/", "/lacak/melihat/"
WISH = {
    "part": "1", "sheets": "10", "offer": "hard:post", "recipient": "Ani Contoh", "address": "Jalan Baru 2, 45323",
    "reach": "",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    monkeypatch.setattr(tracking, "STEADY", 0.0)


@pytest.fixture
def clerk():
    return make_officer(Role.FRONT_DESK, name="Sari Contoh")


def test_estimate_paid_and_left_are_told_and_the_receipt_opens_with_the_code(client, clerk, monkeypatch):
    case = answered(PRICED, PRINTED, payment="Rekening kas daerah 0012.")
    text = state(client, case)
    for words in ("Rp 28.000", "penyalinan Rp 10.000, pengiriman Rp 18.000", "Rekening kas daerah 0012."):
        assert words in text, words
    paid = pay(case, clerk, 23_000, on=TODAY)
    text = state(client, case)
    assert "<strong>Rp 5.000</strong>" in text
    assert "Pembayaran Rp 23.000 diterima." in text
    prove(client)
    paid.receipt.refresh_from_db()
    url = f"/lacak/surat/{paid.receipt.draft_id}/"
    assert url in state(client, case)
    assert client.get(url).content.startswith(b"%PDF-")
    pay(case, clerk, 5_000, on=TODAY)
    assert "tidak ada, lunas" in state(client, case)


def test_without_a_fee_no_word_of_money_is_said(client):
    assert 'id="biaya"' not in state(client, answered(FILE))


def test_a_copy_is_asked_for_after_the_code_and_nothing_typed_before_is_lost(client):
    case = answered(PRICED, payment="Tunai.")
    assert f"{COPY}?bagian=1" in state(client, case)
    assert client.post(COPY, WISH).url == "/lacak/kode/"
    assert not CopyRequest.objects.exists()
    run_queue()
    mail.outbox.clear()
    client.post("/lacak/kode/kirim/")
    run_queue()
    assert client.post("/lacak/kode/", {"code": mailed_code()}).url == COPY
    page = client.get(COPY)
    form = page.context["screen"].form
    assert (form["recipient"].value(), form["address"].value()) == ("Ani Contoh", "Jalan Baru 2, 45323")
    assert "Salinan elektronik, surat elektronik: tanpa biaya" in page.content.decode()
    assert client.post(COPY, WISH).url == "/lacak/permohonan/"
    asked = CopyRequest.objects.get()
    assert (asked.recipient, asked.recorded_by) == ("Ani Contoh", None)
    run_queue()
    asked.paper.refresh_from_db()
    text = state(client, case)
    assert "Permintaan salinan Anda kami terima. Biayanya Rp 23.000." in text
    assert "Ubah permintaan salinan" in text
    assert client.get(f"/lacak/surat/{asked.paper.draft_id}/").content.startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("fields", "said", "status"),
    [
        ({"address": ""}, "Alamat belum diisi padahal salinan dikirim", 422),
        ({"offer": "hard:email"}, "Pilih salah satu pilihan yang tersedia", 422),
        ({"offer": ""}, "Pilih salah satu bentuk dan cara", 422),
        ({"sheets": "9"}, "Jumlah lembar berbeda", 422),
        ({"recipient": ""}, "Tulis nama penerima", 422),
        ({"offer": "soft:email", "reach": "budi"}, "Alamat surel belum lengkap", 422),
    ],
)
def test_a_wrong_form_comes_back_with_its_sentence_and_what_was_typed(client, fields, said, status):
    case = answered(PRICED, payment="Tunai.")
    state(client, case)
    prove(client)
    response = client.post(COPY, {**WISH, **fields})
    assert response.status_code == status
    assert said in response.content.decode()
    assert "Ani Contoh" in response.content.decode() or fields.get("recipient") == ""
    assert not CopyRequest.objects.exists()


def test_a_time_is_chosen_after_the_code_and_its_hour_shown_to_the_applicant_only(client, clerk):
    case = answered(SEEN)
    offer(case, clerk)
    text = state(client, case)
    assert f"{VISIT}?bagian=1" in text
    assert "Waktu melihat bagian 1 ditawarkan" in text
    assert "09.00" not in text
    assert client.get(VISIT).url == "/lacak/kode/"
    prove(client)
    text = client.get(VISIT).content.decode()
    for words in ("Selasa, 24 November 2026, 09.00–11.00", "Rabu, 25 November 2026, 13.00–14.30", "Ruang baca PPID"):
        assert words in text, words
    assert client.post(VISIT, {"part": "1", "slot": "9"}).status_code == 422
    assert client.post(VISIT, {"part": "1", "slot": "1"}).url == "/lacak/permohonan/"
    assert Viewing.objects.get().chosen == 1
    text = state(client, case)
    assert "Rabu, 25 November 2026, 13.00–14.30" in text
    assert client.get(VISIT).url == "/lacak/permohonan/", "it is chosen once"
    client.post("/saya/keluar/")
    assert "13.00" not in state(client, case)


def test_times_that_are_over_are_not_offered(client, clerk, monkeypatch):
    case = answered(SEEN)
    offer(case, clerk)
    monkeypatch.setattr(timezone, "now", lambda: moment(TODAY + ONE, 10))
    state(client, case)
    prove(client)
    text = client.get(VISIT).content.decode()
    assert "24 November" not in text
    assert "25 November" in text
    monkeypatch.setattr(timezone, "now", lambda: moment(TODAY + 3 * ONE, 10))
    state(client, case)
    prove(client)
    assert "sudah lewat" in client.get(VISIT).content.decode()


def test_the_minutes_stand_with_the_part(client, clerk):
    case = answered(SEEN)
    row = hold(case, clerk)
    state(client, case)
    prove(client)
    text = state(client, case)
    assert "berita-acara-melihat-informasi.pdf" in text
    row.note.refresh_from_db()
    assert client.get(f"/lacak/surat/{row.note.draft_id}/").content.startswith(b"%PDF-")


@pytest.mark.parametrize("address", [COPY, VISIT])
def test_a_page_for_which_nothing_waits_leads_back_and_without_a_case_to_the_code(client, address):
    assert client.get(address).url == "/lacak/"
    state(client, answered(FILE) if address == VISIT else answered(SEEN))
    prove(client)
    assert client.get(address).url == "/lacak/permohonan/"


def test_another_applicant_opens_neither_receipt_nor_form(client, clerk):
    case = answered(PRICED, payment="Tunai.")
    paid, asked = pay(case, clerk, on=TODAY), None
    other = answered(PRICED, payment="Tunai.")
    asked = fill(other)
    run_queue()
    follow(client, factories.file_case(email="lain@contoh.id").tracking_code)
    prove(client)
    for letter in (paid.receipt, asked.paper):
        letter.refresh_from_db()
        assert client.get(f"/lacak/surat/{letter.draft_id}/").status_code == 404


def test_the_page_takes_no_more_than_eight_statements_with_money_and_visits(
    client, clerk, django_assert_max_num_queries
):
    case = answered(PRICED, SEEN, FILE, payment="Tunai.")
    fill(case)
    pay(case, clerk, 1_000, on=TODAY)
    offer(case, clerk, 2)
    choose(case, number=2)
    state(client, case)
    with django_assert_max_num_queries(8):
        client.get("/lacak/permohonan/")
