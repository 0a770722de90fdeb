"""What may be asked, cleaned: a search either has these shapes or is refused with a reason. Pure Python."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

MAX_QUERY = 300
MAX_LIMIT = 1000
PAGE_SIZE = 10
# Both engines stop here; who wants more wants the register's own list or the open data.
DEEPEST = 10_000
MAX_CHOSEN = 20
MAX_VALUE = 300

# Every kind the promises name (interfaces.md), in the order in which they are shown.
KINDS = ("entry", "outcome", "page", "answer", "exclusion", "decision", "regulation", "report")
# What results may be narrowed by, besides the kind. A document may carry other facets; they are indexed, not offered.
FACETS = ("unit", "class", "year", "status", "category")


class Refused(ValueError):
    """A search that cannot be asked. `field` names what is wrong, `code` how; whoever shows it finds the words."""

    def __init__(self, field: str, code: str, value: object = None):
        super().__init__(f"{field}: {code}")
        self.field = field
        self.code = code
        self.value = value


@dataclass(frozen=True, slots=True)
class Search:
    """One search. `page` counts from 1, `limit` is the number of hits a page, `kinds` empty means all of them."""

    query: str
    kinds: tuple[str, ...] = ()
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    page: int = 1
    limit: int = PAGE_SIZE
    exact: bool = False

    @property
    def offset(self) -> int:
        return (self.page - 1) * self.limit

    @property
    def narrowed(self) -> bool:
        return bool(self.kinds or any(self.facets.values()))


def clean(
    query: str,
    *,
    kinds: Sequence[str] = (),
    facets: Mapping[str, Sequence[str]] | None = None,
    page: int = 1,
    limit: int = PAGE_SIZE,
    exact: bool = False,
) -> Search:
    """A search from raw input.

    Raises Refused naming the field: query too_long, kind or facet unknown, page or limit out_of_range.
    """
    query = " ".join(query.replace("\x00", " ").split())
    if len(query) > MAX_QUERY:
        raise Refused("query", "too_long", len(query))
    for kind in kinds:
        if kind not in KINDS:
            raise Refused("kind", "unknown", kind)
    if not 1 <= limit <= MAX_LIMIT:
        raise Refused("limit", "out_of_range", limit)
    if page < 1 or page * limit > DEEPEST:
        raise Refused("page", "out_of_range", page)
    chosen = {name: tuple(dict.fromkeys(v for v in values if v)) for name, values in (facets or {}).items()}
    for name, values in chosen.items():
        if name not in FACETS:
            raise Refused("facet", "unknown", name)
        if len(values) > MAX_CHOSEN:
            raise Refused("facet", "too_many", name)
    return Search(query, tuple(dict.fromkeys(kinds)), {n: v for n, v in chosen.items() if v}, page, limit, exact)
