"""What did not come by the web: entered with its true receipt, numbered, printed; nothing typed is lost."""

import datetime as dt
import secrets

import pypdfium2
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from ppid import notify
from ppid.actions.log import first_fault
from ppid.models import CaseFile, InformationRequest, Institution, Intake, MailRecord, PrivateFile, ReadLog, Role
from tests import factories
from tests.integration.desk.test_list_and_case import EMPTY, statements

ENTRY = "/admin/permohonan/baru/"
PDF = b"%PDF-1.7 kartu tanda penduduk"


def typed(**changed):
    return {
        "draft": secrets.token_urlsafe(32),
        "channel": "counter",
        "received_date": "2026-11-20",
        "received_time": "09:30",
        "kind": "person",
        "name": "Sutini",
        "phone": "0812 0000 1111",
        "details": "Daftar penerima bantuan pangan Desa Sukamaju 2026.",
        **changed,
    }


def upload(content=PDF, name="ktp.pdf"):
    return SimpleUploadedFile(name, content)


def text_of(response):
    pages = pypdfium2.PdfDocument(response.content)
    return [page.get_textpage().get_text_range() for page in pages]


def test_a_counter_request_runs_from_its_true_receipt_and_gets_its_number(sign_in):
    client = sign_in()
    response = client.post(ENTRY, typed())
    case = InformationRequest.objects.get()
    assert response.status_code == 302
    assert response.url == f"/admin/permohonan/{case.pk}/terdaftar/"
    assert (case.channel, case.received_on, case.number) == ("counter", dt.date(2026, 11, 20), "001/PPID/2026")
    assert case.received_at == factories.moment(dt.date(2026, 11, 20), 9, 30)
    assert case.deadlines.get(governs=True).due == dt.date(2026, 12, 4)
    assert case.events.get().actor == client.user
    page = client.get(response.url).content.decode()
    assert "001/PPID/2026" in page
    assert case.tracking_code in page
    assert "Jumat, 4 Desember 2026" in page
    assert "sudah lewat" not in page


@pytest.mark.parametrize(
    ("hour", "zone", "day"),
    [
        ("23:59", "Asia/Jakarta", dt.date(2026, 11, 20)),
        ("00:01", "Asia/Jakarta", dt.date(2026, 11, 20)),
        ("00:01", "Asia/Jayapura", dt.date(2026, 11, 20)),
        ("23:59", "Asia/Makassar", dt.date(2026, 11, 20)),
    ],
)
def test_the_day_of_receipt_is_that_of_the_bodys_own_zone(sign_in, hour, zone, day):
    factories.make_institution(time_zone=zone)
    sign_in().post(ENTRY, typed(received_time=hour))
    case = InformationRequest.objects.get()
    assert case.received_on == day
    there = case.received_at.astimezone(Institution.load().zone)
    assert (there.date(), f"{there:%H:%M}") == (day, hour)


def test_a_receipt_in_the_future_is_refused_and_what_was_typed_stands_there(sign_in):
    response = sign_in().post(ENTRY, typed(received_date="2026-11-23", received_time="16:01"))
    page = response.content.decode()
    assert response.status_code == 400
    assert "Waktu diterima di masa depan" in page
    assert "Daftar penerima bantuan pangan" in page
    assert 'value="16:01"' in page
    assert not InformationRequest.objects.exists()


def test_one_that_is_late_already_is_registered_and_said_to_be_late(sign_in):
    client = sign_in()
    response = client.post(ENTRY, typed(channel="letter", received_date="2026-10-05"))
    page = client.get(response.url).content.decode()
    assert "Tenggat permohonan ini sudah lewat sebelum didaftarkan" in page
    assert "Terlambat" in page


@pytest.mark.parametrize("lacking", ["name", "details", "phone"])
def test_only_name_reach_and_question_can_stop_it__law_2_4(sign_in, lacking):
    response = sign_in().post(ENTRY, typed(**{lacking: ""}))
    assert response.status_code == 400
    assert not InformationRequest.objects.exists()


