"""The code tells state and dates, never the person; letters open with a code by mail (interfaces.md, issue 3)."""

import datetime as dt
import re

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from ppid.actions import clock, requests
from ppid.citizen import client as limits
from ppid.citizen import tracking
from ppid.models import InformationRequest, ReadLog, SignInCode
from tests.factories import DUE, NOON, answer_case, draft_letter, file_case, moment, run_queue
from tests.integration.citizen.asking import follow, mailed_code, write

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("body", "noon")]
PERSON = ("Budi Contoh", "budi@contoh.id", "081200000000", "3201019876543210", "Jalan Contoh 1", "realisasi anggaran")
CONTROL = ("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT")


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    monkeypatch.setattr(tracking, "STEADY", 0.0)


def page(response):
    return response.content.decode()


def ask_code(client) -> str:
    """The code that came by mail."""
    mail.outbox.clear()
    response = client.post("/lacak/kode/kirim/")
    assert response.url == "/lacak/kode/?terkirim=ya"
    run_queue()
    return mailed_code()


class TestTheCode:
    def test_it_shows_state_dates_days_and_rights_but_never_the_person(self, client):
        case = file_case()
        state = page(follow(client, case.tracking_code))
        for word in (case.number, "Senin, 23 November 2026", "Senin, 7 Desember 2026", "10 hari kerja lagi"):
            assert word in state
        assert "(mulai Selasa, 8 Desember 2026)" in state
        assert "Paling lambat <strong>Jumat, 22 Januari 2027</strong>" in state, "law.md §7.4: the cautious reading"
        assert "Bila tidak dijawab" in state
        for secret in PERSON:
            assert secret not in state

    def test_case_spaces_and_dashes_do_not_matter(self, client):
        code = file_case().tracking_code
        for typed in (code.lower(), code.replace("-", ""), f"  {code.replace('-', ' ')} ", code.replace("-", "–")):
            assert client.post("/lacak/", {"code": typed}).status_code == 302, typed

    def test_a_wrong_code_and_a_malformed_one_get_the_same_answer(self, client):
        file_case()
        answers = {
            re.sub(r'value="[^"]*"', "", page(client.post("/lacak/", {"code": typed})))
            for typed in ("K7QD-9XMR-24PT-8WNH", "salah", "'; DROP TABLE", "ꦱꦶꦠꦶ")
        }
        assert len(answers) == 1
        assert "tidak kami temukan" in answers.pop()

    def test_the_code_is_in_no_address_and_not_readable_in_the_session(self, client):
        case = file_case()
        response = follow(client, case.tracking_code)
        assert response.request["PATH_INFO"] == "/lacak/permohonan/"
        assert case.tracking_code.replace("-", "") not in str(dict(client.session)).replace("-", "")

    def test_guessing_is_slowed_down_and_the_typed_code_stays(self, client, monkeypatch):
        monkeypatch.setitem(limits.LIMITS, "track", (2, dt.timedelta(minutes=15)))
        for _time in range(2):
            client.post("/lacak/", {"code": "salah"})
        response = client.post("/lacak/", {"code": "K7QD"})
        assert response.status_code == 429
        assert 'value="K7QD"' in page(response)

    def test_without_a_code_the_page_asks_for_one(self, client):
        assert client.get("/lacak/permohonan/").url == "/lacak/"

    def test_a_withdrawn_request_waits_for_no_date(self, client):
        case = file_case()
        requests.withdraw(case=case, on=NOON.date(), at=NOON)
        state = page(follow(client, case.tracking_code))
        assert "Permohonan Anda sudah dicabut" in state
        assert "Dijawab paling lambat" not in state
        assert "SKB 3 Menteri" not in state

    def test_the_receipt_opens_before_any_answer(self, client):
        case = file_case()
        run_queue()
        follow(client, case.tracking_code)
        assert client.post("/lacak/kode/", {"code": ask_code(client)}).status_code == 302
        state = page(client.get("/lacak/permohonan/"))
        receipt = case.letters.get(kind="receipt").draft
        assert "tanda-bukti-penerimaan.pdf" in state
        opened = client.get(f"/lacak/surat/{receipt.pk}/")
        assert opened.content == receipt.read()

    def test_late_is_said_with_the_right_it_opens(self, client, noon):
        case = file_case()
        noon.set(moment(DUE + dt.timedelta(days=2)))
        clock.tick(on=DUE + dt.timedelta(days=2), at=noon.at)
        state = page(follow(client, case.tracking_code))
        assert "Terlambat 2 hari kerja" in state
        assert "Belum dijawab: hak Anda" in state
        assert "lewat tanpa jawaban" in state


