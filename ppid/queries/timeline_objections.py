"""What is told of an objection, on its own log and on its request's."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from ppid.models import Case, Objection
from ppid.queries.timeline_words import Words, iso_words

Payload = Mapping[str, object]
Units = Mapping[int, str]


def _letters(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, (list, tuple, dict)) else ""


def _registered(case: Case, payload: Payload, units: Units) -> str:
    words = _("Keberatan diterima melalui %(channel)s pada %(day)s, nomor %(number)s, alasan %(grounds)s.") % {
        "channel": case.get_channel_display().lower(), "day": iso_words(payload.get("received_on")),
        "number": payload.get("number"), "grounds": _letters(payload.get("grounds")),
    }  # fmt: skip
    if late := _letters(payload.get("late")):
        words += " " + _("Alasan %(late)s diajukan sesudah waktunya; tetap dijawab.") % {"late": late}
    if early := _letters(payload.get("early")):
        words += " " + _("Alasan %(early)s belum tampak dalam catatan pada hari itu; tetap dijawab.") % {"early": early}
    return words


def _objected(case: Case, payload: Payload, units: Units) -> str:
    return _("Keberatan %(number)s diajukan (alasan %(grounds)s).") % {
        "number": payload.get("objection"), "grounds": _letters(payload.get("grounds")),
    }  # fmt: skip


def _ruled(case: Case, payload: Payload, units: Units) -> str:
    outcome = dict(Objection.Outcome.choices).get(str(payload.get("outcome")), "")
    words = _("Atasan PPID menanggapi keberatan: %(outcome)s.") % {"outcome": _lowered(str(outcome))}
    if payload.get("order_due"):
        words += " " + _("Dilaksanakan paling lambat %(due)s.") % {"due": iso_words(payload.get("order_due"))}
    if payload.get("approved_the_refusal"):
        words += " " + _("Penanda tangannya juga yang menyetujui penolakan (PERKI 1/2021 Ps 39 ayat 2).")
    return words


def _settled(case: Case, payload: Payload, units: Units) -> str:
    return _("Kesepakatan musyawarah atas alasan %(grounds)s dicatat, %(day)s. Tenggat tetap berjalan.") % {
        "grounds": _letters(payload.get("grounds")), "day": iso_words(payload.get("agreed_on")),
    }  # fmt: skip


def _replied(case: Case, payload: Payload, units: Units) -> str:
    if payload.get("content") == "satisfied":
        return _("Pemohon menerima tanggapan, %(day)s.") % {"day": iso_words(payload.get("replied_on"))}
    return _("Pemohon tidak puas atas tanggapan, %(day)s.") % {"day": iso_words(payload.get("replied_on"))}


def _fulfilled(case: Case, payload: Payload, units: Units) -> str:
    return _("Perintah atasan PPID dilaksanakan pada %(day)s.") % {"day": iso_words(payload.get("fulfilled_on"))}


def _reminded(case: Case, payload: Payload, units: Units) -> str:
    return _("Pemohon diingatkan: %(days)s hari kerja sebelum %(due)s.") % {
        "days": payload.get("days"), "due": iso_words(payload.get("due")),
    }  # fmt: skip


def _lowered(words: str) -> str:
    """Within a sentence; an abbreviation keeps its capitals."""
    return words[:1].lower() + words[1:]


WORDS: Mapping[str, Words] = {
    "objection_registered": _registered,
    "objected": _objected,
    "missing_asked": lambda case, payload, units: _("Yang kurang diminta kepada pemohon. Tidak ada yang gugur."),
    "next_superior": lambda case, payload, units: _("Tanggapan diserahkan kepada atasan berikutnya."),
    "ruled": _ruled,
    "settled": _settled,
    "replied": _replied,
    "order_fulfilled": _fulfilled,
    "right_reminded": _reminded,
}
