"""The officer's moves through their pages: draft, sign, send, dispose; two officers at once; nothing typed is lost."""

import hashlib
import io

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from ppid import letters
from ppid.actions import requests
from ppid.models import CaseFile, ReadLog, Role
from tests import factories, pictures

CASE = "/admin/permohonan/{}/"
MOVE = "/admin/permohonan/{}/langkah/{}/"
NOTICE = {
    "decision": "granted",
    "consideration": "Informasi ini wajib tersedia setiap saat.",
    "rows": "1",
    "material_1": "Laporan realisasi anggaran tahun 2025.",
    "forms_1": ["soft"],
    "access_way_1": "copy",
    "delivery_way_1": "email",
    "sheets_1": "0",
    "fee_per_sheet_1": "0",
    "delivery_fee_1": "0",
    "days_1": "0",
    "payment": "",
    "gap": "",
    "document_days": "",
}


def seen(case):
    return case.events.count()


def drafted(case):
    """A notice whose draft was really typeset."""
    letter = requests.draft_notice(
        case=case,
        content=factories.notice(),
        acting_user=factories.make_officer(Role.PPID),
        on=factories.TODAY,
        at=factories.moment(factories.TODAY, 13),
    )
    factories.run_queue()
    letter.refresh_from_db()
    return letter


