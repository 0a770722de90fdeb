"""The story's words of the commission's reviewers."""

import datetime as dt
from collections.abc import Mapping

from django.utils.translation import gettext as _

from ppid.models import Case
from ppid.queries.timeline_words import Words, day_words


def _until(payload: Mapping[str, object]) -> str:
    return day_words(dt.date.fromisoformat(str(payload["until"])))


def _invited(case: Case, payload: Mapping[str, object], units: Mapping[int, str]) -> str:
    return _("Pemeriksa Komisi Informasi diberi akses sampai %(until)s.") % {"until": _until(payload)}


def _revoked(case: Case, payload: Mapping[str, object], units: Mapping[int, str]) -> str:
    return _("Akses pemeriksa Komisi Informasi dicabut.")


def _sealed(case: Case, payload: Mapping[str, object], units: Mapping[int, str]) -> str:
    return _("Dokumen yang disengketakan dimasukkan, tertutup.")


def _opened(case: Case, payload: Mapping[str, object], units: Mapping[int, str]) -> str:
    return _("Dokumen dibuka bagi %(readers)s komisioner sampai %(until)s atas perintah majelis.") % {
        "readers": payload.get("readers"),
        "until": _until(payload),
    }


def _closed(case: Case, payload: Mapping[str, object], units: Mapping[int, str]) -> str:
    return _("Dokumen ditutup kembali.")


WORDS: Mapping[str, Words] = {
    "reviewer_invited": _invited,
    "invitation_revoked": _revoked,
    "document_sealed": _sealed,
    "document_opened": _opened,
    "document_closed": _closed,
}
