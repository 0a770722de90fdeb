"""Officers at work in a real browser: a request from completeness to its answer, a refusal through the superior, a
request at the counter, two officers on one case at once (issue 4)."""

import datetime as dt

import pytest
from django.core import mail
from django.utils import timezone
from playwright.sync_api import expect

from portal import second_factor
from ppid.models import InformationRequest, Institution, Role
from tests import factories
from tests.e2e.office import looked_at, open_case, sign_and_send, sign_in

pytestmark = pytest.mark.browser
PDF = {"name": "persetujuan.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 persetujuan"}


@pytest.fixture
def today(site, monkeypatch):
    monkeypatch.setattr(second_factor, "waived", lambda: True)
    factories.make_institution(email="ppid@tirtaraya.example")
    return Institution.load().day_of(timezone.now())


@pytest.fixture
def ppid(site, page, today):
    user = factories.make_officer(Role.PPID, name="Dra. Ratna Contoh")
    sign_in(page, site, user)
    return user


def case_of_now(**fields) -> InformationRequest:
    return factories.file_case(at=timezone.now() - dt.timedelta(seconds=1), **fields)


def test_an_officer_completes_disposes_extends_and_answers(site, page, ppid, today, tmp_path):
    unit = factories.make_unit(name="Dinas Pekerjaan Umum")
    case = case_of_now()
    page.goto(f"{site}/admin/permohonan/")
    page.get_by_role("link", name=case.number).click()
    looked_at(page)

    page.get_by_role("link", name="Nyatakan lengkap").click()
    looked_at(page)
    page.get_by_role("button", name="Nyatakan lengkap").click()
    expect(page.locator("main")).to_contain_text("Dinyatakan lengkap")

    page.get_by_role("link", name="Disposisikan ke unit").click()
    page.get_by_label("Unit").select_option(label=unit.name)
    page.get_by_label("Isi disposisi").fill("Mohon siapkan bahannya.")
    looked_at(page)
    page.get_by_role("button", name="Disposisikan ke unit").click()
    expect(page.locator("main")).to_contain_text("Permohonan diteruskan ke Dinas Pekerjaan Umum")

    page.get_by_role("link", name="Susun surat perpanjangan waktu").click()
    page.get_by_role("checkbox").first.check()
    page.get_by_label("Alasan tertulis").fill("Berkasnya masih di arsip daerah.")
    page.get_by_label("Lama perpanjangan (hari kerja)").fill("7")
    looked_at(page)
    page.get_by_role("button", name="Simpan").click()
    sign_and_send(page, site, case, "extension", "Catat penyampaian surat perpanjangan", tmp_path)
    looked_at(page)
    assert case.letters.get(kind="extension").sent_on == today
    assert any("diperpanjang" in message.subject or "diperpanjang" in message.body for message in mail.outbox)

    page.get_by_role("link", name="Susun pemberitahuan tertulis").click()
    page.get_by_label("Diberikan seluruhnya").check()
    page.get_by_label("Pertimbangan tertulis").fill("Informasi ini wajib tersedia setiap saat.")
    page.get_by_label("Informasi yang diberikan").fill("Laporan realisasi anggaran tahun 2025.")
    page.get_by_label("Waktu penyediaan (hari kerja)").fill("0")
    page.get_by_role("button", name="Simpan konsep surat").click()
    sign_and_send(page, site, case, "notice", "Catat penyampaian surat", tmp_path)
    expect(page.get_by_text("Permohonan ini sudah dijawab.")).to_be_visible()
    looked_at(page)
    case.refresh_from_db()
    assert (case.state, case.answered_on) == ("answered", today)