class TestTheLetter:
    def test_it_opens_with_the_code_from_the_mail_and_the_reading_is_written_down(self, client):
        case = answer_case()
        letter = case.letters.get(kind="notice")
        assert "Buka surat dengan kode" in page(follow(client, case.tracking_code))
        assert client.get(f"/lacak/surat/{letter.signed_id}/").status_code == 404
        code = ask_code(client)
        assert client.post("/lacak/kode/", {"code": f" {code[:3]} {code[3:]}"}).url == "/lacak/permohonan/"
        assert f"/lacak/surat/{letter.signed_id}/" in page(client.get("/lacak/permohonan/"))
        response = client.get(f"/lacak/surat/{letter.signed_id}/")
        assert response.content == letter.signed.read()
        assert response["Content-Type"] == "application/pdf"
        assert response["Content-Disposition"].startswith("attachment")
        assert "no-store" in response["Cache-Control"]
        log = ReadLog.objects.get(file_id=letter.signed_id)
        assert (log.role, log.user) == ("applicant", None)

    def test_the_proof_ends_after_half_an_hour(self, client, noon):
        case = answer_case()
        letter = case.letters.get(kind="notice")
        follow(client, case.tracking_code)
        client.post("/lacak/kode/", {"code": ask_code(client)})
        noon.set(NOON + dt.timedelta(minutes=29))
        assert client.get(f"/lacak/surat/{letter.signed_id}/").status_code == 200
        noon.set(NOON + dt.timedelta(minutes=31))
        assert client.get(f"/lacak/surat/{letter.signed_id}/").status_code == 404

    def test_one_mailbox_is_not_flooded_by_way_of_many_requests(self, client, monkeypatch):
        monkeypatch.setitem(limits.LIMITS, "mailbox", (2, dt.timedelta(minutes=30)))
        for case in [file_case() for _which in range(3)]:
            follow(client, case.tracking_code)
            assert client.post("/lacak/kode/kirim/").status_code == 302, "the answer is the same"
        assert SignInCode.objects.count() == 2

    def test_a_code_works_once_within_fifteen_minutes_and_five_tries(self, client, noon):
        case = answer_case()
        follow(client, case.tracking_code)
        code = ask_code(client)
        wrong = f"{(int(code) + 1) % 1_000_000:06d}"
        for _time in range(5):
            assert client.post("/lacak/kode/", {"code": wrong}).status_code == 422
        assert client.post("/lacak/kode/", {"code": code}).status_code == 422, "five wrong tries spend it"
        code = ask_code(client)
        noon.set(NOON + dt.timedelta(minutes=16))
        assert client.post("/lacak/kode/", {"code": code}).status_code == 422
        code = ask_code(client)
        assert client.post("/lacak/kode/", {"code": code}).status_code == 302
        assert client.post("/lacak/kode/", {"code": code}).status_code == 422

    def test_the_answer_is_the_same_where_no_address_is_known(self):
        pages = []
        for address in ("budi@contoh.id", ""):
            client = Client()
            follow(client, file_case(email=address, phone="0812").tracking_code)
            response = client.post("/lacak/kode/kirim/", follow=True)
            pages.append((response.status_code, re.sub(r"\d{3}/PPID/2026|csrf\w+\" value=\"\w+", "", page(response))))
        assert pages[0] == pages[1]
        assert SignInCode.objects.count() == 1

    def test_the_code_of_one_opens_no_letter_of_another(self, client):
        mine, other = answer_case(), answer_case(file_case(email="orang.lain@contoh.id"))
        follow(client, mine.tracking_code)
        client.post("/lacak/kode/", {"code": ask_code(client)})
        assert client.get(f"/lacak/surat/{other.letters.get(kind='notice').signed_id}/").status_code == 404

    def test_a_letter_not_sent_yet_stays_closed(self, client):
        case = file_case()
        letter = draft_letter(case)
        follow(client, case.tracking_code)
        client.post("/lacak/kode/", {"code": ask_code(client)})
        assert client.get(f"/lacak/surat/{letter.draft_id}/").status_code == 404


