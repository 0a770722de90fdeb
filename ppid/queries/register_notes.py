"""The notes of the register: PERKI 1/2021 Ps 33(4) orders one for a request that was not completed, and an extension
or a withdrawal has no column in Annex VIII either (law.md §2.9).

A theme of moves that wants its event noted adds a row here.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

Payload = Mapping[str, Any]


def _withdrawn(payload: Payload) -> str:
    return _("Dicabut pemohon %(day)s.") % {"day": day_words(payload.get("withdrawn_on"))}


NOTED: Mapping[str, Callable[[Payload], str]] = {
    "withdrawn": _withdrawn,
}


def note_words(kind: str, payload: Payload) -> str:
    """The sentence of one noted event."""
    return NOTED[kind](payload)


def day_words(text: object) -> str:
    return date_format(dt.date.fromisoformat(text), "j F Y") if isinstance(text, str) and text else ""
