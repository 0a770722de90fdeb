"""The only road from an address to a case: fetch and authorise in one breath (architecture rule 6).

Whoever may not see a case gets 404, not 403: whether it exists is nobody's business. 403 says only "this room is not
yours". Moments are arguments, as everywhere below a view.
"""

import datetime as dt
from collections.abc import MutableMapping
from typing import Any, TypeVar

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404

from ppid.access.commission import disputes_of, invitation_of, invitations_of
from ppid.access.reading import may_see_readings, note_reading, open_file, readings_of
from ppid.access.roles import CASE_ROLES, Person, Roles, roles_of
from ppid.models import (
    AnyCase,
    Case,
    CaseFile,
    ConsequenceTest,
    Exclusion,
    IncomingMail,
    InformationRequest,
    Letter,
    MailRecord,
    Objection,
    PrivateFile,
    RegisterReading,
    Role,
    UnitMessage,
)
from ppid.models.cases import CODE_LENGTH, normalised, tracking_digest
from ppid.models.drafts import token_digest
from ppid.models.unit_messages import UnitMessageQuerySet

__all__ = [
    "CASE_ROLES",
    "GIVEN_PAPERS",
    "OWN_PAPERS",
    "PROOF_KEY",
    "PROOF_LASTS",
    "Person",
    "Roles",
    "applicant_case",
    "applicant_file",
    "basis_file",
    "by_reference",
    "by_sent_draft",
    "by_tracking_code",
    "disputes_of",
    "for_applicant",
    "for_objector",
    "for_officer",
    "forget",
    "incoming_mails",
    "invitation_of",
    "invitations_of",
    "is_proved",
    "may_see_readings",
    "message_file",
    "messages_visible_to",
    "note_reading",
    "objection_by_code",
    "objections_of_mailbox",
    "objections_visible_to",
    "of_mailbox",
    "officer_any_case",
    "officer_case",
    "officer_file",
    "officer_letter",
    "officer_mail",
    "officer_message",
    "officer_objection",
    "official_objections",
    "official_register",
    "open_file",
    "prove",
    "public_objections",
    "public_register",
    "readings_of",
    "register_readings",
    "roles_of",
    "unit_messages",
    "visible_to",
]

Found = TypeVar("Found", InformationRequest, Objection)
PROOF_KEY = "proved_cases"
PROOF_LASTS = dt.timedelta(minutes=30)
# What a proven applicant may open of the case's files: what was handed in, and what was given with the answer.
OWN_PAPERS = (
    CaseFile.Role.ATTACHMENT, CaseFile.Role.IDENTITY, CaseFile.Role.DEED, CaseFile.Role.AUTHORITY,
    CaseFile.Role.SPECIAL_AUTHORITY, CaseFile.Role.WITHDRAWAL, CaseFile.Role.OBJECTION,
)  # fmt: skip
GIVEN_PAPERS = (CaseFile.Role.ANSWER, CaseFile.Role.DECREE, CaseFile.Role.TEST_SHEET, CaseFile.Role.APPROVAL)
# An heir or legal successor goes on with the case.
SUCCEEDED = Q(endings__successor__isnull=False)
# UU 25/2009 Ps 49: what a complaint says is the whole-body roles' alone, also where a unit has the rest of the request.
CONFIDENTIAL = frozenset({Letter.Kind.COMPLAINT})
# Letters that the applicant gets as they are made: they count unsigned.
GIVEN_UNSIGNED = (
    Letter.Kind.RECEIPT, Letter.Kind.DELIVERY, Letter.Kind.PAYMENT, Letter.Kind.COPY_FORM, Letter.Kind.MINUTES,
    Letter.Kind.SILENCE,
)  # fmt: skip
# The written consideration is read beside the answer, never before it (UU 14/2008 Ps 7(5); PP 61/2010 Ps 2).
GIVEN_WITH_ANSWER = Q(letters__kind=Letter.Kind.CONSIDERATION, answered_on__isnull=False)


def for_officer(user: Person, on: dt.date) -> QuerySet[InformationRequest]:
    """The requests this person may see on `on`. PermissionDenied when the desk is not this person's room.

    Front desk, PPID and superior see all; an assistant those of the own unit; reviewer, editor, administrator none.
    """
    return visible_to(roles_of(user, on))


