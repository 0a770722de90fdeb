"""The index stays in step with what is public."""

import pytest
from django.db import transaction

from search import index
from search.engines.base import Engine
from tests.integration.search.conftest import Shelf

pytestmark = pytest.mark.django_db


def test_refresh_puts_what_is_public_and_drops_what_is_not(shelf: Shelf, own_engine: Engine) -> None:
    shelf.add("1", "Anggaran")
    shelf.add("2", "Jalan")
    index.refresh("entry", [1, 2, 404])
    assert own_engine.count() == 2
    del shelf.shelf["2"]
    index.refresh("entry", ["2"])
    assert [key for key, _ in own_engine.versions("entry")] == ["entry:1"]


def test_refresh_refuses_to_run_before_the_commit(shelf: Shelf, own_engine: Engine) -> None:
    with transaction.atomic(), pytest.raises(RuntimeError, match="after commit"):
        index.refresh("entry", ["1"])


def test_a_sweep_mends_missing_stale_and_orphaned(shelf: Shelf, own_engine: Engine) -> None:
    for key in "1234":
        shelf.add(key, f"Judul {key}")
    index.refresh("entry", ["1", "2", "3"])
    shelf.add("2", "Judul lain")
    del shelf.shelf["3"]
    swept = index.sweep()
    assert (swept.checked, swept.missing, swept.stale, swept.orphaned, swept.healed) == (3, 1, 1, 1, 3)
    assert index.sweep().healed == 0
    assert own_engine.count() == 3


def test_a_sweep_drops_a_kind_nobody_hands_over_any_more(
    shelf: Shelf, own_engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf.add("1", "Judul")
    index.refresh("entry", ["1"])
    monkeypatch.setattr("search.sources._registry", {})
    assert index.sweep().orphaned == 1
    assert own_engine.count() == 0


def test_a_rebuild_holds_everything_public_and_nothing_else(shelf: Shelf, own_engine: Engine) -> None:
    shelf.add("1", "Judul")
    index.refresh("entry", ["1"])
    del shelf.shelf["1"]
    for key in range(2, 9):
        shelf.add(str(key), f"Judul {key}")
    assert index.rebuild().documents == 7
    assert index.sweep().healed == 0
