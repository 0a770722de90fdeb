"""`search_corpus`: documents and questions of one's own."""

import json
from io import StringIO

import pytest
from django.core.management import call_command

pytestmark = pytest.mark.django_db


def test_half_a_character_in_a_corpus_does_not_stop_it(tmp_path):
    docs, queries = tmp_path / "docs.jsonl", tmp_path / "queries.jsonl"
    docs.write_text('{"id": "a\\ud800", "title": "Sampah\\ud800", "text": "\\u0000"}\n')
    queries.write_text('{"id": 1, "text": "sampah \\udfff"}\n')
    out = StringIO()
    call_command("search_corpus", docs=str(docs), queries=str(queries), json=True, stdout=out)
    assert json.loads(out.getvalue())["results"] == {"1": ["a?"]}
