"""The story's words of handing over, part by part."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from ppid.models import Case, Delivery
from ppid.queries.timeline_words import Words, iso_words


def _promised(case: Case, payload: Mapping[str, object], units: Mapping[int, str]) -> str:
    terms = payload.get("terms")
    said = [
        _("bagian %(part)s paling lambat %(due)s") % {"part": part, "due": iso_words(due) or _("belum dapat dihitung")}
        for part, due in sorted(terms.items(), key=lambda row: int(row[0]))
    ] if isinstance(terms, dict) else []  # fmt: skip
    return _("Penyerahan dijanjikan: %(parts)s.") % {"parts": "; ".join(said)}


def _available(case: Case, payload: Mapping[str, object], units: Mapping[int, str]) -> str:
    said = {"part": payload.get("part"), "day": iso_words(payload.get("available_on"))}
    return _("Bagian %(part)s siap diambil sejak %(day)s; pemohon diberi tahu.") % said


def _reminded(case: Case, payload: Mapping[str, object], units: Mapping[int, str]) -> str:
    said = {"part": payload.get("part"), "number": payload.get("reminder")}
    return _("Pengingat ke-%(number)s untuk mengambil bagian %(part)s.") % said


def _set_aside(case: Case, payload: Mapping[str, object], units: Mapping[int, str]) -> str:
    return _("Bagian %(part)s ditandai “tersedia, belum diambil”. Dibuka kembali bila diminta.") % payload


def _reopened(case: Case, payload: Mapping[str, object], units: Mapping[int, str]) -> str:
    said = {"part": payload.get("part"), "day": iso_words(payload.get("asked_on"))}
    return _("Bagian %(part)s dibuka kembali atas permintaan pemohon pada %(day)s.") % said


def _delivered(case: Case, payload: Mapping[str, object], units: Mapping[int, str]) -> str:
    how = str(payload.get("how", ""))
    said = {"part": payload.get("part"), "day": iso_words(payload.get("delivered_on"))}
    said["how"] = str(dict(Delivery.How.choices).get(how, how))
    return _("Bagian %(part)s diserahkan pada %(day)s (%(how)s).") % said


def _received(case: Case, payload: Mapping[str, object], units: Mapping[int, str]) -> str:
    said = {"part": payload.get("part"), "day": iso_words(payload.get("received_on"))}
    return _("Bagian %(part)s diterima pemohon pada %(day)s; buktinya disimpan.") % said


WORDS: Mapping[str, Words] = {
    "parts_promised": _promised,
    "part_available": _available,
    "part_reminded": _reminded,
    "part_set_aside": _set_aside,
    "part_reopened": _reopened,
    "part_delivered": _delivered,
    "part_received": _received,
}
