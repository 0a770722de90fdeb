"""The story's words of a hold."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from ppid.models import Case
from ppid.queries.timeline_words import Words


def _held(case: Case, payload: Mapping[str, object], units: Mapping[int, str]) -> str:
    return _("Diberi tanda “ditahan”. Tanggal jawaban tetap.")


def _released(case: Case, payload: Mapping[str, object], units: Mapping[int, str]) -> str:
    return _("Tanda “ditahan” dilepas.")


WORDS: Mapping[str, Words] = {"held": _held, "released": _released}
