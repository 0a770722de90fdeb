"""What the papers of money and copies say, frozen when they are made: the receipt of a payment (kuitansi, PERKI 1/2021
Ps 38) and the filled form for copies (Ps 35). Amounts are whole rupiah."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Self


@dataclass(frozen=True)
class PaymentReceipt:
    """`copying` and `delivery` are due in all, `before` was paid earlier, `amount` now; `parts` of the notice cost
    something. `officer` and `position` are whoever took it."""

    notice_number: str
    notice_on: dt.date
    parts: tuple[int, ...]
    copying: int
    delivery: int
    before: int
    amount: int
    how: str
    paid_on: dt.date
    officer: str
    position: str

    @property
    def due(self) -> int:
        return self.copying + self.delivery

    @property
    def left(self) -> int:
        return max(self.due - self.before - self.amount, 0)

    def as_json(self) -> dict[str, Any]:
        return {
            **asdict(self), "parts": list(self.parts), "notice_on": self.notice_on.isoformat(),
            "paid_on": self.paid_on.isoformat(),
        }  # fmt: skip

    @classmethod
    def from_json(cls, plain: Mapping[str, Any]) -> Self:
        days = {name: dt.date.fromisoformat(plain[name]) for name in ("notice_on", "paid_on")}
        return cls(**{**plain, **days, "parts": tuple(plain["parts"])})


@dataclass(frozen=True)
class CopyFormPaper:
    """`part` of `parts` parts; `days`: working days that the notice states; `officer` is empty where the applicant
    filled it in on the portal."""

    notice_number: str
    notice_on: dt.date
    part: int
    parts: int
    material: str
    form: str
    way: str
    sheets: int
    recipient: str
    address: str
    reach: str
    copying: int
    delivery: int
    days: int
    filled_on: dt.date
    officer: str = ""
    position: str = ""

    @property
    def due(self) -> int:
        return self.copying + self.delivery

    def as_json(self) -> dict[str, Any]:
        return {**asdict(self), "notice_on": self.notice_on.isoformat(), "filled_on": self.filled_on.isoformat()}

    @classmethod
    def from_json(cls, plain: Mapping[str, Any]) -> Self:
        days = {name: dt.date.fromisoformat(plain[name]) for name in ("notice_on", "filled_on")}
        return cls(**{**plain, **days})
