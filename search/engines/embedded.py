"""The default engine: SQLite's FTS5 through APSW, in files of its own below `SEARCH_DIR`.

`live` is a symbolic link to the index that answers; a rebuild fills another file and moves the link, so readers see
the old index or the new one and nothing between. Tokens are made by `search.analysis`; FTS5 only cuts at spaces, finds,
and scores each term with its own bm25 (title and text weighted inside, as in BM25F). `ranking.py` adds up the terms.
"""

import contextlib
import datetime as dt
import json
import os
import secrets
import threading
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

import apsw

from search.analysis.fields import analyse
from search.analysis.question import Question
from search.analysis.spelling import allowed_edits, nearest
from search.engines import ranking
from search.engines.base import EngineDown, Suggestion, content_hash, storable
from search.params import FACETS, Search
from search.results import Answer, Match
from search.sources import Document

BATCH = 500
BUSY_MS = 20_000
# A file that no rebuild can still be filling.
STRAY_S = 24 * 60 * 60
# Tombstones only have to outlive a task that read its row before the drop.
TOMBSTONE_NS = 24 * 60 * 60 * 10**9

_COLUMNS = "title_stems, text_stems, title_forms, text_forms"
SCHEMA = f"""
CREATE TABLE document(
    rowid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, title TEXT NOT NULL, url TEXT NOT NULL,
    text TEXT NOT NULL, page INTEGER, date TEXT, facets TEXT NOT NULL, version TEXT NOT NULL, as_of INTEGER NOT NULL);
CREATE INDEX document_kind ON document(kind, id, version);
CREATE TABLE facet(
    doc INTEGER NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY(doc, name, value)) WITHOUT ROWID;
CREATE INDEX facet_value ON facet(name, value, doc);
CREATE TABLE dropped(id TEXT PRIMARY KEY, as_of INTEGER NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE term USING fts5(
    {_COLUMNS},
    content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0 tokenchars '-'");
CREATE VIRTUAL TABLE vocabulary USING fts5vocab(term, 'col');
"""


