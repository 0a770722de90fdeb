"""The register of requests: on screen, as the PPID's official copy, and for everybody (law.md §2.9)."""

import csv
import datetime as dt
import io
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook

from ppid.actions import requests, subjects
from ppid.law.decisions import Decision
from ppid.law.filing import AccessWay, CopyForm
from ppid.models import CaseFile, PrivateFile, RegisterReading, Role
from ppid.queries.register_columns import OFFICIAL, PUBLIC
from tests import factories, giving
from tests.integration.cases.test_endings import note as note_ending
from tests.integration.cases.test_endings import succeed

REGISTER = "/admin/permohonan/register/"
COPY = f"{REGISTER}salinan-resmi/"
READINGS = f"{REGISTER}pembacaan/"
PUBLIC_PAGE = "/permohonan/register/"
CSV, XLSX = "/data/register-permohonan.csv", "/data/register-permohonan.xlsx"
WHY = "Pemeriksaan tahunan oleh Komisi Informasi."
PRIVATE = ("3201019876543210", "Budi Contoh", "Jalan Contoh 1", "081200000000", "budi@contoh.id", "Bahan ajar", "Guru")


def rows_of(response):
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"), newline="")))


def book_of(response):
    return CalamineWorkbook.from_filelike(io.BytesIO(response.content)).get_sheet_by_index(0).to_python()


def lines(client, **query):
    return client.get(REGISTER, query).context["screen"].lines


def said(officer, hour=15):
    return {"acting_user": officer, "on": factories.TODAY, "at": factories.moment(factories.TODAY, hour)}


def test_the_columns_are_ps_32_and_annex_viii_and_the_notes__perki_32_1():
    titles = " | ".join(str(column.title) for column in OFFICIAL)
    for wanted in (
        "Nomor", "Tanggal diterima", "Nama", "NIK", "Alamat", "Nomor kontak", "Pekerjaan", "Surat kuasa",
        "Informasi yang diminta", "Tujuan penggunaan", "di bawah penguasaan", "belum didokumentasikan", "softcopy",
        "hardcopy", "melihat", "salinan", "Keputusan", "Alasan penolakan", "Hari pemberitahuan",
        "Tanggal pemberitahuan", "Hari pemberian", "Tanggal pemberian", "Biaya", "Cara pembayaran", "Catatan",
    ):  # fmt: skip
        assert wanted in titles, wanted


def test_a_granted_request_fills_its_line(sign_in):
    case = factories.file_case()
    CaseFile.objects.create(
        case=case, file=PrivateFile.store(b"%PDF-1.7 kuasa", "kuasa.pdf"), role=CaseFile.Role.AUTHORITY
    )
    factories.answer_case(
        case, forms=(CopyForm.SOFT, CopyForm.HARD), access_way=AccessWay.COPY, sheets=10, fee_per_sheet=250,
        payment="Tunai di loket.", days=2,
    )  # fmt: skip
    row = rows_of(sign_in(Role.PPID).post(COPY, {"reason": WHY, "format": "csv"}))[0]
    assert row["Nomor pendaftaran"] == case.number
    assert row["NIK atau nomor pengesahan badan hukum"] == "3201019876543210"
    assert row["Surat kuasa"] == "Ada"
    assert row["Status informasi: di bawah penguasaan"] == "Ya"
    assert (row["Bentuk informasi: softcopy"], row["Bentuk informasi: hardcopy"]) == ("✓", "✓")
    assert (row["Jenis permohonan: melihat atau mengetahui"], row["Jenis permohonan: meminta salinan"]) == ("", "✓")
    assert row["Keputusan"] == "Diberikan seluruhnya"
    assert row["Alasan penolakan"] == ""
    assert (row["Hari pemberitahuan tertulis"], row["Tanggal pemberitahuan tertulis"]) == ("Senin", "2026-11-23")
    assert (row["Hari pemberian informasi"], row["Tanggal pemberian informasi"]) == ("", ""), "after the payment"
    assert (row["Biaya (Rp)"], row["Cara pembayaran"]) == ("2500", "Tunai di loket.")


