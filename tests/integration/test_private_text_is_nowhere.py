"""Secrets planted in every private field of cases and complaints are in no index, no public page and no export.

The fields are found through the models themselves: a new private text field that this test does not fill fails it.
"""

import itertools

import pytest
from django.core.files.base import ContentFile
from django.db import models
from django.test import Client

from disclosures.actions.complaints import import_complaints
from disclosures.models import Complaint
from ppid.law.filing import ApplicantKind
from ppid.models import Applicant, InformationRequest, PrivateFile
from search import index
from tests import factories

SECRETS = {
    "name": "Rahasiawati Tanamankata",
    "identity": "3299887766554433",
    "address": "Gang Persembunyian Kelinci 99",
    "phone": "081277665544",
    "email": "rahasiawati@sembunyi.example",
    "occupation": "Penjahit Kelambu Ungu",
    "details": "Permintaan Zamrudkelam tentang anggaran",
    "purpose": "Tujuan Mutiarasenyap",
    "proxy_name": "Kuasawan Tersembunyi",
    "proxy_phone": "081366778899",
    "proxy_email": "kuasawan@tertutup.example",
    "proxy_address": "Lorong Bungkamrapat 12",
    "special_needs": "Pembaca Brailleheningsunyi",
}
COMPLAINT_SECRETS = ("Pelaporsembunyi", "Judulsembunyi", "Isiawalsembunyi", "Isiakhirsembunyi", "081255443322")
HEAD = (
    "Tracking ID,Tanggal Laporan Masuk,Nama Pelapor,Klasifikasi Laporan,Kategori,Judul Laporan,Isi Laporan Awal,"
    "Isi Laporan Akhir,Tipe Laporan (Anonim/Rahasia),Sumber Laporan,Instansi Terdisposisi,Status Laporan"
)
PAGES = (
    "/", "/cari/?q=rahasiawati", "/cari/?q=zamrudkelam", "/daftar-informasi/", "/daftar-informasi/?q=zamrudkelam",
    "/aduan/", "/aduan/2025/",
    "/aduan/2025/daftar/", "/aduan/2025/rekap.csv", "/data/daftar-informasi.csv", "/unit/", "/lacak/",
    "/permohonan/", "/permohonan/register/", "/data/register-permohonan.csv", "/data/register-permohonan.xlsx",
    "/sitemap.xml", "/cari/saran?q=rahasia",
)  # fmt: skip


# Words that nobody but these fields says.
WORDS = (
    "Rahasiawati", "Tanamankata", "Kelinci", "sembunyi.example", "Kelambu", "Zamrudkelam", "Mutiarasenyap",
    "Kuasawan", "tertutup.example", "Bungkamrapat", "Brailleheningsunyi",
)  # fmt: skip


def secrets():
    return itertools.chain(SECRETS.values(), WORDS)


@pytest.fixture
def planted(db, settings, tmp_path):
    settings.SEARCH_DIR = tmp_path / "search"
    case = factories.file_case(kind=ApplicantKind.PERSON, **SECRETS)
    factories.answer_case(case, material="Bahan Pualamredup", consideration="Alasan Embunterkunci")
    PrivateFile.store(ContentFile(b"%PDF-1.7 Suratgelap", name="Namaberkasgelap.pdf"), "Namaberkasgelap.pdf")
    rows = [
        HEAD,
        "71,3 Feb 2025,Pelaporsembunyi,Pengaduan,Kesehatan,Judulsembunyi,Isiawalsembunyi 081255443322,"
        "Isiakhirsembunyi,,Website,"
        "Dinas Kesehatan,Ditutup oleh Admin",
        "72,4 Feb 2025,Pelaporsembunyi,Pengaduan,Kesehatan,Judulsembunyi,Isiawalsembunyi,"
        "Isiakhirsembunyi,Rahasia,Website,"
        "Dinas Kesehatan,Ditutup oleh Admin",
    ]
    told = import_complaints(content="\n".join(rows).encode(), on=factories.TODAY)
    assert told.written, told.errors
    return case


def private_texts(model):
    """The text columns of a private model that a person's words can reach."""
    kinds = (models.CharField, models.TextField)
    return {field.name for field in model._meta.local_fields if isinstance(field, kinds) and not field.choices}


def test_every_private_text_field_of_an_applicant_and_a_request_is_planted():
    sealed = {"identity_sealed", "identity_index", "special_needs_sealed"}
    assert private_texts(Applicant) - sealed <= set(SECRETS), "a new private field: plant a secret in it here"
    planted_by_case = {"details", "purpose", "details_index"}  # the last a keyed digest of the first
    assert private_texts(InformationRequest) <= planted_by_case, "a new private field: plant a secret in it here"


def test_nothing_private_is_in_the_index(planted):
    index_text = _rebuilt_index_text()
    assert "kesehatan" in index_text, "the index is empty: this test would find nothing in any case"
    for secret in (*secrets(), *COMPLAINT_SECRETS, "Pualamredup", "Embunterkunci", "Suratgelap", "Namaberkasgelap"):
        assert secret.lower() not in index_text, secret


def _rebuilt_index_text():
    """Every text the engine holds after a rebuild, read apart from the test's own transaction."""
    engine = index.engine()
    building = engine.begin()
    for source in index.registered():
        building.put(source.documents(), as_of=1)
    building.commit()
    return " ".join(engine.dump()).lower()


def test_nothing_private_is_on_a_public_page_or_in_an_export(planted):
    client = Client()
    for address in PAGES:
        response = client.get(address)
        content = b"".join(response.streaming_content) if response.streaming else response.content
        asked = address.split("q=")[-1].lower() if "q=" in address else None
        for secret in (*secrets(), *COMPLAINT_SECRETS):
            if secret.lower() != asked:
                assert secret.encode() not in content, f"{secret} on {address}"


def test_no_private_word_is_kept_of_a_secret_complaint(planted):
    stored = " ".join(str(vars(row)) for row in Complaint.objects.filter(tracking_id="72"))
    for secret in COMPLAINT_SECRETS:
        assert secret not in stored
