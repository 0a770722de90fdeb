"""The story's words: one sentence for each kind of event, from its payload.

Every theme of events has a module of its own beside this one; `ppid.queries.timeline` adds them up.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ppid.law.counting import in_words
from ppid.law.objections import Ground
from ppid.law.terms import UnknownTerm, term
from ppid.models import Case, Letter

Words = Callable[[Case, Mapping[str, object], Mapping[int, str]], str]


def _registered(case: Case, payload: Mapping[str, object], units: Mapping[int, str]) -> str:
    return _("Permohonan diterima melalui %(channel)s pada %(day)s dan didaftar dengan nomor %(number)s.") % {
        "channel": case.get_channel_display().lower(),
        "day": iso_words(payload.get("received_on")),
        "number": payload.get("number"),
    }


def _complete(case: Case, payload: Mapping[str, object], units: Mapping[int, str]) -> str:
    return _("Dinyatakan lengkap pada %(day)s.") % {"day": iso_words(payload.get("complete_on"))}


def _drafted(case: Case, payload: Mapping[str, object], units: Mapping[int, str]) -> str:
    return _("Konsep %(kind)s nomor %(number)s disusun (versi %(revision)s).") % {
        "kind": letter_words(payload), "number": payload.get("number"), "revision": payload.get("revision"),
    }  # fmt: skip


def _signed(case: Case, payload: Mapping[str, object], units: Mapping[int, str]) -> str:
    return _("Surat bertanda tangan diunggah: %(position)s, %(day)s.") % {
        "position": payload.get("position"), "day": iso_words(payload.get("signed_on")),
    }  # fmt: skip


def _sent(case: Case, payload: Mapping[str, object], units: Mapping[int, str]) -> str:
    how = str(payload.get("how", ""))
    said = {"kind": letter_words(payload), "day": iso_words(payload.get("sent_on"))}
    said["how"] = str(dict(Letter.SentHow.choices).get(how, how))
    return _("%(kind)s disampaikan pada %(day)s (%(how)s).") % said


def _arrived(case: Case, payload: Mapping[str, object], units: Mapping[int, str]) -> str:
    return _("%(kind)s diterima pemohon pada %(day)s.") % {
        "kind": letter_words(payload), "day": iso_words(payload.get("delivered_on")),
    }  # fmt: skip


def _missed(case: Case, payload: Mapping[str, object], units: Mapping[int, str]) -> str:
    return _("Terlewat: %(term)s, hari terakhir %(due)s.") % {
        "term": owed_words(payload), "due": iso_words(payload.get("due")),
    }  # fmt: skip


def _redated(case: Case, payload: Mapping[str, object], units: Mapping[int, str]) -> str:
    unknown = _("belum dapat dihitung")
    return _("%(term)s dihitung ulang menurut %(decree)s: %(old)s menjadi %(new)s.") % {
        "term": owed_words(payload), "decree": moved_by(payload),
        "old": iso_words(payload.get("old")) or unknown, "new": iso_words(payload.get("new")) or unknown,
    }  # fmt: skip


def moved_by(payload: Mapping[str, Any]) -> str:
    """Why a date moved: the decree's number, or what the body chose anew about counting."""
    chosen = "; ".join(_(words) for words in in_words(payload.get("rules") or {}))
    return (
        _("cara menghitung yang baru (%(chosen)s)") % {"chosen": chosen} if chosen else str(payload.get("decree", ""))
    )


def _withdrawn(case: Case, payload: Mapping[str, object], units: Mapping[int, str]) -> str:
    if case.kind == Case.Kind.OBJECTION:
        return _("Keberatan dicabut pemohon pada %(day)s.") % {"day": iso_words(payload.get("withdrawn_on"))}
    return _("Permohonan dicabut pemohon pada %(day)s.") % {"day": iso_words(payload.get("withdrawn_on"))}


def _proposed(case: Case, payload: Mapping[str, object], units: Mapping[int, str]) -> str:
    said = {"revision": payload.get("revision")}
    if not payload.get("withholds", True):
        return _("Keputusan diusulkan kepada atasan PPID (versi %(revision)s).") % said
    return _("Penolakan diusulkan kepada atasan PPID (versi %(revision)s).") % said


def _approved(case: Case, payload: Mapping[str, object], units: Mapping[int, str]) -> str:
    said = {"revision": payload.get("revision")}
    if not payload.get("withholds", True):
        return _("Atasan PPID menyetujui keputusan (versi %(revision)s).") % said
    return _("Atasan PPID menyetujui penolakan (versi %(revision)s).") % said


def _returned(case: Case, payload: Mapping[str, object], units: Mapping[int, str]) -> str:
    said = {"revision": payload.get("revision")}
    if not payload.get("withholds", True):
        return _("Atasan PPID mengembalikan usulan keputusan (versi %(revision)s).") % said
    return _("Atasan PPID mengembalikan usulan penolakan (versi %(revision)s).") % said


def _consideration(case: Case, payload: Mapping[str, object], units: Mapping[int, str]) -> str:
    said = {"number": payload.get("number")}
    if payload.get("standing"):
        return _("Pertimbangan tertulis nomor %(number)s disetujui menurut persetujuan tetap.") % said
    return _("Pertimbangan tertulis nomor %(number)s disetujui atasan PPID.") % said


WORDS: Mapping[str, Words] = {
    "refusal_proposed": _proposed,
    "refusal_approved": _approved,
    "refusal_returned": _returned,
    "consideration_approved": _consideration,
    "registered": _registered,
    "declared_complete": _complete,
    "letter_drafted": _drafted,
    "signed_attached": _signed,
    "letter_sent": _sent,
    "letter_arrived": _arrived,
    "term_missed": _missed,
    "redated": _redated,
    "withdrawn": _withdrawn,
}


def term_title(code: str) -> str:
    try:
        return _(term(code).title)
    except UnknownTerm:
        return code


def owed_words(payload: Mapping[str, object]) -> str:
    """The term of an event, with the part of the answer where each has its own."""
    part = payload.get("part")
    return owed(str(payload.get("term")), part if isinstance(part, int) else 0)


def owed(code: str, part: int) -> str:
    """A term's title with what `part` means in it: the ground of an objection, else the part of an answer."""
    title = term_title(code)
    if code == "OBJ_FILE" and 1 <= part <= len(Ground):
        return _("%(term)s (alasan huruf %(letter)s)") % {"term": title, "letter": list(Ground)[part - 1]}
    return _("%(term)s: bagian %(part)d") % {"term": title, "part": part} if part else title


def letter_words(payload: Mapping[str, object]) -> str:
    kind = str(payload.get("letter_kind", ""))
    return str(dict(Letter.Kind.choices).get(kind, kind))


def unit_words(key: object, units: Mapping[int, str]) -> str:
    return units.get(key, "") if isinstance(key, int) else ""


def day_words(day: dt.date) -> str:
    return date_format(day, "l, j F Y")


def iso_words(text: object) -> str:
    return day_words(dt.date.fromisoformat(text)) if isinstance(text, str) and text else ""