def test_a_refusal_goes_through_the_superior(site, page, browser, ppid, today, tmp_path):
    exclusion = factories.make_exclusion(content="Data pribadi siswa")
    case = case_of_now(details="Daftar nama dan NIK siswa penerima bantuan.")
    open_case(page, site, case)
    page.get_by_role("link", name="Susun pemberitahuan tertulis").click()
    page.get_by_label("Ditolak: informasi dikecualikan").check()
    page.get_by_label("Pertimbangan tertulis").fill("Membuka data ini mengungkap rahasia pribadi anak.")
    page.get_by_label("Informasi dikecualikan yang menjadi dasar").first.select_option(str(exclusion.pk))
    page.get_by_label("Huruf Pasal 17").first.select_option("17H")
    page.get_by_label("Jenis materi yang ditutup").first.fill("Nomor induk kependudukan siswa")
    page.get_by_label("Alasan penutupan").first.fill("Mengungkap rahasia pribadi anak.")
    page.get_by_role("button", name="Simpan konsep surat").click()
    factories.run_queue()
    open_case(page, site, case)
    looked_at(page)
    expect(page.get_by_role("link", name="Unggah surat bertanda tangan")).to_have_count(0)
    page.get_by_role("link", name="Usulkan keputusan kepada atasan").click()
    looked_at(page)
    page.get_by_role("button", name="Usulkan keputusan kepada atasan").click()
    expect(page.locator("main")).to_contain_text("diusulkan kepada atasan PPID")

    context = browser.new_context(locale="id-ID", timezone_id="Asia/Jakarta")
    superior = context.new_page()
    try:
        sign_in(superior, site, factories.make_officer(Role.SUPERIOR, name="Drs. Hasan Contoh"))
        superior.goto(f"{site}/admin/permohonan/atasan/")
        looked_at(superior)
        superior.get_by_role("link", name=case.number).first.click()
        superior.get_by_role("link", name="Setujui keputusan").click()
        looked_at(superior)
        superior.get_by_role("button", name="Setujui keputusan").click()
        expect(superior.locator("main")).to_contain_text("Berkas belum dipilih")
        superior.get_by_label("Persetujuan bertanda tangan").set_input_files(files=[PDF])
        superior.get_by_role("button", name="Setujui keputusan").click()
        expect(superior.locator("main")).to_contain_text("pertimbangan tertulisnya disetujui")
    finally:
        context.close()

    sign_and_send(page, site, case, "notice", "Catat penyampaian surat", tmp_path)
    looked_at(page)
    case.refresh_from_db()
    assert case.state == "answered"


def test_a_request_at_the_counter_is_written_down_and_its_receipt_printed(site, page, today):
    sign_in(page, site, factories.make_officer(Role.FRONT_DESK, name="Sari Contoh"))
    page.goto(f"{site}/admin/permohonan/baru/")
    looked_at(page)
    page.get_by_label("Masuk melalui").select_option(label="Datang langsung")
    page.get_by_label("Tanggal diterima").fill(today.isoformat())
    page.get_by_label("Nama pemohon").fill("Budi Contoh")
    page.get_by_role("button", name="Daftarkan").click()
    # Nothing that was typed is lost when something lacks.
    expect(page.get_by_label("Nama pemohon")).to_have_value("Budi Contoh")
    looked_at(page)
    page.get_by_label("Telepon", exact=True).fill("0812000000")
    page.get_by_label("Informasi yang diminta").fill("Salinan RKA Dinas Kesehatan tahun 2026.")
    page.get_by_role("button", name="Daftarkan").click()
    case = InformationRequest.objects.get()
    expect(page.locator("main")).to_contain_text(case.number)
    looked_at(page)
    with page.expect_popup() as popup:
        page.get_by_role("link", name="Cetak tanda bukti penerimaan").click()
    assert "tanda-bukti" in popup.value.url or popup.value.url == "about:blank"
    answer = page.request.get(f"{site}/admin/permohonan/{case.pk}/tanda-bukti/")
    assert answer.status == 200
    assert answer.body().startswith(b"%PDF-")


def test_of_two_officers_on_one_case_the_second_is_told_and_loses_nothing(site, page, browser, ppid):
    case = case_of_now()
    context = browser.new_context(locale="id-ID", timezone_id="Asia/Jakarta")
    other = context.new_page()
    try:
        sign_in(other, site, factories.make_officer(Role.PPID, name="Ir. Dewi Contoh"))
        for one in (page, other):
            open_case(one, site, case)
            one.get_by_role("link", name="Susun pemberitahuan tertulis").click()
            one.get_by_label("Diberikan seluruhnya").check()
            one.get_by_label("Informasi yang diberikan").fill("Laporan realisasi anggaran tahun 2025.")
            one.get_by_label("Waktu penyediaan (hari kerja)").fill("0")
        page.get_by_label("Pertimbangan tertulis").fill("Naskah petugas pertama.")
        other.get_by_label("Pertimbangan tertulis").fill("Naskah petugas kedua.")
        page.get_by_role("button", name="Simpan konsep surat").click()
        expect(page.get_by_text("disimpan. Unduh naskahnya")).to_be_visible()
        other.get_by_role("button", name="Simpan konsep surat").click()
        expect(other.locator("main")).to_contain_text("Kasus ini berubah sejak halaman Anda dibuka")
        expect(other.get_by_label("Pertimbangan tertulis")).to_have_value("Naskah petugas kedua.")
        looked_at(other)
    finally:
        context.close()
    letter = case.letters.get(kind="notice")
    assert letter.content["consideration"] == "Naskah petugas pertama."
