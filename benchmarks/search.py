"""How fast the embedded engine indexes and answers, beside bare FTS5 in the same run. Prints one JSON document.

    .venv/bin/python benchmarks/search.py [--documents 5000]

`index_ratio` is our time over that of inserting the same words into a bare FTS5 table, `query_ratio` our median over
that of the same words asked of it with bm25 and a limit of ten. Exit 1 where a ratio passes its ceiling.
"""

import argparse
import json
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import apsw

from search.analysis.stemming import roots
from search.engines import open_engine
from search.finding import find
from search.params import Search
from search.sources import Document

INDEX_CEILING, QUERY_CEILING = 22.0, 8.0
WORDS, QUESTIONS = 80, 200


def documents(number: int, chance: random.Random) -> list[Document]:
    vocabulary = sorted(roots())
    # A few words are frequent, most are rare, as in any language.
    weights = [1 / (rank + 5) for rank in range(len(vocabulary))]
    chance.shuffle(vocabulary)
    made = []
    for n in range(number):
        text = chance.choices(vocabulary, weights, k=WORDS)
        facets = {"unit": (f"Dinas {n % 30}",), "year": (str(2015 + n % 10),)}
        made.append(Document(f"entry:{n}", "entry", " ".join(text[:8]), f"/{n}/", " ".join(text), facets))
    return made


def timed(work) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=5000)
    options = parser.parse_args()
    chance = random.Random(14)
    corpus = documents(options.documents, chance)
    questions = [" ".join(chance.sample(chance.choice(corpus).text.split(), 3)) for _ in range(QUESTIONS)]
    with tempfile.TemporaryDirectory() as folder:
        bare = apsw.Connection(str(Path(folder, "bare.sqlite3")))
        bare.execute("PRAGMA journal_mode = WAL")
        bare.execute("CREATE VIRTUAL TABLE term USING fts5(title, text)")
        engine = open_engine(Path(folder, "search"))

        def floor() -> None:
            with bare:
                bare.executemany("INSERT INTO term VALUES(?, ?)", ((d.title, d.text) for d in corpus))

        floor_index, our_index = timed(floor), timed(lambda: engine.put(corpus, as_of=1))
        bare_query = "SELECT rowid FROM term(?) ORDER BY rank LIMIT 10"
        match = [" OR ".join(f'"{word}"' for word in question.split()) for question in questions]
        floor_query = statistics.median(timed(lambda m=m: list(bare.execute(bare_query, (m,)))) for m in match)
        our_query = statistics.median(timed(lambda q=q: find(engine, Search(q))) for q in questions)
        engine.close()
        bare.close()
    report = {
        "documents": options.documents,
        "index_per_second": round(options.documents / our_index),
        "index_floor_per_second": round(options.documents / floor_index),
        "index_ratio": round(our_index / floor_index, 2),
        "index_ceiling": INDEX_CEILING,
        "query_ms": round(our_query * 1000, 2),
        "query_floor_ms": round(floor_query * 1000, 2),
        "query_ratio": round(our_query / floor_query, 2),
        "query_ceiling": QUERY_CEILING,
    }
    report["holds"] = report["index_ratio"] <= INDEX_CEILING and report["query_ratio"] <= QUERY_CEILING
    print(json.dumps(report))
    return 0 if report["holds"] else 1


if __name__ == "__main__":
    sys.exit(main())