def visible_to(roles: Roles) -> QuerySet[InformationRequest]:
    """As `for_officer`, where the roles are already known."""
    if not roles.roles & CASE_ROLES:
        raise PermissionDenied
    cases = InformationRequest.objects.select_related("applicant", "unit")
    return cases if roles.sees_all else cases.filter(unit_id__in=roles.units)


def officer_case(user: Person, pk: int, on: dt.date) -> InformationRequest:
    """One request for an officer, or 404."""
    return _one(for_officer(user, on), Q(pk=pk))


def objections_visible_to(roles: Roles) -> QuerySet[Objection]:
    """As `visible_to`, of the objections; an assistant sees those about the own unit's requests."""
    if not roles.roles & CASE_ROLES:
        raise PermissionDenied
    cases = Objection.objects.select_related("applicant", "unit", "request")
    return cases if roles.sees_all else cases.filter(unit_id__in=roles.units)


def officer_objection(user: Person, pk: int, on: dt.date) -> Objection:
    """One objection for an officer, or 404."""
    return _one(objections_visible_to(roles_of(user, on)), Q(pk=pk))


def officer_any_case(user: Person, case: Case, on: dt.date) -> AnyCase:
    """What a letter or a mail hangs on, for an officer, or 404."""
    if case.kind == Case.Kind.OBJECTION:
        return officer_objection(user, case.pk, on)
    return officer_case(user, case.pk, on)


def official_objections(user: Person, on: dt.date) -> QuerySet[Objection]:
    """The objections for the official copy of their register: the PPID's alone (law.md §2.9)."""
    if Role.PPID not in roles_of(user, on):
        raise PermissionDenied
    return Objection.objects.select_related("applicant", "request")


def public_objections() -> QuerySet[Objection]:
    """Every objection, for the public register; its query leaves persons and their words unread."""
    return Objection.objects.all()


def public_register() -> QuerySet[InformationRequest]:
    """Every request, for the public register. Its query leaves the applicant and the applicant's words unread."""
    return InformationRequest.objects.all()


def official_register(user: Person, on: dt.date) -> QuerySet[InformationRequest]:
    """The requests for the official copy with every identity number: the PPID's alone (law.md §2.9)."""
    if Role.PPID not in roles_of(user, on):
        raise PermissionDenied
    return InformationRequest.objects.select_related("applicant")


def register_readings(user: Person, on: dt.date) -> QuerySet[RegisterReading]:
    """Who took an official copy, for the PPID and the administrator."""
    if not roles_of(user, on).roles & {Role.PPID, Role.ADMINISTRATOR}:
        raise PermissionDenied
    return RegisterReading.objects.select_related("user")


def incoming_mails(roles: Roles) -> QuerySet[IncomingMail]:
    """Mail that came in by itself, for the whole-body roles; PermissionDenied for others."""
    if not roles.sees_all:
        raise PermissionDenied
    return IncomingMail.objects.all()


def by_tracking_code(code: str) -> InformationRequest:
    """The request of a tracking code typed in any way, or 404. Shows state and dates, never the person."""
    if len(normalised(code)) != CODE_LENGTH:
        raise Http404
    return _one(InformationRequest.objects.select_related("unit"), Q(tracking_digest=tracking_digest(code)))


def objection_by_code(code: str) -> Objection:
    """As `by_tracking_code`, of an objection."""
    if len(normalised(code)) != CODE_LENGTH:
        raise Http404
    return _one(Objection.objects.select_related("unit", "request"), Q(tracking_digest=tracking_digest(code)))


def objections_of_mailbox(address: str) -> QuerySet[Objection]:
    """As `of_mailbox`, of the objections."""
    cases = Objection.objects.select_related("applicant", "unit", "request")
    own = Q(applicant__proxy_email="", applicant__email__iexact=address)
    return cases.filter(own | Q(applicant__proxy_email__iexact=address)) if address else cases.none()


