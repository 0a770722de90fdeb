"""The story's words for the work inside the office: units asked and answering, the subject for the public."""

from collections.abc import Mapping

from django.urls import reverse
from django.utils.translation import gettext as _

from ppid.models import Case
from ppid.queries.timeline_words import Words, iso_words, unit_words

# What is told only to the units that took part.
BETWEEN_UNITS = frozenset({"unit_asked", "unit_answered", "unit_question_taken_back"})


def href_of(kind: str, payload: Mapping[str, object]) -> str:
    """Where the words of an event stand, for those who may read them; "" when it has none of its own."""
    if kind not in BETWEEN_UNITS:
        return ""
    return reverse("desk_message", args=[payload.get("question") or payload.get("message")])


def _asked(case: Case, payload: Mapping[str, object], units: Mapping[int, str]) -> str:
    said = {"unit": unit_words(payload.get("unit"), units), "due": iso_words(payload.get("due"))}
    if not payload.get("wants_answer"):
        return (_("%(unit)s memberi tahu PPID utama.") if payload.get("by_unit") else _("%(unit)s diberi tahu.")) % said
    if payload.get("by_unit"):
        asked = _("%(unit)s bertanya kepada PPID utama")
    else:
        asked = _("PPID utama bertanya kepada %(unit)s")
    return (asked + (_(", dijawab paling lambat %(due)s.") if said["due"] else _(", dijawab segera."))) % said


def _answered(case: Case, payload: Mapping[str, object], units: Mapping[int, str]) -> str:
    unit = unit_words(payload.get("unit"), units)
    if payload.get("by_unit"):
        return _("%(unit)s menjawab pertanyaan PPID utama.") % {"unit": unit}
    return _("PPID utama menjawab pertanyaan %(unit)s.") % {"unit": unit}


def _taken_back(case: Case, payload: Mapping[str, object], units: Mapping[int, str]) -> str:
    return _("Pertanyaan antara PPID utama dan %(unit)s ditarik.") % {"unit": unit_words(payload.get("unit"), units)}


def _disposed(case: Case, payload: Mapping[str, object], units: Mapping[int, str]) -> str:
    main = _("PPID utama")
    said = {
        "old": unit_words(payload.get("old_unit"), units) or main,
        "new": unit_words(payload.get("new_unit"), units) or main,
        "day": iso_words(payload.get("desk_date")),
    }
    if payload.get("returned"):
        return _("Dikembalikan %(old)s ke PPID utama. Tanggal jawaban tetap.") % said
    moved = _("Didisposisikan dari %(old)s ke %(new)s. Tanggal jawaban tetap.") % said
    return f"{moved} {_('Tanggal internal: %(day)s.') % said}" if said["day"] else moved


def _subject_written(case: Case, payload: Mapping[str, object], units: Mapping[int, str]) -> str:
    return _("Ringkasan untuk umum ditulis; menunggu persetujuan.")


def _subject_approved(case: Case, payload: Mapping[str, object], units: Mapping[int, str]) -> str:
    return _("Ringkasan untuk umum disetujui.")


WORDS: Mapping[str, Words] = {
    "disposed": _disposed,
    "unit_asked": _asked,
    "unit_answered": _answered,
    "unit_question_taken_back": _taken_back,
    "subject_written": _subject_written,
    "subject_approved": _subject_approved,
}
