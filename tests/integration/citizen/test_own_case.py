"""The applicant's own acts on the portal: completing and taking back, only after the code from the mail."""

import datetime as dt

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import Http404
from django.test import Client

from ppid import access
from ppid.actions import completeness, completion_drafts
from ppid.citizen import client as limits
from ppid.citizen import tracking
from ppid.models import Completion, InformationRequest, PrivateFile, Role
from tests.checking import FIX_DUE, LATE, SENT, bare_case, complete, send_incomplete
from tests.factories import NOON, file_case, make_officer, moment, run_queue
from tests.integration.cases.test_endings import note, succeed
from tests.integration.citizen.asking import follow, mailed_code

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("body", "noon")]
TYPED = {"identity": "3201019876543210", "purpose": "Bahan ajar, “2026”.", "explanation": "Tahun 2025 saja."}
LENGKAPI, CABUT = "/lacak/lengkapi/", "/lacak/cabut/"


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    monkeypatch.setattr(tracking, "STEADY", 0.0)


def page(response):
    return response.content.decode()


def ktp(content=b"%PDF-1.7 ktp", name="ktp saya.pdf"):
    return SimpleUploadedFile(name, content, "application/pdf")


def open_with_code(client):
    mail.outbox.clear()
    client.post("/lacak/kode/kirim/")
    run_queue()
    return client.post("/lacak/kode/", {"code": mailed_code()})


@pytest.fixture
def asked(client, noon):
    """A request whose incompleteness letter was received on Tuesday; followed, not yet proven, on Wednesday."""
    case = bare_case()
    send_incomplete(case)
    noon.set(moment(SENT + dt.timedelta(1)))
    follow(client, case.tracking_code)
    return case


def test_the_state_page_says_until_when_and_the_uu_date_stays(client, asked):
    state = page(client.get("/lacak/permohonan/"))
    assert "Permohonan Anda perlu dilengkapi" in state
    assert "Menunggu dilengkapi sampai Jumat, 27 November 2026" in state
    assert "Senin, 7 Desember 2026" in state
    assert "tidak mengenal penghentian" in state, "the doubt is said"
    for secret in ("Budi", "budi@contoh.id", "081200000000", "Jalan Contoh"):
        assert secret not in state


def test_the_mail_names_what_lacks_and_until_when_and_no_person_in_the_subject(asked):
    run_queue()
    message = next(one for one in mail.outbox if "perlu dilengkapi" in one.subject)
    assert message.subject == f"Permohonan {asked.number} perlu dilengkapi"
    for word in ("Jumat, 27 November 2026", "NIK atau nomor", "kartu tanda penduduk", "tetap Senin, 7 Desember 2026"):
        assert word in message.body, word
        assert word in message.alternatives[0][0], word


def test_without_the_code_the_way_leads_to_it_and_back(client, asked):
    assert client.get(LENGKAPI).url == "/lacak/kode/"
    assert open_with_code(client).url == LENGKAPI
    shown = page(client.get(LENGKAPI))
    assert "Fotokopi kartu tanda penduduk" in shown
    assert "Paling lambat <strong>Jumat, 27 November 2026</strong>" in shown


def test_another_browser_with_the_tracking_code_alone_completes_nothing(asked):
    stranger = Client()
    follow(stranger, asked.tracking_code)
    assert stranger.post(LENGKAPI, {**TYPED, "kirim": "ya"}).url == "/lacak/kode/"
    assert stranger.post(CABUT, {"scope": "whole", "by": "applicant", "kirim": "ya"}).url == "/lacak/kode/"
    asked.refresh_from_db()
    assert asked.state == "registered"
    assert not Completion.objects.exists()


