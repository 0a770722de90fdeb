"""What the delivery note says (tanda penyerahan informasi): which part, which files, when and how, by whom."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Self


@dataclass(frozen=True)
class GivenFile:
    """A file as the note names it; its digest lets the applicant check what was given."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True)
class DeliveryNote:
    """Frozen when the part is handed over, so that the note reads the same for ever. `part` of `parts` parts of the
    notice `notice_number`; `officer` and `position` are whoever handed it over."""

    notice_number: str
    notice_on: dt.date
    part: int
    parts: int
    material: str
    forms: tuple[str, ...]
    how: str
    delivered_on: dt.date
    officer: str
    position: str
    files: tuple[GivenFile, ...] = ()

    def as_json(self) -> dict[str, Any]:
        plain = asdict(self)
        return {
            **plain, "forms": list(self.forms), "files": list(plain["files"]),
            "notice_on": self.notice_on.isoformat(), "delivered_on": self.delivered_on.isoformat(),
        }  # fmt: skip

    @classmethod
    def from_json(cls, plain: Mapping[str, Any]) -> Self:
        return cls(
            **{
                **plain,
                "forms": tuple(plain["forms"]),
                "files": tuple(GivenFile(**file) for file in plain["files"]),
                "notice_on": dt.date.fromisoformat(plain["notice_on"]),
                "delivered_on": dt.date.fromisoformat(plain["delivered_on"]),
            }
        )
