"""The written consideration of every decision on a request (pertimbangan tertulis): UU 14/2008 Ps 7(4)-(5), PP 61/2010
Ps 2, PERKI 1/2021 Ps 5(1)d and 10(2)f; law.md §1.1.

Set by the PPID with the head's approval: of this very text, or by a standing decree in force that day. A refusal under
Ps 17 is approved by itself always (PERKI 1/2021 Ps 10(2)f): a standing approval does not reach it.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Self

from ppid.law.decisions import NoticeContent
from ppid.law.refusals import Invalid, Problem, Unlawful, say


@dataclass(frozen=True)
class Approver:
    """Who approved: the post and name of the head or superior; the decree's number and day when it is standing."""

    position: str
    name: str = ""
    decree_number: str = ""
    decree_on: dt.date | None = None

    @property
    def standing(self) -> bool:
        return bool(self.decree_number)


@dataclass(frozen=True)
class Consideration:
    """The page as stored with its letter. `notice` and `revision`: the text that was decided; `approved_on` None while
    nobody approved it."""

    notice: int
    revision: int
    decision: str
    text: str
    approver: Approver | None = None
    approved_on: dt.date | None = None

    def approved_by(self, approver: Approver, on: dt.date) -> Self:
        """The same page with its approval."""
        return replace(self, approver=approver, approved_on=on)

    def stands_for(self, notice: int, revision: int) -> bool:
        """Whether it is the approved consideration of that very text."""
        return self.approved_on is not None and (self.notice, self.revision) == (notice, revision)

    def as_json(self) -> dict[str, Any]:
        by = self.approver
        return {
            "notice": self.notice, "revision": self.revision, "decision": self.decision, "text": self.text,
            "approved_on": _iso(self.approved_on),
            "approver": by and {
                "position": by.position, "name": by.name, "decree_number": by.decree_number,
                "decree_on": _iso(by.decree_on),
            },
        }  # fmt: skip

    @classmethod
    def from_json(cls, plain: Mapping[str, Any]) -> Self:
        by = plain.get("approver")
        approver = Approver(by["position"], by["name"], by["decree_number"], _day(by["decree_on"])) if by else None
        return cls(
            notice=plain["notice"], revision=plain["revision"], decision=plain["decision"], text=plain["text"],
            approver=approver, approved_on=_day(plain["approved_on"]),
        )  # fmt: skip


def reached_by_standing(content: NoticeContent) -> bool:
    """Whether a standing approval can stand for the superior's word on this decision."""
    return not content.withholds


def require_approved(page: Consideration | None, *, notice: int, revision: int, by: dt.date) -> None:
    """Raise Unlawful unless the written consideration of this very text is approved, Invalid when only after `by`."""
    if page is None or not page.stands_for(notice, revision):
        raise Unlawful(
            say(
                "Pertimbangan tertulis keputusan ini belum disetujui (UU 14/2008 Ps 7 ayat 4). Usulkan kepada atasan "
                "PPID, atau catat persetujuan tetapnya lalu simpan ulang konsep surat."
            )
        )
    if page.approved_on is not None and page.approved_on > by:
        text = say("Tanggal ini mendahului persetujuan pertimbangan tertulisnya. Periksa tanggal pada surat.")
        raise Invalid([Problem("signed_on", text)])


def check_standing(*, dated: dt.date, starts: dt.date, ends: dt.date | None) -> None:
    """A standing approval begins on the day of its decree or later and ends after it began; else Invalid."""
    problems = []
    if starts < dated:
        text = say("Tanggal mulai berlaku mendahului tanggal keputusan. Persetujuan tetap tidak berlaku surut.")
        problems.append(Problem("starts", text))
    if ends is not None and ends < starts:
        problems.append(Problem("ends", say("Tanggal berakhir mendahului tanggal mulai. Periksa keduanya.")))
    if problems:
        raise Invalid(problems)


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
