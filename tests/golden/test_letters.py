"""Letters, whole: their text as a reader gets it, archivable and accessible PDF, nothing loaded from outside.

To write the texts anew after a meant change: UPDATE_GOLDEN=1 pytest tests/golden/test_letters.py, then read the diff.
"""

import dataclasses
import io
import os
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from django.core.files.base import ContentFile

from ppid import letters
from ppid.actions import (
    complaint_course,
    complaints,
    completeness,
    delivery,
    extensions,
    forwarding,
    refusals,
    requests,
)
from ppid.law.complaints import ComplaintClass, Handover
from ppid.law.completeness import IncompleteContent
from ppid.law.decisions import Decision, Gap
from ppid.law.exemptions import Ground
from ppid.law.extension import ExtensionGround
from ppid.law.filing import AccessWay, CopyForm, DeliveryWay
from ppid.law.forwarding import Carry
from ppid.law.withholding import Passage
from ppid.letters import render
from ppid.models import Appointment, Letter, Role
from tests import factories

TEXTS = Path(__file__).parent / "letters"
pytestmark = pytest.mark.django_db

NOTICES = {
    "pemberitahuan-sebagian": {
        "decision": Decision.PARTLY,
        "consideration": "RKA merupakan informasi berkala.\n\nRincian paket tahun 2026 masih disusun.",
        "material": "Salinan RKA Dinas Pekerjaan Umum tahun 2025 dan 2026.",
        "forms": (CopyForm.SOFT, CopyForm.HARD),
        "access_way": AccessWay.COPY,
        "delivery_way": DeliveryWay.POST,
        "sheets": 84,
        "fee_per_sheet": 250,
        "delivery_fee": 18_000,
        "payment": "Rekening kas daerah 0012-01-000123.",
        "days": 3,
        "gap": Gap.NOT_DOCUMENTED,
        "gap_matter": "Rincian paket pemeliharaan jalan tahun 2026.",
        "document_days": 14,
    },
    "pemberitahuan-dua-bagian": {
        "decision": Decision.GRANTED,
        "consideration": "RKA dan gambar rencana merupakan informasi yang wajib tersedia setiap saat.",
        "parts": (
            factories.part(material="RKA Dinas Pekerjaan Umum tahun 2026.", access_way=AccessWay.COPY, days=0),
            factories.part(
                material="Gambar rencana Jembatan Cendana, ukuran A3.\nLampiran perhitungannya.",
                forms=(CopyForm.HARD,),
                access_way=AccessWay.COPY,
                delivery_way=DeliveryWay.POST,
                sheets=12,
                fee_per_sheet=3_500,
                delivery_fee=21_000,
                days=5,
            ),
            factories.part(
                material="Contoh uji aspal di laboratorium.",
                forms=(CopyForm.HARD,),
                access_way=AccessWay.VIEW,
                delivery_way=None,
                days=8,
            ),
        ),
        "payment": "Rekening kas daerah 0012-01-000123.",
    },
    "pemberitahuan-belum-dikuasai": {
        "decision": Decision.NOT_HELD,
        "consideration": "Data uji laboratorium berada pada pemerintah provinsi.",
        "gap_matter": "Hasil uji laboratorium air tanah.",
        "holder": "Dinas Kesehatan Provinsi",
    },
}


REFUSALS = {
    "penolakan-pasal-17": {
        "decision": Decision.REFUSED_17,
        "consideration": "Membuka data ini mengungkap rahasia pribadi anak; kepentingan melindunginya lebih besar.",
        "passages": True,
    },
    "penolakan-pasal-6-ayat-2": {
        "decision": Decision.REFUSED_6_2,
        "consideration": "Permohonan yang sama sudah dijawab dan tidak menunjukkan keperluan baru.",
        "rule": "Peraturan Komisi Informasi Nomor 1 Tahun 2021 Pasal 4 ayat (1) huruf b.",
    },
    "pemberitahuan-sebagian-dihitamkan": {
        "decision": Decision.PARTLY,
        "consideration": "Daftar penerima terbuka; nomor identitasnya rahasia pribadi.",
        "material": "Daftar penerima bantuan pendidikan tahun 2025.",
        "forms": (CopyForm.SOFT,),
        "delivery_way": DeliveryWay.EMAIL,
        "days": 0,
        "passages": True,
    },
}


