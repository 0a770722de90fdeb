"""Every address of the site, walked from the URL resolver, and the table of who may open it (tests/data/access.csv)."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.urls import URLPattern, URLResolver, get_resolver

TABLE = Path(__file__).parent / "data" / "access.csv"
ROLES = ("anonim", "petugas", "pembantu", "ppid", "atasan", "komisi", "editor", "admin")


@dataclass(frozen=True)
class Address:
    """One pattern of the resolver: its whole route as text, and its parameter names."""

    route: str
    name: str
    parameters: tuple[str, ...]


def addresses() -> list[Address]:
    return sorted(set(_walk(get_resolver(), "")), key=lambda address: address.route)


def _walk(resolver: URLResolver, before: str) -> Iterator[Address]:
    for pattern in resolver.url_patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern, route)
        elif isinstance(pattern, URLPattern):
            yield Address(route, pattern.name or "", tuple(_parameters(route)))


def _parameters(route: str) -> Iterator[str]:
    rest = route
    while "<" in rest:
        inside, rest = rest.split("<", 1)[1].split(">", 1)
        yield inside.split(":")[-1]


def table() -> dict[str, dict[str, str]]:
    """Rows by route: a status for each role, `method` (GET or POST)."""
    with TABLE.open(newline="", encoding="utf-8") as file:
        return {row["route"]: row for row in csv.DictReader(file)}