class TestMyCases:
    def ask(self, client, address="budi@contoh.id"):
        mail.outbox.clear()
        assert client.post("/saya/", {"email": address}).url == "/saya/kode/"
        run_queue()

    def test_one_code_opens_all_requests_of_the_mailbox_in_any_case(self, client):
        cases = [file_case(), file_case(email="Budi@Contoh.id"), file_case(email="lain@contoh.id")]
        self.ask(client, "BUDI@contoh.ID")
        assert client.post("/saya/kode/", {"code": mailed_code()}).url == "/saya/"
        mine = page(client.get("/saya/"))
        assert cases[0].number in mine
        assert cases[1].number in mine
        assert cases[2].number not in mine
        assert client.get(f"/saya/{cases[0].reference}/").url == "/lacak/permohonan/"
        assert client.get(f"/saya/{cases[2].reference}/").url == "/saya/"

    def test_an_unknown_mailbox_gets_the_same_pages_and_no_mail(self):
        file_case()
        run_queue()
        pages = []
        for address in ("budi@contoh.id", "siapa@contoh.id"):
            client = Client()
            self.ask(client, address)
            pages.append(re.sub(r"csrf\w+\" value=\"\w+", "", page(client.get("/saya/kode/"))))
            pages.append(client.post("/saya/kode/", {"code": "000000"}).status_code)
        assert pages[:2] == pages[2:]
        assert not [message for message in mail.outbox if "siapa@contoh.id" in message.to]

    def test_leaving_closes_everything(self, client):
        file_case()
        self.ask(client)
        client.post("/saya/kode/", {"code": mailed_code()})
        client.post("/saya/keluar/")
        assert "Kirim kode" in page(client.get("/saya/"))

    def test_the_session_gets_a_new_key_with_the_proof(self, client):
        file_case()
        self.ask(client)
        before = client.session.session_key
        client.post("/saya/kode/", {"code": mailed_code()})
        assert client.session.session_key != before

    def test_the_code_page_needs_a_mailbox_first(self, client):
        assert client.get("/saya/kode/").url == "/saya/"


class TestStatements:
    def test_the_tracking_page_takes_no_more_than_eight(self, client, django_assert_max_num_queries):
        case = answer_case()
        follow(client, case.tracking_code)
        with django_assert_max_num_queries(8):
            client.get("/lacak/permohonan/")

    def test_my_cases_take_as_many_for_two_as_for_ten(self, client):
        counts = []
        for more in (2, 8):
            for _case in range(more):
                file_case()
            run_queue()
            mail.outbox.clear()
            client.post("/saya/keluar/")
            client.post("/saya/", {"email": "budi@contoh.id"})
            run_queue()
            client.post("/saya/kode/", {"code": mailed_code()})
            with CaptureQueriesContext(connection) as captured:
                listed = page(client.get("/saya/"))
            assert all(number in listed for number in InformationRequest.objects.values_list("number", flat=True))
            counts.append(len(captured))
        assert counts[0] == counts[1] <= 8

    def test_sending_takes_as_many_the_second_time(self, client):
        """Transaction control not counted; the worker does the rest."""
        counts = []
        for _time in range(2):
            write(client)
            token = client.session["draft"]
            with CaptureQueriesContext(connection) as captured:
                assert client.post("/permohonan/baru/kirim/", {"draft": token}).status_code == 302
            counts.append([query["sql"] for query in captured if not query["sql"].startswith(CONTROL)])
        assert len(counts[0]) == len(counts[1]) <= 12, "\n".join(counts[0])
