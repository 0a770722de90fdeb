"""What is already public about a question, shown before it is sent. It never stands in the way of asking."""

import logging

from ppid.citizen.screens import Found
from search import finding, index
from search.engines.base import EngineDown
from search.params import MAX_QUERY, clean
from search.results import Hit
from search.sources import registered

log = logging.getLogger("ppid.citizen")
MOST = 5
# One shared word ("jalan", "tahun") makes a hit, not an answer; a question of one word needs that one.
SHARED_WORDS = 2


def already_public(question: str) -> tuple[Found, ...]:
    """Up to five public things near the question; none when the engine is down, which is logged, not shown.

    The question itself is logged nowhere: people write names into it.
    """
    words = " ".join(question.split())[:MAX_QUERY]
    if not words:
        return ()
    try:
        results = finding.find(index.engine(), clean(words, limit=MOST))
    except EngineDown as error:
        log.warning("search engine down, nothing suggested before filing: %s", type(error).__name__)
        return ()
    labels = {source.kind: source.label for source in registered()}
    needed = min(SHARED_WORDS, len(set(words.casefold().split())))
    near = [hit for hit in results.hits if len(_shared(hit)) >= needed]
    return tuple(Found(hit.title, hit.url, labels.get(hit.kind, hit.kind)) for hit in near)


def _shared(hit: Hit) -> set[str]:
    return {segment.text.casefold() for segment in (*hit.title_segments, *hit.snippet) if segment.marked}