def test_cost_and_way_are_those_that_were_chosen_and_paid_and_each_part_has_its_day__perki_32_1(sign_in):
    factories.make_institution(copy_fee=250)
    case, officer = factories.file_case(), factories.make_officer(Role.PPID)
    factories.answer_case(case, parts=(factories.part(material="Laporan."), giving.PRICED), payment="Tunai di loket.")
    giving.fill(case, officer, 2, way="pick_up")
    giving.pay(case, officer, 3_000, on=factories.TODAY)
    giving.pay(case, officer, 2_000, on=factories.TODAY, how="emoney")
    client = sign_in(Role.PPID)
    row = rows_of(client.post(COPY, {"reason": WHY, "format": "csv"}))[0]
    assert (row["Biaya (Rp)"], row["Cara pembayaran"]) == ("5000", "Tunai, Uang elektronik")
    assert row["Pemberian informasi tiap bagian"] == (
        "Bagian 1: 23 November 2026 (Portal, dibuka dengan kode)\nBagian 2: belum"
    )
    assert "Dibayar Rp 3.000 pada 23 November 2026." in row["Catatan"]
    assert row["Tanggal pemberian informasi"] == "", "one part is still owed"
    text = client.get(REGISTER).content.decode()
    assert "bagian 1: 23 November 2026" in text
    assert "bagian 2: belum" in text


def test_an_extension_is_a_note(sign_in):
    case = factories.file_case()
    factories.extend_case(case)
    assert lines(sign_in())[0].notes == ("Diperpanjang dari 7 Desember 2026 menjadi 16 Desember 2026.",)


def test_the_register_keeps_who_asked_after_an_heir_went_on__perki_32_1(sign_in):
    case, clerk = factories.file_case(proxy_name="Rina Kuasa", proxy_email="rina@contoh.id"), factories.make_officer()
    note_ending(case, clerk)
    succeed(case, clerk)
    case.refresh_from_db()
    assert case.applicant.name != "Budi Contoh"
    client = sign_in(Role.PPID)
    [line] = lines(client)
    assert (line.name, line.proxy) == ("Budi Contoh", "Rina Kuasa")
    assert any("Dilanjutkan ahli waris" in note for note in line.notes)
    row = rows_of(client.post(COPY, {"reason": WHY, "format": "csv"}))[0]
    assert row["Nama"] == "Budi Contoh"
    assert row["Nama kuasa"] == "Rina Kuasa"
    assert row["NIK atau nomor pengesahan badan hukum"] == "3201019876543210"
    assert "kuasa: Rina Kuasa" in client.get(REGISTER).content.decode()


def test_what_is_not_held_not_documented_or_against_a_rule_is_told_apart(sign_in):
    gives_nothing = {"material": "", "forms": (), "delivery_way": None, "days": None}
    factories.answer_case(decision=Decision.NOT_HELD, gap_matter="Uji air tanah", **gives_nothing)
    factories.answer_case(decision=Decision.NOT_DOCUMENTED, gap_matter="Peta", document_days=14, **gives_nothing)
    factories.answer_case(decision=Decision.REFUSED_6_2, rule="PERKI 1/2021 Ps 4", **gives_nothing)
    against, undocumented, not_held = lines(sign_in())
    assert (not_held.answer.held, not_held.answer.code) == (False, "6(3)e")
    assert "Uji air tanah" in not_held.answer.reason
    assert (undocumented.answer.held, undocumented.answer.undocumented) == (True, True)
    assert (against.answer.held, against.answer.code, against.answer.reason) == (None, "6(2)", "PERKI 1/2021 Ps 4")
    assert against.answer.given_on is None


def test_a_withdrawal_is_a_note_and_an_open_request_is_undecided(sign_in):
    case, officer = factories.file_case(), factories.make_officer(Role.PPID)
    open_case = factories.file_case()
    requests.withdraw(case=case, paper=factories.signed_upload("pencabutan"), **said(officer))
    waiting, withdrawn = lines(sign_in())
    assert withdrawn.notes == ("Dicabut pemohon 23 November 2026.",)
    assert withdrawn.answer.decision == "Dicabut pemohon"
    assert (waiting.pk, waiting.answer.decision) == (open_case.pk, "Belum diputus")