def refusal(name="penolakan-pasal-17"):
    content = dict(REFUSALS[name])
    if content.pop("passages", False):
        test = factories.make_test_sheet(number="3/UK/PPID/2026")
        exclusion = factories.make_exclusion(content="Data pribadi siswa", test=test)
        passage = Passage(exclusion.pk, Ground.H, "Nomor induk kependudukan siswa", "Mengungkap rahasia pribadi anak.")
        content["passages"] = (passage,)
    officer = factories.make_officer(Role.PPID, name="Dra. Ratna Contoh, M.Si.", nip="197001011995032001")
    letter = requests.draft_notice(
        case=case_of_the_golden_text(), content=factories.notice(**content), acting_user=officer,
        on=factories.TODAY, at=factories.moment(factories.TODAY, 13),
    )  # fmt: skip
    letter.verify_code = "M3HT7QWEXC5R"
    letter.save()
    return letter


@pytest.fixture
def body():
    return factories.make_institution(
        government="Pemerintah Kabupaten Tirta Raya", office="Dinas Komunikasi dan Informatika",
        address="Jalan Merdeka Nomor 1", postal_code="45311", phone="(0261) 201001", email="ppid@tirtaraya.example",
        website="https://ppid.tirtaraya.example", copy_fee=250,
    )  # fmt: skip


def case_of_the_golden_text():
    case = factories.file_case(address="Jalan Cendana 12\nTirta Kota 45323")
    case.set_tracking_code("K7QD9XMR24PTABCD")
    case.save()
    return case


def notice(name="pemberitahuan-sebagian"):
    officer = factories.make_officer(Role.PPID, name="Dra. Ratna Contoh, M.Si.", nip="197001011995032001")
    letter = requests.draft_notice(
        case=case_of_the_golden_text(), content=factories.notice(**NOTICES[name]), acting_user=officer,
        on=factories.TODAY, at=factories.moment(factories.TODAY, 13),
    )  # fmt: skip
    letter.verify_code = "M3HT7QWEXC5R"
    letter.save()
    return letter


def receipt():
    letter = case_of_the_golden_text().letters.get(kind=Letter.Kind.RECEIPT)
    letter.verify_code = "M3HT7QWEXC5R"
    letter.save()
    return letter


def delivery_note():
    parts = NOTICES["pemberitahuan-dua-bagian"]["parts"]
    free = (parts[0], dataclasses.replace(parts[1], sheets=0, delivery_fee=0))
    case = factories.answer_case(case_of_the_golden_text(), parts=free)
    officer = factories.make_officer(Role.FRONT_DESK, name="Sari Contoh")
    files = [ContentFile(f"%PDF-1.7 gambar {n}".encode() * 900, name=f"gambar rencana {n}.pdf") for n in (1, 2)]
    row = delivery.deliver(
        case=case, part=2, delivered_on=factories.TODAY, how="by_hand", given=files, acting_user=officer,
        on=factories.TODAY, at=factories.moment(factories.TODAY, 16),
    )  # fmt: skip
    row.note.verify_code = "M3HT7QWEXC5R"
    row.note.save()
    return row.note


def extension(days=7):
    officer = factories.make_officer(Role.PPID, name="Dra. Ratna Contoh, M.Si.", nip="197001011995032001")
    letter = extensions.draft_extension(
        case=case_of_the_golden_text(), grounds=[ExtensionGround.NOT_OBTAINED],
        reason="Rincian paket tahun 2026 masih dikumpulkan.\n\nUnit terakhir menyerahkannya 10 Desember.",
        days=days, acting_user=officer, on=factories.TODAY, at=factories.moment(factories.TODAY, 13),
    )  # fmt: skip
    letter.verify_code = "M3HT7QWEXC5R"
    letter.save()
    return letter


