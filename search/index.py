"""Keeping the index in step with what is public: refresh after a commit, rebuild at will, sweep every night.

Nothing here may run inside a transaction that has not been committed: the index would hold what a roll-back takes
away. Callers enqueue a task, or call after their own commit.
"""

import contextlib
import secrets
import tempfile
import time
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path

from django.conf import settings
from django.db import transaction

from search.engines import open_engine
from search.engines.base import Engine, content_hash
from search.sources import Source, registered, source_of

BATCH = 500
# Rebuild and sweep go over the sources again until nothing changed meanwhile, this often at most.
MOST_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Sweep:
    """What a sweep found: documents not indexed, changed, or with no business there; how many it mended."""

    engine: str
    checked: int
    missing: int
    stale: int
    orphaned: int
    healed: int


@dataclass(frozen=True, slots=True)
class Rebuilt:
    engine: str
    documents: int
    took_ms: int


@cache
def _opened(folder: str, url: str, prefix: str) -> Engine:
    return open_engine(Path(folder), url, prefix)


def engine() -> Engine:
    """The site's engine: Elasticsearch where `ELASTICSEARCH_URL` is set, the embedded one otherwise."""
    return _opened(str(settings.SEARCH_DIR), settings.ELASTICSEARCH_URL, settings.ELASTICSEARCH_PREFIX)


@contextlib.contextmanager
def scratch() -> Iterator[Engine]:
    """An empty engine of the site's sort, removed at the end. The site's own index is untouched."""
    folder = Path(settings.SEARCH_DIR)
    folder.mkdir(parents=True, exist_ok=True)
    prefix = f"{settings.ELASTICSEARCH_PREFIX}-scratch-{secrets.token_hex(6)}"
    with tempfile.TemporaryDirectory(prefix="scratch-", dir=folder, ignore_cleanup_errors=True) as place:
        made = open_engine(Path(place), settings.ELASTICSEARCH_URL, prefix)
        try:
            yield made
        finally:
            made.erase()
            made.close()


def refresh(kind: str, keys: Collection[str | int]) -> None:
    """Bring these documents of a kind in step: what is public is put, what no longer is (or never was) is dropped.

    Call it after commit, with the keys alone. Raises KeyError for a kind without a source, EngineDown in an outage
    (the task then fails and is run again), RuntimeError inside an open transaction.
    """
    if transaction.get_connection().in_atomic_block and not _in_test_transaction():
        raise RuntimeError("search.index.refresh must run after commit: enqueue a task, or use transaction.on_commit")
    source = source_of(kind)
    stream = iter(dict.fromkeys(map(str, keys)))
    while batch := list(islice(stream, BATCH)):
        _refresh(engine(), source, batch)


def _in_test_transaction() -> bool:
    """Whether the only open block is the one that django.test.TestCase and pytest-django put around a test."""
    blocks = transaction.get_connection().atomic_blocks
    return all(getattr(block, "_from_testcase", False) for block in blocks)


def _refresh(engine: Engine, source: Source, keys: Collection[str]) -> None:
    as_of = time.time_ns()  # before the rows are read: a later reader wins over us
    public = list(source.documents(keys))
    gone = {f"{source.kind}:{key}" for key in keys} - {document.id for document in public}
    if public:
        engine.put(public, as_of=as_of)
    if gone:
        engine.drop(gone, as_of=as_of)


def rebuild() -> Rebuilt:
    """Make the whole index anew beside the live one and swap; then sweep away what changed while it was built."""
    started = time.perf_counter()
    target = engine()
    building = target.begin()
    try:
        for source in registered():
            for keys in _batches(source.keys()):
                as_of = time.time_ns()
                building.put(source.documents(keys), as_of=as_of)
    except BaseException:
        building.abandon()
        raise
    building.commit()
    for _ in range(MOST_ROUNDS):
        if not sweep().healed:
            break
    return Rebuilt(target.name, target.count(), round((time.perf_counter() - started) * 1000))


def sweep() -> Sweep:
    """Compare every public document with the index by content and mend what differs."""
    target = engine()
    checked = missing = stale = 0
    orphans: set[str] = set()
    for source in registered():
        known = dict(target.versions(source.kind))
        for keys in _batches(source.keys()):
            wrong = []
            for document in source.documents(keys):
                checked += 1
                version = known.pop(document.id, None)
                if version is None or version != content_hash(document):
                    missing += version is None
                    stale += version is not None
                    wrong.append(document.id.partition(":")[2])
            if wrong:
                _refresh(target, source, wrong)
        if known:
            # Read once more before dropping: a document may have been published since its keys were listed.
            _refresh(target, source, [key.partition(":")[2] for key in known])
            orphans |= known.keys()
    for kind in target.kinds() - {source.kind for source in registered()}:
        strays = [key for key, _ in target.versions(kind)]
        target.drop(strays, as_of=time.time_ns())
        orphans |= set(strays)
    return Sweep(target.name, checked, missing, stale, len(orphans), missing + stale + len(orphans))


def fill_if_empty() -> None:
    """Index everything where nothing is indexed yet: what the migrations seeded is found without a worker."""
    if not engine().count():
        rebuild()


def _batches(keys: Iterator[str]) -> Iterator[list[str]]:
    while batch := list(islice(keys, BATCH)):
        yield batch
