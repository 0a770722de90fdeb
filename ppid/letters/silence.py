"""The print-out of silence: "catatan sistem, bukan surat badan publik"."""

import datetime as dt
from dataclasses import dataclass

from ppid.law.silence import SilenceContent
from ppid.letters.frame import Frame
from ppid.letters.notice import identity
from ppid.letters.words import counted_and_skipped
from ppid.models import AnyCase, Institution

TEMPLATE = "ppid/letters/silence.html"
ABOUT = "Catatan sistem tentang tidak adanya jawaban sampai batas waktunya; bukan surat badan publik"


@dataclass(frozen=True)
class SilencePage:
    """`missing`: what was not sent; `duty`: who owed it and under which article; `right`: what the applicant may do."""

    frame: Frame
    applicant: tuple[tuple[str, str], ...]
    about: str
    number: str
    received_on: dt.date
    missing: str
    article: str
    due: dt.date
    as_of: dt.date
    counted: str
    skipped: tuple[tuple[str, str], ...]
    right: str


def page(*, case: AnyCase, content: SilenceContent, frame: Frame, institution: Institution) -> SilencePage:
    """The print-out as its template wants it."""
    counted, skipped = counted_and_skipped(content.trail)
    commission = institution.commission_name or "Komisi Informasi"
    if content.objection:
        about, missing = "Keberatan", "tanggapan tertulis atasan PPID atas keberatan"
        article = "UU Nomor 14 Tahun 2008 Pasal 36 ayat (2)"
        right = (
            f"Pemohon dapat mengajukan penyelesaian sengketa kepada {commission} dalam 14 hari kerja sejak "
            "berakhirnya 30 hari kerja itu (UU Nomor 14 Tahun 2008 Pasal 37; PERKI 1/2013 Pasal 5 dan 13)."
        )
    else:
        about, missing = "Permohonan informasi", "pemberitahuan tertulis atas permohonan informasi"
        article = "UU Nomor 14 Tahun 2008 Pasal 22 ayat (7) dan (8)"
        right = (
            "Pemohon dapat mengajukan keberatan secara tertulis kepada atasan PPID dalam 30 hari kerja (UU Nomor 14 "
            "Tahun 2008 Pasal 35 ayat (1) huruf c dan g, Pasal 36 ayat (1))."
        )
    return SilencePage(
        frame=frame,
        applicant=identity(case.applicant),
        about=about,
        number=case.number,
        received_on=content.received_on,
        missing=missing,
        article=article,
        due=content.due,
        as_of=content.as_of,
        counted=counted,
        skipped=tuple(skipped),
        right=right,
    )
