"""The engine for large bodies: Elasticsearch 8 through `elasticsearch.dsl`. The only part that imports it.

Terms are made by `search.analysis` and cut by the whitespace analyzer, so both engines find the same. Done without,
since not every node has them: scripts, ingest, synonym filters, `_delete_by_query`, `_reindex`, `client.info()`.
The live index is an alias; a rebuild fills another index and moves the alias in one call.
"""

import contextlib
import datetime as dt
import secrets
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from elasticsearch import ApiError, BadRequestError, Elasticsearch, NotFoundError, TransportError, dsl, helpers
from elasticsearch.dsl import A, Q

from search.analysis.fields import analyse
from search.analysis.question import Question
from search.analysis.spelling import allowed_edits, nearest
from search.engines.base import EngineDown, Suggestion, content_hash, storable
from search.engines.elasticsearch_question import clause_of, concept_clause
from search.params import FACETS, Search
from search.results import Answer, Match
from search.sources import Document

TIMEOUT_S = 10
MOST_VALUES = 500
TOMBSTONES = "24h"
# An index that no rebuild can still be filling.
STRAY_S = 24 * 60 * 60
# Between the prefix and what tells indices apart: the site "ppid" must never take "ppid-b--x" for its own.
_PART = "--"
STORED = ["kind", "title", "url", "text", "page", "date", "facets"]


