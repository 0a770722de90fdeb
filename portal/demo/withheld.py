"""Two classes withheld by decree, with the test behind them: what the invented refusals rest on."""

import datetime as dt
from dataclasses import dataclass

from portal.demo.scan import paper
from ppid.actions.exclusions import put_in_force
from ppid.models import ConsequenceTest, Exclusion, PrivateFile, Tester

LAW = "UU 14/2008 Pasal 17 huruf"


@dataclass(frozen=True)
class Class:
    """One class of information: `key` is what the fates call it."""

    key: str
    group: str
    information: str
    content: str
    letters: str
    basis: str
    if_open: str
    if_closed: str
    period_words: str


CLASSES = (
    Class(
        "privacy", "III. Rahasia pribadi", "Data pribadi dalam layanan", "Nama, NIK, alamat dan riwayat kesehatan warga",
        "h", f"{LAW} h angka 2 dan 5; UU 27/2022 Pasal 4", "Data warga disalahgunakan.", "Warga terlindungi.",
        "Selama diperlukan untuk melindungi orangnya.",
    ),
    Class(
        "bids", "II. Persaingan usaha", "Penawaran yang sedang dinilai", "Dokumen penawaran sebelum pemenang ditetapkan",
        "b", f"{LAW} b; UU 5/1999 Pasal 22", "Peserta menyesuaikan tawaran.", "Pemilihan adil.",
        "Sampai pemenang diumumkan.",
    ),
)  # fmt: skip


def set_by_decree(on: dt.date) -> dict[str, Exclusion]:
    """The classes in force since about a year before `on`, by key."""
    tested = on - dt.timedelta(days=380)
    # 17b is closed until a day (PERKI 1/2021 Ps 51), 17h as long as the person needs it.
    ends = {"bids": on + dt.timedelta(days=240)}
    return {row.key: _in_force(row, number, tested, ends.get(row.key)) for number, row in enumerate(CLASSES, 11)}


def _in_force(row: Class, number: int, tested: dt.date, ends: dt.date | None) -> Exclusion:
    year = tested.year
    sheet = paper("LEMBAR PENGUJIAN KONSEKUENSI", f"Nomor {number}/UK/{year}", row.information, row.basis)
    test = ConsequenceTest.objects.create(
        number=f"{number}/UK/{year}", tested_on=tested, place="Tirta Raya", leader="Bupati Tirta Raya",
        superior="Sekretaris Daerah", sheet=PrivateFile.store(sheet, f"lembar uji {number}.pdf"),
    )  # fmt: skip
    Tester.objects.create(test=test, name="Sari Wulandari, S.H.", position="Kepala Bagian Hukum", unit="Setda")
    decree = paper(
        "KEPUTUSAN PPID", f"Nomor {number}/KEP/PPID/{year}", "tentang klasifikasi informasi", row.information
    )
    exclusion = Exclusion.objects.create(
        group=row.group, information=row.information, content=row.content, letters=row.letters, basis=row.basis,
        if_open=row.if_open, if_closed=row.if_closed, period=Exclusion.Period.END_DATE if ends else Exclusion.Period.AS_LONG_AS_NEEDED, ends_on=ends,
        period_words=row.period_words, set_on=tested + dt.timedelta(days=7),
        decree_number=f"{number}/KEP/PPID/{year}", decree=PrivateFile.store(decree, f"keputusan {number}.pdf"), test=test,
    )  # fmt: skip
    return put_in_force(exclusion=exclusion)
