"""Every time limit of law.md §9, by code."""

from collections.abc import Mapping
from difflib import get_close_matches
from types import MappingProxyType
from typing import Final

from ppid.law.term import Group, Term, Unit
from ppid.law.terms_duties import COMPLAINT_TERMS, EXCLUSION_TERMS, LAPOR_TERMS, PERSONAL_DATA_TERMS, PUBLISHING_TERMS
from ppid.law.terms_information import DISPUTE_TERMS, OBJECTION_TERMS, REQUEST_TERMS

__all__ = ["ALL_TERMS", "Group", "Term", "Unit", "UnknownTerm", "by_group", "term"]

ALL_TERMS: Final[tuple[Term, ...]] = (
    *REQUEST_TERMS, *OBJECTION_TERMS, *DISPUTE_TERMS, *PUBLISHING_TERMS, *EXCLUSION_TERMS, *COMPLAINT_TERMS,
    *LAPOR_TERMS, *PERSONAL_DATA_TERMS,
)  # fmt: skip
_BY_CODE: Final[Mapping[str, Term]] = MappingProxyType({row.code: row for row in ALL_TERMS})


class UnknownTerm(LookupError):
    """No term has this code; the message is Indonesian and suggests near ones."""

    def __init__(self, code: str) -> None:
        self.code = code
        near = get_close_matches(code.upper(), _BY_CODE, n=3)
        advice = f"Maksud Anda {' atau '.join(near)}?" if near else "Daftar kode: deadline --list."
        super().__init__(f"Kode tenggat “{code}” tidak dikenal. {advice}")

    def __str__(self) -> str:
        return str(self.args[0])


def term(code: str) -> Term:
    """The term with this code, in whatever case it is written. Raises UnknownTerm."""
    row = _BY_CODE.get(code) or _BY_CODE.get(code.strip().upper())
    if row is None:
        raise UnknownTerm(code)
    return row


def by_group() -> list[tuple[Group, list[Term]]]:
    """The terms under the heading where a reader looks for them, in the order of the law table."""
    return [(group, [row for row in ALL_TERMS if row.group is group]) for group in Group]