class Elastic:
    """The engine over the alias `PREFIX` of one cluster."""

    name = "elasticsearch"

    def __init__(self, url: str, prefix: str):
        self._client = Elasticsearch(url, request_timeout=TIMEOUT_S, max_retries=2, retry_on_timeout=True)
        self._alias = prefix

    # --- writing

    def put(self, documents: Iterable[Document], *, as_of: int) -> int:
        with _trouble():
            self._ensure()
            return _put(self._client, self._alias, documents, as_of)

    def drop(self, ids: Iterable[str], *, as_of: int) -> int:
        ids = list(ids)
        with _trouble():
            self._ensure()
            actions = ({"_op_type": "delete", "_id": key, **_version(as_of)} for key in ids)
            _bulk(self._client, self._alias, actions)
        return len(ids)

    def begin(self) -> "Building":
        with _trouble():
            return Building(self._client, self._alias, _create(self._client, self._alias, secrets.token_hex(6)))

    def erase(self) -> None:
        with _trouble():
            for name in self._client.indices.get(index=f"{self._alias}{_PART}*", features="aliases"):
                self._client.indices.delete(index=name, ignore_unavailable=True)

    def _ensure(self) -> None:
        """An empty live index where there is none. Its name is fixed, so that two first writers make one index."""
        if self._client.indices.exists_alias(name=self._alias):
            return
        with contextlib.suppress(BadRequestError):  # another process was first
            _create(self._client, self._alias, "first", live=True)

    # --- reading

    def search(self, question: Question, search: Search) -> Answer:
        if not question:
            return Answer(0, (), {})
        request = self._query().query(clause_of(question)).source(list(STORED)).extra(track_total_hits=True)
        request = request.sort("_score", {"date": {"order": "desc", "missing": "_last"}}, "key")
        request = _with_facets(request, search)
        known = {str(n): concept_clause(concept) for n, concept in enumerate(question.concepts)}
        if known:
            request.aggs.bucket("everything", "global").bucket("known", "filters", filters=known)
        response = self._execute(request[search.offset : search.offset + search.limit])
        if response is None:
            return Answer(0, (), {}, tuple(range(len(question.concepts))))
        counts = response.aggregations.everything.known.buckets if known else {}
        missing = tuple(int(n) for n in known if not counts[n].doc_count)
        return Answer(response.hits.total.value, tuple(map(_match, response)), _counts(response), missing)

    def near(self, words: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
        askable = [word for word in words if allowed_edits(word)]
        request = self._query()[:0]
        for n, word in enumerate(askable):
            for field in ("title_forms", "text_forms"):
                how = {"field": field, "suggest_mode": "always", "max_edits": 2, "prefix_length": 1, "size": 25}
                request = request.suggest(f"{n}-{field}", word, term={**how, "string_distance": "damerau_levenshtein"})
        response = self._execute(request) if askable else None
        if response is None:
            return {}
        return {word: nearest(word, _options(response, n)) for n, word in enumerate(askable)}

    def suggest(self, words: Sequence[str], limit: int) -> tuple[Suggestion, ...]:
        if not words:
            return ()
        *whole, last = words
        clauses = [*(Q("term", title_forms=word) for word in whole), Q("prefix", title_forms=last)]
        request = self._query().query("bool", must=clauses).source(["title", "url", "kind"]).sort("_score", "key")
        response = self._execute(request[: limit * 4])
        found: dict[str, Suggestion] = {}
        for hit in sorted(response or (), key=lambda hit: len(hit.title)):
            found.setdefault(hit.title, Suggestion(hit.title, hit.url, hit.kind))
        return tuple(found.values())[:limit]

    def versions(self, kind: str) -> Iterator[tuple[str, str]]:
        with _trouble():
            request = self._query().filter("term", kind=kind).source(["version"])
            try:
                yield from ((hit.meta.id, hit.version) for hit in request.params(size=1000).scan())
            except NotFoundError:
                return

    def kinds(self) -> frozenset[str]:
        request = self._query()[:0]
        request.aggs.bucket("kinds", "terms", field="kind", size=MOST_VALUES)
        response = self._execute(request)
        buckets = response.aggregations.kinds.buckets if response is not None else ()  # an answer without hits is falsy
        return frozenset(bucket.key for bucket in buckets)

    def count(self) -> int:
        with _trouble():
            try:
                return int(self._client.count(index=self._alias)["count"])
            except NotFoundError:
                return 0

    def dump(self) -> Iterator[str]:
        fields = ["title_stems", "text_stems", "title_forms", "text_forms"]
        with _trouble():
            for hit in self._query().scan():
                yield from map(str, _leaves(hit.to_dict()))
                vectors = self._client.termvectors(index=self._alias, id=hit.meta.id, fields=fields)
                for field in vectors["term_vectors"].values():
                    yield from field["terms"]

    def close(self) -> None:
        self._client.close()

    def _query(self) -> dsl.Search:
        return dsl.Search(using=self._client, index=self._alias)

    def _execute(self, request: dsl.Search) -> Any:
        """The response; None where no index was built yet."""
        with _trouble():
            try:
                return request.execute()
            except NotFoundError:
                return None


class Building:
    """An index that the alias does not name yet."""

    def __init__(self, client: Elasticsearch, alias: str, index: str):
        self._client, self._alias, self._index = client, alias, index

    def put(self, documents: Iterable[Document], *, as_of: int) -> int:
        with _trouble():
            return _put(self._client, self._index, documents, as_of, alias=False)

    def commit(self) -> int:
        with _trouble():
            self._client.indices.refresh(index=self._index)
            count = int(self._client.count(index=self._index)["count"])
            old = _replaced(self._client, self._alias) - {self._index}
            remove = [{"remove_index": {"index": name}} for name in sorted(old)]
            add = {"add": {"index": self._index, "alias": self._alias}}
            self._client.indices.update_aliases(actions=[add, *remove])
        return count

    def abandon(self) -> None:
        with _trouble():
            self._client.indices.delete(index=self._index, ignore_unavailable=True)


# --- the index --------------------------------------------------------------------------------------------------------


def _fields() -> dsl.Mapping:
    mapping = dsl.Mapping()
    mapping.meta("dynamic", False)
    mapping.meta("_source", excludes=["title_stems", "text_stems", "title_forms", "text_forms"])
    mapping.meta("dynamic_templates", [
        {"facets": {"path_match": "facets.*", "mapping": {"type": "keyword", "ignore_above": 500}}},
    ])  # fmt: skip
    for name in ("title_stems", "text_stems", "title_forms", "text_forms"):
        mapping.field(name, dsl.Text(analyzer="whitespace"))
    for name in ("key", "kind"):
        mapping.field(name, dsl.Keyword())
    for name in ("url", "version"):
        mapping.field(name, dsl.Keyword(index=False, doc_values=False))
    for name in ("title", "text"):
        mapping.field(name, dsl.Text(index=False))
    mapping.field("page", dsl.Integer(index=False))
    mapping.field("date", dsl.Date())
    mapping.field("facets", dsl.Object(dynamic=True))
    return mapping


def _create(client: Elasticsearch, alias: str, ending: str, *, live: bool = False) -> str:
    index = dsl.Index(f"{alias}{_PART}{ending}", using=client)
    index.settings(number_of_shards=1, number_of_replicas=0, gc_deletes=TOMBSTONES)
    index.mapping(_fields())
    if live:
        index.aliases(**{alias: {}})
    index.create()
    return f"{alias}{_PART}{ending}"


def _replaced(client: Elasticsearch, alias: str) -> set[str]:
    """The index that the alias names, and what killed rebuilds left long ago."""
    found = client.indices.get(index=f"{alias}{_PART}*", features="aliases,settings")
    oldest = (time.time() - STRAY_S) * 1000
    made = {name: int(index["settings"]["index"]["creation_date"]) for name, index in found.items()}
    left = {name for name, index in found.items() if not index["aliases"] and made[name] < oldest}
    return left | {name for name, index in found.items() if alias in index["aliases"]}


def _put(client: Elasticsearch, index: str, documents: Iterable[Document], as_of: int, *, alias: bool = True) -> int:
    count = 0

    def actions() -> Iterator[dict[str, Any]]:
        nonlocal count
        for document in documents:
            count += 1
            yield {"_op_type": "index", "_id": document.id, **_version(as_of), "_source": _source(document)}

    _bulk(client, index, actions(), alias=alias)
    return count


def _version(as_of: int) -> dict[str, Any]:
    return {"version": as_of, "version_type": "external_gte"}


def _bulk(client: Elasticsearch, index: str, actions: Iterable[dict[str, Any]], *, alias: bool = True) -> None:
    """Send; a conflict means that the index knows something newer, a 404 that there was nothing to drop."""
    sent = helpers.streaming_bulk(
        client, actions, index=index, require_alias=alias, raise_on_error=False, max_retries=2
    )
    wrong = [result for done, result in sent if not done]
    wrong = [item for result in wrong for item in result.values() if item["status"] not in (404, 409)]
    if wrong:
        raise EngineDown(f"elasticsearch refused {len(wrong)} writes, the first: {wrong[0].get('error')}")
    client.indices.refresh(index=index)


def _source(document: Document) -> dict[str, Any]:
    title, text = analyse(document.title), analyse(document.text)
    return {
        "key": document.id,
        "kind": document.kind,
        "title": storable(document.title),
        "url": document.url,
        "text": storable(document.text),
        "page": document.page,
        "date": document.date.isoformat() if document.date else None,
        "facets": {name: [storable(value) for value in values] for name, values in document.facets.items()},
        "version": content_hash(document),
        "title_stems": title.stems,
        "text_stems": text.stems,
        "title_forms": title.forms,
        "text_forms": text.forms,
    }


@contextlib.contextmanager
def _trouble() -> Iterator[None]:
    """Everything that the cluster or the way to it may complain of, as the one error that callers know."""
    try:
        yield
    except (ApiError, TransportError) as error:
        raise EngineDown(f"elasticsearch: {error}") from error


# --- the answer -------------------------------------------------------------------------------------------------------


def _with_facets(request: dsl.Search, search: Search) -> dsl.Search:
    """Narrow the hits after counting, and count each facet as if nothing were chosen within it."""
    chosen = {"kind": search.kinds, **search.facets}
    filters = {name: Q("terms", **{_path(name): list(values)}) for name, values in chosen.items() if values}
    for name in ("kind", *FACETS):
        others = [query for other, query in filters.items() if other != name]
        request.aggs.bucket(f"facet-{name}", A("filter", filter=Q("bool", filter=others))).bucket(
            "values", "terms", field=_path(name), size=MOST_VALUES
        )
    return request.post_filter("bool", filter=list(filters.values())) if filters else request


def _path(name: str) -> str:
    return name if name == "kind" else f"facets.{name}"


def _counts(response: Any) -> dict[str, dict[str, int]]:
    counts = {}
    for name in ("kind", *FACETS):
        buckets = response.aggregations[f"facet-{name}"]["values"].buckets
        if buckets:
            counts[name] = {bucket.key: bucket.doc_count for bucket in buckets}
    return counts


def _match(hit: Any) -> Match:
    fields = hit.to_dict()
    day = fields.get("date")
    return Match(
        id=hit.meta.id,
        kind=fields["kind"],
        title=fields["title"],
        url=fields["url"],
        text=fields.get("text", ""),
        score=round(hit.meta.score or hit.meta.sort[0], 6),
        page=fields.get("page"),
        date=dt.date.fromisoformat(day) if day else None,
        facets={name: tuple(values) for name, values in (fields.get("facets") or {}).items()},
    )


def _options(response: Any, place: int) -> Iterator[tuple[str, int]]:
    for field in ("title_forms", "text_forms"):
        for entry in response.suggest[f"{place}-{field}"]:
            yield from ((option.text, option.freq) for option in entry.options)


def _leaves(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _leaves(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _leaves(inner)
    elif value is not None:
        yield value
