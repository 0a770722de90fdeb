"""The story's words for the way a request came in (`ppid.law.events_intake`)."""

import datetime as dt
from collections.abc import Mapping

from django.utils.translation import gettext as _

from ppid.models import Case, Institution, Intake
from ppid.queries.timeline_words import Words, day_words, iso_words


def _oral(case: Case, payload: Mapping[str, object], units: Mapping[int, str]) -> str:
    said = []
    if read := str(payload.get("read_back_at") or ""):
        said.append(_("Permohonan lisan dibacakan kembali pada %(when)s.") % {"when": _moment(read)})
    if payload.get("handed_on"):
        how = str(dict(Intake.HandedHow.choices).get(str(payload.get("how")), ""))
        words = {"day": iso_words(payload.get("handed_on")), "how": how}
        said.append(_("Salinan permohonan lisan diserahkan pada %(day)s (%(how)s).") % words)
    return " ".join(said)


def _moment(iso: str) -> str:
    there = dt.datetime.fromisoformat(iso).astimezone(Institution.load().zone)
    return f"{day_words(there.date())}, {there:%H.%M}"


def _joined(case: Case, payload: Mapping[str, object], units: Mapping[int, str]) -> str:
    when = _moment(str(payload.get("received_at")))
    if payload.get("registered"):
        return _("Permohonan ini dibuat dari surel yang diterima %(when)s.") % {"when": when}
    return _("Surel yang diterima %(when)s digabungkan ke permohonan ini.") % {"when": when}


WORDS: Mapping[str, Words] = {"oral_confirmed": _oral, "mail_joined": _joined}