def test_without_hour_kind_identity_and_purpose_it_is_registered(sign_in):
    response = sign_in().post(ENTRY, typed(received_time="", kind=""))
    assert response.status_code == 302
    case = InformationRequest.objects.get()
    assert (case.applicant.kind, case.purpose, case.received_on) == ("person", "", dt.date(2026, 11, 20))


def test_the_same_form_twice_is_one_case(sign_in):
    client, form = sign_in(), typed()
    first, second = client.post(ENTRY, form), client.post(ENTRY, form)
    assert first.url == second.url
    assert InformationRequest.objects.count() == 1


def test_a_refused_file_loses_neither_the_words_nor_the_other_files(sign_in):
    client, form = sign_in(), typed()
    files = {"file_identitas": upload(), "file_lampiran": upload(b"MZ\x90 program", "surat.exe")}
    response = client.post(ENTRY, {**form, **files})
    page = response.content.decode()
    assert response.status_code == 400
    assert "surat.exe: Jenis berkas tidak diterima" in page
    assert "Daftar penerima bantuan pangan" in page
    assert "Buang ktp.pdf" in page
    assert client.post(ENTRY, form).status_code == 302
    use = CaseFile.objects.get()
    assert (use.role, use.file.name) == ("identitas", "ktp.pdf")


def test_files_go_to_the_case_in_their_roles_and_a_taken_one_can_be_dropped(sign_in):
    client, form = sign_in(), typed(name="")
    client.post(ENTRY, {**form, "file_khusus": [upload(), upload(PDF + b"2", "kuasa 2.pdf")]})
    dropped = PrivateFile.objects.get(name="ktp.pdf").draft_use.pk
    client.post(ENTRY, {**form, "name": "Sutini", "drop": [str(dropped)], "file_lampiran": upload(PDF + b"3")})
    assert sorted(CaseFile.objects.values_list("role", "file__name")) == [
        ("khusus", "kuasa 2.pdf"),
        ("lampiran", "ktp.pdf"),
    ]


def test_an_unfinished_form_is_found_again(sign_in):
    client = sign_in()
    client.post(ENTRY, typed(phone="", name="Sutini Setengah"))
    page = client.get(ENTRY).content.decode()
    assert "Sutini Setengah" in page
    assert "belum selesai Anda tulis" in page
    assert "Sutini Setengah" not in client.get(ENTRY + "?kosong").content.decode()


def test_the_receipt_and_the_form_in_duplicate_print_the_six_rights(sign_in):
    client = sign_in()
    case_url = client.post(ENTRY, typed(channel="telephone", read_back="on", special_needs="huruf besar")).url
    case = InformationRequest.objects.get()
    receipt = client.get(f"/admin/permohonan/{case.pk}/tanda-bukti/")
    assert receipt["Content-Type"] == "application/pdf"
    pages = text_of(receipt)
    assert case.number in pages[0]
    assert "HAK-HAK PEMOHON INFORMASI" in pages[-1].upper()
    assert ReadLog.objects.filter(user=client.user, reason="tanda bukti").exists()
    copies = text_of(client.get(f"/admin/permohonan/{case.pk}/formulir/"))
    assert len(copies) == 4
    for front, back, number in ((copies[0], copies[1], 1), (copies[2], copies[3], 2)):
        assert f"Lembar {number}" in front
        assert "Daftar penerima bantuan pangan" in front
        assert "dibacakan kembali pada Senin, 23 November 2026" in " ".join(front.split())
        rights = " ".join(back.split())
        for words in (
            "berhak meminta seluruh informasi", "tanda bukti permohonan", "10 (sepuluh) hari kerja", "Biaya",
            "keberatan kepada atasan PPID", "Komisi Informasi dalam 14",
        ):  # fmt: skip
            assert words in rights
    assert "huruf besar" not in "".join(copies)
    assert case_url


