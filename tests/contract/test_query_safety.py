"""Whatever somebody types is a question or nothing: never syntax, never an error of the engine."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.engines.base import Engine
from search.finding import find, suggest
from search.params import Search
from search.sources import Document

NASTY = st.one_of(
    st.text(max_size=200),
    st.text(alphabet="\"*^:(){}[]+-~|&!\\/NEAR ORANDOT'%_;\x00\u200b\U0001f600½ﷺªİß", max_size=60),
    st.lists(st.sampled_from(["jalan", "NEAR(", '"jalan', "title_stems:", "*", "-", "OR", "anak2", "14/2008"])).map(
        " ".join
    ),
)
FIXTURE = [HealthCheck.function_scoped_fixture]


@pytest.fixture(scope="module", autouse=True)
def _filled(shared_engine: Engine) -> None:
    documents = [Document(f"page:{n}", "page", f"Jalan {n}", "/", "jalan anak-anak ½ ﷺ 14/2008") for n in range(3)]
    shared_engine.put(documents, as_of=1)


@given(query=NASTY, exact=st.booleans())
@settings(max_examples=150, deadline=None, suppress_health_check=FIXTURE)
def test_no_text_is_syntax(shared_engine: Engine, query: str, exact: bool) -> None:
    results = find(shared_engine, Search(query, exact=exact, limit=5))
    assert 0 <= len(results.hits) <= results.total <= 3
    for hit in results.hits:
        assert "".join(segment.text for segment in hit.title_segments) == hit.title
    suggest(shared_engine, query)


@pytest.mark.parametrize("query", [
    "a" * 10_000, "jalan " * 2_000, '"' * 10_000, "jalan-" * 1_000, "anggaran pendapatan belanja daerah apbd " * 200,
])  # fmt: skip
def test_ten_thousand_letters_are_answered(shared_engine: Engine, query: str) -> None:
    assert find(shared_engine, Search(query, limit=5)).total in (0, 3)
