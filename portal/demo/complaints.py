"""A year of invented SP4N-LAPOR! reports, as the bytes of an export: they go in through the same importer as real ones."""

import csv
import datetime as dt
import io
import random

HEAD = (
    "Tracking ID", "Tanggal Laporan Masuk", "Waktu Laporan Masuk", "Nama Pelapor", "Klasifikasi Laporan", "ID Kategori",
    "Kategori", "Judul Laporan", "Isi Laporan Awal", "Isi Laporan Akhir", "Tipe Laporan (Anonim/Rahasia)", "Sumber Laporan",
    "Instansi Induk", "ID Instansi Terdisposisi", "Instansi Terdisposisi", "Status Laporan", "Alasan Tunda/Arsip", "Provinsi",
    "Kota/Kabupaten", "Kecamatan", "Kelurahan",
)  # fmt: skip
MONTHS = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")
# Category, unit, weight, what people write about.
SUBJECTS = (
    ("Infrastruktur Jalan", "Dinas Pekerjaan Umum dan Penataan Ruang", 9, "jalan berlubang di depan sekolah"),
    ("Kesehatan", "Dinas Kesehatan", 6, "antrean panjang di puskesmas"),
    ("Pendidikan dan Kebudayaan", "Dinas Pendidikan", 5, "pungutan untuk perpisahan sekolah"),
    ("Kependudukan", "Dinas Kependudukan dan Pencatatan Sipil", 5, "kartu keluarga belum selesai"),
    ("Lingkungan Hidup dan Kehutanan", "Dinas Lingkungan Hidup", 4, "sampah menumpuk di pinggir sungai"),
    ("Perhubungan", "Dinas Perhubungan", 4, "lampu jalan mati"),
    ("Bantuan Sosial", "Dinas Sosial", 4, "bantuan belum diterima warga"),
    ("Ketenagakerjaan", "Dinas Tenaga Kerja", 2, "upah di bawah ketentuan"),
    (
        "Kepegawaian",
        "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia",
        2,
        "petugas tidak ada di loket pada jam layanan",
    ),
    ("Pertanian dan Peternakan", "Dinas Pertanian dan Ketahanan Pangan", 2, "pupuk bersubsidi sulit didapat"),
    ("Penanggulangan Bencana", "Badan Penanggulangan Bencana Daerah", 2, "tanggul retak setelah hujan"),
    ("Layanan Air Minum", "Sekretariat Daerah", 2, "air tidak mengalir tiga hari"),
)
CLOSED = ("Ditutup oleh Sistem", "Ditutup oleh Admin", "Ditutup oleh Sistem", "Diarsipkan oleh Admin")
FIRST_NUMBER = 8_100_001


def export(on: dt.date, reports: int) -> bytes:
    """A CSV export of `reports` reports spread over the year before `on`; the same bytes for the same arguments."""
    chance = random.Random(20261123)  # noqa: S311  (invented people, not keys)
    out = io.StringIO(newline="")
    sheet = csv.writer(out)
    sheet.writerow(["Data Laporan SP4N-LAPOR!"])
    sheet.writerow(["Instansi: Pemerintah Kabupaten Tirta Raya"])
    sheet.writerow(HEAD)
    for number in range(reports):
        sheet.writerow(_row(FIRST_NUMBER + number, on - dt.timedelta(days=360 - number * 355 // reports), on, chance))
    sheet.writerow(["Total laporan", str(reports)])
    return out.getvalue().encode("utf-8")


def _row(number: int, day: dt.date, on: dt.date, chance: random.Random) -> list[str]:
    category, unit, _, about = chance.choices(SUBJECTS, weights=[weight for _, _, weight, _ in SUBJECTS])[0]
    status = "Terverifikasi" if (on - day).days < 30 else chance.choice(CLOSED)
    kind = chance.choices(("", "Anonim", "Rahasia"), weights=(85, 10, 5))[0]
    classification = chance.choices(("Pengaduan", "Aspirasi", "Permintaan Informasi"), weights=(80, 14, 6))[0]
    text = f"Mohon ditindaklanjuti {about}."
    reason = "Laporan berulang" if status.startswith("Diarsip") else ""
    return [
        str(number), f"{day.day} {MONTHS[day.month - 1]} {day.year}", f"{8 + number % 9:02d}:{number % 60:02d}",
        f"Pelapor {number}", classification, "", category, about.capitalize(), text, text, kind,
        chance.choice(("Website", "Aplikasi", "SMS")), "Pemerintah Kabupaten Tirta Raya", "", unit, status, reason,
        "Nusa Tirta", "Kabupaten Tirta Raya", "", "",
    ]  # fmt: skip
