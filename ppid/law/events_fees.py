"""What the case log says of money and of the form for copies. No name and no address stands here.

`letter` is the notice that told the fee, `paper` the letter that the act made. Amounts are whole rupiah.
"""

from dataclasses import dataclass
from typing import ClassVar

from ppid.law.events import Payload


@dataclass(frozen=True)
class PaymentRecorded(Payload):
    """PERKI 1/2021 Ps 38. `left` is owed afterwards; `proof` a salted hash."""

    kind: ClassVar[str] = "payment_recorded"
    letter: int
    paid_on: str
    amount: int
    how: str
    left: int
    paper: int
    proof: str = ""


@dataclass(frozen=True)
class CopyFormFilled(Payload):
    """PERKI 1/2021 Ps 35. `fingerprint`: of what was filled in; `copying` and `delivery` what it costs."""

    kind: ClassVar[str] = "copy_form_filled"
    letter: int
    part: int
    form: str
    way: str
    copying: int
    delivery: int
    paper: int
    fingerprint: str