def signed_pdf(letter):
    """What an office's printer or signing service gives back: the copy for signing, saved anew by another program."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(letters.for_signature(letter))) as document:
        document.save(out, linearize=True)
    return SimpleUploadedFile("surat.pdf", out.getvalue(), "application/pdf")


def upload(letter, file, **fields):
    signer = letter.drafted_by.appointments.get()
    return {"upload": file, "signed_on": "2026-11-23", "signer": signer.pk, "seen": seen(letter.case), **fields}


def test_from_draft_to_recorded_sending_only_the_last_step_answers(sign_in):
    case = factories.file_case()
    client = sign_in(Role.PPID)
    page = client.get(MOVE.format(case.pk, "susun-pemberitahuan"))
    assert page.context["screen"].form.initial["delivery_way_1"] == "email"
    response = client.post(MOVE.format(case.pk, "susun-pemberitahuan"), {**NOTICE, "seen": seen(case)})
    assert response.status_code == 302
    letter = case.letters.get(kind="notice")
    assert client.get(MOVE.format(case.pk, "unggah-surat")).status_code == 302, "the draft is not made yet"
    factories.run_queue()
    letter.refresh_from_db()
    assert letter.draft_sha256

    response = client.post(MOVE.format(case.pk, "unggah-surat"), upload(letter, signed_pdf(letter)))
    assert response.status_code == 302, response.context["screen"].form.errors
    case.refresh_from_db()
    assert case.state == "registered", "a signature stops no clock"
    assert case.events.order_by("seq").last().payload["link"] == "draft"

    proof = SimpleUploadedFile("resi.png", pictures.png(), "image/png")
    sending = {"sent_on": "2026-11-23", "how": "email", "proof": proof, "seen": seen(case)}
    response = client.post(MOVE.format(case.pk, "catat-penyampaian"), sending)
    assert response.status_code == 302, response.context["screen"].form.errors
    case.refresh_from_db()
    assert (case.state, case.answered_on) == ("answered", factories.TODAY)
    kept = case.files.get(role=CaseFile.Role.PROOF).file
    assert kept.media_type == "image/png"
    assert pictures.SECRETS[0] not in kept.read(), "the camera's notes are not kept"
    assert "Disampaikan 23 November 2026" in client.get(CASE.format(case.pk)).content.decode()


def test_a_notice_with_gaps_comes_back_with_sentences_at_their_fields(sign_in):
    case = factories.file_case()
    typed = {**NOTICE, "consideration": "", "days_1": "tiga", "material_1": "Data yang panjang.", "seen": seen(case)}
    response = sign_in().post(MOVE.format(case.pk, "susun-pemberitahuan"), typed)
    assert response.status_code == 400
    errors = response.context["screen"].form.errors
    assert "Tulis angka bulat" in errors["days_1"][0]
    assert "Data yang panjang." in response.content.decode()
    response = sign_in().post(MOVE.format(case.pk, "susun-pemberitahuan"), {**typed, "days_1": "3", "forms_1": []})
    errors = response.context["screen"].form.errors
    assert "Pertimbangan tertulis belum diisi" in errors["consideration"][0]
    assert "Bagian 1: bentuk informasi belum dipilih" in errors["forms_1"][0]
    assert not case.letters.filter(kind="notice").exists()


def test_the_second_of_two_officers_is_told_and_loses_nothing(sign_in):
    case = factories.file_case()
    first, second = sign_in(Role.FRONT_DESK), sign_in(Role.PPID)
    stale = seen(case)
    assert first.post(MOVE.format(case.pk, "nyatakan-lengkap"), {"seen": stale}).status_code == 302
    typed = {**NOTICE, "material_1": "Naskah petugas kedua.", "seen": stale}
    response = second.post(MOVE.format(case.pk, "susun-pemberitahuan"), typed)
    assert response.status_code == 409
    text = response.content.decode()
    assert "Kasus ini berubah sejak halaman Anda dibuka" in text
    assert "Naskah petugas kedua." in text
    again = response.context["screen"].form["seen"].value()
    assert second.post(MOVE.format(case.pk, "susun-pemberitahuan"), {**typed, "seen": again}).status_code == 302


def test_a_draft_for_a_case_answered_meanwhile_is_refused_with_its_text(sign_in):
    case = factories.file_case()
    client, stale = sign_in(), seen(case)
    factories.answer_case(case)
    response = client.post(
        MOVE.format(case.pk, "susun-pemberitahuan"), {**NOTICE, "material_1": "Naskah saya.", "seen": stale}
    )
    assert response.status_code == 409
    assert "Naskah saya." in response.content.decode()
    assert client.get(MOVE.format(case.pk, "susun-pemberitahuan")).status_code == 302


def test_a_scan_needs_the_officers_word_that_it_was_compared(sign_in):
    letter = drafted(factories.file_case())
    client, url = sign_in(Role.PPID), MOVE.format(letter.case_id, "unggah-surat")

    def scan():
        return SimpleUploadedFile("pindai.png", pictures.png(), "image/png")

    response = client.post(url, upload(letter, scan()))
    assert response.status_code == 400
    assert "tidak memuat tautan ke konsepnya" in response.content.decode()
    assert client.post(url, upload(letter, scan(), compared="on")).status_code == 302
    event = letter.case.events.order_by("seq").last()
    assert event.payload["link"] == "compared"
    letter.refresh_from_db()
    kept = letter.signed.read()
    assert pictures.SECRETS[0] not in kept
    assert event.payload["signed_sha256"] == hashlib.sha256(kept).hexdigest(), "bound to what is kept"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"%PDF-1.7 rusak", "rusak"),
        (b"MZ\x90\x00 program", "Jenis berkas"),
        (b"", "kosong"),
    ],
)
def test_a_file_that_is_no_letter_is_refused(sign_in, content, said):
    letter = drafted(factories.file_case())
    file = SimpleUploadedFile("surat.pdf", content, "application/pdf")
    url = MOVE.format(letter.case_id, "unggah-surat")
    response = sign_in(Role.PPID).post(url, upload(letter, file, compared="on"))
    assert response.status_code == 400
    assert said in str(response.context["screen"].form.errors)
    letter.refresh_from_db()
    assert letter.signed is None


def test_disposition_moves_the_case_and_no_date(sign_in):
    case, unit = factories.file_case(), factories.make_unit(name="Dinas Sosial")
    client = sign_in()
    due = client.get(CASE.format(case.pk)).context["screen"].standing.due
    assert client.post(MOVE.format(case.pk, "disposisi"), {"unit": unit.pk, "seen": seen(case)}).status_code == 302
    page = client.get(CASE.format(case.pk))
    assert page.context["screen"].standing.due == due
    assert "Dinas Sosial" in page.content.decode()
    response = client.post(MOVE.format(case.pk, "disposisi"), {"unit": unit.pk, "seen": seen(case)})
    assert response.status_code == 400
    assert "sudah berada di unit itu" in response.content.decode()


@pytest.mark.parametrize("role", [Role.SUPERIOR, Role.ASSISTANT])
def test_a_reader_of_the_case_makes_no_move(sign_in, role):
    unit = factories.make_unit()
    case = factories.file_case()
    case.unit = unit
    case.save()
    client = sign_in(role, unit=unit if role == Role.ASSISTANT else None)
    slug = "susun-pemberitahuan" if role == Role.SUPERIOR else "catat-penyampaian"
    assert client.get(CASE.format(case.pk)).status_code == 200
    before = seen(case)
    for refused in (client.get(MOVE.format(case.pk, slug)), client.post(MOVE.format(case.pk, slug), {"seen": before})):
        # Inside its rooms Wagtail turns a refusal into the way back to its home page, with the reason.
        assert (refused.status_code, refused.url) == (302, "/admin/")
    assert seen(case) == before
    assert client.get(MOVE.format(case.pk, "tidak-ada")).status_code == 404


def test_the_preview_shows_the_letter_and_stores_nothing(sign_in):
    case = factories.file_case()
    client, url = sign_in(), f"/admin/permohonan/{case.pk}/pratinjau/"
    pictures = client.post(url, {**NOTICE, "seen": 1}, headers={"X-Requested-With": "fetch"})
    assert pictures.content.count(b"data:image/png;base64,") == 1 or b"Halaman 2 dari 2" in pictures.content
    document = client.post(url, {**NOTICE, "seen": 1})
    assert document.content.startswith(b"%PDF-")
    assert document["Content-Disposition"].startswith("inline")
    waiting = client.post(url, {**NOTICE, "material_1": "", "seen": 1}, headers={"X-Requested-With": "fetch"})
    assert waiting.status_code == 400
    assert "Bagian 1: informasinya belum diuraikan" in waiting.content.decode()
    assert not case.letters.filter(kind="notice").exists()
    assert sign_in(Role.SUPERIOR).post(url, {**NOTICE, "seen": 1}).url == "/admin/"


def test_a_private_file_is_a_logged_download_that_no_browser_runs(sign_in):
    letter = drafted(factories.file_case())
    client = sign_in()
    response = client.get(f"/admin/permohonan/berkas/{letter.draft_id}/")
    assert response["Content-Disposition"].startswith("attachment")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"
    log = ReadLog.objects.get(file_id=letter.draft_id)
    assert (log.user, log.role) == (client.user, "petugas")
    assert client.get("/admin/permohonan/berkas/999999/").status_code == 404


def test_the_copy_to_sign_is_the_draft_without_konsep_or_nothing(sign_in):
    letter = drafted(factories.file_case())
    client, url = sign_in(), f"/admin/permohonan/surat/{letter.pk}/naskah/"
    response = client.get(url)
    assert response.status_code == 200
    assert response.content == letters.for_signature(letter)
    factories.make_institution(office="Kantor yang Baru")
    assert client.get(url).status_code == 302, "the letterhead is no longer the draft's"


def test_the_letters_page_tells_draft_file_and_signatures(sign_in):
    letter = drafted(factories.file_case())
    client = sign_in(Role.PPID)
    client.post(MOVE.format(letter.case_id, "unggah-surat"), upload(letter, signed_pdf(letter)))
    text = client.get(f"/admin/permohonan/surat/{letter.pk}/").content.decode()
    letter.refresh_from_db()
    assert letter.draft_sha256 in text
    assert letter.signed.sha256 in text
    assert "dibuat dari naskah yang diunduh di sini" in text
    assert "Tidak ada tanda tangan elektronik" in text


def test_the_day_of_arrival_is_asked_for_what_went_by_post(sign_in):
    case = factories.file_case()
    officer = factories.make_officer(Role.PPID)
    letter = factories.draft_letter(case, user=officer)
    by = {"acting_user": officer, "on": factories.TODAY, "at": factories.moment(factories.TODAY, 14)}
    requests.attach_signed(
        compared=True, letter=letter, upload=factories.signed_upload(), signed_on=factories.TODAY,
        signer=officer.appointments.get(), **by,
    )  # fmt: skip
    requests.record_sending(letter=letter, sent_on=factories.TODAY, how="post", **by)
    client = sign_in()
    page = client.get(f"/admin/permohonan/{case.pk}/")
    button = next(move for move in page.context["screen"].moves if move.label.startswith("Catat surat diterima"))
    seen = client.get(button.href).context["screen"].form.initial["seen"]
    refused = client.post(button.href, {"seen": seen, "delivered_on": "2026-01-05"})
    assert refused.status_code == 400
    assert 'value="2026-01-05"' in refused.content.decode()
    assert client.post(button.href, {"seen": seen, "delivered_on": factories.TODAY}).status_code == 302
    letter.refresh_from_db()
    assert letter.delivered_on == factories.TODAY
    again = client.get(button.href)
    assert again.status_code == 302, "nothing is left to ask"
