"""An own index and own sources for each test: what other rooms publish does not matter here."""

from collections.abc import Collection, Iterator
from pathlib import Path

import pytest

from search import index, sources
from search.engines import open_engine
from search.engines.base import Engine
from search.sources import Document


class Shelf:
    """A source over a dictionary: what stands in it is public."""

    kind = "entry"
    label = "Rak"

    def __init__(self) -> None:
        self.shelf: dict[str, Document] = {}

    def add(self, key: str, title: str, text: str = "", **facets: str) -> None:
        values = {name: (value,) for name, value in facets.items()}
        self.shelf[key] = Document(f"entry:{key}", "entry", title, f"/daftar-informasi/{key}/", text, values)

    def keys(self) -> Iterator[str]:
        yield from list(self.shelf)

    def documents(self, keys: Collection[str] | None = None) -> Iterator[Document]:
        yield from [self.shelf[key] for key in (self.shelf if keys is None else keys) if key in self.shelf]


@pytest.fixture
def shelf(monkeypatch: pytest.MonkeyPatch) -> Shelf:
    made = Shelf()
    monkeypatch.setattr(sources, "_registry", {"entry": made})
    return made


@pytest.fixture
def own_engine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Engine:
    made = open_engine(tmp_path / "search")
    monkeypatch.setattr(index, "engine", lambda: made)
    return made
