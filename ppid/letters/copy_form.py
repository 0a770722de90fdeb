"""The filled form for copies (formulir permintaan salinan, PERKI 1/2021 Ps 35). It counts when it is made."""

import datetime as dt
from dataclasses import dataclass

from ppid.law.fee_papers import CopyFormPaper
from ppid.letters.frame import Frame
from ppid.letters.notice import Choice, identity
from ppid.letters.request_form import DELIVERY
from ppid.letters.words import rupiah
from ppid.models import InformationRequest

TEMPLATE = "ppid/letters/copy_form.html"
ABOUT = "Formulir permintaan salinan informasi publik (PERKI 1/2021 Pasal 35)"
FORMS = (("soft", "softcopy"), ("hard", "hardcopy"))


@dataclass(frozen=True)
class CopyFormPage:
    """The form as its template wants it. `online`: the applicant filled it in on the portal."""

    frame: Frame
    applicant: tuple[tuple[str, str], ...]
    applicant_name: str
    request_number: str
    notice_number: str
    notice_on: dt.date
    part: str
    material: str
    forms: tuple[Choice, ...]
    ways: tuple[Choice, ...]
    lines: tuple[tuple[str, str], ...]
    fees: str
    total: str
    time: str
    filled_on: dt.date
    online: bool
    officer: str
    position: str


def page(*, case: InformationRequest, paper: CopyFormPaper, frame: Frame) -> CopyFormPage:
    reach = {"email": "Alamat surel", "fax": "Nomor faksimili"}.get(paper.way)
    return CopyFormPage(
        frame=frame,
        applicant=identity(case.applicant),
        applicant_name=case.applicant.proxy_name or case.applicant.name,
        request_number=case.number,
        notice_number=paper.notice_number,
        notice_on=paper.notice_on,
        part=f"Bagian {paper.part} dari {paper.parts}" if paper.parts > 1 else "",
        material=paper.material,
        forms=tuple(Choice(code == paper.form, words) for code, words in FORMS),
        ways=tuple(Choice(code == paper.way, words) for code, words in DELIVERY),
        lines=(
            ("Jumlah lembar", str(paper.sheets) if paper.sheets else "-"),
            ("Penerima", paper.recipient),
            *((("Alamat pengiriman", ", ".join(paper.address.split("\n"))),) if paper.address else ()),
            *(((reach, paper.reach),) if reach and paper.reach else ()),
        ),
        fees=_fees(paper),
        total=rupiah(paper.due),
        time=f"{paper.days} hari kerja sejak {'biaya dibayar' if paper.due else 'formulir ini diisi'}",
        filled_on=paper.filled_on,
        online=not paper.officer,
        officer=paper.officer,
        position=paper.position or "Petugas layanan informasi",
    )  # fmt: skip


def _fees(paper: CopyFormPaper) -> str:
    """An amount stays on the line of its `Rp`."""
    words = f"penyalinan {rupiah(paper.copying)}, pengiriman {rupiah(paper.delivery)}"
    return words.replace("Rp ", "Rp\u00a0")