class Embedded:
    """The engine over one folder. Each thread of each process has its own connection."""

    name = "embedded"

    def __init__(self, folder: Path):
        self._folder = folder
        self._local = threading.local()

    # --- writing

    def put(self, documents: Iterable[Document], *, as_of: int) -> int:
        return sum(_store(self._connection(), batch, as_of) for batch in _batches(documents))

    def drop(self, ids: Iterable[str], *, as_of: int) -> int:
        ids = list(ids)
        with _trouble(), _writing(self._connection()) as db:
            db.execute("DELETE FROM dropped WHERE as_of < ?", (as_of - TOMBSTONE_NS,))
            for key in ids:
                _remove(db, key, as_of)
        return len(ids)

    def begin(self) -> "Building":
        with _trouble():
            path = _create(self._folder)
        return Building(self._folder, path)

    def erase(self) -> None:
        self.close()
        with _trouble():
            (self._folder / "live").unlink(missing_ok=True)
            for path in self._folder.glob("index-*.sqlite3"):
                _unlink(path)

    # --- reading

    def search(self, question: Question, search: Search) -> Answer:
        if not question:
            return Answer(0, (), {})
        with _trouble(), _reading(self._connection()) as db:
            missing = ranking.fill(db, question)
            where, values = _filters(search)
            total = db.execute(f"SELECT count(*) {_FROM} {where}", values).get
            rows = db.execute(
                f"SELECT d.id, d.kind, d.title, d.url, d.text, hit.score, d.page, d.date, d.facets {_FROM} {where} "
                "ORDER BY round(hit.score, 6) DESC, d.date DESC, d.id LIMIT ? OFFSET ?",
                (*values, search.limit, search.offset),
            )
            return Answer(total, tuple(map(_match, rows)), _counts(db, search), missing)

    def near(self, words: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
        found = {}
        with _trouble(), _reading(self._connection()) as db:
            for word in words:
                if edits := allowed_edits(word):
                    rows = db.execute(
                        "SELECT term, sum(doc) FROM vocabulary WHERE term >= ? AND term < ? "
                        "AND length(term) BETWEEN ? AND ? AND col IN ('title_forms', 'text_forms') GROUP BY term",
                        (word[0], chr(ord(word[0]) + 1), len(word) - edits, len(word) + edits),
                    )
                    found[word] = nearest(word, rows)
        return found

    def suggest(self, words: Sequence[str], limit: int) -> tuple[Suggestion, ...]:
        if not words:
            return ()
        *whole, last = map(ranking.quoted, words)
        match = "title_forms : (" + " AND ".join([*whole, f"{last} *"]) + ")"
        with _trouble(), _reading(self._connection()) as db:
            rows = db.execute(
                "SELECT d.title, min(d.url), d.kind FROM term(?) JOIN document d ON d.rowid = term.rowid "
                "GROUP BY d.title ORDER BY min(term.rank), length(d.title), d.title LIMIT ?",
                (match, limit),
            )
            return tuple(Suggestion(*row) for row in rows)

    def versions(self, kind: str) -> Iterator[tuple[str, str]]:
        with _trouble(), _reading(self._connection()) as db:
            rows = list(db.execute("SELECT id, version FROM document WHERE kind = ? ORDER BY id", (kind,)))
        yield from rows

    def kinds(self) -> frozenset[str]:
        with _trouble(), _reading(self._connection()) as db:
            return frozenset(kind for (kind,) in db.execute("SELECT DISTINCT kind FROM document"))

    def count(self) -> int:
        with _trouble(), _reading(self._connection()) as db:
            return int(db.execute("SELECT count(*) FROM document").get)

    def dump(self) -> Iterator[str]:
        with _trouble(), _reading(self._connection()) as db:
            rows = list(db.execute("SELECT id, title, url, text, facets FROM document"))
            terms = [term for (term,) in db.execute("SELECT DISTINCT term FROM vocabulary")]
        for row in rows:
            yield from row
        yield from terms

    def close(self) -> None:
        db = getattr(self._local, "db", None)
        self._local.db = None
        if db is not None and self._local.process == os.getpid():
            db.close()

    # --- connections

    def _connection(self) -> apsw.Connection:
        """This thread's connection to the live index; opened again when a rebuild has moved the link."""
        with _trouble():
            for _ in range(20):
                target = self._target()
                local = self._local
                if getattr(local, "db", None) and (local.target, local.process) == (target, os.getpid()):
                    return local.db
                self.close()
                try:
                    local.db = _open(self._folder / target)
                except apsw.CantOpenError:
                    if (self._folder / target).exists():
                        raise
                    continue  # a rebuild removed it between the link and the file
                local.target, local.process = target, os.getpid()
                return local.db
        raise EngineDown(f"the live index in {self._folder} cannot be opened")

    def _target(self) -> str:
        live = self._folder / "live"
        try:
            return str(live.readlink())
        except FileNotFoundError:
            path = _create(self._folder)
            try:
                live.symlink_to(path.name)
            except FileExistsError:  # another process was first
                _unlink(path)
            return str(live.readlink())


class Building:
    """An index file that nobody reads yet."""

    def __init__(self, folder: Path, path: Path):
        self._folder = folder
        self._path = path
        with _trouble():
            self._db = _open(path)

    def put(self, documents: Iterable[Document], *, as_of: int) -> int:
        return sum(_store(self._db, batch, as_of) for batch in _batches(documents))

    def commit(self) -> int:
        with _trouble():
            self._db.execute("INSERT INTO term(term) VALUES('optimize')")
            count = int(self._db.execute("SELECT count(*) FROM document").get)
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self._db.close()
            live = self._folder / "live"
            old = live.resolve() if live.is_symlink() else None
            link = self._folder / f".live-{secrets.token_hex(4)}"
            link.symlink_to(self._path.name)
            link.replace(live)
            _remove_old(self._folder, old, self._path)
        return count

    def abandon(self) -> None:
        self._db.close()
        _unlink(self._path)


# --- files ------------------------------------------------------------------------------------------------------------


def _create(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"index-{secrets.token_hex(8)}.sqlite3"
    db = apsw.Connection(str(path))
    db.execute("PRAGMA journal_mode = WAL")
    with db:
        db.execute(SCHEMA)
    db.close()
    return path


def _open(path: Path) -> apsw.Connection:
    # Without CREATE: a file that a rebuild has just removed must not come back empty.
    db = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_EXRESCODE)
    db.set_busy_timeout(BUSY_MS)
    db.execute("PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY")
    db.execute(ranking.SCRATCH)
    return db


def _unlink(path: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)


def _remove_old(folder: Path, replaced: Path | None, live: Path) -> None:
    """Remove the index just replaced (what was withdrawn must not lie about) and what killed rebuilds left long ago.

    A reader that still has the file open keeps it until it lets go.
    """
    for path in folder.glob("index-*.sqlite3"):
        with contextlib.suppress(FileNotFoundError):
            left = path.name != live.name and time.time() - path.stat().st_mtime > STRAY_S
            if left or (replaced and path.name == replaced.name):
                _unlink(path)


@contextlib.contextmanager
def _trouble() -> Iterator[None]:
    """SQLite's and the disk's complaints, as the one error that callers know."""
    try:
        yield
    except (apsw.Error, OSError) as error:
        raise EngineDown(f"embedded search: {error}") from error


@contextlib.contextmanager
def _writing(db: apsw.Connection) -> Iterator[apsw.Connection]:
    db.execute("BEGIN IMMEDIATE")
    try:
        yield db
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")


@contextlib.contextmanager
def _reading(db: apsw.Connection) -> Iterator[apsw.Connection]:
    """One snapshot for all statements of an answer."""
    db.execute("BEGIN")
    try:
        yield db
    finally:
        db.execute("ROLLBACK")


# --- documents --------------------------------------------------------------------------------------------------------


def _batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    stream = iter(documents)
    while batch := list(islice(stream, BATCH)):
        yield batch


def _store(db: apsw.Connection, batch: Sequence[Document], as_of: int) -> int:
    rows = [(document, analyse(document.title), analyse(document.text)) for document in batch]
    with _trouble(), _writing(db):
        for document, title, text in rows:
            if not _remove(db, document.id, as_of, tombstone=False):
                continue
            facets = {name: sorted(values) for name, values in document.facets.items()}
            facts = (document.id, document.kind, document.title, document.url, document.text)
            when = document.date.isoformat() if document.date else None
            packed = json.dumps(facets, ensure_ascii=False)
            db.execute(
                "INSERT INTO document(id, kind, title, url, text, page, date, facets, version, as_of) "
                "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (*map(storable, facts), document.page, when, storable(packed), content_hash(document), as_of),
            )
            row = db.last_insert_rowid()
            terms = (row, title.stems, text.stems, title.forms, text.forms)
            db.execute(f"INSERT INTO term(rowid, {_COLUMNS}) VALUES(?, ?, ?, ?, ?)", terms)
            chosen = [(row, name, storable(value)) for name, values in facets.items() for value in values]
            db.executemany("INSERT OR IGNORE INTO facet VALUES(?, ?, ?)", [*chosen, (row, "kind", document.kind)])
    return len(batch)


def _remove(db: apsw.Connection, key: str, as_of: int, *, tombstone: bool = True) -> bool:
    """Take a document out unless the index knows something newer; whether it is out."""
    newer = db.execute("SELECT 1 FROM dropped WHERE id = ? AND as_of > ?", (key, as_of)).get
    old = db.execute("SELECT rowid, as_of FROM document WHERE id = ?", (key,)).fetchone()
    if newer or (old and old[1] > as_of):
        return False
    if old:
        for table, column in (("document", "rowid"), ("facet", "doc"), ("term", "rowid")):
            db.execute(f"DELETE FROM {table} WHERE {column} = ?", (old[0],))  # noqa: S608
    if tombstone:
        db.execute("INSERT OR REPLACE INTO dropped VALUES(?, ?)", (key, as_of))
    return True


# --- answers ----------------------------------------------------------------------------------------------------------

_FROM = "FROM hit JOIN document d ON d.rowid = hit.doc"


def _match(row: tuple) -> Match:
    key, kind, title, url, text, score, page, date, facets = row
    values = {name: tuple(found) for name, found in json.loads(facets).items()}
    day = dt.date.fromisoformat(date) if date else None
    return Match(key, kind, title, url, text, round(score, 6), page, day, values)


def _filters(search: Search, but: str = "") -> tuple[str, list[str]]:
    """The WHERE clause of what was chosen, leaving out one facet."""
    chosen = {"kind": search.kinds, **search.facets}
    clauses, values = [], []
    for name, wanted in chosen.items():
        if wanted and name != but:
            marks = ", ".join("?" * len(wanted))
            has = f"SELECT 1 FROM facet f WHERE f.doc = hit.doc AND f.name = ? AND f.value IN ({marks})"  # noqa: S608
            clauses.append(f"EXISTS({has})")
            values += [name, *wanted]
    return ("WHERE " + " AND ".join(clauses) if clauses else ""), values


def _counts(db: apsw.Connection, search: Search) -> dict[str, dict[str, int]]:
    """How many hits each value would leave; one statement, and one more for each facet in which something is chosen."""
    chosen = [name for name, wanted in {"kind": search.kinds, **search.facets}.items() if wanted]
    names = ("kind", *FACETS)
    counts: dict[str, dict[str, int]] = {name: {} for name in names}
    for but in ("", *chosen):
        where, values = _filters(search, but)
        wanted = [but] if but else [name for name in names if name not in chosen]
        marks = ", ".join("?" * len(wanted))
        rows = db.execute(
            f"SELECT c.name, c.value, count(*) AS n FROM hit JOIN facet c ON c.doc = hit.doc AND c.name IN ({marks}) "  # noqa: S608
            f"{where} GROUP BY c.name, c.value ORDER BY n DESC, c.value",
            (*wanted, *values),
        )
        for name, value, n in rows:
            counts[name][value] = n
    return {name: found for name, found in counts.items() if found}
