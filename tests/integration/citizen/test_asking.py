"""Filing on a phone, without an account (UU 14/2008 Ps 22; PERKI 1/2021 Ps 29; law.md §2.4)."""

import datetime as dt
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from ppid.actions import drafts
from ppid.citizen import client as limits
from ppid.models import CaseFile, InformationRequest, PrivateFile, RequestDraft
from ppid.models.files import private_storage
from search import index, sources
from search.engines.base import EngineDown
from search.sources import Document
from tests import pictures
from tests.factories import NOON, moment
from tests.integration.citizen.asking import ANSWERS, address, answer, send, tracking_code, write

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("body", "noon")]
ODD = "D’Artagnan O'Brien ꦱꦶꦠꦶ 🙂 <b>"


def page(response):
    return response.content.decode()


class TestTheWay:
    def test_a_sent_request_gets_number_code_and_due_date_with_its_reason(self, client):
        receipt = send(client)
        case = InformationRequest.objects.get()
        assert case.number in page(receipt)
        assert tracking_code(receipt) == case.tracking_code
        assert "Senin, 7 Desember 2026" in page(receipt)
        assert "UU 14/2008 Pasal 22 ayat 7" in page(receipt)
        assert "hari kerja ke-10" in page(receipt)
        assert case.channel == "web"
        assert (case.details, case.purpose) == (ANSWERS["tanya"]["details"], ANSWERS["tanya"]["purpose"])
        assert (case.access_way, case.copy_form, case.delivery_way) == ("copy", "soft", "email")
        assert (case.applicant.name, case.applicant.identity) == ("Budi Contoh", "3201019876543210")

    def test_only_name_reach_and_question_are_needed(self, client):
        answer(client, "tanya", {"purpose": ""})
        answer(client, "identitas", {"identity": "", "occupation": ""})
        answer(client, "kontak", {"email": "", "phone": "", "address": "Dusun Atas RT 1"})
        review = client.get(address("periksa"))
        assert "Kirim permohonan" in page(review)
        assert "NIK belum diisi" in page(review)
        client.post("/permohonan/baru/kirim/")
        assert InformationRequest.objects.get().applicant.kind == "person"

    def test_an_odd_nik_is_told_and_stops_nothing(self, client):
        write(client, identitas={"identity": "12345"})
        assert "NIK biasanya 16 angka; yang Anda tulis 5 angka." in page(client.get(address("periksa")))
        client.post("/permohonan/baru/kirim/")
        assert InformationRequest.objects.count() == 1

    def test_any_name_in_any_script_is_kept_as_it_is(self, client):
        receipt = send(client, identitas={"name": ODD}, tanya={"details": f"Tentang {ODD}\nbaris kedua \x00"})
        case = InformationRequest.objects.get()
        assert case.applicant.name == ODD
        assert case.details == f"Tentang {ODD}\nbaris kedua"
        assert "&lt;b&gt;" in page(receipt)
        assert "<b>" not in page(receipt).split("Yang Anda kirim")[1].split("Mengapa")[0]

    @pytest.mark.parametrize(("kind", "words"), [("legal", "Kementerian Hukum"), ("group", "surat kuasa")])
    def test_the_papers_follow_the_kind_of_applicant(self, client, kind, words):
        write(client, pemohon={"kind": kind})
        assert words.lower() in page(client.get(address("berkas"))).lower()
        client.post("/permohonan/baru/kirim/")
        assert InformationRequest.objects.get().applicant.kind == kind

    def test_a_question_from_the_search_is_proposed_and_never_overwrites(self, client):
        assert "jalan desa" in page(client.get("/permohonan/baru/?tentang=jalan%20desa"))
        answer(client, "tanya")
        again = page(client.get("/permohonan/baru/?tentang=pasar"))
        assert ANSWERS["tanya"]["details"] in again
        assert "Mulai permohonan baru tentang “pasar”" in again
        fresh = page(client.get("/permohonan/baru/?mulai=baru&tentang=pasar"))
        assert ANSWERS["tanya"]["details"] not in fresh
        assert ">\npasar</textarea>" in fresh

    def test_two_windows_keep_two_drafts_apart(self, client):
        answer(client, "tanya", {"details": "yang pertama", "draft": ""})
        first = client.session["draft"]
        answer(client, "tanya", {"details": "yang kedua", "draft": ""})
        answer(client, "identitas", {"name": "Orang Satu", "draft": first})
        assert "yang pertama" in page(client.get(address("periksa")))
        assert RequestDraft.objects.count() == 2


