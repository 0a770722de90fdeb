"""Payments, the form for copies and appointments in the applicant's words, and what is still owed: read from the events
and parts already at hand, so that the page costs no statement more. No name and no word of what was asked."""

from collections.abc import Callable, Iterable, Mapping

from django.utils.translation import gettext as _

from ppid.law.copies import told_fee
from ppid.law.fees import Balance, Fee
from ppid.models import CaseEvent
from ppid.queries.giving import PartRow
from ppid.queries.timeline_fees import amount_words

Payload = Mapping[str, object]


def balance_in(parts: Iterable[PartRow], events: Iterable[CaseEvent]) -> Balance | None:
    """What the parts cost as they were chosen and what the log says was paid; None where nothing costs."""
    due = Fee.of_all(told_fee(row.part) for row in parts)
    paid = sum(int(event.payload.get("amount") or 0) for event in events if event.kind == "payment_recorded")
    return Balance(due, paid) if due.total or paid else None


def _paid(payload: Payload) -> str:
    return _("Pembayaran %(amount)s diterima.") % {"amount": amount_words(payload.get("amount"))}


def _copy_form(payload: Payload) -> str:
    return _("Formulir permintaan salinan bagian %(part)s diisi.") % payload


def _offered(payload: Payload) -> str:
    return _("Waktu melihat bagian %(part)s ditawarkan. Pilih salah satu.") % payload


def _chosen(payload: Payload) -> str:
    # The hour is shown to the proven applicant only: where somebody will be is nobody else's business.
    return _("Waktu melihat bagian %(part)s dipilih.") % payload


def _missed(payload: Payload) -> str:
    return _("Anda belum datang melihat bagian %(part)s. Hubungi petugas untuk waktu lain.") % payload


# Kind of event -> the field with the day that counts ("": the day of the event), and the sentence.
TOLD: Mapping[str, tuple[str, Callable[[Payload], str]]] = {
    "payment_recorded": ("paid_on", _paid),
    "copy_form_filled": ("", _copy_form),
    "viewing_offered": ("", _offered),
    "viewing_chosen": ("", _chosen),
    "viewing_missed": ("day", _missed),
}
