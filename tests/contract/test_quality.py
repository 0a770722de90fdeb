"""How well it finds, on invented documents and questions as people ask them: affixes, slips, acronyms, synonyms.

A floor, not a target: who changes analysis or ranking sees here what it costs. `python -m pytest -s` prints the misses.
"""

import json
from pathlib import Path
from typing import NamedTuple

import pytest

from search.engines.base import Engine
from search.finding import find
from search.params import Search
from search.sources import Document

SET = Path(__file__).parents[1] / "data" / "search_quality.jsonl"
FIRST_HIT_FLOOR, MRR_FLOOR = 0.93, 0.95
STATUTES = Path(__file__).parents[3] / "shared" / "data" / "regulations"


class Measured(NamedTuple):
    questions: int
    first: float
    mrr: float
    misses: list[str]


def measured(engine: Engine) -> Measured:
    rows = [json.loads(line) for line in SET.read_text(encoding="utf-8").splitlines()]
    documents = [Document(row["id"], "page", row["title"], "", row["text"]) for row in rows if "title" in row]
    questions = [row for row in rows if "question" in row]
    assert (len(documents) >= 40, len(questions) >= 60) == (True, True)
    engine.put(documents, as_of=1)
    ranks, misses = [], []
    for row in questions:
        found = [hit.id for hit in find(engine, Search(row["text"], limit=10)).hits]
        if row["want"]:
            ranks.append(1 / (found.index(row["want"]) + 1) if row["want"] in found else 0.0)
        else:
            ranks.append(float(not found))
        if ranks[-1] < 1:
            misses.append(f"{row['text']!r}: {found[:3]}, not {row['want'] or 'nothing'}")
    return Measured(len(ranks), sum(rank == 1 for rank in ranks) / len(ranks), sum(ranks) / len(ranks), misses)


def test_the_quality_set_stays_above_its_floor(engine: Engine) -> None:
    result = measured(engine)
    print(f"\n{engine.name}: first {result.first:.3f}, MRR {result.mrr:.3f}", *result.misses, sep="\n  ")  # noqa: T201
    assert result.first >= FIRST_HIT_FLOOR, result.misses
    assert result.mrr >= MRR_FLOOR, result.misses


@pytest.mark.parametrize(("asked", "statute"), [
    ("keterbukaan informasi publik badan publik", "uu-2008-14"),
    ("kearsipan arsip dinamis statis", "uu-2009-43"),
    ("pelayanan publik maklumat penyelenggara standar", "uu-2009-25"),
    ("administrasi pemerintahan diskresi", "uu-2014-30"),
])  # fmt: skip
def test_real_statutes_are_found_by_their_matter(engine: Engine, asked: str, statute: str) -> None:
    if not STATUTES.is_dir():
        pytest.skip("the statutes (../shared/data/regulations) are not here")
    files = sorted(STATUTES.glob("*.md"))
    engine.put([Document(f.stem, "regulation", "", "", f.read_text(encoding="utf-8")) for f in files], as_of=1)
    assert statute in [hit.id for hit in find(engine, Search(asked, limit=2)).hits]
