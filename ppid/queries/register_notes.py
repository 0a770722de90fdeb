"""The notes of the register: PERKI 1/2021 Ps 33(4) orders one for a request that was not completed, and an extension
or a withdrawal has no column in Annex VIII either (law.md §2.9).

A theme of moves that wants its event noted adds a row here.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ppid.law.fees import rupiah
from ppid.law.party import Ending

Payload = Mapping[str, Any]
PAID = "payment_recorded"


def _withdrawn(payload: Payload) -> str:
    return _("Dicabut pemohon %(day)s.") % {"day": day_words(payload.get("withdrawn_on"))}


def _part(payload: Payload) -> str:
    return _("Sebagian dicabut pemohon %(day)s.") % {"day": day_words(payload.get("withdrawn_on"))}


def _not_completed(payload: Payload) -> str:
    return _("Tidak dilengkapi, dicatat %(day)s (bukan penolakan).") % {"day": day_words(payload.get("noted_on"))}


def _continued(payload: Payload) -> str:
    return _("Kelengkapan terlambat didaftarkan sebagai %(number)s.") % payload


def _continues(payload: Payload) -> str:
    return _("Melanjutkan permohonan %(number)s.") % payload


def _ended(payload: Payload) -> str:
    return _("Pemohon meninggal dunia.") if payload.get("end") == Ending.DEATH else _("Pemohon bubar.")


def _succeeded(payload: Payload) -> str:
    return _("Dilanjutkan ahli waris atau penerus hukum.")


def _uncontinued(payload: Payload) -> str:
    return _("Tidak ada yang melanjutkan; ditutup %(day)s.") % {"day": day_words(payload.get("closed_on"))}


def _extended(payload: Payload) -> str:
    said = {"old": day_words(payload.get("old")), "new": day_words(payload.get("new")) or _("belum dapat dihitung")}
    return _("Diperpanjang dari %(old)s menjadi %(new)s.") % said


def _paid(payload: Payload) -> str:
    amount = payload.get("amount")
    said = {"amount": rupiah(amount if isinstance(amount, int) else 0), "day": day_words(payload.get("paid_on"))}
    return _("Dibayar %(amount)s pada %(day)s.") % said


NOTED: Mapping[str, Callable[[Payload], str]] = {
    "withdrawn": _withdrawn,
    "withdrawn_in_part": _part,
    "not_completed": _not_completed,
    "continued_as_new": _continued,
    "continues_earlier": _continues,
    "applicant_ended": _ended,
    "successor_accepted": _succeeded,
    "closed_uncontinued": _uncontinued,
    "extended": _extended,
    PAID: _paid,
}


def note_words(kind: str, payload: Payload) -> str:
    """The sentence of one noted event."""
    return NOTED[kind](payload)


def day_words(text: object) -> str:
    return date_format(dt.date.fromisoformat(text), "j F Y") if isinstance(text, str) and text else ""
