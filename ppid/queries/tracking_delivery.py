"""Handing over in the applicant's words, for the story on the tracking page. What was asked is never named there."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ppid.law.delivering import PartState
from ppid.queries.giving import PartRow

Payload = Mapping[str, object]


def _day(text: object) -> str:
    return date_format(dt.date.fromisoformat(text), "l, j F Y") if isinstance(text, str) and text else ""


def _available(payload: Payload) -> str:
    return _("Bagian %(part)s siap diambil. Pemberitahuannya kami kirim.") % payload


def _reminded(payload: Payload) -> str:
    return _("Pengingat ke-%(reminder)s: bagian %(part)s belum diambil.") % payload


def _set_aside(payload: Payload) -> str:
    return _("Bagian %(part)s tersedia, belum diambil. Mintalah kapan saja; ini bukan penolakan.") % payload


def _reopened(payload: Payload) -> str:
    return _("Bagian %(part)s dibuka kembali atas permintaan Anda.") % payload


def _delivered(payload: Payload) -> str:
    return _("Bagian %(part)s diserahkan.") % payload


def _received(payload: Payload) -> str:
    return _("Bagian %(part)s Anda terima.") % payload


def missed(payload: Payload) -> str:
    said = {"part": payload.get("part"), "due": _day(payload.get("due"))}
    return _("Batas waktu penyerahan bagian %(part)s, %(due)s, lewat.") % said


# Kind of event -> the field with the day that counts, and the sentence.
TOLD: Mapping[str, tuple[str, Callable[[Payload], str]]] = {
    "part_available": ("available_on", _available),
    "part_reminded": ("", _reminded),
    "part_set_aside": ("", _set_aside),
    "part_reopened": ("asked_on", _reopened),
    "part_delivered": ("delivered_on", _delivered),
    "part_received": ("received_on", _received),
}


def coming(parts: Iterable[PartRow], on: dt.date) -> Iterable[tuple[str, str]]:
    """When and what is still to come: each part that was promised and is not ready."""
    for row in parts:
        text = _("Penyerahan bagian %(part)d") % {"part": row.number}
        if row.state is PartState.UNPAID:
            yield _("Setelah biayanya dibayar"), text
        elif row.state is PartState.PROMISED:
            if row.due is None:
                yield _("Tanggal dihitung setelah SKB 3 Menteri dimuat"), text
            else:
                when = _("Seharusnya paling lambat %(due)s") if row.due < on else _("Paling lambat %(due)s")
                yield when % {"due": date_format(row.due, "l, j F Y")}, text