def test_what_goes_with_the_notice_is_given_that_day__annex_viii(sign_in):
    factories.answer_case()
    row = rows_of(sign_in(Role.PPID).post(COPY, {"reason": WHY, "format": "csv"}))[0]
    assert (row["Hari pemberian informasi"], row["Tanggal pemberian informasi"]) == ("Senin", "2026-11-23")
    assert row["Biaya (Rp)"] == "0"


def test_what_is_promised_for_later_is_not_yet_given__perki_31_4_f(sign_in):
    factories.answer_case(days=3)
    assert lines(sign_in())[0].answer.given_on is None


def test_the_screen_shows_four_digits_at_most(sign_in):
    factories.file_case()
    text = sign_in(Role.PPID).get(REGISTER).content.decode()
    assert "3201019876543210" not in text
    assert "************3210" in text


def test_year_month_and_state_narrow_the_register_and_stay_in_the_address(sign_in):
    old = factories.file_case(at=factories.moment(dt.date(2025, 3, 10)))
    factories.answer_case()
    client = sign_in()
    assert [line.pk for line in lines(client, tahun="2025")] == [old.pk]
    assert [line.pk for line in lines(client, tahun="2025", bulan="3", keadaan="registered")] == [old.pk]
    assert lines(client, tahun="2025", bulan="4") == []
    assert "Tidak ada permohonan pada saringan ini" in client.get(REGISTER, {"bulan": "4"}).content.decode()
    assert len(lines(client, tahun="²", bulan="99", keadaan="ngawur", p="zzz")) == 2
    assert "tahun=2025" in sign_in(Role.PPID).get(REGISTER, {"tahun": "2025"}).context["screen"].official_url


def test_the_official_copy_asks_for_a_reason_first(sign_in):
    factories.file_case()
    client = sign_in(Role.PPID)
    assert "3201019876543210" not in client.get(COPY).content.decode()
    for reason in ("", "   ", "ok"):
        response = client.post(COPY, {"reason": reason, "format": "csv"})
        assert response.status_code == 400
        assert "3201019876543210" not in response.content.decode()
        assert "Keperluan belum jelas" in response.content.decode()
    response = client.post(COPY, {"reason": WHY, "format": "ngawur"})
    assert response.status_code == 400
    assert WHY in response.content.decode()
    assert not RegisterReading.objects.exists()


def test_each_copy_is_written_down_with_person_day_and_reason(sign_in):
    factories.file_case()
    client = sign_in(Role.PPID)
    response = client.post(f"{COPY}?tahun=2026", {"reason": WHY, "format": "xlsx"})
    assert response["Content-Disposition"] == 'attachment; filename="buku-register-resmi-2026.xlsx"'
    assert "no-store" in response["Cache-Control"]
    row = RegisterReading.objects.get()
    assert (row.user, row.role, row.on, row.reason) == (client.user, "ppid", factories.TODAY, WHY)
    assert (row.year, row.month, row.rows, row.format) == (2026, None, 1, "xlsx")
    for reader in (client, sign_in(Role.ADMINISTRATOR)):
        page = reader.get(READINGS).content.decode()
        assert WHY in page
        assert row.sha256 in page


def test_days_in_the_workbook_are_days_and_the_number_is_text(sign_in):
    factories.answer_case()
    heading, row = book_of(sign_in(Role.PPID).post(COPY, {"reason": WHY, "format": "xlsx"}))
    found = dict(zip(heading, row, strict=True))
    assert found["Tanggal diterima"] == factories.TODAY
    assert found["Tanggal pemberitahuan tertulis"] == factories.TODAY
    assert found["NIK atau nomor pengesahan badan hukum"] == "3201019876543210"


@pytest.mark.parametrize("role", [Role.FRONT_DESK, Role.ASSISTANT, Role.SUPERIOR, Role.EDITOR, Role.ADMINISTRATOR])
def test_nobody_but_the_ppid_takes_the_official_copy__law_2_9(sign_in, role):
    factories.file_case()
    client = sign_in(role)
    for response in (client.get(COPY), client.post(COPY, {"reason": WHY, "format": "csv"})):
        assert (response.status_code, response.url) == (302, "/admin/")
    assert not RegisterReading.objects.exists()
    if role is not Role.ADMINISTRATOR:
        assert client.get(READINGS).url == "/admin/"


