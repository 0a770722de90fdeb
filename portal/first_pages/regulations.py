"""The national rules every PPID works under; the body adds its own. Names of regulations are facts."""

from portal.first_pages.building import Regulation

REGULATIONS: tuple[Regulation, ...] = (
    Regulation(
        "uu", "14", 2008,
        "Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik",
        "Hak setiap orang atas informasi publik; kewajiban badan publik; permohonan, keberatan dan sengketa.",
    ),
    Regulation(
        "uu", "25", 2009,
        "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik",
        "Standar pelayanan, maklumat, dan cara menyampaikan serta menyelesaikan pengaduan.",
    ),
    Regulation(
        "uu", "27", 2022,
        "Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi",
        "Hak pemilik data pribadi dan kewajiban pihak yang memprosesnya, termasuk badan publik.",
    ),
    Regulation(
        "pp", "61", 2010,
        "Peraturan Pemerintah Nomor 61 Tahun 2010 tentang Pelaksanaan Undang-Undang Nomor 14 Tahun 2008",
        "Pertimbangan tertulis, jangka waktu pengecualian, kedudukan PPID, dan ganti rugi.",
    ),
    Regulation(
        "perpres", "76", 2013,
        "Peraturan Presiden Nomor 76 Tahun 2013 tentang Pengelolaan Pengaduan Pelayanan Publik",
        "Cara badan publik menerima, menindaklanjuti dan melaporkan pengaduan.",
    ),
    Regulation(
        "perki", "1", 2021,
        "Peraturan Komisi Informasi Nomor 1 Tahun 2021 tentang Standar Layanan Informasi Publik",
        "Standar permohonan, keberatan, pengecualian, daftar informasi publik dan laporan tahunan, dengan formulirnya.",
    ),
    Regulation(
        "perki", "1", 2013,
        "Peraturan Komisi Informasi Nomor 1 Tahun 2013 tentang Prosedur Penyelesaian Sengketa Informasi Publik",
        "Pendaftaran sengketa, mediasi, ajudikasi dan putusan di Komisi Informasi.",
    ),
    Regulation(
        "permen", "3", 2017,
        "Peraturan Menteri Dalam Negeri Nomor 3 Tahun 2017 tentang Pedoman Pengelolaan Pelayanan Informasi dan "
        "Dokumentasi Kementerian Dalam Negeri dan Pemerintahan Daerah",
        "PPID utama dan PPID pembantu di pemerintah daerah, serta tugasnya.",
    ),
)  # fmt: skip
