"""The story's words for an extension."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from ppid.models import Case
from ppid.queries.timeline_words import Words, iso_words


def _extended(case: Case, payload: Mapping[str, object], units: Mapping[int, str]) -> str:
    return _("Waktu jawaban diperpanjang %(days)s hari kerja: dari %(old)s menjadi %(new)s.") % {
        "days": payload.get("days"), "old": iso_words(payload.get("old")),
        "new": iso_words(payload.get("new")) or _("belum dapat dihitung"),
    }  # fmt: skip


WORDS: Mapping[str, Words] = {"extended": _extended}