def test_an_assistant_sees_the_own_units_lines_only(sign_in):
    unit, officer = factories.make_unit(), factories.make_officer(Role.PPID)
    factories.file_case()
    mine = requests.dispose(case=factories.file_case(), unit=unit, **said(officer))
    assert [line.pk for line in lines(sign_in(Role.ASSISTANT, unit=unit))] == [mine.pk]


def test_a_formula_of_an_applicant_runs_in_neither_sheet(sign_in):
    factories.file_case(name="=HYPERLINK(1)", details="\u3000＝cmd|' /C calc'!A0", purpose="\t+1")
    client = sign_in(Role.PPID)
    row = rows_of(client.post(COPY, {"reason": WHY, "format": "csv"}))[0]
    assert row["Nama"] == "'=HYPERLINK(1)"
    assert row["Informasi yang diminta"].startswith("'")
    assert book_of(client.post(COPY, {"reason": WHY, "format": "xlsx"}))[1][2] == "'=HYPERLINK(1)"


def count(client, url):
    client.get(url)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(url).status_code == 200
    return len(asked)


def test_the_number_of_statements_follows_no_rows(sign_in, client):
    officer, desk = factories.make_officer(Role.PPID), sign_in()
    factories.answer_case()
    subjects.write(case=factories.file_case(), text="Anggaran", **said(officer))
    few, few_public = count(desk, REGISTER), count(client, PUBLIC_PAGE)
    for _time in range(8):
        factories.answer_case()
        subjects.write(case=factories.file_case(), text="Anggaran", **said(officer))
        requests.withdraw(case=factories.file_case(), paper=factories.signed_upload("pencabutan"), **said(officer, 16))
    assert count(desk, REGISTER) == few
    assert count(client, PUBLIC_PAGE) == few_public
    assert count(desk, "/admin/account/") + 8 >= few


def test_the_public_register_shows_number_day_subject_decision_code_and_days(client):
    officer, case = factories.make_officer(Role.PPID), factories.file_case()
    subjects.write(case=case, text="=Anggaran daerah", **said(officer))
    subjects.approve(case=case, **said(officer))
    answered = factories.TODAY + dt.timedelta(days=7)
    factories.answer_case(case, on=answered)
    assert [str(column.title) for column in PUBLIC] == list(rows_of(client.get(CSV))[0])
    assert list(rows_of(client.get(CSV))[0].values()) == [
        case.number, "2026-11-23", "'=Anggaran daerah", "Diberikan seluruhnya", "", "5",
    ]  # fmt: skip
    book = book_of(client.get(XLSX))
    assert book[1][1] == factories.TODAY
    assert book[1][2] == "'=Anggaran daerah"
    assert "=Anggaran daerah" in client.get(PUBLIC_PAGE).content.decode()


def test_nothing_of_the_person_and_none_of_their_words_is_public(client):
    factories.answer_case(factories.file_case(details="Zamrudkelam dan Mutiarasenyap"))
    for address in (PUBLIC_PAGE, CSV, XLSX):
        content = client.get(address).content
        text = content.decode() if address != XLSX else str(book_of(client.get(XLSX)))
        for private in (*PRIVATE, "Zamrudkelam"):
            assert private not in text, (address, private)
    assert "belum diringkas" in client.get(CSV).content.decode()


def test_the_public_query_does_not_even_read_the_applicant(client):
    factories.answer_case()
    with CaptureQueriesContext(connection) as asked:
        client.get(CSV)
    assert not [row for row in asked if re.search(r"applicant|details|purpose", row["sql"])]


def test_an_empty_public_register_says_so(client):
    assert "Belum ada permohonan" in client.get(PUBLIC_PAGE).content.decode()
    assert "Tidak ada permohonan pada saringan ini" in client.get(PUBLIC_PAGE, {"tahun": "2020"}).content.decode()
    assert rows_of(client.get(CSV)) == []
