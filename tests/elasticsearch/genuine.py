"""The node that the search tests run on: `ELASTICSEARCH_URL` where it is set, an own one for the session otherwise."""

import os
from collections.abc import Iterator

import pytest

from tests.elasticsearch import node


@pytest.fixture(scope="session")
def elasticsearch_url() -> Iterator[str]:
    """The address of a genuine Elasticsearch 8. Started with Maven's jars; the first start fetches them."""
    if given := os.environ.get("ELASTICSEARCH_URL"):
        yield given
        return
    with node.running() as url:
        yield url