def incomplete():
    officer = factories.make_officer(Role.PPID, name="Dra. Ratna Contoh, M.Si.", nip="197001011995032001")
    content = IncompleteContent(
        items=("isian:identity", "isian:purpose", "berkas:identitas"),
        other="Rincian informasi belum menyebut tahun anggarannya.",
    )
    letter = completeness.draft_incomplete(
        case=case_of_the_golden_text(), content=content, acting_user=officer, on=factories.TODAY,
        at=factories.moment(factories.TODAY, 13),
    )  # fmt: skip
    letter.verify_code = "M3HT7QWEXC5R"
    letter.save()
    return letter


def consideration(make=None):
    """Under the standing decree, or with what a refusal withholds and the superior's own word."""
    case = (make or notice)().case
    page = case.letters.get(kind=Letter.Kind.CONSIDERATION)
    page.verify_code = "M3HT7QWEXC5S"
    page.save()
    return page


def approved_refusal():
    letter = refusal()
    superior = factories.make_officer(Role.SUPERIOR, name="Drs. Wira Contoh, M.Si.")
    by = {"on": factories.TODAY, "at": factories.moment(factories.TODAY, 15)}
    proposer = Appointment.objects.get(role=Role.PPID).user
    refusals.propose(letter=letter, acting_user=proposer, **by)
    refusals.approve(letter=letter, upload=factories.signed_upload("setuju"), acting_user=superior, **by)
    return letter


def forwarding_letter():
    held = NOTICES["pemberitahuan-belum-dikuasai"]
    case = factories.answer_case(case_of_the_golden_text(), **held)
    row = forwarding.wish(
        case=case, carries=(Carry.NAME, Carry.CONTACT), on=factories.TODAY, at=factories.moment(factories.TODAY, 16)
    )
    row.letter.verify_code = "M3HT7QWEXC5R"
    row.letter.save()
    return row.letter


def complaint_news(email=""):
    """What lacks, to a complainant without an address."""
    case = factories.file_case(address="Jalan Cendana 12\nTirta Kota 45323", email=email)
    clerk = factories.make_officer(Role.FRONT_DESK)
    by = {"acting_user": clerk, "on": factories.TODAY, "at": factories.moment(factories.TODAY, 16)}
    handover = Handover(True, "Petugas loket kasar.", ComplaintClass.NON_OVERSIGHT)
    complaints.hand_over(case=case, handover=handover, **by)
    complaint_course.answer(case=case, lacking="Tanggal dan tempat kejadian.", answered_on=factories.TODAY, **by)
    letter = case.letters.filter(kind=Letter.Kind.COMPLAINT).last()
    letter.verify_code = "M3HT7QWEXC5R"
    letter.save()
    return letter


def text_of(document):
    with pypdfium2.PdfDocument(document) as pages:
        return "\n--- halaman ---\n".join(
            page.get_textpage().get_text_bounded().replace("\r\n", "\n") for page in pages
        )


def declares_archive_and_access(content):
    """PDF/A-3a and PDF/UA-1, Indonesian, tagged, every font inside."""
    with pikepdf.open(io.BytesIO(content)) as document:
        with document.open_metadata() as metadata:
            assert metadata.pdfa_status == "3A"
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"]
        root = document.Root
        assert str(root.Lang) == "id"
        assert bool(root.MarkInfo.Marked)
        assert bool(root.ViewerPreferences.DisplayDocTitle)
        assert root.StructTreeRoot.K
        fonts = [font for page in document.pages for font in page.Resources.Font.values()]
        assert fonts
        for font in fonts:
            descriptor = font.DescendantFonts[0].FontDescriptor
            assert "/FontFile2" in descriptor or "/FontFile3" in descriptor, "a font is not embedded"


def compare(name, document):
    path, text = TEXTS / f"{name}.txt", text_of(document) + "\n"
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NOTICES)
def test_the_notice_of_annex_vii_says_what_uu_22_7_wants(body, name):
    compare(name, letters.build(notice(name)))


