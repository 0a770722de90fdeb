"""The delivery note (tanda penyerahan informasi): which part was given, when, how, with lines for both to sign.

PERKI 1/2021 has no annex for it; Annex VIII wants the day of giving and a dispute wants its proof. It counts when it is
made: signed by both it comes back as a proof.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from ppid.law.delivery_note import DeliveryNote
from ppid.letters.frame import Frame
from ppid.letters.notice import identity
from ppid.letters.words import CLERICAL
from ppid.models import InformationRequest

TEMPLATE = "ppid/letters/delivery_note.html"
ABOUT = "Tanda penyerahan informasi publik (PERKI 1/2021 Pasal 35 dan Lampiran VIII)"

HOW: Mapping[str, str] = {
    "portal": "melalui portal, dibuka pemohon dengan kode sekali pakai",
    "email": "dikirim dengan surat elektronik",
    "post": "dikirim dengan pos",
    "courier": "dikirim dengan kurir",
    "fax": "dikirim dengan faksimili",
    "by_hand": "diserahkan langsung",
    "viewed": "dilihat, dibaca, didengarkan atau dicatat di tempat",
}


@dataclass(frozen=True)
class FileLine:
    name: str
    size: str
    digest: str


@dataclass(frozen=True)
class DeliveryNotePage:
    """The note as its template wants it. `part` is empty where the notice has one part only."""

    frame: Frame
    applicant: tuple[tuple[str, str], ...]
    applicant_name: str
    request_number: str
    notice_number: str
    notice_on: dt.date
    part: str
    material: str
    forms: str
    how: str
    delivered_on: dt.date
    files: tuple[FileLine, ...]
    officer: str
    position: str


def page(*, case: InformationRequest, note: DeliveryNote, frame: Frame) -> DeliveryNotePage:
    """The note's words; the applicant as in Annex VII."""
    return DeliveryNotePage(
        frame=frame,
        applicant=identity(case.applicant),
        applicant_name=case.applicant.name,
        request_number=case.number,
        notice_number=note.notice_number,
        notice_on=note.notice_on,
        part=f"Bagian {note.part} dari {note.parts}" if note.parts > 1 else "",
        material=note.material,
        forms=", ".join(CLERICAL[form] for form in note.forms),
        how=HOW[note.how],
        delivered_on=note.delivered_on,
        files=tuple(FileLine(file.name, _size(file.size), file.sha256) for file in note.files),
        officer=note.officer,
        position=note.position or "Petugas layanan informasi",
    )


def _size(size: int) -> str:
    """`1.240 KB`, never less than 1."""
    return f"{max(round(size / 1024), 1):,} KB".replace(",", ".")
