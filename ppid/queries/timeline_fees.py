"""The story's words of payments, the form for copies and appointments to see something."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from ppid.law.fees import rupiah
from ppid.models import Case, InformationRequest, Payment
from ppid.queries.timeline_words import Words, iso_words


def _paid(case: Case, payload: Mapping[str, object], units: Mapping[int, str]) -> str:
    how = str(payload.get("how", ""))
    said = {
        "amount": amount_words(payload.get("amount")), "day": iso_words(payload.get("paid_on")),
        "how": str(dict(Payment.How.choices).get(how, how)), "left": amount_words(payload.get("left")),
    }  # fmt: skip
    return _("Pembayaran %(amount)s diterima pada %(day)s (%(how)s); sisa %(left)s.") % said


def _copy_form(case: Case, payload: Mapping[str, object], units: Mapping[int, str]) -> str:
    way, form = str(payload.get("way", "")), str(payload.get("form", ""))
    said = {
        "part": payload.get("part"),
        "form": str(dict(InformationRequest.CopyForm.choices).get(form, form)),
        "way": str(dict(InformationRequest.DeliveryWay.choices).get(way, way)),
        "cost": amount_words(_sum(payload.get("copying"), payload.get("delivery"))),
    }
    return _("Formulir permintaan salinan bagian %(part)s diisi: %(form)s, %(way)s, biaya %(cost)s.") % said


def _offered(case: Case, payload: Mapping[str, object], units: Mapping[int, str]) -> str:
    slots = payload.get("slots")
    said = {"part": payload.get("part"), "count": len(slots) if isinstance(slots, list) else 0}
    return _("%(count)d pilihan waktu melihat bagian %(part)s ditawarkan; pemohon diberi tahu.") % said


def _chosen(case: Case, payload: Mapping[str, object], units: Mapping[int, str]) -> str:
    return _("Waktu melihat bagian %(part)s dipilih: %(when)s.") % {
        "part": payload.get("part"), "when": visit_words(payload),
    }  # fmt: skip


def _missed(case: Case, payload: Mapping[str, object], units: Mapping[int, str]) -> str:
    said = {"part": payload.get("part"), "day": iso_words(payload.get("day"))}
    return _("Pemohon tidak datang melihat bagian %(part)s pada %(day)s. Waktu lain dapat ditawarkan.") % said


def visit_words(payload: Mapping[str, object]) -> str:
    """`Senin, 30 November 2026, 09.00–11.00` of an event."""
    starts, ends = (str(payload.get(name, "")).replace(":", ".") for name in ("starts", "ends"))
    return f"{iso_words(payload.get('day'))}, {starts}–{ends}"


def amount_words(amount: object) -> str:
    return rupiah(amount if isinstance(amount, int) else 0)


def _sum(*amounts: object) -> int:
    return sum(amount for amount in amounts if isinstance(amount, int))


WORDS: Mapping[str, Words] = {
    "payment_recorded": _paid,
    "copy_form_filled": _copy_form,
    "viewing_offered": _offered,
    "viewing_chosen": _chosen,
    "viewing_missed": _missed,
}
