"""What may be found: sources register themselves here and hand over documents. Search knows no domain.

A source lives in `disclosures` or `portal`, is registered in that app's `ready()`, and projects only what is public.
`ppid` registers none, so no case and no applicant can reach the index (architecture.md, The arrow).
"""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Document:
    """One public thing as search sees it.

    `id` is `kind:key`, `url` a path of this site, `text` everything public that should be found besides the title,
    `facets` maps a facet's name (`unit`, `class`, `year`, `status`) to its values, `page` a page of a file.
    """

    id: str
    kind: str
    title: str
    url: str
    text: str = ""
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    date: dt.date | None = None
    page: int | None = None


class Source(Protocol):
    """Hands over the documents of one kind. `key` is what follows the colon in a document's id."""

    kind: str
    label: str

    def keys(self) -> Iterator[str]:
        """The key of everything public of this kind, now."""

    def documents(self, keys: Collection[str] | None = None) -> Iterator[Document]:
        """The public documents among `keys`, or all; a key that is no longer public is left out."""


_registry: dict[str, Source] = {}


def register(source: Source) -> None:
    """Add a source; a second one of the same kind replaces the first (so that `ready()` may run twice)."""
    _registry[source.kind] = source


def registered() -> tuple[Source, ...]:
    return tuple(_registry.values())


def source_of(kind: str) -> Source:
    """The source of a kind. Raises KeyError for a kind nobody registered."""
    return _registry[kind]
