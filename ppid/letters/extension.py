"""The letter of extension: UU 14/2008 Ps 22(8), PERKI 1/2021 Ps 36. No annex has it; its content is that of the law."""

import datetime as dt
from dataclasses import dataclass

from ppid.law.extension import GROUNDS, ExtensionContent
from ppid.letters.frame import Frame
from ppid.letters.notice import Choice, addressee
from ppid.letters.signer import Signer
from ppid.letters.words import counted_and_skipped, unbroken
from ppid.models import InformationRequest

TEMPLATE = "ppid/letters/extension.html"
ABOUT = "Pemberitahuan perpanjangan waktu atas permohonan informasi publik (PERKI 1/2021 Pasal 36)"


@dataclass(frozen=True)
class ExtensionPage:
    """The letter as values for its template. `new_due` is None while its year has no decree (law.md §7.3)."""

    frame: Frame
    signer: Signer
    addressee: tuple[str, ...]
    request_number: str
    request_day: dt.date
    old_due: dt.date
    new_due: dt.date | None
    days: int
    counted: str
    skipped: tuple[tuple[str, str], ...]
    grounds: tuple[Choice, ...]
    reason: str


def page(*, case: InformationRequest, content: ExtensionContent, frame: Frame, signer: Signer) -> ExtensionPage:
    """The letter as its template wants it."""
    counted, skipped = counted_and_skipped(content.trail)
    return ExtensionPage(
        frame=frame,
        signer=signer,
        addressee=addressee(case.applicant),
        request_number=unbroken(case.number),
        request_day=case.received_on,
        old_due=content.old_due,
        new_due=content.new_due,
        days=content.days,
        counted=counted,
        skipped=tuple(skipped),
        grounds=tuple(Choice(ground in content.grounds, GROUNDS[ground]) for ground in GROUNDS),
        reason=content.reason,
    )