def by_sent_draft(token: str, at: dt.datetime) -> InformationRequest | None:
    """The request that the draft of this secret became, for the browser that sent it: its receipt (Ps 22(4)).

    None once an heir goes on with it: the receipt would show that person's name.
    """
    if not token:
        return None
    cases = InformationRequest.objects.select_related("applicant", "unit").exclude(SUCCEEDED)
    return cases.filter(draft__digest=token_digest(token), draft__expires_at__gt=at).first()


def of_mailbox(address: str) -> QuerySet[InformationRequest]:
    """The requests whose mail goes to this address (the proxy's when there is one), in any case of its letters.

    Nothing of them is shown before its code came back.
    """
    cases = InformationRequest.objects.select_related("applicant", "unit")
    own = Q(applicant__proxy_email="", applicant__email__iexact=address)
    return cases.filter(own | Q(applicant__proxy_email__iexact=address)) if address else cases.none()


def by_reference(reference: str) -> AnyCase | None:
    """The case of a reference that the session itself holds; shows nothing by itself, a code must come back."""
    for kind in (InformationRequest, Objection):
        found: AnyCase | None = kind.objects.select_related("applicant", "unit").filter(reference=reference).first()
        if found is not None:
            return found
    return None


def prove(session: MutableMapping[str, Any], case: AnyCase, at: dt.datetime) -> None:
    """Remember in the applicant's session that the e-mailed code of `case` was given back; holds for half an hour."""
    proofs = dict(session.get(PROOF_KEY, {}))
    proofs[_proof_of(case)] = (at + PROOF_LASTS).isoformat()
    session[PROOF_KEY] = proofs


def is_proved(session: MutableMapping[str, Any], case: AnyCase, at: dt.datetime) -> bool:
    """Whether this session gave the code of `case` back and the half hour is not over."""
    until = session.get(PROOF_KEY, {}).get(_proof_of(case))
    return bool(until) and _after(until, at)


def forget(session: MutableMapping[str, Any]) -> None:
    """The applicant signs out."""
    session.pop(PROOF_KEY, None)


def for_applicant(session: MutableMapping[str, Any], at: dt.datetime) -> QuerySet[InformationRequest]:
    """The requests whose codes this session gave back within the half hour."""
    return InformationRequest.objects.select_related("applicant", "unit").filter(_proved(session, at))


def for_objector(session: MutableMapping[str, Any], at: dt.datetime) -> QuerySet[Objection]:
    """As `for_applicant`, of the objections."""
    return Objection.objects.select_related("applicant", "unit", "request").filter(_proved(session, at))


def _proved(session: MutableMapping[str, Any], at: dt.datetime) -> Q:
    proofs = session.get(PROOF_KEY, {})
    held = [proof.split(":") for proof, until in proofs.items() if ":" in proof and _after(until, at)]
    mine = Q(pk__in=())
    for reference, applicant in held:
        mine |= Q(reference=reference, applicant_id=applicant)
    return mine


def _after(until: str, at: dt.datetime) -> bool:
    return at < dt.datetime.fromisoformat(until)


def _proof_of(case: AnyCase) -> str:
    """A proof is the applicant's own: when an heir goes on with the case, it opens nothing any more."""
    return f"{case.reference}:{case.applicant_id}"


def applicant_case(session: MutableMapping[str, Any], code: str, at: dt.datetime) -> InformationRequest:
    """The request of a tracking code for its proven applicant, or 404."""
    return _one(for_applicant(session, at), Q(tracking_digest=tracking_digest(code)))


def officer_file(user: Person, pk: int, on: dt.date) -> tuple[AnyCase, PrivateFile]:
    """A private file of a case this person may see, with that case, or 404."""
    roles = roles_of(user, on)
    hidden = frozenset() if roles.sees_all else CONFIDENTIAL
    return _file_of((visible_to(roles), objections_visible_to(roles)), pk, drafts=True, hidden=hidden)


def basis_file(user: Person, pk: int, on: dt.date) -> PrivateFile:
    """The decree or test sheet of an exclusion, for the whole-body roles; PermissionDenied for others, or 404."""
    if not roles_of(user, on).sees_all:
        raise PermissionDenied
    held = Q(pk__in=Exclusion.objects.values("decree")) | Q(pk__in=ConsequenceTest.objects.values("sheet"))
    file = PrivateFile.objects.filter(held, pk=pk).first()
    if file is None:
        raise Http404
    return file