class TestNothingIsLost:
    def test_a_wrong_screen_comes_back_with_what_was_typed_and_a_linked_summary(self, client):
        answer(client, "tanya")
        response = answer(client, "kontak", {"email": "budi@", "phone": "0812"})
        assert response.status_code == 422
        assert 'value="budi@"' in page(response)
        assert 'value="0812"' in page(response)
        assert 'href="#id_email"' in page(response)
        assert 'value="0812"' in page(client.get(address("kontak"))), "and it is kept for later"

    def test_an_ended_session_loses_nothing_because_the_form_knows_its_draft(self, client):
        write(client)
        token = client.session["draft"]
        stranger = Client()
        answer(stranger, "kontak", {"draft": token, "phone": "0811"})
        assert ANSWERS["tanya"]["details"] in page(stranger.get(address("periksa")))

    def test_the_private_link_opens_the_draft_elsewhere_and_leaves_the_address(self, client):
        write(client)
        link = f"/permohonan/lanjutkan/{client.session['draft']}/"
        assert link in page(client.get("/permohonan/baru/simpan/"))
        elsewhere = Client()
        response = elsewhere.get(link)
        assert (response.status_code, response.url) == (302, address("periksa"))
        assert ANSWERS["tanya"]["details"] in page(elsewhere.get(response.url))

    def test_what_lacks_is_named_on_the_review_with_the_screen_that_mends_it(self, client):
        answer(client, "tanya")
        review = client.get(address("periksa"))
        assert 'href="/permohonan/baru/identitas/?kembali=periksa#id_name"' in page(review)
        assert "Kirim permohonan</button>" not in page(review)
        assert client.post("/permohonan/baru/kirim/").status_code == 422
        assert not InformationRequest.objects.exists()

    def test_mending_leads_back_to_the_review(self, client):
        write(client)
        response = client.post(address("kontak") + "?kembali=periksa", {"phone": "0899"})
        assert response.url == address("periksa")

    def test_an_expired_draft_is_gone_and_says_so(self, client, noon):
        write(client)
        token = client.session["draft"]
        noon.set(NOON + dt.timedelta(days=7, minutes=1))
        assert client.get(f"/permohonan/lanjutkan/{token}/").status_code == 404
        assert drafts.expire(at=noon.at) == 1
        assert not RequestDraft.objects.exists()


class TestSentOnce:
    def test_sent_twice_is_one_request_and_both_times_the_receipt(self, client):
        write(client)
        token = client.session["draft"]
        for _time in range(3):
            response = client.post("/permohonan/baru/kirim/", {"draft": token})
            assert response.url == "/permohonan/tanda-terima/"
            assert InformationRequest.objects.get().number in page(client.get(response.url))
        assert InformationRequest.objects.count() == 1

    def test_typing_into_an_old_page_after_sending_shows_the_receipt(self, client):
        write(client)
        token = client.session["draft"]
        client.post("/permohonan/baru/kirim/", {"draft": token})
        response = answer(client, "tanya", {"details": "lain", "draft": token})
        assert response.url == "/permohonan/tanda-terima/"
        assert InformationRequest.objects.get().details == ANSWERS["tanya"]["details"]

    def test_the_draft_is_wiped_when_it_was_sent(self, client):
        send(client)
        draft = RequestDraft.objects.get()
        assert draft.answers == {}
        assert draft.answers_sealed == ""

    def test_a_receipt_is_shown_to_the_sender_only(self, client):
        send(client)
        assert Client().get("/permohonan/tanda-terima/").url == "/lacak/"

    def test_an_unknown_draft_is_told_and_sends_nothing(self, client):
        assert client.post("/permohonan/baru/kirim/", {"draft": str(uuid.uuid4())}).status_code == 404
        assert not InformationRequest.objects.exists()


