"""Which letter of an objection is written by which builder."""

from collections.abc import Callable, Mapping

from django.conf import settings

from ppid.law.ruling import RulingContent, SettlementContent
from ppid.law.silence import SilenceContent
from ppid.letters import objection_receipt, ruling, settlement, silence
from ppid.letters.frame import frame
from ppid.letters.signer import Signer, signer_from, signer_of
from ppid.models import Deadline, Institution, Letter, Objection, Role

Page = objection_receipt.ObjectionReceiptPage | ruling.RulingPage | settlement.SettlementPage | silence.SilencePage
Written = tuple[str, Page]


def written(letter: Letter, case: Objection, institution: Institution, konsep: bool) -> Written:
    """Template and page of one letter of an objection."""
    return _WRITERS[Letter.Kind(letter.kind)](letter, case, institution, konsep)


def _answering(case: Objection) -> Deadline | None:
    return case.deadlines.standing().filter(governs=True).first()


def _signer(letter: Letter, role: Role) -> Signer:
    """Whose block the letter prints (UU 30/2014 Ps 14)."""
    return signer_from(letter.signer) if letter.signer is not None else signer_of(letter.dated, role)


def _receipt(letter: Letter, case: Objection, institution: Institution, konsep: bool) -> Written:
    return objection_receipt.TEMPLATE, objection_receipt.page(
        case=case,
        deadline=_answering(case),
        frame=frame(letter, institution=institution, about=objection_receipt.ABOUT, konsep=konsep),
        institution=institution,
        tracking_address=f"{settings.SITE_URL.split('://', 1)[-1]}/lacak/",
    )


def _ruling(letter: Letter, case: Objection, institution: Institution, konsep: bool) -> Written:
    return ruling.TEMPLATE, ruling.page(
        case=case,
        content=RulingContent.from_json(letter.content),
        frame=frame(letter, institution=institution, about=ruling.ABOUT, konsep=konsep),
        signer=_signer(letter, Role.SUPERIOR),
        institution=institution,
    )


def _settlement(letter: Letter, case: Objection, institution: Institution, konsep: bool) -> Written:
    answering = _answering(case)
    return settlement.TEMPLATE, settlement.page(
        case=case,
        content=SettlementContent.from_json(letter.content),
        frame=frame(letter, institution=institution, about=settlement.ABOUT, konsep=konsep),
        signer=_signer(letter, Role.PPID),
        answer_due=answering.due if answering else None,
    )


def _silence(letter: Letter, case: Objection, institution: Institution, konsep: bool) -> Written:
    return silence.TEMPLATE, silence.page(
        case=case,
        content=SilenceContent.from_json(letter.content),
        frame=frame(letter, institution=institution, about=silence.ABOUT, konsep=konsep),
        institution=institution,
    )


_WRITERS: Mapping[Letter.Kind, Callable[[Letter, Objection, Institution, bool], Written]] = {
    Letter.Kind.RECEIPT: _receipt,
    Letter.Kind.RULING: _ruling,
    Letter.Kind.SETTLEMENT: _settlement,
    Letter.Kind.SILENCE: _silence,
}
KINDS = frozenset(_WRITERS)
