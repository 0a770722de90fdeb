"""Every test of this folder runs on both engines."""

import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest

from search.engines import open_engine
from search.engines.base import Engine
from tests.elasticsearch.genuine import elasticsearch_url  # noqa: F401

ENGINES = ["embedded", pytest.param("elasticsearch", marks=pytest.mark.elasticsearch)]


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An empty engine, removed afterwards."""
    url = request.getfixturevalue("elasticsearch_url") if request.param == "elasticsearch" else ""
    made = open_engine(tmp_path / "search", url, f"uji-{secrets.token_hex(6)}")
    yield made
    made.erase()
    made.close()


@pytest.fixture(params=ENGINES, scope="module")
def shared_engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """One engine for a module whose tests only read, or that hypothesis runs many times."""
    url = request.getfixturevalue("elasticsearch_url") if request.param == "elasticsearch" else ""
    made = open_engine(tmp_path_factory.mktemp("search"), url, f"uji-{secrets.token_hex(6)}")
    yield made
    made.erase()
    made.close()
