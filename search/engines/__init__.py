"""Which engine a setting means."""

from pathlib import Path

from search.engines.base import Engine
from search.engines.embedded import Embedded


def open_engine(folder: Path, url: str = "", prefix: str = "") -> Engine:
    """Elasticsearch at `url` under `prefix` where a URL is given, the embedded engine in `folder` otherwise."""
    if not url:
        return Embedded(folder)
    # Loaded on demand: an embedded installation never pays for the client.
    from search.engines.elasticsearch import Elastic

    return Elastic(url, prefix)
