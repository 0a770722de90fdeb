"""What the search page shows, one frozen dataclass a page; no query hides in its template."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.utils.functional import Promise

from search import forms, params
from search.analysis.snippet import Segment
from search.results import Hit, Results

State = Literal["start", "results", "nothing", "down", "refused"]
# Values of a facet shown at once, besides the chosen ones.
MOST_OPTIONS = 12
_ABOUT = 200


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a facet: what the address says, what people read, how many hits it would leave."""

    value: str
    label: str | Promise
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    name: str
    legend: str | Promise
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One hit as the list shows it."""

    url: str
    title: tuple[Segment, ...]
    snippet: tuple[Segment, ...]
    kind: str | Promise
    unit: str
    date: dt.date | None
    page: int | None


@dataclass(frozen=True, slots=True)
class SearchScreen:
    """The search page in one of its states.

    start: nothing asked yet. results, nothing: the engine answered. down: it could not. refused: the form is wrong.
    `filters`: label and values of what narrows. Links are query strings of this page, `ask` the address of the request
    form.
    """

    state: State
    form: forms.SearchForm
    query: str
    total: int = 0
    rows: tuple[Row, ...] = ()
    facets: tuple[Facet, ...] = ()
    page: Page | None = None
    rest: str = ""
    exact: bool = False
    exact_link: str = ""
    loose_link: str = ""
    unnarrowed_link: str = ""
    corrected: tuple[tuple[str, str], ...] = ()
    only_stopwords: bool = False
    filters: tuple[tuple[str | Promise, str], ...] = ()
    ask: str = "/permohonan/baru/"


def unanswered(state: State, form: forms.SearchForm) -> SearchScreen:
    """The page without an answer: before the question, in an outage, or for a question that cannot be asked."""
    query = form.cleaned_data.get("q", "") if state != "refused" else str(form.data.get("q", ""))
    return SearchScreen(state, form, query, ask=_ask(query), exact=bool(form.data.get("persis")))


def answered(form: forms.SearchForm, search: params.Search, results: Results) -> SearchScreen:
    chosen = {"kind": search.kinds, **search.facets}
    given = _given(search)
    pages = Paginator(range(min(results.total, params.DEEPEST)), search.limit)
    return SearchScreen(
        state="results" if results.total else "nothing",
        form=form,
        query=search.query,
        total=results.total,
        rows=tuple(map(_row, results.hits)),
        facets=tuple(_facets(results.facets, chosen)),
        page=pages.page(search.page) if search.page <= pages.num_pages else None,
        rest=urlencode(given),
        exact=search.exact,
        exact_link=urlencode([*_without(given, "persis"), ("persis", "1")]),
        loose_link=urlencode(_without(given, "persis")),
        unnarrowed_link=urlencode({"q": search.query}) if search.narrowed else "",
        corrected=tuple(results.corrected.items()),
        only_stopwords=results.only_stopwords,
        filters=tuple(_filters(search)),
        ask=_ask(search.query),
    )


def _filters(search: params.Search) -> Iterable[tuple[str | Promise, str]]:
    """Each filter in force by its label and its values, so that a page without a hit says what narrowed it."""
    if search.kinds:
        yield (
            forms.SearchForm.base_fields["jenis"].label or "",
            ", ".join(str(forms.KIND_LABELS[k]) for k in search.kinds),
        )
    for name, label in forms.FACETS.values():
        if values := search.facets.get(name):
            yield label, ", ".join(values)


def last_page(screen: SearchScreen, search: params.Search) -> str:
    """The query string of the last page that exists."""
    last = max(1, -(-min(screen.total, params.DEEPEST) // search.limit))
    return f"{screen.rest}&{urlencode({'halaman': last})}"


def _given(search: params.Search) -> list[tuple[str, str]]:
    """The question as the address carries it, the page number left out."""
    given = [("q", search.query)]
    given += [("jenis", forms.KIND_WORDS[kind]) for kind in search.kinds]
    given += [(word, value) for word, (name, _) in forms.FACETS.items() for value in search.facets.get(name, ())]
    return [*given, ("persis", "1")] if search.exact else given


def _without(given: Iterable[tuple[str, str]], name: str) -> list[tuple[str, str]]:
    return [pair for pair in given if pair[0] != name]


def _ask(query: str) -> str:
    about = query[:_ABOUT].strip()
    return "/permohonan/baru/?" + urlencode({"tentang": about}) if about else "/permohonan/baru/"


def _facets(counts: Mapping[str, Mapping[str, int]], chosen: Mapping[str, tuple[str, ...]]) -> Iterable[Facet]:
    yield from _facet("jenis", "kind", forms.SearchForm.base_fields["jenis"].label, counts, chosen)
    for word, (name, label) in forms.FACETS.items():
        yield from _facet(word, name, label, counts, chosen)


def _facet(
    word: str,
    name: str,
    legend: str | Promise | None,
    counts: Mapping[str, Mapping[str, int]],
    chosen: Mapping[str, tuple[str, ...]],
) -> Iterable[Facet]:
    """One facet, if there is anything to choose: two values, or one that is chosen already."""
    picked, found = chosen.get(name, ()), counts.get(name, {})
    values = sorted(found, key=lambda value: (-found[value], value))[:MOST_OPTIONS]
    values += [value for value in picked if value not in values]
    if name == "year":
        values.sort(reverse=True)
    if len(values) > 1 or picked:
        yield Facet(word, legend or "", tuple(_option(name, v, found.get(v, 0), v in picked) for v in values))


def _option(name: str, value: str, count: int, chosen: bool) -> Option:
    if name == "kind":
        return Option(forms.KIND_WORDS.get(value, value), forms.KIND_LABELS.get(value, value), count, chosen)
    return Option(value, value, count, chosen)


def _row(hit: Hit) -> Row:
    kind, unit = forms.KIND_LABELS.get(hit.kind, hit.kind), ", ".join(hit.facets.get("unit", ()))
    return Row(hit.url, hit.title_segments, hit.snippet, kind, unit, hit.date, hit.page)
