"""The receipt of a payment (kuitansi): whoever pays gets one (PERKI 1/2021 Ps 38), and it names nothing but copying and
delivery (Ps 37(3)). It counts when it is made."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from ppid.law.fee_papers import PaymentReceipt
from ppid.letters.amounts import spelled
from ppid.letters.frame import Frame
from ppid.letters.notice import identity
from ppid.letters.words import rupiah
from ppid.models import InformationRequest

TEMPLATE = "ppid/letters/payment.html"
ABOUT = "Kuitansi biaya salinan informasi publik (PERKI 1/2021 Pasal 37 dan Pasal 38)"

HOW: Mapping[str, str] = {
    "cash": "tunai", "account": "ke rekening resmi badan publik", "emoney": "dengan uang elektronik",
}  # fmt: skip


@dataclass(frozen=True)
class PaymentPage:
    """The receipt as its template wants it; amounts are words. `part`: which parts of the notice cost something."""

    frame: Frame
    payer: str
    amount: str
    spelled: str
    request_number: str
    notice_number: str
    notice_on: dt.date
    part: str
    lines: tuple[tuple[str, str], ...]
    left: str
    how: str
    paid_on: dt.date
    officer: str
    position: str


def page(*, case: InformationRequest, receipt: PaymentReceipt, frame: Frame) -> PaymentPage:
    """The receipt's words. The applicant is named like in Annex VII, the proxy after it."""
    who = case.applicant
    return PaymentPage(
        frame=frame,
        payer=f"{who.name}, melalui kuasa {who.proxy_name}" if who.proxy_name else dict(identity(who))["Nama"],
        amount=rupiah(receipt.amount),
        spelled=spelled(receipt.amount),
        request_number=case.number,
        notice_number=receipt.notice_number,
        notice_on=receipt.notice_on,
        part=", ".join(str(number) for number in receipt.parts),
        lines=tuple(_lines(receipt)),
        left=rupiah(receipt.left) if receipt.left else "nihil (lunas)",
        how=HOW[receipt.how],
        paid_on=receipt.paid_on,
        officer=receipt.officer,
        position=receipt.position or "Petugas layanan informasi",
    )


def _lines(receipt: PaymentReceipt) -> list[tuple[str, str]]:
    before = [("Sudah dibayar sebelumnya", rupiah(receipt.before))] if receipt.before else []
    return [
        ("Penyalinan", rupiah(receipt.copying)), ("Pengiriman", rupiah(receipt.delivery)), ("Lain-lain", rupiah(0)),
        ("Jumlah biaya", rupiah(receipt.due)), *before, ("Dibayar dengan kuitansi ini", rupiah(receipt.amount)),
    ]  # fmt: skip