def test_a_draft_from_before_the_parts_is_written_again_as_it_was(body):
    """Its hash was recorded and may be signed: the words of the first edition stay, "3 hari kerja" and no more."""
    letter = notice()
    plain = {**letter.content, **letter.content["parts"][0]}
    letter.content = {name: value for name, value in plain.items() if name not in {"parts", "edition"}}
    compare("pemberitahuan-sebagian-edisi-1", letters.build(letter))


@pytest.mark.parametrize("name", REFUSALS)
def test_each_refusal_has_its_letter_with_article_reason_matter_and_papers__law_md_1_4(body, name):
    compare(name, letters.build(refusal(name)))


def test_the_receipt_of_uu_22_4_carries_number_due_day_and_rights(body):
    compare("tanda-bukti", letters.build(receipt()))


def test_the_extension_of_uu_22_8_says_both_days_its_ground_and_its_reason(body):
    compare("perpanjangan-waktu", letters.build(extension()))


def test_the_delivery_note_names_the_part_its_files_and_both_who_sign(body):
    compare("tanda-penyerahan", letters.build(delivery_note()))


def test_the_incompleteness_letter_of_annex_ix_lists_what_lacks_and_the_three_days__perki_33(body):
    compare("keterangan-tidak-lengkap", letters.build(incomplete()))


def test_the_cover_letter_to_another_body_carries_what_was_allowed__uu_22_7_b(body):
    compare("pengantar-penerusan", letters.build(forwarding_letter()))


def test_the_letter_to_a_complainant_says_what_lacks_and_the_thirty_days__uu_25_2009_44_4(body):
    compare("pemberitahuan-pengaduan", letters.build(complaint_news()))


def test_the_written_consideration_says_decision_reasons_and_the_standing_decree__uu_7_4(body):
    compare("pertimbangan-tertulis", letters.build(consideration()))


def test_the_consideration_of_a_refusal_names_what_is_withheld_and_the_superior__perki_10_2_f(body):
    compare("pertimbangan-penolakan", letters.build(consideration(approved_refusal)))


@pytest.mark.parametrize(
    "make", [notice, receipt, refusal, extension, incomplete, delivery_note, consideration, forwarding_letter]
)
def test_every_letter_declares_pdf_a_3a_and_pdf_ua_1(body, make):
    declares_archive_and_access(letters.build(make()))


def test_no_name_of_an_applicant_stands_in_the_metadata(body):
    with pikepdf.open(io.BytesIO(letters.build(notice()))) as document:
        said = str(dict(document.docinfo)) + document.Root.Metadata.read_bytes().decode()
    assert "Budi" not in said


@pytest.mark.parametrize("make", [notice, receipt, extension, delivery_note])
def test_the_same_rows_give_the_same_bytes(body, make):
    letter = make()
    assert letters.build(letter) == letters.build(letter)


def test_konsep_stands_on_every_page_until_it_goes_to_be_signed(body):
    letter = notice()
    pages = text_of(letters.build(letter)).split("--- halaman ---")
    assert all("KONSEP" in page for page in pages)
    assert "KONSEP" not in text_of(letters.for_signature(letter))


def test_a_receipt_counts_when_it_is_given_and_bears_no_konsep(body):
    assert "KONSEP" not in text_of(letters.build(receipt()))


def test_a_letter_loads_nothing_from_outside(caplog):
    secret = Path(__file__).resolve()
    page = f"<html lang='id'><title>x</title><img alt='x' src='file://{secret}'><img alt='x' src='https://contoh.id/x.png'>"
    render.pdf(page)
    assert caplog.text.count("a letter may not load") == 2


def test_what_people_typed_is_text_and_never_markup(body):
    case = factories.file_case(name="<b>Budi</b> & Ani", details="<img src='file:///etc/passwd'> 中")
    text = text_of(letters.build(case.letters.get(kind=Letter.Kind.RECEIPT)))
    assert "<b>Budi</b> & Ani" in text
    assert "<img src='file:///etc/passwd'>" in text
