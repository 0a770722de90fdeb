"""The completeness check and the applicant's side through the pages of the desk."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from ppid.desk.moves import SLUGS
from ppid.law.procedure import DESK, REQUEST
from ppid.models import InformationRequest, Role
from tests import factories
from tests.checking import FIX_DUE, LATE, bare_case, complete, send_incomplete
from tests.integration.cases.test_endings import note as note_ending

CASE = "/admin/permohonan/{}/"
MOVE = "/admin/permohonan/{}/langkah/{}/"


def seen(case):
    return case.events.count()


def text(response):
    return response.content.decode()


def scan(name="surat.pdf"):
    return SimpleUploadedFile(name, b"%PDF-1.7 " + name.encode(), "application/pdf")


def offered(client, case):
    screen = client.get(CASE.format(case.pk)).context["screen"]
    return {move.label for move in (*screen.moves, *screen.inner_moves)}


@pytest.fixture
def at(monkeypatch):
    def moved(day, hour=16):
        monkeypatch.setattr(timezone, "now", lambda: factories.moment(day, hour))

    return moved


def test_the_form_ticks_what_lacks_and_the_letter_is_drafted(sign_in):
    case, client = bare_case(), sign_in(Role.PPID)
    url = MOVE.format(case.pk, "susun-tidak-lengkap")
    form = client.get(url).context["screen"].form
    assert form.initial["items"] == ["isian:identity", "isian:purpose", "berkas:identitas"]
    refused = client.post(url, {"items": [], "other": "", "seen": seen(case)})
    assert refused.status_code == 400
    assert "Pilih sedikitnya satu hal" in text(refused)
    assert client.post(url, {"items": ["isian:purpose"], "other": "Tahun?", "seen": seen(case)}).status_code == 302
    letter = case.letters.get(kind="incomplete")
    assert letter.content == {"items": ["isian:purpose"], "other": "Tahun?", "kind": "person"}
    again = client.get(url).context["screen"].form
    assert again.initial["items"] == ["isian:purpose"], "what was decided stands there again"


def test_the_letter_is_shown_as_it_is_ticked_and_nothing_is_stored(sign_in):
    case, client = bare_case(kind="legal"), sign_in(Role.PPID)
    url = f"/admin/permohonan/{case.pk}/pratinjau/?surat=incomplete"
    document = client.post(url, {"items": ["berkas:akta"], "other": "", "seen": 1})
    assert document.content.startswith(b"%PDF-")
    nothing = client.post(url, {"items": [], "other": "", "seen": 1}, headers={"X-Requested-With": "fetch"})
    assert nothing.status_code == 400
    assert "Belum ada yang kurang" in text(nothing)
    assert not case.letters.filter(kind="incomplete").exists()


def test_only_what_the_check_allows_now_is_offered(sign_in, at):
    case, client = bare_case(), sign_in(Role.PPID)
    assert {"Nyatakan lengkap", "Susun surat keterangan tidak lengkap", "Lengkapi permohonan"} <= offered(client, case)
    send_incomplete(case)
    at(LATE)
    client = sign_in(Role.PPID)
    now = offered(client, case)
    assert "Catat tidak dilengkapi" in now
    assert "Susun surat keterangan tidak lengkap" not in now
    assert client.post(MOVE.format(case.pk, "catat-tidak-dilengkapi"), {"seen": seen(case)}).status_code == 302
    page = text(client.get(CASE.format(case.pk)))
    assert "Dicatat tidak dilengkapi Senin, 30 November 2026" in page
    assert "tidak mengenal penghentian" in page, "the doubt stands beside the UU clock"
    assert "Senin, 7 Desember 2026" in page


def test_what_came_by_letter_is_recorded_with_its_papers(sign_in, at):
    case = bare_case()
    send_incomplete(case)
    at(LATE)
    client = sign_in()
    url = MOVE.format(case.pk, "lengkapi")
    typed = {"how": "letter", "purpose": "Bahan ajar.", "explanation": "Tahun 2025.", "role_1": "identitas"}
    refused = client.post(url, {**typed, "came_on": "2026-12-31", "seen": seen(case)})
    assert refused.status_code == 400
    assert "Bahan ajar." in text(refused)
    assert "masa depan" in text(refused)
    data = {**typed, "came_on": FIX_DUE.isoformat(), "file_1": scan("ktp.pdf"), "seen": seen(case)}
    assert client.post(url, data).status_code == 302
    page = text(client.get(CASE.format(case.pk)))
    assert "Dilengkapi Jumat, 27 November 2026" in page
    assert "Tahun 2025." in page
    assert case.files.get().role == "identitas"
    assert client.post(MOVE.format(case.pk, "nyatakan-lengkap"), {"seen": seen(case)}).status_code == 302
    case.refresh_from_db()
    assert case.complete_on == FIX_DUE


def test_what_came_late_becomes_a_request_of_its_own_and_each_leads_to_the_other(sign_in, at):
    case = bare_case()
    send_incomplete(case)
    complete(case, on=LATE)
    at(LATE + dt.timedelta(1))
    client = sign_in()
    assert client.post(MOVE.format(case.pk, "daftarkan-baru"), {"seen": seen(case)}).status_code == 302
    new = InformationRequest.objects.get(continues=case)
    assert CASE.format(new.pk) in text(client.get(CASE.format(case.pk)))
    assert CASE.format(case.pk) in text(client.get(CASE.format(new.pk)))


def test_the_desk_takes_back_only_with_the_paper(sign_in):
    case, client = factories.file_case(), sign_in()
    typed = {"by": "applicant", "withdrawn_on": "2026-11-23", "seen": seen(case)}
    refused = client.post(MOVE.format(case.pk, "cabut"), typed)
    assert refused.status_code == 400
    assert "Surat pencabutan belum dipilih" in text(refused)
    part = {**typed, "part": "Lampiran 2019.", "paper": scan()}
    assert client.post(MOVE.format(case.pk, "cabut-sebagian"), part).status_code == 302
    page = text(client.get(CASE.format(case.pk)))
    assert "Lampiran 2019." in page
    assert "Dicabut sebagian" in page
    assert client.post(MOVE.format(case.pk, "cabut"), {**typed, "paper": scan(), "seen": seen(case)}).status_code == 302
    case.refresh_from_db()
    assert case.state == "withdrawn"
    assert case.files.filter(role="cabut").count() == 2


def test_an_heir_goes_on_and_the_former_stays_readable(sign_in):
    case, client = factories.file_case(), sign_in()
    noted = {"kind": "death", "happened_on": "2026-11-20", "proof": scan("akta.pdf"), "seen": seen(case)}
    assert client.post(MOVE.format(case.pk, "catat-meninggal-atau-bubar"), noted).status_code == 302
    now = offered(client, case)
    assert {"Catat ahli waris atau penerus hukum", "Tutup: tidak ada yang melanjutkan"} <= now
    assert "Catat pemohon meninggal atau bubar" not in now
    url = MOVE.format(case.pk, "catat-penerus")
    heir = {"kind": "person", "name": "Ani Contoh", "relation": "Anak", "seen": seen(case)}
    refused = client.post(url, {**heir, "proof": scan("waris.pdf")})
    assert refused.status_code == 400
    assert "Ani Contoh" in text(refused)
    assert "cara menghubungi" in text(refused)
    assert client.post(url, {**heir, "phone": "0813", "proof": scan("waris.pdf")}).status_code == 302
    page = text(client.get(CASE.format(case.pk)))
    assert "Budi Contoh: meninggal dunia" in page
    assert "Dilanjutkan oleh Ani Contoh (Anak)." in page


def test_a_repeated_and_an_annoying_request_are_shown_linked_and_answered(sign_in):
    first, again, client = factories.file_case(), factories.file_case(), sign_in()
    marked = {"note": "Lima puluh surat sepekan.", "seen": seen(again)}
    assert client.post(MOVE.format(again.pk, "tandai-mengganggu"), marked).status_code == 302
    page = text(client.get(CASE.format(again.pk)))
    for word in ("Berulang", "Mengganggu", "Lima puluh surat sepekan.", CASE.format(first.pk)):
        assert word in page, word
    assert {"Susun pemberitahuan tertulis", "Cabut tanda mengganggu"} <= offered(client, again)
    assert "Tandai mengganggu" not in offered(client, again)


def test_an_assistant_sees_that_it_repeats_but_no_way_into_another_units_case(sign_in):
    unit = factories.make_unit()
    first, again = factories.file_case(), factories.file_case()
    InformationRequest.objects.filter(pk=again.pk).update(unit=unit)
    page = text(sign_in(Role.ASSISTANT, unit=unit).get(CASE.format(again.pk)))
    assert first.number in page
    assert CASE.format(first.pk) not in page


def test_the_list_shows_marks_and_narrows_by_them_at_no_more_statements(sign_in):
    client = sign_in()
    factories.file_case(details="Satu.")
    with CaptureQueriesContext(connection) as plain:
        client.get("/admin/permohonan/")
    ended = factories.file_case(details="Dua.")
    note_ending(ended, factories.make_officer(Role.FRONT_DESK))
    done = bare_case(details="Tiga.")
    complete(done, on=factories.TODAY)
    factories.file_case(details="satu")
    with CaptureQueriesContext(connection) as marked:
        page = text(client.get("/admin/permohonan/"))
    assert len(marked) == len(plain)
    for word in ("Pemohon meninggal atau bubar", "Dilengkapi pemohon", "Berulang"):
        assert word in page
    narrowed = client.get("/admin/permohonan/?tanda=completed").context["screen"].rows
    assert [row.pk for row in narrowed] == [done.pk]


@pytest.mark.parametrize(
    "row", [row for row in REQUEST if row.actors >= DESK and row.name in SLUGS], ids=lambda row: row.name
)
def test_every_move_of_the_desk_has_its_page_or_says_why_not(sign_in, row):
    case = bare_case()
    response = sign_in().get(MOVE.format(case.pk, SLUGS[row.name]), follow=True)
    assert response.status_code == 200
