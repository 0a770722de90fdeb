"""The parts of an answer on the tracking page: dates to whoever has the code, words and files to the applicant only."""

import datetime as dt

import pytest
from django.core import mail
from django.utils import timezone

from ppid import access
from ppid.actions import clock, requests
from ppid.citizen import tracking
from ppid.models import CaseFile, PrivateFile, ReadLog, Role
from tests import factories
from tests.factories import TODAY, make_officer, make_unit, moment, run_queue
from tests.integration.cases.test_delivery import ENCLOSED, FETCHED, FILE, PRINTED, answered, deliver, ready
from tests.integration.citizen.asking import follow, mailed_code

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("body", "noon")]


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    monkeypatch.setattr(tracking, "STEADY", 0.0)


@pytest.fixture
def ppid():
    return make_officer(Role.PPID)


def state(client, case):
    return follow(client, case.tracking_code).content.decode()


def prove(client):
    run_queue()
    mail.outbox.clear()
    client.post("/lacak/kode/kirim/")
    run_queue()
    client.post("/lacak/kode/", {"code": mailed_code()})


def test_each_part_has_its_state_date_and_days_left_and_no_word_of_what_was_asked(client, ppid):
    case = answered(ENCLOSED, FILE, FETCHED, PRINTED, payment="Tunai.")
    ready(case, ppid, 3)
    text = state(client, case)
    for words in (
        "Bagian 1 dari 4", "Sudah diserahkan", "Bagian 2 dari 4", "Senin, 30 November 2026", "5 hari kerja lagi",
        "Siap diambil", "Menunggu pembayaran", "dihitung setelah dibayar", "Rp 5.000", "Mengapa tanggal ini?",
        "Penyerahan bagian 2", "Paling lambat Senin, 30 November 2026",
    ):  # fmt: skip
        assert words in text, words
    for secret in ("Laporan.", "Lampiran.", "Gambar.", "Cetakan."):
        assert secret not in text


def test_the_applicant_downloads_what_was_given_after_the_code_and_each_reading_is_logged(client, ppid):
    case = answered(FILE)
    row = deliver(case, ppid)
    file = row.papers.get().file
    text = state(client, case)
    assert "1 berkas dapat diunduh setelah Anda memasukkan kode" in text
    assert f"/lacak/surat/{file.pk}/" not in text
    assert client.get(f"/lacak/surat/{file.pk}/").status_code == 404
    prove(client)
    text = state(client, case)
    assert "Lampiran." in text
    assert f"/lacak/surat/{file.pk}/" in text
    response = client.get(f"/lacak/surat/{file.pk}/")
    assert response.content == b"%PDF-1.7 informasi"
    assert response["Content-Disposition"].startswith("attachment")
    log = ReadLog.objects.get(file=file)
    assert (log.role, log.user) == ("applicant", None)
    row.refresh_from_db()
    note = row.note
    assert note.draft is not None
    assert client.get(f"/lacak/surat/{note.draft_id}/").content.startswith(b"%PDF-")


def test_another_applicant_opens_nothing_of_it(client, ppid):
    file = deliver(answered(FILE), ppid).papers.get().file
    other = factories.file_case(email="lain@contoh.id")
    state(client, other)
    prove(client)
    assert client.get(f"/lacak/surat/{file.pk}/").status_code == 404


@pytest.mark.parametrize("role", CaseFile.Role)
def test_only_the_own_papers_and_what_was_given_open_to_the_applicant(client, role):
    """A unit's unredacted paper may lie in the case; only the copy that was given leaves it."""
    case = answered(ENCLOSED)
    file = PrivateFile.store(b"%PDF-1.7 berkas", "berkas.pdf")
    CaseFile.objects.create(case=case, file=file, role=role)
    state(client, case)
    prove(client)
    wanted = 200 if role in access.OWN_PAPERS + access.GIVEN_PAPERS else 404
    assert client.get(f"/lacak/surat/{file.pk}/").status_code == wanted


def test_a_missed_promise_tells_the_right_and_its_last_day__uu_35_1_e_g(client, ppid, monkeypatch):
    case, late = answered(FILE), dt.date(2026, 12, 1)
    clock.tick(on=late, at=moment(late, 6))
    monkeypatch.setattr(timezone, "now", lambda: moment(late))
    text = state(client, case)
    assert "Terlambat 1 hari kerja" in text
    assert "huruf e dan g" in text
    # Thirty working days after 30 November 2026 without 24 and 25 December, 1 and 5 January.
    assert "Ajukan paling lambat Jumat, 15 Januari 2027" in text
    assert "Batas waktu penyerahan bagian 1, Senin, 30 November 2026, lewat." in text
    deliver(case, ppid, on=late)
    text = state(client, case)
    assert "Terlambat" not in text
    assert "setelah waktu yang dijanjikan" in text, "a late handing over does not take the right away"


def test_the_story_tells_each_step(client, ppid):
    case = answered(FETCHED, FILE)
    ready(case, ppid)
    deliver(case, ppid, 2)
    text = state(client, case)
    for words in ("Bagian 1 siap diambil.", "Bagian 2 diserahkan."):
        assert words in text


def test_the_page_takes_no_more_than_eight_statements_whatever_the_answer(client, ppid, django_assert_max_num_queries):
    case = factories.file_case()
    requests.dispose(case=case, unit=make_unit(), acting_user=ppid, on=TODAY, at=moment(TODAY, 12, 30))
    requests.dispose(case=case, unit=make_unit(), acting_user=ppid, on=TODAY, at=moment(TODAY, 12, 40))
    factories.answer_case(case, parts=(FILE, FETCHED, ENCLOSED))
    deliver(case, ppid, 1)
    state(client, case)
    with django_assert_max_num_queries(8):
        client.get("/lacak/permohonan/")


@pytest.mark.parametrize(
    "template", ["part_available", "part_reminder", "part_set_aside", "part_delivered", "term_missed"]
)
def test_the_mails_name_the_part_and_never_the_matter_in_the_subject(ppid, template):
    from ppid import notify
    from ppid.models import MailRecord

    case = answered(ENCLOSED, FETCHED)
    ready(case, ppid, 2)
    record = MailRecord(
        case=case, template=template, audience="applicant", created_at=moment(TODAY),
        facts={"part": 2, "term": "REQ_DELIVERY", "due": "2026-12-03"},
    )  # fmt: skip
    message, text, _html = notify.compose(notify._known(record))
    assert "Gambar" not in message.subject
    assert case.number in message.subject
    assert "bagian 2 dari 2" in text
    assert "Gambar." in text
    if template == "term_missed":
        assert "huruf e dan g" in text
        assert "Rabu, 20 Januari 2027" in text
