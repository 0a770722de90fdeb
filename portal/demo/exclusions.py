"""The invented regency's excluded list, as the bytes of a sheet: it goes in through the same importer as a real one."""

import csv
import io

HEAD = (
    "kelompok", "no", "esensi_informasi", "konten_informasi", "dasar_hukum", "akibat_bila_dibuka", "manfaat_bila_ditutup",
    "batas_waktu_pengecualian",
)  # fmt: skip
LAW = "UU No. 14 Tahun 2008 tentang KIP Pasal 17 huruf"
ENFORCEMENT = "I. Informasi yang dapat menghambat proses penegakan hukum"
RIGHTS = "II. Informasi yang dapat mengganggu perlindungan hak kekayaan intelektual dan persaingan usaha"
PRIVACY = "III. Informasi yang dapat mengungkap rahasia pribadi"
MEMO = "IV. Memorandum atau surat yang menurut sifatnya dirahasiakan"

ROWS = (
    (ENFORCEMENT, "Pengaduan", "Identitas pelapor dugaan penyalahgunaan wewenang", f"{LAW} a", "Pelapor terancam", "Warga berani melapor", "Sampai 31 Desember 2035"),
    (ENFORCEMENT, "Penegakan perda", "Jadwal operasi penegakan peraturan daerah yang belum dilaksanakan", f"{LAW} a", "Operasi bocor", "Penegakan berjalan", "Sampai operasi selesai dilaksanakan"),
    (RIGHTS, "Pengadaan", "Dokumen penawaran penyedia sebelum pemenang ditetapkan", f"{LAW} b", "Persaingan tidak sehat", "Pemilihan adil", "Sampai pemenang diumumkan"),
    (RIGHTS, "Inovasi", "Rancangan inovasi daerah yang sedang didaftarkan patennya", f"{LAW} b", "Hak paten hilang", "Hak terlindungi", "Sampai sertifikat terbit"),
    (PRIVACY, "Kesehatan", "Rekam medis pasien rumah sakit daerah dan puskesmas", f"{LAW} h angka 2", "Rahasia pasien terbuka", "Pasien terlindungi", "Selama diperlukan untuk melindungi pasien"),
    (PRIVACY, "Kependudukan", "Data pribadi penduduk dalam basis data kependudukan", f"{LAW} h; UU No. 24 Tahun 2013", "Data disalahgunakan", "Penduduk terlindungi", "Selama diperlukan untuk melindungi penduduk"),
    (PRIVACY, "Kepegawaian", "Hasil penilaian kompetensi perorangan pegawai", f"{LAW} h angka 4", "Nama baik pegawai terganggu", "Penilaian jujur", "Sampai pegawai yang bersangkutan menyetujui"),
    (MEMO, "Surat", "Nota dinas pertimbangan pimpinan sebelum keputusan diambil", f"{LAW} i", "Pertimbangan tidak bebas", "Keputusan matang", "Sampai keputusan ditetapkan"),
)  # fmt: skip


def sheet() -> bytes:
    """The list as CSV, the columns of law.md §2.11."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(HEAD)
    for number, (group, *rest) in enumerate(ROWS, 1):
        writer.writerow((group, number, *rest))
    return out.getvalue().encode("utf-8")