class TestPapers:
    PDF = b"%PDF-1.7\n1 0 obj\n"

    def upload(self, client, content, name="ktp.pdf"):
        return client.post(address("berkas"), {"file": SimpleUploadedFile(name, content)})

    def test_a_paper_goes_with_the_request(self, client):
        write(client)
        assert self.upload(client, self.PDF).status_code == 302
        assert "ktp.pdf" in page(client.get(address("berkas")))
        client.post("/permohonan/baru/kirim/")
        case = InformationRequest.objects.get()
        assert [use.file.name for use in case.files.all()] == ["ktp.pdf"]
        assert not RequestDraft.objects.get().files.exists()

    def test_a_paper_is_judged_by_its_content(self, client):
        write(client)
        response = self.upload(client, b"MZ\x90\x00 not a paper", "ktp.pdf")
        assert response.status_code == 422
        assert "Jenis berkas tidak diterima" in page(response)
        assert not PrivateFile.objects.exists()

    @pytest.mark.parametrize("kind", ["jpeg", "png", "webp", "tiff"])
    def test_a_photograph_loses_what_the_telephone_noted(self, client, kind):
        write(client)
        assert self.upload(client, getattr(pictures, kind)(), "../KTP Budi.exe").status_code == 302
        kept = PrivateFile.objects.get()
        assert not any(secret in kept.read() for secret in pictures.SECRETS)
        assert kept.size == len(kept.read())
        assert kept.name.startswith("KTP Budi.")
        assert not kept.name.endswith("exe")

    def test_a_broken_photograph_is_told(self, client):
        write(client)
        response = self.upload(client, pictures.jpeg()[:40], "ktp.jpg")
        assert response.status_code == 422
        assert "Gambar rusak" in page(response)

    def test_no_more_than_five(self, client):
        write(client)
        for number in range(5):
            assert self.upload(client, self.PDF + bytes([65 + number])).status_code == 302
        assert self.upload(client, self.PDF).status_code == 422

    def test_a_dropped_paper_is_destroyed(self, client, django_capture_on_commit_callbacks):
        write(client)
        self.upload(client, self.PDF)
        kept = PrivateFile.objects.get()
        paper = RequestDraft.objects.get().files.get()
        with django_capture_on_commit_callbacks(execute=True):
            client.post(f"/permohonan/baru/berkas/{paper.pk}/hapus/")
        assert not PrivateFile.objects.exists()
        assert not private_storage().exists(kept.stored_as)

    def test_nobody_drops_the_paper_of_another_draft(self, client):
        write(client)
        self.upload(client, self.PDF)
        paper = RequestDraft.objects.get().files.get()
        stranger = Client()
        answer(stranger, "tanya")
        stranger.post(f"/permohonan/baru/berkas/{paper.pk}/hapus/")
        assert PrivateFile.objects.count() == 1

    def test_papers_of_a_draft_that_was_not_sent_go_with_it(self, client, noon, django_capture_on_commit_callbacks):
        write(client)
        self.upload(client, self.PDF)
        stored_as = PrivateFile.objects.get().stored_as
        with django_capture_on_commit_callbacks(execute=True):
            drafts.expire(at=NOON + dt.timedelta(days=8))
        assert not private_storage().exists(stored_as)
        assert not CaseFile.objects.exists()


class TestAgainstMachines:
    def test_the_hidden_field_stops_a_program_and_lets_a_person_go_on(self, client):
        response = answer(client, "tanya", {"website": "http://spam.example"})
        assert response.status_code == 422
        assert "Biarkan kosong" in page(response)
        assert 'tabindex="-1"' not in page(response).split('name="website"')[1].split(">")[0]
        assert answer(client, "tanya", {"website": ""}).status_code == 302

    def test_too_many_from_one_network_wait_and_lose_nothing(self, client, monkeypatch):
        monkeypatch.setitem(limits.LIMITS, "draft", (2, dt.timedelta(hours=1)))
        for _time in range(2):
            answer(Client(), "tanya")
        response = answer(client, "tanya", {"details": "ini penting"})
        assert response.status_code == 429
        assert int(response["Retry-After"]) <= 3600
        assert "ini penting" in page(response)
        assert "Tunggu sebentar" in page(response)
        assert answer(Client(), "tanya", REMOTE_ADDR="203.0.113.9").status_code == 302, "another network goes on"

    def test_the_limit_opens_again_with_the_next_hour(self, client, monkeypatch, noon):
        monkeypatch.setitem(limits.LIMITS, "draft", (1, dt.timedelta(hours=1)))
        answer(Client(), "tanya")
        assert answer(client, "tanya").status_code == 429
        noon.set(moment(NOON.date(), 13, 1))
        assert answer(client, "tanya").status_code == 302

    def test_a_draft_that_goes_on_is_not_counted_again(self, client, monkeypatch):
        monkeypatch.setitem(limits.LIMITS, "draft", (1, dt.timedelta(hours=1)))
        send(client)
        assert InformationRequest.objects.count() == 1

    def test_the_address_is_read_behind_the_trusted_proxies_only(self, rf, settings):
        request = rf.get("/", REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR="1.2.3.4, 198.51.100.7")
        assert limits.client_address(request) == "10.0.0.1"
        settings.TRUSTED_PROXIES = 1
        assert limits.client_address(request) == "198.51.100.7"
        v6 = rf.get("/", REMOTE_ADDR="x", HTTP_X_FORWARDED_FOR="2001:db8:1:2:3:4:5:6")
        assert limits.client_address(v6) == "2001:db8:1:2::/64"


