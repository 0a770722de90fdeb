"""What the public reads of requests: subjects in an officer's words, written and approved (law.md §2.9)."""

from typing import Any

from portal.demo.cases import Stage
from ppid.actions import subjects
from ppid.law.procedure import State
from ppid.models import InformationRequest

# How a request begins, and its subject.
SUBJECTS = {
    "Daftar sekolah yang mendapat rehabilitasi": "Sekolah penerima rehabilitasi tahun 2026",
    "Tarif retribusi pasar": "Tarif retribusi pasar per jenis kios",
    "Jumlah guru honorer": "Guru honorer per kecamatan tahun 2026",
    "Statistik kecelakaan": "Kecelakaan lalu lintas di jalan kabupaten tahun 2025",
    "Peta daerah rawan longsor": "Peta rawan longsor Kecamatan Kali Wetan",
    "Daftar aset tanah": "Aset tanah pemerintah kabupaten di Tirta Kota",
    "Rincian belanja hibah": "Belanja hibah tahun 2025 dan penerimanya",
    "Syarat dan biaya pengurusan": "Persyaratan izin usaha katering rumahan",
    "Jumlah tenaga kesehatan": "Tenaga kesehatan per puskesmas tahun 2025",
    "Salinan risalah rapat": "Risalah rapat rancangan perda pengelolaan sampah",
    "Besaran dana desa": "Dana desa tahun 2026 per desa",
    "Hasil tindak lanjut temuan": "Tindak lanjut temuan BPK tahun 2024",
    "Daya tampung sekolah": "Daya tampung penerimaan murid baru 2026",
    "Daftar organisasi kemasyarakatan": "Organisasi kemasyarakatan terdaftar",
    "Target dan realisasi pajak": "Pajak hotel dan restoran tahun 2025",
    "Salinan standar operasional": "Prosedur penanganan pengaduan rumah sakit daerah",
    "Jumlah pengunjung objek wisata": "Kunjungan wisata bulanan tahun 2025",
    "Harga satuan upah": "Harga satuan bangunan tahun 2025",
    "Data perkara perceraian": "Perkara perceraian per kecamatan (dikuasai badan lain)",
    "Peta jaringan irigasi": "Peta jaringan irigasi Kali Wetan",
}


# What people wrote in so few words that an officer has nothing to shorten, unless it is a question.
FEW_WORDS = 11
QUESTIONS = ("Berapa", "Apakah", "Siapa", "Mengapa", "Bagaimana")


def load(stage: Stage) -> int:
    """Write and approve the subjects of requests; how many."""
    day = stage.on
    number = 0
    for case in InformationRequest.objects.exclude(state=State.HANDED_OVER).order_by("pk"):
        if said := _subject(case.details):
            number += 1
            at = stage.moment(day, 9 + number // 60, number % 60)
            who: dict[str, Any] = {"case": case, "on": day, "at": at}
            subjects.write(text=said, acting_user=stage.clerk, **who)
            subjects.approve(acting_user=stage.head.user, **who)
    return number


def _subject(details: str) -> str:
    for start, text in SUBJECTS.items():
        if details.startswith(start):
            return text
    short = len(details.split()) <= FEW_WORDS and not details.startswith(QUESTIONS)
    return details.rstrip(".?") if short else ""
