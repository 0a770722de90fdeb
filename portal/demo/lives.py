"""Requests with a longer life: papers that lacked, parts that cost, viewings, heirs, units that ask each other.

Each life is a row: who asked what, how many days ago, and what happened on which working day after the filing. The
steps stand in `life_steps.py`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from portal.demo import life_steps as do
from portal.demo.life_steps import Life
from portal.demo.questions import Question
from ppid.law.filing import AccessWay, ApplicantKind, CopyForm, DeliveryWay
from ppid.law.giving import GivenPart

Step = tuple[int, Callable[[Life, Any], None]]
CHECKED: tuple[Step, ...] = ((1, do.complete),)


@dataclass(frozen=True)
class Row:
    """`steps`: working day after the filing, and what is done. `small`: also in the small demonstration."""

    days: int
    name: str
    details: str
    steps: Sequence[Step]
    channel: str = "web"
    unit: str = "diskominfo"
    purpose: str = "Kepentingan warga"
    filing: Mapping[str, Any] = field(default_factory=dict)
    small: bool = False

    def question(self) -> Question:
        return Question(self.days, self.name, self.details, self.purpose, self.channel, "life", self.unit)


def noticed(count: int, *parts: GivenPart) -> tuple[Step, ...]:
    """A notice with these parts drafted on that working day, signed and sent on the next."""
    return (count, partial(do.draft_parts, parts=parts)), (count + 1, do.sign)


PRINTED = GivenPart(
    material="Salinan cetak dokumen pelaksanaan anggaran, dijilid.", forms=(CopyForm.HARD, CopyForm.SOFT),
    access_way=AccessWay.COPY, delivery_way=DeliveryWay.POST, sheets=64, fee_per_sheet=500, delivery_fee=18_000, days=3,
)  # fmt: skip
FILE = GivenPart(
    material="Berkas tabel realisasi menurut kegiatan.", forms=(CopyForm.SOFT,), access_way=AccessWay.COPY,
    delivery_way=DeliveryWay.EMAIL, days=0,
)  # fmt: skip
LATER = GivenPart(
    material="Rekaman rapat pembahasan.", forms=(CopyForm.SOFT,), access_way=AccessWay.COPY,
    delivery_way=DeliveryWay.EMAIL, days=4,
)  # fmt: skip
FETCHED = GivenPart(
    material="Peta cetak ukuran A1.", forms=(CopyForm.HARD,), access_way=AccessWay.COPY,
    delivery_way=DeliveryWay.PICK_UP, days=3,
)  # fmt: skip
SEEN = GivenPart(
    material="Buku register tanah tahun 1987, asli.", forms=(CopyForm.HARD,), access_way=AccessWay.VIEW, days=5
)

LIVES = (
    # Papers that lacked (PERKI 1/2021 Ps 33).
    Row(2, "Yuni Astuti", "Daftar posyandu aktif di Kecamatan Tirta Selatan.", ((1, do.lacking),),
        filing={"identity": "", "purpose": ""}, small=True),
    Row(24, "Ridwan Hidayatno", "Rencana kerja Dinas Pendidikan tahun 2027.",
        ((1, do.lacking), (3, do.completed), (4, do.complete), *noticed(7, FILE)), filing={"identity": ""}),
    Row(44, "Sulastri", "Data penerima beasiswa daerah tahun 2025.", ((2, do.lacking), (7, do.not_completed)),
        filing={"identity": "", "purpose": ""}, small=True),
    # Parts, fees, the form for copies, delivery and its proofs (Ps 35, 37-38).
    Row(36, "Lembaga Kajian Anggaran Desa", "Dokumen pelaksanaan anggaran Dinas Pekerjaan Umum tahun 2026.",
        (*CHECKED, *noticed(4, FILE, PRINTED, LATER), (6, do.fill_copy_form), (7, do.pay), (8, do.post), (9, do.give_later),
         (12, do.arrived)), filing={"kind": ApplicantKind.LEGAL, "identity": "AHU-0012345.AH.01.07"}, small=True),
    Row(12, "Bagus Wicaksono", "Gambar rencana gedung serbaguna Kecamatan Tirta Utara.",
        (*CHECKED, *noticed(3, PRINTED)), small=True),
    Row(70, "Endang Susilowati", "Peta jaringan irigasi Daerah Irigasi Kali Wetan.",
        (*CHECKED, *noticed(3, FETCHED), (6, do.ready)), small=True),
    Row(62, "Gunawan Wibawa", "Peta batas desa hasil penegasan tahun 2025.",
        (*CHECKED, *noticed(3, FETCHED), (6, do.ready), (8, do.hand_over))),
    # Seen at the office, with minutes (Ps 35).
    Row(9, "Ni Luh Sukreni", "Buku register tanah desa lama untuk dilihat.",
        (*CHECKED, *noticed(3, SEEN), (5, do.offer_viewing), (5, do.choose_viewing)), small=True),
    Row(52, "Paguyuban Ahli Waris Sukamaju", "Buku register tanah Desa Sukamaju tahun 1987 untuk dilihat.",
        (*CHECKED, *noticed(3, SEEN), (5, do.offer_viewing), (5, do.choose_viewing), (7, do.hold_viewing)),
        filing={"kind": ApplicantKind.GROUP}),
    Row(47, "Wahyu Setyawan", "Arsip perjanjian kerja sama pasar tahun 1998 untuk dilihat.",
        (*CHECKED, *noticed(3, SEEN), (5, do.offer_viewing), (5, do.choose_viewing), (8, do.missed_viewing))),
    # Between units.
    Row(4, "Fatimah Azzahra", "Jumlah dan sebaran dokter spesialis di kabupaten.",
        (*CHECKED, (1, do.ask_unit)), unit="dinkes", small=True),
    Row(29, "Teguh Iman Santoso", "Anggaran pengadaan obat puskesmas tahun 2026.",
        (*CHECKED, (1, do.ask_unit), (2, do.answer_unit), (3, do.dispose), *noticed(6, FILE)), unit="dinkes"),
    Row(7, "Rosalia Dewi", "Rincian belanja pemeliharaan jalan per ruas.",
        (*CHECKED, (2, do.dispose), (3, do.send_back)), unit="bkad"),
    # Taken back in part, an heir, nobody to go on, marks.
    Row(33, "Suparman", "Daftar hibah kelompok ternak dan notula penetapannya.",
        (*CHECKED, (2, do.withdraw_part), *noticed(5, FILE))),
    Row(39, "Kasiman Wiryodikromo", "Riwayat ganti rugi tanah pelebaran Jalan Kenanga.",
        (*CHECKED, (3, do.died), (5, do.succeeded), *noticed(8, FILE)), small=True),
    Row(58, "Perkumpulan Karya Bakti Lama", "Daftar rumah ibadah penerima bantuan tahun 2025.",
        (*CHECKED, (3, do.dissolved), (8, do.uncontinued)), filing={"kind": ApplicantKind.LEGAL}, small=True),
    Row(5, "Broto Seno", "Semua surat yang masuk dan keluar setiap dinas tiap hari.", (*CHECKED, (1, do.annoying))),
    # Another body holds it.
    Row(41, "Maya Anggraeni", "Data perkara perceraian tiap kecamatan tahun 2025.",
        (*CHECKED, (3, partial(do.draft_not_held, holder="Pengadilan Agama Tirta Raya")), (4, do.sign), (5, do.wish),
         (6, do.forward)), small=True),
    # Other people, other ways in.
    Row(27, "Kartini Supriyadi", "Jadwal layanan keliling administrasi kependudukan.", (*CHECKED, *noticed(3, FILE)),
        channel="telephone", filing={"special_needs": "Tunanetra; jawaban dibacakan.", "helped_by": "Rani Kusumawati"}),
    Row(21, "Hartini", "Daftar pasar yang direvitalisasi dan nilainya.", (*CHECKED, *noticed(4, FILE)), channel="letter",
        filing={"proxy_name": "Arif Rahman, S.H.", "proxy_email": "arif.rahman@tirtaraya.example",
                "proxy_address": "Jalan Mawar 8, Tirta Raya"}),
    Row(18, "Anna Schneider", "Luas hutan mangrove tiap desa.", (*CHECKED, *noticed(4, FILE)), channel="email",
        filing={"foreign": True, "identity": "C01X00T47"}),
    # A complaint through the wrong door, led to its end.
    Row(31, "Siswanto", "Lampu jalan di depan SD Negeri 3 mati sejak sebulan.",
        ((1, do.to_complaints), (2, do.enter_complaint), (3, do.answer_complaint), (15, do.settle_complaint),
         (17, do.notify_complaint)), channel="letter", filing={"email": ""}),
)  # fmt: skip


def chosen(small: bool) -> list[Row]:
    """The lives of this demonstration, oldest first."""
    return sorted((row for row in LIVES if row.small or not small), key=lambda row: -row.days)