def unit_messages(user: Person, on: dt.date) -> UnitMessageQuerySet:
    """What units asked and told each other, as far as this person's unit took part; the whole-body roles read all.

    A unit keeps its own questions and answers when the case has moved on, and reads nobody else's.
    """
    return messages_visible_to(roles_of(user, on))


def messages_visible_to(roles: Roles) -> UnitMessageQuerySet:
    """As `unit_messages`, where the roles are already known."""
    if not roles.roles & CASE_ROLES:
        raise PermissionDenied
    messages = UnitMessage.objects.of(roles.units, main=roles.sees_all)
    return messages.select_related("case", "sender", "recipient", "written_by")


def officer_message(user: Person, pk: int, on: dt.date) -> UnitMessage:
    """One message that this person may read, or 404."""
    message = unit_messages(user, on).filter(pk=pk).first()
    if message is None:
        raise Http404
    return message


def message_file(user: Person, pk: int, on: dt.date) -> PrivateFile:
    """A file with a message that this person may read, or 404."""
    held = unit_messages(user, on).filter(files__file_id=pk)
    file = PrivateFile.objects.filter(pk=pk).first() if held.exists() else None
    if file is None:
        raise Http404
    return file


def officer_letter(user: Person, pk: int, on: dt.date) -> Letter:
    """A letter of a case this person may see, or 404."""
    letter = Letter.objects.filter(pk=pk).select_related("case", "draft", "signed").first()
    if letter is None:
        raise Http404
    officer_any_case(user, letter.case, on)
    if letter.kind in CONFIDENTIAL and not roles_of(user, on).sees_all:
        raise Http404
    return letter


def officer_mail(user: Person, pk: int, on: dt.date) -> MailRecord:
    """The record of a mail of a case this person may see, or 404."""
    mail = MailRecord.objects.filter(pk=pk).select_related("case").first()
    if mail is None:
        raise Http404
    officer_any_case(user, mail.case, on)
    return mail


def applicant_file(session: MutableMapping[str, Any], pk: int, at: dt.datetime) -> tuple[AnyCase, PrivateFile]:
    """A private file for the proven applicant: own papers, given information, signed letters already sent."""
    return _file_of((for_applicant(session, at), for_objector(session, at)), pk, drafts=False)


def _file_of(
    kinds: tuple[QuerySet[InformationRequest], QuerySet[Objection]], pk: int, *, drafts: bool,
    hidden: frozenset[Letter.Kind] = frozenset(),
) -> tuple[AnyCase, PrivateFile]:  # fmt: skip
    """The case among `kinds` that holds the file, by any road on which a file hangs on a case but a `hidden` letter."""
    held = Q(letters__signed_id=pk, letters__sent_at__isnull=False)
    held |= Q(letters__draft_id=pk, letters__kind__in=GIVEN_UNSIGNED)
    held |= Q(letters__draft_id=pk) & GIVEN_WITH_ANSWER
    # An heir reads what was given, not the papers by which the former applicant was known.
    own = Q(files__role__in=OWN_PAPERS) & ~SUCCEEDED
    held |= Q(files__file_id=pk) & (Q(files__role__in=GIVEN_PAPERS) | own)
    if drafts:
        shown = [kind for kind in Letter.Kind if kind not in hidden]
        held |= Q(files__file_id=pk) | Q(letters__signed_id=pk) | Q(letters__draft_id=pk, letters__kind__in=shown)
        held |= Q(letters__approvals__file_id=pk)
    requests, objections = kinds
    case: AnyCase | None = (
        requests.filter(held).order_by("pk").first() or objections.filter(held).order_by("pk").first()
    )
    file = PrivateFile.objects.filter(pk=pk).first() if case else None
    if case is None or file is None:
        raise Http404
    return case, file


def _one(cases: QuerySet[Found], wanted: Q) -> Found:
    case = cases.filter(wanted).first()
    if case is None:
        raise Http404
    return case