class TestWhatIsPublicAlready:
    def test_nothing_found_goes_on_by_itself(self, client):
        response = answer(client, "tanya")
        assert response.url == "/permohonan/baru/sudah-terbuka/"
        assert client.get(response.url).url == address("cara")

    def test_an_engine_that_is_down_is_silent_here_and_logged_without_the_question(self, client, monkeypatch, caplog):
        def down(*_arguments):
            raise EngineDown

        monkeypatch.setattr("search.finding.find", down)
        answer(client, "tanya", {"details": "SANGATRAHASIA"})
        with caplog.at_level("WARNING"):
            assert client.get("/permohonan/baru/sudah-terbuka/").url == address("cara")
        assert "search engine down" in caplog.text
        assert "SANGATRAHASIA" not in caplog.text


def test_a_year_without_a_decree_never_refuses_a_filing(client, noon):
    """law.md §7.3: number at once, the date when the decree comes."""
    noon.set(moment(dt.date(2027, 12, 27)))
    receipt = page(send(client))
    assert InformationRequest.objects.count() == 1
    assert "SKB 3 Menteri" in receipt


def test_pages_are_neither_cached_nor_indexed(client):
    write(client)
    for path in (address("tanya"), address("periksa"), "/permohonan/baru/simpan/", "/lacak/", "/saya/"):
        response = client.get(path)
        assert "no-store" in response["Cache-Control"], path
        assert "noindex" in response["X-Robots-Tag"], path


def test_forms_want_a_token():
    strict = Client(enforce_csrf_checks=True)
    for path in (
        "/permohonan/baru/",
        "/permohonan/baru/kirim/",
        "/lacak/",
        "/lacak/kode/kirim/",
        "/saya/",
        "/saya/keluar/",
    ):
        assert strict.post(path, {}).status_code == 403, path


def test_an_unknown_screen_is_not_found(client):
    assert client.get("/permohonan/baru/entah/").status_code == 404


class TestSuggestions:
    """With a real index of three public things."""

    class Shelf:
        kind, label = "entry", "Informasi"
        titles = {"1": "Anggaran jalan desa 2026", "2": "Jadwal posyandu", "3": "Realisasi anggaran jalan kabupaten"}

        def keys(self):
            return iter(self.titles)

        def documents(self, keys=None):
            for key in self.titles if keys is None else keys:
                yield Document(f"entry:{key}", "entry", self.titles[key], f"/daftar-informasi/{key}/")

    @pytest.fixture
    def shelf(self, settings, tmp_path, monkeypatch):
        settings.SEARCH_DIR = tmp_path
        monkeypatch.setattr(sources, "_registry", {"entry": self.Shelf()})
        index.rebuild()

    def test_what_is_public_and_near_is_shown_and_the_way_on_stays_open(self, client, shelf):
        answer(client, "tanya", {"details": "Saya minta anggaran untuk jalan di desa kami"})
        shown = page(client.get("/permohonan/baru/sudah-terbuka/"))
        assert 'href="/daftar-informasi/1/"' in shown
        assert "Jadwal posyandu" not in shown
        assert "Bukan ini, lanjutkan permohonan" in shown

    def test_one_shared_word_is_no_answer(self, client, shelf):
        answer(client, "tanya", {"details": "Jadwal rapat dewan bulan depan dan notulennya"})
        assert client.get("/permohonan/baru/sudah-terbuka/").url == address("cara")
