"""What a copy may cost, and when a payment may be recorded (PERKI 1/2021 Ps 37-38).

Only copying and delivery cost anything, by a standard that the body sets to lighten the applicant's burden (Ps 37).
Amounts are whole rupiah.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from ppid.law.filing import DeliveryWay
from ppid.law.giving import OTHER_FEE
from ppid.law.refusals import Invalid, Problem, say

CARRIED = (DeliveryWay.POST, DeliveryWay.COURIER)


class PaidHow(StrEnum):
    """PERKI 1/2021 Ps 38: in cash, to the body's official account, or as electronic money."""

    CASH = "cash"
    ACCOUNT = "account"
    EMONEY = "emoney"


@dataclass(frozen=True)
class FeeStandard:
    """The body's standard: rupiah for a sheet, and for a consignment by each carrier; None where the body has set no
    amount, so that the carrier's own tariff is written into each notice."""

    per_sheet: int = 0
    post: int | None = None
    courier: int | None = None

    def of_delivery(self, way: DeliveryWay | None) -> int | None:
        """What a way costs; 0 where nothing is carried, None where no amount has been set."""
        if way not in CARRIED:
            return 0
        return self.post if way is DeliveryWay.POST else self.courier


@dataclass(frozen=True)
class Fee:
    """What one part, or all of them, cost. Annex VII prints "lain-lain" too: nothing else may cost (Ps 37(3))."""

    copying: int = 0
    delivery: int = 0

    @property
    def other(self) -> int:
        return OTHER_FEE

    @property
    def total(self) -> int:
        return self.copying + self.delivery + self.other

    def __add__(self, more: "Fee") -> "Fee":
        return Fee(self.copying + more.copying, self.delivery + more.delivery)

    @classmethod
    def of_all(cls, fees: Iterable["Fee"]) -> "Fee":
        return sum(fees, cls())


@dataclass(frozen=True)
class Balance:
    """What is due on a case, what came in so far, and on which day the last rupiah of it did."""

    due: Fee
    paid: int = 0
    settled_on: dt.date | None = None

    @property
    def left(self) -> int:
        return max(self.due.total - self.paid, 0)

    @property
    def settled(self) -> bool:
        """Nothing is owed: a fee of 0 needs no payment."""
        return not self.left


def balance(due: Fee, payments: Iterable[tuple[dt.date, int]]) -> Balance:
    """The balance after `payments` (day, amount) in any order."""
    paid, settled_on = 0, None
    for day, amount in sorted(payments):
        paid += amount
        if settled_on is None and paid >= due.total:
            settled_on = day
    return Balance(due, paid, settled_on if due.total else None)


@dataclass(frozen=True)
class Payment:
    """One payment as the officer writes it down. `paid_on` is the day on which the money was there."""

    paid_on: dt.date
    amount: int
    how: PaidHow

    def checked(self, *, left: int, told_on: dt.date, on: dt.date) -> Self:
        """Itself, or Invalid. `left` is still owed, `told_on` the day on which the notice named the fee."""
        problems = tuple(self._problems(left, told_on, on))
        if problems:
            raise Invalid(problems)
        return self

    def _problems(self, left: int, told_on: dt.date, on: dt.date) -> Iterator[Problem]:
        if not left:
            text = say("Tidak ada biaya yang harus dibayar. Pembayaran tidak dicatat (PERKI 1/2021 Ps 37 ayat 3).")
            yield Problem("amount", text)
        elif type(self.amount) is not int or self.amount <= 0:
            # True is an int to Python, and half a rupiah is none to the treasury.
            yield Problem("amount", say("Jumlah harus rupiah bulat, lebih dari nol. Tulis misalnya 21000."))
        elif self.amount > left:
            text = say(
                "Jumlah melebihi biaya yang harus dibayar, %(left)s. Biaya lain tidak boleh dipungut "
                "(PERKI 1/2021 Ps 37 ayat 3)."
            )
            yield Problem("amount", text, {"left": rupiah(left)})
        if self.paid_on > on:
            yield Problem("paid_on", say("Tanggal bayar di masa depan. Catat setelah uangnya diterima."))
        elif self.paid_on < told_on:
            text = say("Tanggal bayar mendahului pemberitahuan yang menyebut biayanya. Periksa bukti bayarnya.")
            yield Problem("paid_on", text)


def rupiah(amount: int) -> str:
    """`Rp 12.500`, as money is written in Indonesia."""
    return f"Rp {amount:,}".replace(",", ".")
