"""The print-out of silence: what was not sent by which day. The system's record for the applicant, no letter of the
body: a commission asks for proof of the request and of the objection, and silence leaves no paper (PERKI 1/2013 Ps 11).
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self


@dataclass(frozen=True)
class SilenceContent:
    """`term`: the missed one. `received_on`: of the request or objection; `due`: its last day; `as_of`: the day of the
    print-out, on which the system still held no sending. `trail` as the ledger keeps it."""

    term: str
    received_on: dt.date
    due: dt.date
    as_of: dt.date
    trail: tuple[Mapping[str, Any], ...] = ()

    @property
    def objection(self) -> bool:
        """Whether the superior was silent on an objection, rather than the PPID on a request."""
        return self.term == "OBJ_ANSWER"

    def as_json(self) -> dict[str, Any]:
        return {
            "term": self.term, "received_on": self.received_on.isoformat(), "due": self.due.isoformat(),
            "as_of": self.as_of.isoformat(), "trail": [dict(day) for day in self.trail],
        }  # fmt: skip

    @classmethod
    def from_json(cls, plain: Mapping[str, Any]) -> Self:
        received_on, due, as_of = (dt.date.fromisoformat(plain[name]) for name in ("received_on", "due", "as_of"))
        return cls(plain["term"], received_on, due, as_of, tuple(plain.get("trail", ())))
