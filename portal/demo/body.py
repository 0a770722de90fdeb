"""The invented regency: its letterhead, units and people."""

from dataclasses import dataclass

INSTITUTION = {
    "name": "Pemerintah Kabupaten Tirta Raya",
    "short_name": "PPID Kabupaten Tirta Raya",
    "region": "Kabupaten Tirta Raya",
    "government": "PEMERINTAH KABUPATEN TIRTA RAYA",
    "office": "DINAS KOMUNIKASI DAN INFORMATIKA",
    "address": "Jalan Merdeka 1, Tirta Raya",
    "city": "Tirta Raya",
    "postal_code": "45999",
    "phone": "(0299) 555-0100",
    "email": "ppid@tirtaraya.example",
    "website": "https://ppid.tirtaraya.example",
    "opening_hours": "Senin–Kamis 08.00–15.30\nJumat 08.00–15.00",
    "copy_fee": 250,
    "post_fee": 18_000,
    "fee_basis": "Keputusan PPID Kabupaten Tirta Raya Nomor 7 Tahun 2026",
    "pay_cash": "Loket PPID, Jalan Merdeka 1, pada jam layanan",
    "pay_account": "Bank Tirta, rekening kas daerah 0012-01-000123-30-1",
    "pay_emoney": "QRIS di loket PPID",
    "commission_name": "Komisi Informasi Provinsi Nusa Tirta",
    "commission_address": "Jalan Keterbukaan 17, Kota Nusa",
    "commission_source": "UU 14/2008 Pasal 27 ayat (3); kabupaten belum mempunyai komisi sendiri",
}


@dataclass(frozen=True)
class DemoUnit:
    """A unit: its code, its name, and a short word for its subject, used in mails of the invented officers."""

    code: str
    name: str


MAIN_UNIT = DemoUnit("diskominfo", "Dinas Komunikasi dan Informatika")
ASSISTANTS = tuple(
    DemoUnit(code, name)
    for code, name in (
        ("setda", "Sekretariat Daerah"),
        ("setwan", "Sekretariat Dewan Perwakilan Rakyat Daerah"),
        ("inspektorat", "Inspektorat Daerah"),
        ("bappeda", "Badan Perencanaan Pembangunan Daerah"),
        ("bkad", "Badan Keuangan dan Aset Daerah"),
        ("bapenda", "Badan Pendapatan Daerah"),
        ("bkpsdm", "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia"),
        ("bpbd", "Badan Penanggulangan Bencana Daerah"),
        ("kesbangpol", "Badan Kesatuan Bangsa dan Politik"),
        ("disdik", "Dinas Pendidikan"),
        ("dinkes", "Dinas Kesehatan"),
        ("dpu", "Dinas Pekerjaan Umum dan Penataan Ruang"),
        ("perkim", "Dinas Perumahan dan Kawasan Permukiman"),
        ("dinsos", "Dinas Sosial"),
        ("disnaker", "Dinas Tenaga Kerja"),
        ("dlh", "Dinas Lingkungan Hidup"),
        ("dukcapil", "Dinas Kependudukan dan Pencatatan Sipil"),
        ("dpmd", "Dinas Pemberdayaan Masyarakat dan Desa"),
        ("dishub", "Dinas Perhubungan"),
        ("dpmptsp", "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu"),
        ("dispora", "Dinas Pemuda dan Olahraga"),
        ("disparbud", "Dinas Pariwisata dan Kebudayaan"),
        ("disarpus", "Dinas Kearsipan dan Perpustakaan"),
        ("diskan", "Dinas Perikanan"),
        ("distan", "Dinas Pertanian dan Ketahanan Pangan"),
        ("diskopukm", "Dinas Koperasi, Usaha Kecil dan Menengah"),
        ("disperindag", "Dinas Perdagangan dan Perindustrian"),
        ("satpolpp", "Satuan Polisi Pamong Praja"),
        ("rsud", "Rumah Sakit Umum Daerah Tirta Husada"),
        ("kec-kota", "Kecamatan Tirta Kota"),
        ("kec-utara", "Kecamatan Tirta Utara"),
        ("kec-selatan", "Kecamatan Tirta Selatan"),
        ("kec-wetan", "Kecamatan Kali Wetan"),
    )
)


# The head of the body approves written considerations beforehand; refusals under Ps 17 go to the superior one by one.
STANDING_APPROVAL = {
    "number": "100.3.3.2/118/KEP",
    "position": "Bupati Tirta Raya",
    "name": "H. Surya Darmawan, S.Sos.",
}


@dataclass(frozen=True)
class DemoPerson:
    """An officer of the invented body; `role` is a code of ppid.models.Role, `unit` a unit's code."""

    email: str
    name: str
    role: str
    position: str
    nip: str = ""
    unit: str = ""


PEOPLE = (
    DemoPerson("admin@tirtaraya.example", "Yusuf Aditama", "admin", "Administrator sistem"),
    DemoPerson("petugas@tirtaraya.example", "Rani Kusumawati", "petugas", "Petugas pelayanan informasi", "199404122019032001"),
    DemoPerson(
        "ppid@tirtaraya.example", "Drs. Bambang Wiratmo, M.Si.", "ppid",
        "Kepala Dinas Komunikasi dan Informatika selaku PPID", "197002151995031002",
    ),
    DemoPerson(
        "atasan@tirtaraya.example", "Dra. Lestari Handayani, M.A.P.", "atasan",
        "Sekretaris Daerah selaku Atasan PPID", "196808201993032003",
    ),
    DemoPerson("editor@tirtaraya.example", "Dimas Prasetyo", "editor", "Pranata humas", "199011032015031004"),
    DemoPerson("keuangan@tirtaraya.example", "Sri Wahyuni, S.E.", "pembantu", "Sekretaris Badan Keuangan dan Aset Daerah",
               "197806172003122005", "bkad"),
    DemoPerson("kesehatan@tirtaraya.example", "dr. Made Arta", "pembantu", "Sekretaris Dinas Kesehatan",
               "198203092009011006", "dinkes"),
    DemoPerson("pekerjaanumum@tirtaraya.example", "Ir. Hasan Basri", "pembantu", "Sekretaris Dinas Pekerjaan Umum",
               "197511232002121007", "dpu"),
    DemoPerson("komisi@tirtaraya.example", "Ratna Puspita, S.H.", "komisi", "Asisten komisioner"),
)  # fmt: skip
