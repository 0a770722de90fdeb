"""Words of dates and numbers, and the site's menu, in every template without a load."""

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from pathlib import PurePath
from typing import Any

from django import template
from django.core.paginator import Page
from django.utils import formats

from portal.menu import MAIN, Entry

register = template.Library()


@register.filter(expects_localtime=True)
def hari(day: dt.date | None) -> str:
    """`Senin, 23 November 2026`."""
    return formats.date_format(day, "l, j F Y") if day else ""


@register.filter(expects_localtime=True)
def tanggal(day: dt.date | None) -> str:
    """`23 November 2026`."""
    return formats.date_format(day, "j F Y") if day else ""


@register.filter(expects_localtime=True)
def jam(moment: dt.datetime | dt.time | None) -> str:
    """`09.14`, in the zone that is active."""
    return formats.time_format(moment, "H.i") if moment else ""


@register.filter
def angka(number: float | Decimal | None) -> str:
    """`1.234` or `4,5`: grouped the way the language writes numbers; an unknown number stays empty."""
    return "" if number is None else formats.localize(number, use_l10n=True)


@register.filter
def rupiah(amount: int | None) -> str:
    """`Rp 21.000`, in every language."""
    return "" if amount is None else f"Rp {amount:,}".replace(",", ".")


@register.filter
def jenis_berkas(name: str) -> str:
    """`PDF` of `laporan.pdf`: the word on a file's badge, at most four letters."""
    return PurePath(str(name)).suffix[1:5].upper() or "FILE"


@register.simple_tag
def elided(page: Page) -> Iterable[int | str]:
    """The page numbers worth showing, with an ellipsis where some are left out."""
    return page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)


@register.simple_tag(takes_context=True)
def main_menu(context: dict[str, Any]) -> list[tuple[Entry, bool]]:
    """The entries of the masthead, each with whether the visitor stands in that part of the site."""
    request = context.get("request")
    path = request.path if request else ""
    return [(entry, path.startswith(entry.path)) for entry in MAIN]
