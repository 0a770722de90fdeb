"""What an answer costs, what came in for it and what is left (PERKI 1/2021 Ps 37-38), for the desk and for actions.

The applicant's page reads the same from the log (`ppid.queries.tracking_fees`).
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ppid.law import fees
from ppid.law.copies import told_fee
from ppid.law.fee_papers import PaymentReceipt
from ppid.law.fees import Balance, Fee
from ppid.models import Delivery, Letter, Payment
from ppid.queries.giving import PartRow


@dataclass(frozen=True, slots=True)
class Paid:
    """One payment with its receipt; `receipt` is the letter's private file, None while it is being made."""

    paid_on: dt.date
    amount: int
    how: str
    number: str
    receipt: int | None


@dataclass(frozen=True, slots=True)
class CaseFees:
    """`balance` of the whole answer, and its payments in order."""

    balance: Balance
    payments: tuple[Paid, ...]


def balance_of(rows: Sequence[Delivery]) -> Balance:
    """What all parts of a notice (at least one) cost as they were chosen, and what came in for it. One statement."""
    due = Fee.of_all(told_fee(row.given) for row in rows)
    paid = Payment.objects.filter(notice_id=rows[0].letter_id).values_list("paid_on", "amount")
    return fees.balance(due, paid)


def fees_of(parts: Iterable[PartRow], letters: Iterable[Letter]) -> CaseFees | None:
    """The same for the case page, from its parts and letters, without a statement; None where nothing costs."""
    receipts = [(letter, PaymentReceipt.from_json(letter.content)) for letter in letters if _is_receipt(letter)]
    due = Fee.of_all(told_fee(row.part) for row in parts)
    if not due.total and not receipts:
        return None
    ways = dict(Payment.How.choices)
    return CaseFees(
        fees.balance(due, [(paid.paid_on, paid.amount) for _letter, paid in receipts]),
        tuple(
            Paid(paid.paid_on, paid.amount, str(ways[paid.how]), letter.number, letter.draft_id)
            for letter, paid in receipts
        ),
    )


def _is_receipt(letter: Letter) -> bool:
    return letter.kind == Letter.Kind.PAYMENT
