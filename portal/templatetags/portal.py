"""Words of dates and numbers, in every template without a load."""

import datetime as dt

from django import template
from django.utils import formats

register = template.Library()


@register.filter
def hari(day: dt.date | None) -> str:
    """`Senin, 23 November 2026`."""
    return formats.date_format(day, "l, j F Y") if day else ""


@register.filter
def tanggal(day: dt.date | None) -> str:
    """`23 November 2026`."""
    return formats.date_format(day, "j F Y") if day else ""