def test_files_one_by_one_then_everything_is_handed_in_with_one_event(client, asked):
    open_with_code(client)
    for name in ("ktp.pdf", "kuasa.pdf"):
        data = {**TYPED, "role": "identitas", "file": ktp(name=name), "unggah": "ya"}
        assert client.post(LENGKAPI, data).url == LENGKAPI
    shown = page(client.get(LENGKAPI))
    assert "ktp.pdf" in shown
    assert "Bahan ajar, “2026”." in shown, "what was typed beside the file stays"
    assert not asked.files.exists(), "nothing is handed in yet"
    gone = asked.completions.get().files.last()
    client.post(LENGKAPI, {**TYPED, "hapus": gone.pk})
    assert not PrivateFile.objects.filter(pk=gone.file_id).exists()

    response = client.post(LENGKAPI, {**TYPED, "kirim": "ya"})
    assert response.url == "/lacak/permohonan/"
    asked.refresh_from_db()
    assert asked.applicant.identity == "3201019876543210"
    assert [(use.role, use.file.name) for use in asked.files.all()] == [("identitas", "ktp.pdf")]
    event = asked.events.get(kind="papers_completed")
    assert (event.role, event.payload["in_time"]) == ("applicant", True)
    state = page(client.get(response.url))
    assert "Sudah dilengkapi, sedang diperiksa" in state
    assert "Kelengkapan Anda sudah kami terima" in state
    mail.outbox.clear()
    run_queue()
    subjects = sorted(message.subject for message in mail.outbox)
    assert subjects == [
        f"Dilengkapi pemohon: permohonan {asked.number}", f"Kelengkapan permohonan {asked.number} sudah kami terima",
    ]  # fmt: skip
    assert all("Budi" not in message.body for message in mail.outbox if message.to == ["ppid@tirtaraya.example"])


def test_a_file_and_the_words_may_go_in_one_sending(client, asked):
    open_with_code(client)
    client.post(LENGKAPI, {**TYPED, "role": "identitas", "file": ktp(), "kirim": "ya"})
    assert asked.files.get().role == "identitas"


@pytest.mark.parametrize(
    ("data", "status", "said"),
    [
        ({"purpose": "x" * 20_001}, 422, "terlalu panjang"),
        ({"role": "jawaban", "purpose": "Uji"}, 422, "Pilih salah satu"),
        ({"purpose": "Uji", "file": SimpleUploadedFile("a.exe", b"MZ program")}, 422, "Jenis berkas"),
        ({"purpose": "", "identity": ""}, 422, "Belum ada yang dilengkapi"),
        ({"purpose": "Uji", "unggah": "ya"}, 422, "Pilih berkas terlebih dahulu"),
    ],
)
def test_what_is_wrong_is_told_and_what_was_typed_stays(client, asked, data, status, said):
    open_with_code(client)
    response = client.post(LENGKAPI, {"explanation": "", "kirim": "ya", **data})
    assert response.status_code == status
    assert said in page(response)
    assert data.get("purpose", "")[:50] in page(response)
    assert not asked.events.filter(kind="papers_completed").exists()


def test_what_was_typed_when_the_half_hour_was_over_stands_there_again(client, asked, noon):
    open_with_code(client)
    noon.set(moment(SENT + dt.timedelta(1), 13))
    assert client.post(LENGKAPI, {**TYPED, "kirim": "ya"}).url == "/lacak/kode/"
    assert "Bahan ajar" not in str(dict(client.session)), "sealed"
    assert open_with_code(client).url == LENGKAPI
    assert "Bahan ajar, “2026”." in page(client.get(LENGKAPI))


def test_a_field_that_nobody_asks_about_is_not_offered_and_not_taken(client, asked):
    open_with_code(client)
    assert 'name="address"' not in page(client.get(LENGKAPI))
    client.post(LENGKAPI, {**TYPED, "address": "Jalan Lain", "email": "lain@contoh.id", "kirim": "ya"})
    asked.refresh_from_db()
    assert (asked.applicant.address, asked.applicant.email) == ("Jalan Contoh 1, Tirta", "budi@contoh.id")


def test_too_many_files_are_slowed_down_and_nobody_is_locked_out(client, asked, monkeypatch):
    monkeypatch.setitem(limits.LIMITS, "paper", (1, dt.timedelta(hours=1)))
    open_with_code(client)
    client.post(LENGKAPI, {"file": ktp(), "unggah": "ya"})
    response = client.post(LENGKAPI, {**TYPED, "file": ktp(), "unggah": "ya"})
    assert response.status_code == 429
    assert "Bahan ajar" in page(response)
    assert client.post(LENGKAPI, {**TYPED, "kirim": "ya"}).status_code == 302, "the words still go through"


def test_what_comes_late_is_taken_and_told_as_late(client, asked, noon):
    noon.set(moment(LATE))
    completeness.note_not_completed(case=asked, acting_user=make_officer(Role.PPID), on=LATE, at=moment(LATE))
    state = page(follow(client, asked.tracking_code))
    assert "Tidak dilengkapi" in state
    assert "Ini bukan penolakan" in state
    assert "Senin, 7 Desember 2026" in state
    open_with_code(client)
    client.get(LENGKAPI)
    client.post(LENGKAPI, {**TYPED, "kirim": "ya"})
    assert asked.events.get(kind="papers_completed").payload["in_time"] is False


