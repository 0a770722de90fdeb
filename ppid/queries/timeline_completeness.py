"""The story's words of the completeness check, for the officers."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from ppid.models import Case
from ppid.queries.timeline_words import Words, iso_words

Payload = Mapping[str, object]


def _completed(case: Case, payload: Payload, units: Mapping[int, str]) -> str:
    how = dict(Case.Channel.choices).get(str(payload.get("how", "")), "")
    said = {"day": iso_words(payload.get("came_on")), "how": str(how).lower()}
    if payload.get("in_time") is False:
        return _("Kelengkapan datang %(day)s melalui %(how)s, sesudah 3 hari kerja.") % said
    return _("Kelengkapan datang %(day)s melalui %(how)s.") % said


def _not_completed(case: Case, payload: Payload, units: Mapping[int, str]) -> str:
    return _("Dicatat tidak dilengkapi pada %(day)s. Ini bukan penolakan.") % {
        "day": iso_words(payload.get("noted_on"))
    }


def _continued(case: Case, payload: Payload, units: Mapping[int, str]) -> str:
    return _("Kelengkapan yang terlambat didaftarkan sebagai permohonan %(number)s.") % payload


def _continues(case: Case, payload: Payload, units: Mapping[int, str]) -> str:
    return _("Melanjutkan permohonan %(number)s yang kelengkapannya datang terlambat.") % payload


WORDS: Mapping[str, Words] = {
    "papers_completed": _completed,
    "not_completed": _not_completed,
    "continued_as_new": _continued,
    "continues_earlier": _continues,
}
