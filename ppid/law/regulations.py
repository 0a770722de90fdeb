"""The regulations that terms cite: what they are called, and where the State publishes them."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Regulation:
    """`short` as sources write it, `title` in full, `address` of the official text (empty: not checked)."""

    short: str
    title: str
    address: str = ""


REGULATIONS: Final = (
    Regulation(
        "UU 14/2008",
        "Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik",
        "https://peraturan.bpk.go.id/Details/39047/uu-no-14-tahun-2008",
    ),
    Regulation(
        "UU 25/2009",
        "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik",
        "https://peraturan.bpk.go.id/Details/38748/uu-no-25-tahun-2009",
    ),
    Regulation(
        "UU 27/2022",
        "Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi",
        "https://peraturan.bpk.go.id/Details/229798/uu-no-27-tahun-2022",
    ),
    Regulation("PP 61/2010", "Peraturan Pemerintah Nomor 61 Tahun 2010 tentang Pelaksanaan UU 14/2008"),
    Regulation("PP 33/2026", "Peraturan Pemerintah Nomor 33 Tahun 2026 tentang Pelaksanaan UU 27/2022"),
    Regulation(
        "Perpres 76/2013", "Peraturan Presiden Nomor 76 Tahun 2013 tentang Pengelolaan Pengaduan Pelayanan Publik"
    ),
    Regulation(
        "PERKI 1/2021", "Peraturan Komisi Informasi Nomor 1 Tahun 2021 tentang Standar Layanan Informasi Publik"
    ),
    Regulation(
        "PERKI 1/2013", "Peraturan Komisi Informasi Nomor 1 Tahun 2013 tentang Prosedur Penyelesaian Sengketa Informasi"
    ),
    Regulation("Permendagri 3/2017", "Peraturan Menteri Dalam Negeri Nomor 3 Tahun 2017 tentang PPID di daerah"),
    Regulation("PermenPANRB 62/2018", "Peraturan Menteri PANRB Nomor 62 Tahun 2018 (telah diganti)"),
    Regulation("PermenPANRB 5/2025", "Peraturan Menteri PANRB Nomor 5 Tahun 2025 tentang SP4N"),
)


def cited_in(source: str) -> tuple[Regulation, ...]:
    """The regulations that a term's source names, in the order of REGULATIONS."""
    return tuple(row for row in REGULATIONS if row.short in source)
