"""Letters of the office as PDF. `build` writes one; `preview` writes a notice that is not yet drafted.

A letter is Indonesian whatever language the screen has. Until a signed file is bound to it, it carries KONSEP; the
copy for the signature is the same text without that word and names the draft's hash in its metadata, so that the
signed file can be traced to the draft it came from.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any, Protocol

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation

from ppid.law.complaint_letter import ComplaintNews
from ppid.law.completeness import IncompleteContent
from ppid.law.consideration import Consideration
from ppid.law.decisions import NoticeContent
from ppid.law.delivery_note import DeliveryNote
from ppid.law.extension import ExtensionContent
from ppid.law.fee_papers import CopyFormPaper, PaymentReceipt
from ppid.law.forwarding import ForwardingLetter
from ppid.law.letters import LetterKind, is_signed
from ppid.law.silence import SilenceContent
from ppid.letters import (
    complaint,
    consideration,
    copy_form,
    delivery_note,
    disposition,
    extension,
    forwarding,
    incomplete,
    minutes,
    notice,
    of_objections,
    payment,
    receipt,
    refusal,
    request_form,
    silence,
)
from ppid.letters.frame import KONSEP, files_of, frame
from ppid.letters.render import pdf
from ppid.letters.signer import Signer, signer_from, signer_of
from ppid.letters.words import what_is_counted
from ppid.models import AnyCase, Appointment, Case, Dispute, InformationRequest, Institution, Objection, whole
from ppid.models.letters import Letter

__all__ = ["WRITTEN", "build", "filled_form", "for_signature", "preview"]

Page = (
    notice.NoticePage
    | receipt.ReceiptPage
    | extension.ExtensionPage
    | disposition.DispositionPage
    | incomplete.IncompletePage
    | delivery_note.DeliveryNotePage
    | consideration.ConsiderationPage
    | forwarding.ForwardingPage
    | complaint.ComplaintPage
    | payment.PaymentPage
    | copy_form.CopyFormPage
    | minutes.MinutesPage
    | silence.SilencePage
)
Written = tuple[str, Page | of_objections.Page]


class Content(Protocol):
    """What a letter says, as a dataclass of the law."""

    def as_json(self) -> dict[str, Any]: ...


def build(letter: Letter) -> bytes:
    """The letter as PDF/A-3a with PDF/UA-1, KONSEP unless its kind needs no signature. Same rows, same bytes."""
    return _build(letter, konsep=is_signed(letter.kind))


def for_signature(letter: Letter) -> bytes:
    """The draft without KONSEP, to be signed. `build` still giving `draft_sha256` proves that it is the same text."""
    return _build(letter, konsep=False)


def preview(
    case: AnyCase, content: Content, on: dt.date, kind: LetterKind = LetterKind.NOTICE,
    signer: Appointment | None = None,
) -> bytes:  # fmt: skip
    """The letter as it would be drafted on `on`, before a number is taken; nothing is stored."""
    letter = Letter(
        case=case, kind=kind, number="…/…", dated=on, content=content.as_json(), verify_code="0" * 12, signer=signer
    )
    return _build(letter, konsep=True)


def _signer(letter: Letter) -> Signer:
    """Whose block the letter prints: who signs by mandate signs "a.n." (UU 30/2014 Ps 14)."""
    return signer_from(letter.signer) if letter.signer is not None else signer_of(letter.dated)


def filled_form(case: InformationRequest) -> bytes:
    """Annex VI of a registered request, in duplicate; it bears the code of the receipt. Nothing is stored."""
    institution = Institution.load()
    letter = Letter.objects.get(case_id=case.pk, kind=Letter.Kind.RECEIPT)
    with translation.override("id"):
        head = frame(letter, institution=institution, about=request_form.ABOUT, konsep=False)
        page = request_form.page(case=case, frame=head, institution=institution)
        html = render_to_string(request_form.TEMPLATE, {"page": page})
    return pdf(html, files_of(page.frame, institution))


def _build(letter: Letter, *, konsep: bool) -> bytes:
    institution = Institution.load()
    case = whole(letter.case_id)
    with translation.override("id"):
        template, page = _written(letter, case, institution, konsep)
        html = render_to_string(template, {"page": page})
    return pdf(html, files_of(page.frame, institution), beneath=KONSEP if konsep else b"")


def _written(letter: Letter, case: AnyCase, institution: Institution, konsep: bool) -> Written:
    if isinstance(case, Objection):
        return of_objections.written(letter, case, institution, konsep)
    if isinstance(case, Dispute):
        raise ValueError("the body writes no letters in a dispute")
    return _WRITERS[Letter.Kind(letter.kind)](letter, case, institution, konsep)


def _notice(letter: Letter, case: InformationRequest, institution: Institution, konsep: bool) -> Written:
    content = NoticeContent.from_json(letter.content)
    refused = refusal.TEMPLATES.get(content.decision)
    about = refusal.ABOUT if refused else notice.ABOUT
    return refused or notice.TEMPLATE, notice.page(
        case=case,
        content=content,
        frame=frame(letter, institution=institution, about=about, konsep=konsep),
        signer=_signer(letter),
        counting=what_is_counted(
            shared_leave_is_working=institution.shared_leave_is_working, first_day_counts=institution.first_day_counts
        ),
    )


def _extension(letter: Letter, case: InformationRequest, institution: Institution, konsep: bool) -> Written:
    return extension.TEMPLATE, extension.page(
        case=case,
        content=ExtensionContent.from_json(letter.content),
        frame=frame(letter, institution=institution, about=extension.ABOUT, konsep=konsep),
        signer=_signer(letter),
    )


def _receipt(letter: Letter, case: InformationRequest, institution: Institution, konsep: bool) -> Written:
    return receipt.TEMPLATE, receipt.page(
        case=case,
        deadline=case.deadlines.standing().filter(governs=True).first(),
        frame=frame(letter, institution=institution, about=receipt.ABOUT, konsep=konsep),
        institution=institution,
        tracking_address=f"{settings.SITE_URL.split('://', 1)[-1]}/lacak/",
    )


def _disposition(letter: Letter, case: InformationRequest, institution: Institution, konsep: bool) -> Written:
    return disposition.TEMPLATE, disposition.page(
        case=case,
        content=letter.content,
        frame=frame(letter, institution=institution, about=disposition.ABOUT, konsep=konsep),
    )


def _incomplete(letter: Letter, case: InformationRequest, institution: Institution, konsep: bool) -> Written:
    return incomplete.TEMPLATE, incomplete.page(
        case=case,
        content=IncompleteContent.from_json(letter.content),
        frame=frame(letter, institution=institution, about=incomplete.ABOUT, konsep=konsep),
        signer=_signer(letter),
        tracking_address=f"{settings.SITE_URL.split('://', 1)[-1]}/lacak/",
    )


def _delivery_note(letter: Letter, case: InformationRequest, institution: Institution, konsep: bool) -> Written:
    return delivery_note.TEMPLATE, delivery_note.page(
        case=case,
        note=DeliveryNote.from_json(letter.content),
        frame=frame(letter, institution=institution, about=delivery_note.ABOUT, konsep=konsep),
    )


def _consideration(letter: Letter, case: InformationRequest, institution: Institution, konsep: bool) -> Written:
    said = Consideration.from_json(letter.content)
    notice_letter = Letter.objects.select_related("signer__user", "signer__acting_for").get(pk=said.notice)
    return consideration.TEMPLATE, consideration.page(
        case=case,
        said=said,
        notice=notice_letter,
        frame=frame(letter, institution=institution, about=consideration.ABOUT, konsep=konsep),
        signer=_signer(notice_letter),
    )


def _forwarding(letter: Letter, case: InformationRequest, institution: Institution, konsep: bool) -> Written:
    return forwarding.TEMPLATE, forwarding.page(
        case=case,
        said=ForwardingLetter.from_json(letter.content),
        frame=frame(letter, institution=institution, about=forwarding.ABOUT, konsep=konsep),
        signer=_signer(letter),
    )


def _payment(letter: Letter, case: InformationRequest, institution: Institution, konsep: bool) -> Written:
    return payment.TEMPLATE, payment.page(
        case=case,
        receipt=PaymentReceipt.from_json(letter.content),
        frame=frame(letter, institution=institution, about=payment.ABOUT, konsep=konsep),
    )


def _copy_form(letter: Letter, case: InformationRequest, institution: Institution, konsep: bool) -> Written:
    return copy_form.TEMPLATE, copy_form.page(
        case=case,
        paper=CopyFormPaper.from_json(letter.content),
        frame=frame(letter, institution=institution, about=copy_form.ABOUT, konsep=konsep),
    )


def _minutes(letter: Letter, case: InformationRequest, institution: Institution, konsep: bool) -> Written:
    return minutes.TEMPLATE, minutes.page(
        case=case,
        content=letter.content,
        frame=frame(letter, institution=institution, about=minutes.ABOUT, konsep=konsep),
        zone=Institution.Zone(institution.time_zone).name,
    )


def _silence(letter: Letter, case: InformationRequest, institution: Institution, konsep: bool) -> Written:
    return silence.TEMPLATE, silence.page(
        case=case,
        content=SilenceContent.from_json(letter.content),
        frame=frame(letter, institution=institution, about=silence.ABOUT, konsep=konsep),
        institution=institution,
    )


def _complaint(letter: Letter, case: InformationRequest, institution: Institution, konsep: bool) -> Written:
    return complaint.TEMPLATE, complaint.page(
        case=case,
        news=ComplaintNews.from_json(letter.content),
        frame=frame(letter, institution=institution, about=complaint.ABOUT, konsep=konsep),
        signer=_signer(letter),
    )


_WRITERS: Mapping[Letter.Kind, Callable[[Letter, InformationRequest, Institution, bool], Written]] = {
    Letter.Kind.NOTICE: _notice,
    Letter.Kind.EXTENSION: _extension,
    Letter.Kind.RECEIPT: _receipt,
    Letter.Kind.DISPOSITION: _disposition,
    Letter.Kind.INCOMPLETE: _incomplete,
    Letter.Kind.DELIVERY: _delivery_note,
    Letter.Kind.CONSIDERATION: _consideration,
    Letter.Kind.FORWARDING: _forwarding,
    Letter.Kind.COMPLAINT: _complaint,
    Letter.Kind.PAYMENT: _payment,
    Letter.Kind.COPY_FORM: _copy_form,
    Letter.Kind.MINUTES: _minutes,
    Letter.Kind.SILENCE: _silence,
}
# What can be written by now: kind of case and kind of letter.
WRITTEN = frozenset(
    {(Case.Kind.REQUEST, LetterKind(kind)) for kind in _WRITERS}
    | {(Case.Kind.OBJECTION, LetterKind(kind)) for kind in of_objections.KINDS}
)
