"""Which letter of an objection is written by which builder."""

from collections.abc import Callable, Mapping

from django.conf import settings

from ppid.letters import objection_receipt
from ppid.letters.frame import frame
from ppid.models import Institution, Letter, Objection

Page = objection_receipt.ObjectionReceiptPage
Written = tuple[str, Page]


def written(letter: Letter, case: Objection, institution: Institution, konsep: bool) -> Written:
    """Template and page of one letter of an objection."""
    return _WRITERS[Letter.Kind(letter.kind)](letter, case, institution, konsep)


def _receipt(letter: Letter, case: Objection, institution: Institution, konsep: bool) -> Written:
    return objection_receipt.TEMPLATE, objection_receipt.page(
        case=case,
        deadline=case.deadlines.standing().filter(governs=True).first(),
        frame=frame(letter, institution=institution, about=objection_receipt.ABOUT, konsep=konsep),
        institution=institution,
        tracking_address=f"{settings.SITE_URL.split('://', 1)[-1]}/lacak/",
    )


_WRITERS: Mapping[Letter.Kind, Callable[[Letter, Objection, Institution, bool], Written]] = {
    Letter.Kind.RECEIPT: _receipt,
}
