"""The story's words for a complaint that came as a request."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from ppid.models import Case
from ppid.queries.timeline_words import Words, iso_words


def _handed(case: Case, payload: Mapping[str, object], units: Mapping[int, str]) -> str:
    if payload.get("whole"):
        return _("Diserahkan ke meja pengaduan sebagai aduan; permohonan ini selesai.")
    return _("Bagian yang merupakan aduan diserahkan ke meja pengaduan; selebihnya tetap dijawab.")


def _entered(case: Case, payload: Mapping[str, object], units: Mapping[int, str]) -> str:
    return _("Aduan dicatat di SP4N-LAPOR! pada %(day)s.") % {"day": iso_words(payload.get("entered_on"))}


def _settled(case: Case, payload: Mapping[str, object], units: Mapping[int, str]) -> str:
    return _("Hasil aduan dicatat; diputus %(day)s.") % {"day": iso_words(payload.get("decided_on"))}


def _resumed(case: Case, payload: Mapping[str, object], units: Mapping[int, str]) -> str:
    return _("Dilanjutkan sebagai permohonan informasi, dengan tanggal jawaban sejak diterima.")


def _answered(case: Case, payload: Mapping[str, object], units: Mapping[int, str]) -> str:
    said = {"day": iso_words(payload.get("answered_on"))}
    if payload.get("complete"):
        return _("Aduan ditanggapi pada %(day)s: lengkap.") % said
    return _("Aduan ditanggapi pada %(day)s: belum lengkap; dilengkapi dalam 30 hari.") % said


def _completed(case: Case, payload: Mapping[str, object], units: Mapping[int, str]) -> str:
    return _("Aduan dilengkapi pada %(day)s.") % {"day": iso_words(payload.get("came_on"))}


def _notified(case: Case, payload: Mapping[str, object], units: Mapping[int, str]) -> str:
    return _("Hasil aduan diberitahukan dengan surat pada %(day)s.") % {"day": iso_words(payload.get("notified_on"))}


WORDS: Mapping[str, Words] = {
    "handed_to_complaints": _handed, "complaint_entered": _entered, "complaint_settled": _settled,
    "request_resumed": _resumed, "complaint_answered": _answered, "complaint_completed": _completed,
    "complaint_notified": _notified,
}  # fmt: skip