def test_a_complete_request_has_nothing_to_complete(client):
    case = file_case()
    completeness.declare_complete(case=case, acting_user=make_officer(Role.PPID), on=NOON.date(), at=NOON)
    assert LENGKAPI not in page(follow(client, case.tracking_code))
    open_with_code(client)
    response = client.get(LENGKAPI, follow=True)
    assert "sudah dinyatakan lengkap" in page(response)


def test_what_was_begun_and_never_sent_is_destroyed(client, asked):
    open_with_code(client)
    client.post(LENGKAPI, {**TYPED, "file": ktp(), "unggah": "ya"})
    file = asked.completions.get().files.get().file_id
    assert completion_drafts.expire(at=NOON + dt.timedelta(days=20)) == 0
    assert completion_drafts.expire(at=NOON + dt.timedelta(days=40)) == 1
    assert not Completion.objects.exists()
    assert not PrivateFile.objects.filter(pk=file).exists()


class TestWithdrawing:
    WHOLE = {"scope": "whole", "by": "applicant"}
    PART = {"scope": "part", "part": "Lampiran tahun 2019.", "by": "proxy"}

    @pytest.fixture
    def case(self, client):
        case = file_case()
        follow(client, case.tracking_code)
        open_with_code(client)
        return case

    def test_the_whole_needs_a_second_yes(self, client, case):
        confirm = client.post(CABUT, self.WHOLE)
        assert "Cabut seluruh permohonan?" in page(confirm)
        assert "Ini tidak dapat dibatalkan" in page(confirm)
        case.refresh_from_db()
        assert case.state == "registered"
        response = client.post(CABUT, {**self.WHOLE, "kirim": "ya"}, follow=True)
        assert "Permohonan Anda sudah dicabut" in page(response)
        case.refresh_from_db()
        assert (case.state, case.events.get(kind="withdrawn").role) == ("withdrawn", "applicant")
        assert client.get(CABUT).url == "/lacak/permohonan/"

    def test_a_part_is_said_in_words_and_the_rest_runs_on(self, client, case):
        assert "Lampiran tahun 2019." in page(client.post(CABUT, self.PART))
        response = client.post(CABUT, {**self.PART, "kirim": "ya"}, follow=True)
        state = page(response)
        assert "Terdaftar, sebagian dicabut" in state
        assert "Senin, 7 Desember 2026" in state
        assert "2019" not in page(follow(Client(), case.tracking_code)), "the words are for the desk"
        assert case.part_withdrawals.get().by == "proxy"

    @pytest.mark.parametrize(
        ("data", "said"),
        [
            ({}, "Pilih salah satu"),
            ({"scope": "part", "by": "applicant"}, "Tulis bagian mana yang Anda cabut"),
            ({"scope": "whole"}, "Hanya pemohon atau kuasanya"),
        ],
    )
    def test_what_lacks_is_told_and_nothing_is_taken_back(self, client, case, data, said):
        response = client.post(CABUT, {"part": "Bagian saya", **data} if data.get("scope") != "part" else data)
        assert response.status_code == 422
        assert said in page(response)

    def test_changing_ones_mind_keeps_the_words(self, client, case):
        shown = page(client.post(CABUT, {**self.PART, "ubah": "ya"}))
        assert "Lampiran tahun 2019.</textarea>" in shown
        assert not case.part_withdrawals.exists()


def test_an_heirs_browser_opens_nothing_of_the_former_papers(client, asked):

    complete(asked, papers=[(PrivateFile.store(b"%PDF-1.7 ktp", "ktp.pdf"), "identitas")], on=FIX_DUE)
    file = asked.files.get().file_id
    open_with_code(client)
    assert client.get(f"/lacak/surat/{file}/").status_code == 200
    clerk = make_officer(Role.FRONT_DESK)
    note(asked, clerk)
    succeed(asked, clerk)
    assert client.get(f"/lacak/surat/{file}/").status_code == 404, "the former's proof is over"
    session = {}
    access.prove(session, InformationRequest.objects.get(pk=asked.pk), moment(FIX_DUE))
    with pytest.raises(Http404):
        access.applicant_file(session, file, moment(FIX_DUE))
