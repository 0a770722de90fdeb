"""The two ten-day clocks of a request, side by side with the doubt (law.md §1.4, §2.6).

The UU's runs from receipt, never restarts and drives everything; the PERKI's runs from completeness and stands beside
it, so that nobody is told one date alone where two texts give two.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ppid.law.terms import term
from ppid.models import Deadline, InformationRequest

UU, PERKI = "REQ_NOTICE_UU", "REQ_NOTICE_PERKI"


@dataclass(frozen=True, slots=True)
class TenDays:
    """One clock. `first`: the day it runs from, None while that has not happened; `due`: its last day, None too while
    no decree covers the year."""

    name: str
    article: str
    since: str
    first: dt.date | None
    due: dt.date | None


@dataclass(frozen=True, slots=True)
class TwoClocks:
    """`uu` is the one that counts. `doubt` says why there are two."""

    uu: TenDays
    perki: TenDays
    doubt: str

    @property
    def pair(self) -> tuple[TenDays, TenDays]:
        return (self.uu, self.perki)


def two_clocks(case: InformationRequest, deadlines: Iterable[Deadline]) -> TwoClocks | None:
    """From the standing deadlines of `case`; None for a case that has no such clock."""
    rows = {row.term: row for row in deadlines if row.term in (UU, PERKI)}
    uu, perki = rows.get(UU), rows.get(PERKI)
    if uu is None:
        return None
    return TwoClocks(
        uu=TenDays(_("Menurut undang-undang"), term(UU).source, _("sejak permohonan diterima"), uu.from_day, uu.due),
        perki=TenDays(
            _("Menurut PERKI 1/2021"), term(PERKI).source, _("sejak permohonan dinyatakan lengkap"),
            perki.from_day if perki else case.complete_on, perki.due if perki else None,
        ),
        doubt=_(term(PERKI).doubt),
    )  # fmt: skip
