"""Questions that invented people ask: (days before the demo's day, who, what, purpose, channel, fate).

Fates: `new` just in, `complete` declared complete, `with_unit` disposed, `drafted` letter drafted, `signed` signed
letter attached, `granted`, `part`, `not_held`, `not_documented` answered in time, `late` unanswered past the due
day, `answered_late`, `withdrawn`.
"""

from dataclasses import dataclass

from portal.demo.questions_more import ROWS as MORE


@dataclass(frozen=True)
class Question:
    """One invented request; `days` counts back from the demo's day, `unit` is where it is disposed to."""

    days: int
    name: str
    details: str
    purpose: str
    channel: str
    fate: str
    unit: str


FIRST = (
    (0, "Wulan Septiani", "Berapa anggaran perbaikan jalan Desa Sukamaju tahun 2026 dan siapa pelaksananya?", "Diskusi warga", "web", "new", "dpu"),
    (1, "Agus Salim", "Salinan daftar penerima bantuan rumah swadaya Kecamatan Tirta Utara tahun 2025.", "Pengawasan warga", "web", "new", "perkim"),
    (2, "Perkumpulan Sungai Bersih", "Hasil uji kualitas air Sungai Tirta bulan Januari sampai Juni 2026.", "Kajian lingkungan", "web", "complete", "dlh"),
    (3, "Nur Aisyah", "Jadwal dan lokasi vaksinasi anak di puskesmas untuk bulan depan.", "Keperluan keluarga", "web", "with_unit", "dinkes"),
    (5, "Hendra Gunawan", "Dokumen rencana tata ruang untuk lahan di sekitar Jalan Melati.", "Rencana usaha", "web", "with_unit", "dpu"),
    (6, "Maria Goreti Lestari", "Rincian dana BOS yang diterima SMP Negeri 2 Tirta Kota tahun 2025.", "Penelitian skripsi", "web", "drafted", "disdik"),
    (8, "Slamet Riyadi", "Daftar trayek angkutan yang izinnya diperpanjang tahun ini.", "Koperasi angkutan", "web", "signed", "dishub"),
    (9, "Tri Utami", "Berapa banyak permohonan informasi yang ditolak tahun 2025 dan apa alasannya?", "Penulisan artikel", "web", "drafted", "diskominfo"),
    (12, "Ahmad Fauzi", "Nama perusahaan pemenang tender pembangunan Jembatan Kali Wetan dan nilai kontraknya.", "Liputan", "web", "with_unit", "dpu"),
    (20, "Kelompok Tani Makmur", "Alokasi pupuk bersubsidi tiap kelompok tani di Kecamatan Kali Wetan.", "Musyawarah kelompok", "web", "late", "distan"),
    (26, "Dewi Anggraini", "Salinan analisis dampak lingkungan pembangunan pasar induk.", "Keberatan lingkungan", "web", "late", "dlh"),
    (33, "Rizky Maulana", "Realisasi anggaran perjalanan dinas DPRD tahun 2025.", "Penelitian", "web", "late", "setwan"),
    (40, "Siti Rahmawati", "Daftar sekolah yang mendapat rehabilitasi tahun 2026 beserta nilainya.", "Komite sekolah", "web", "granted", "disdik"),
    (48, "Bayu Nugroho", "Tarif retribusi pasar menurut jenis kios.", "Usaha", "web", "granted", "disperindag"),
    (55, "Yayasan Cahaya Ilmu", "Jumlah guru honorer tiap kecamatan tahun 2026.", "Kajian pendidikan", "web", "part", "disdik"),
    (63, "I Wayan Sudarma", "Statistik kecelakaan lalu lintas di jalan kabupaten tahun 2025.", "Penelitian", "web", "not_held", "dishub"),
    (70, "Fitri Handayani", "Peta daerah rawan longsor Kecamatan Kali Wetan dengan skala 1:5.000.", "Kesiapsiagaan desa", "web", "not_documented", "bpbd"),
    (84, "Joko Purnomo", "Daftar aset tanah pemerintah kabupaten di Kecamatan Tirta Kota.", "Pengecekan batas tanah", "web", "granted", "bkad"),
    (97, "Lembaga Pantau Anggaran", "Rincian belanja hibah tahun 2025 beserta penerimanya.", "Pemantauan", "web", "answered_late", "bkad"),
    (110, "Anisa Putri", "Syarat dan biaya pengurusan izin usaha katering rumahan.", "Usaha", "web", "granted", "dpmptsp"),
    (125, "Markus Simanjuntak", "Jumlah tenaga kesehatan tiap puskesmas tahun 2025.", "Penelitian", "web", "granted", "dinkes"),
    (140, "Hesti Purwaningsih", "Salinan risalah rapat pembahasan Raperda pengelolaan sampah.", "Tugas kuliah", "web", "granted", "setwan"),
    (156, "Zainal Abidin", "Besaran dana desa tiap desa tahun 2026.", "Badan permusyawaratan desa", "web", "granted", "dpmd"),
    (172, "Kartika Sari", "Hasil tindak lanjut temuan BPK tahun 2024.", "Liputan", "web", "part", "inspektorat"),
    (190, "Rudi Haryanto", "Jadwal pemeliharaan jembatan tahun 2026.", "Usaha angkutan", "web", "withdrawn", "dpu"),
    (208, "Forum Orang Tua Murid", "Daya tampung sekolah negeri pada penerimaan murid baru 2026.", "Sosialisasi", "web", "granted", "disdik"),
    (230, "Eko Prasetyo", "Daftar organisasi kemasyarakatan terdaftar di kabupaten.", "Kegiatan sosial", "web", "granted", "kesbangpol"),
    (260, "Linda Wijaya", "Target dan realisasi pajak hotel dan restoran tahun 2025.", "Penelitian", "web", "granted", "bapenda"),
    (290, "Muhammad Iqbal", "Salinan standar operasional prosedur penanganan pengaduan di rumah sakit daerah.", "Keluarga pasien", "web", "granted", "rsud"),
    (320, "Theresia Wulandari", "Jumlah pengunjung objek wisata tiap bulan tahun 2025.", "Rencana usaha", "web", "granted", "disparbud"),
    (340, "Perhimpunan Nelayan Tirta", "Daftar penerima bantuan alat tangkap ikan tahun 2025.", "Pemantauan bantuan", "web", "answered_late", "diskan"),
    (350, "Galih Saputra", "Harga satuan upah dan bahan bangunan yang ditetapkan bupati tahun 2025.", "Perencanaan", "web", "granted", "setda"),
)  # fmt: skip
QUESTIONS = tuple(Question(*row) for row in (*FIRST, *MORE))
