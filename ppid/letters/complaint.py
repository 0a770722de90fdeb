"""The letter that tells a complainant without an e-mail address how the complaint stands (UU 25/2009 Ps 44 and 50).

Signed in ink and sent by post; confidential like the complaint itself (Ps 49): the whole-body roles alone read it.
"""

from dataclasses import dataclass

from ppid.law.complaint_letter import ComplaintNews, ComplaintStep
from ppid.letters.frame import Frame
from ppid.letters.notice import addressee
from ppid.letters.signer import Signer
from ppid.letters.words import day
from ppid.models import InformationRequest

TEMPLATE = "ppid/letters/complaint.html"
ABOUT = "Pemberitahuan tentang pengaduan (UU 25/2009 Pasal 44 dan 50)"


@dataclass(frozen=True)
class ComplaintPage:
    """`rows`: what the step is about, name and words; `after` the complainant's right or duty."""

    frame: Frame
    signer: Signer
    addressee: tuple[str, ...]
    request_number: str
    request_day: str
    paragraphs: tuple[str, ...]
    rows: tuple[tuple[str, str], ...]
    after: str


def page(*, case: InformationRequest, news: ComplaintNews, frame: Frame, signer: Signer) -> ComplaintPage:
    """The letter's words for its step."""
    until = f"paling lambat {day(news.due)}" if news.due else "setelah tanggalnya dapat dihitung"
    handed = (
        "Yang Saudara sampaikan adalah pengaduan. Kami menyerahkannya ke meja pengaduan; Saudara tidak perlu mengulang."
        if news.whole
        else "Sebagian yang Saudara sampaikan adalah pengaduan; bagian itu kami serahkan ke meja pengaduan, sedangkan "
        "informasi yang Saudara minta tetap kami jawab dengan tanggal semula."
    )
    said: dict[ComplaintStep, tuple[str, ...]] = {
        ComplaintStep.HANDED: (handed, f"Tanggapan tentang kelengkapannya kami sampaikan {until}."),
        ComplaintStep.COMPLETE: (f"Pengaduan Saudara lengkap. Kami memutusnya {until}.",),
        ComplaintStep.LACKING: (
            "Pengaduan Saudara belum lengkap.",
            "Lengkapi dalam 30 hari sejak surat ini Saudara terima. Bila tidak, pengaduan dianggap dicabut "
            "(Undang-Undang Nomor 25 Tahun 2009 Pasal 44 ayat (4) dan (5)).",
        ),
        ComplaintStep.ENTERED: ("Pengaduan Saudara tercatat di SP4N-LAPOR! dan dapat diikuti di lapor.go.id.",),
        ComplaintStep.DECIDED: (f"Pengaduan Saudara diputus pada {day(news.day)}.",),
    }
    names = {
        ComplaintStep.LACKING: "Yang belum lengkap",
        ComplaintStep.ENTERED: "Nomor pelacakan SP4N-LAPOR!",
        ComplaintStep.DECIDED: "Yang sudah dilakukan",
    }
    rows = [("Hasil", news.result)] if news.result else []
    if news.words:
        rows.append((names[news.step], news.words))
    return ComplaintPage(
        frame=frame,
        signer=signer,
        addressee=addressee(case.applicant),
        request_number=case.number,
        request_day=day(case.received_on),
        paragraphs=said[news.step],
        rows=tuple(rows),
        after=(
            "Bila tidak puas, Saudara dapat mengadu kepada Ombudsman Republik Indonesia (Undang-Undang Nomor 25 Tahun "
            "2009 Pasal 46)."
        ),
    )
