"""The extension at the desk: offered while it is lawful, told with both days, previewed, refused in words."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from ppid import letters
from ppid.desk import office
from ppid.models import Deadline, Role
from tests import factories

CASE = "/admin/permohonan/{}/"
MOVE = "/admin/permohonan/{}/langkah/{}/"
PREVIEW = "/admin/permohonan/{}/pratinjau/?surat=extension"
TYPED = {"grounds": ["undecided"], "reason": "Uji konsekuensi belum selesai.", "days": "7"}


@pytest.fixture
def on(monkeypatch):
    """Stand at the desk on that day."""

    def stand(day):
        monkeypatch.setattr(office, "moment", lambda request: office.Moment(day, factories.moment(day, 15)))

    return stand


def seen(case):
    return case.events.count()


def test_from_the_form_to_the_new_day(sign_in, on):
    case = factories.file_case()
    client = sign_in(Role.PPID)
    on(factories.DUE)
    page = client.get(CASE.format(case.pk)).content.decode()
    assert "Susun surat perpanjangan waktu" in page
    form = client.get(MOVE.format(case.pk, "susun-perpanjangan")).content.decode()
    assert "paling lambat Senin, 7 Desember 2026" in form
    assert "Rabu, 16 Desember 2026" in form
    shown = client.post(PREVIEW.format(case.pk), {**TYPED, "seen": seen(case)}, headers={"X-Requested-With": "fetch"})
    assert "data:image/png" in shown.content.decode()
    answer = client.post(MOVE.format(case.pk, "susun-perpanjangan"), {**TYPED, "seen": seen(case)})
    assert answer.status_code == 302
    factories.run_queue()
    letter = case.letters.get(kind="extension")
    signer = client.user.appointments.get()
    upload = SimpleUploadedFile("surat.pdf", letters.for_signature(letter), "application/pdf")
    page = client.get(CASE.format(case.pk)).content.decode()
    assert f"unggah-surat/?surat={letter.pk}" in page
    answer = client.post(
        MOVE.format(case.pk, "unggah-surat") + f"?surat={letter.pk}",
        {"upload": upload, "signed_on": "2026-12-07", "signer": signer.pk, "seen": seen(case)},
    )
    assert answer.status_code == 302
    answer = client.post(
        MOVE.format(case.pk, "catat-perpanjangan") + f"?surat={letter.pk}",
        {"sent_on": "2026-12-07", "how": "portal", "seen": seen(case)},
    )
    assert answer.status_code == 302
    page = client.get(CASE.format(case.pk)).content.decode()
    for word in ("Rabu, 16 Desember 2026", "semula Senin, 7 Desember 2026", "Uji konsekuensi belum selesai."):
        assert word in page, word
    assert "Susun surat perpanjangan waktu" not in page
    assert case.number in client.get("/admin/permohonan/").content.decode()


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"grounds": []}, "Alasan menurut peraturan belum dipilih"),
        ({"reason": ""}, "Alasan tertulis belum diisi"),
        ({"days": "8"}, "paling lama 7 hari kerja"),
        ({"days": "tujuh"}, "Lama perpanjangan ditulis dengan angka"),
        ({"grounds": ["sibuk"]}, "sibuk"),
    ],
)
def test_what_lacks_is_told_at_its_field_and_nothing_typed_is_lost(sign_in, fields, told):
    case = factories.file_case()
    typed = {**TYPED, "seen": seen(case), **fields}
    page = sign_in(Role.PPID).post(MOVE.format(case.pk, "susun-perpanjangan"), typed)
    assert page.status_code == 400
    text = page.content.decode()
    assert told in text
    assert not fields.get("reason", "x") or "Uji konsekuensi belum selesai." in text
    assert not case.letters.filter(kind="extension").exists()


def test_after_day_ten_the_page_sends_back_with_the_reason_and_the_post_is_refused(sign_in, on):
    case = factories.file_case()
    client = sign_in(Role.PPID)
    on(dt.date(2026, 12, 8))
    assert "Susun surat perpanjangan waktu" not in client.get(CASE.format(case.pk)).content.decode()
    back = client.get(MOVE.format(case.pk, "susun-perpanjangan"), follow=True).content.decode()
    assert "Waktu itu sudah lewat" in back
    answer = client.post(MOVE.format(case.pk, "susun-perpanjangan"), {**TYPED, "seen": seen(case)})
    assert answer.status_code == 409
    assert "Uji konsekuensi belum selesai." in answer.content.decode()
    problem = client.post(PREVIEW.format(case.pk), {**TYPED, "seen": seen(case)}, headers={"X-Requested-With": "fetch"})
    assert problem.status_code == 400
    assert "Waktu itu sudah lewat" in problem.content.decode()


def test_a_second_one_is_not_offered_and_refused(sign_in):
    case = factories.file_case()
    factories.extend_case(case)
    client = sign_in(Role.PPID)
    back = client.get(MOVE.format(case.pk, "susun-perpanjangan"), follow=True).content.decode()
    assert "sudah diperpanjang satu kali" in back
    answer = client.post(MOVE.format(case.pk, "susun-perpanjangan"), {**TYPED, "seen": seen(case)})
    assert answer.status_code == 409
    assert Deadline.objects.standing().filter(case=case, term="REQ_EXTENSION").count() == 1


def test_the_superior_never_makes_one_and_an_unknown_letter_has_no_preview(sign_in):
    case = factories.file_case()
    assert sign_in(Role.SUPERIOR).get(MOVE.format(case.pk, "susun-perpanjangan")).status_code in {302, 403}
    client = sign_in(Role.PPID)
    assert client.post(PREVIEW.format(case.pk).replace("extension", "nota"), TYPED).status_code == 404


def test_the_complaints_desk_sees_the_earlier_limit_and_an_assistant_never(sign_in):
    case = factories.file_case()
    client = sign_in(Role.FRONT_DESK)
    typed = {"whole": "ya", "kind": "non_oversight", "matter": "Petugas loket kasar.", "seen": seen(case)}
    assert client.post(MOVE.format(case.pk, "serahkan-aduan"), typed).status_code == 302
    page = client.get("/admin/permohonan/aduan/").content.decode()
    for word in (case.number, "Petugas loket kasar.", "Kamis, 26 November 2026", "Senin, 7 Desember 2026"):
        assert word in page, word
    assert sign_in(Role.ASSISTANT).get("/admin/permohonan/aduan/").status_code in {302, 403}
    for slug in ("catat-lapor", "catat-hasil-aduan", "lanjutkan-permohonan"):
        assert slug in client.get(CASE.format(case.pk)).content.decode()
        assert client.get(MOVE.format(case.pk, slug)).status_code == 200