def test_an_oral_request_is_read_back_and_its_copy_handed_over__uu_22_3(sign_in):
    client = sign_in()
    client.post(ENTRY, typed(channel="telephone", helped_by="Wawan Contoh"))
    case = InformationRequest.objects.get()
    move = f"/admin/permohonan/{case.pk}/langkah/catat-lisan/"
    page = client.get(f"/admin/permohonan/{case.pk}/").content.decode()
    assert "Wawan Contoh" in page
    assert move in page
    seen = case.events.count()
    response = client.post(move, {"seen": seen, "read_back_on": "2026-11-23", "read_back_time": "15:30"})
    assert response.status_code == 302, response.content.decode()
    intake = Intake.objects.get()
    assert (intake.read_back_by, intake.read_back_at) == (client.user, factories.moment(factories.TODAY, 15, 30))
    wrong = client.post(move, {"seen": seen + 1, "handed_on": "2026-11-24", "how": "by_hand"})
    assert wrong.status_code == 400
    assert "sampai hari ini" in wrong.content.decode()
    client.post(move, {"seen": seen + 1, "handed_on": "2026-11-23", "how": "by_hand"})
    intake.refresh_from_db()
    assert (intake.copy_handed_on, intake.copy_handed_by) == (factories.TODAY, client.user)
    page = client.get(f"/admin/permohonan/{case.pk}/").content.decode()
    assert "Salinan permohonan lisan diserahkan pada Senin, 23 November 2026 (Diserahkan langsung)" in page
    assert move not in page
    assert first_fault(case) is None


def test_a_request_in_writing_has_nothing_to_read_back(sign_in):
    client = sign_in()
    client.post(ENTRY, typed())
    case = InformationRequest.objects.get()
    move = f"/admin/permohonan/{case.pk}/langkah/catat-lisan/"
    assert move not in client.get(f"/admin/permohonan/{case.pk}/").content.decode()
    response = client.post(move, {"seen": 1, "read_back_on": "2026-11-23", "read_back_time": "10:00"})
    assert response.status_code == 409
    assert "tidak diajukan secara lisan" in response.content.decode()


def test_the_confirmation_goes_to_the_proxy_ps_27_6(sign_in):
    form = typed(email="sutini@contoh.id", proxy_name="Kuasa Contoh", proxy_email="kuasa@contoh.id")
    sign_in().post(ENTRY, form)
    case = InformationRequest.objects.get()

    known = notify._known(MailRecord.objects.get())
    assert notify.recipients(known) == ["kuasa@contoh.id"]
    message, _text, _html = notify.compose(known)
    assert "Kuasa Contoh" in message.greeting
    assert case.applicant.proxied


def test_a_foreign_applicant_is_registered_and_flagged_for_the_answer__law_1_1(sign_in):
    client = sign_in()
    client.post(ENTRY, typed(foreign="on"))
    case = InformationRequest.objects.get()
    assert (
        "bukan warga negara atau badan hukum Indonesia" in client.get(f"/admin/permohonan/{case.pk}/").content.decode()
    )


def test_special_needs_are_sealed_health_is_specific_data__uu_27_2022_ps_4(sign_in):
    sign_in().post(ENTRY, typed(special_needs="tunanetra, pembaca layar"))
    who = InformationRequest.objects.get().applicant
    assert "tunanetra" not in who.special_needs_sealed
    assert who.special_needs == "tunanetra, pembaca layar"


@pytest.mark.parametrize(("role", "status"), [(Role.PPID, 200), (Role.ASSISTANT, 302), (Role.SUPERIOR, 302)])
def test_only_desk_and_ppid_write_requests_down(sign_in, role, status):
    client = sign_in(role)
    assert client.get(ENTRY).status_code == status
    client.post(ENTRY, typed())
    assert InformationRequest.objects.exists() == (status == 200)


def test_a_number_too_long_or_a_control_sign_is_told_or_dropped_not_a_crash(sign_in):
    client = sign_in()
    assert client.post(ENTRY, typed(phone="0" * 41)).status_code == 400
    assert client.post(ENTRY, typed(details="Surat\x00 edaran 😀")).status_code == 302
    assert InformationRequest.objects.get().details == "Surat edaran 😀"


def test_the_form_costs_the_same_statements_whatever_was_kept(sign_in):
    client = sign_in()
    empty = statements(client, EMPTY)
    assert statements(client, ENTRY) - empty <= 2
    case = factories.file_case()
    assert statements(client, f"/admin/permohonan/{case.pk}/terdaftar/") - empty <= 8
