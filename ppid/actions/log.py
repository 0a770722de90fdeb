"""Writing the case log: lock the case, link to the last event, append."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import connection

from ppid.access import roles_of
from ppid.law import chain, procedure, procedure_dispute, procedure_objection
from ppid.law.events import Payload
from ppid.law.moves import Move
from ppid.law.procedure import Actor, MoveName, State, Unlawful
from ppid.law.refusals import say
from ppid.models import AnyCase, Case, CaseEvent, Dispute, InformationRequest, Objection
from ppid.queries import chains


@dataclass(frozen=True)
class Author:
    """Who makes an event: an officer's account or nobody, and in which role."""

    user: AbstractBaseUser | None
    role: Actor


SYSTEM = Author(None, Actor.SYSTEM)
APPLICANT = Author(None, Actor.APPLICANT)


def locked(case: Case, *, seen: int | None = None) -> InformationRequest:
    """The request as it is now, its row locked until the transaction ends.

    `seen` is the number of the last event that the person's page showed; when something happened since, the move is
    refused, so that of two officers on one case the second is told and nothing is lost.
    """
    fresh = locked_any(case, seen=seen)
    if not isinstance(fresh, InformationRequest):
        raise TypeError("a request is wanted here")
    return fresh


def locked_objection(case: Case, *, seen: int | None = None) -> Objection:
    """As `locked`, of an objection."""
    fresh = locked_any(case, seen=seen)
    if not isinstance(fresh, Objection):
        raise TypeError("an objection is wanted here")
    return fresh


def locked_dispute(case: Case, *, seen: int | None = None) -> Dispute:
    """As `locked`, of a dispute."""
    fresh = locked_any(case, seen=seen)
    if not isinstance(fresh, Dispute):
        raise TypeError("a dispute is wanted here")
    return fresh


def locked_any(case: Case, *, seen: int | None = None) -> AnyCase:
    """As `locked`, of a case whose kind the caller does not know: what a letter or a mail hangs on."""
    if not connection.in_atomic_block:
        raise RuntimeError("a case is locked inside a transaction only")
    fresh = _row(case)
    if seen is not None and seen != getattr(last_event(fresh), "seq", 0):
        raise Unlawful(say("Kasus ini berubah sejak halaman Anda dibuka. Muat ulang halaman, lalu periksa lagi."))
    return fresh


def _row(case: Case) -> AnyCase:
    if case.kind == Case.Kind.OBJECTION:
        rows = Objection.objects.select_for_update(of=("self", "case_ptr"))
        return rows.select_related("applicant", "request").get(pk=case.pk)
    if case.kind == Case.Kind.DISPUTE:
        disputes = Dispute.objects.select_for_update(of=("self", "case_ptr"))
        return disputes.select_related("contested__applicant").get(pk=case.pk)
    return InformationRequest.objects.select_for_update().select_related("applicant").get(pk=case.pk)


def authorised(name: MoveName, case: Case, user: AbstractBaseUser | None, on: dt.date) -> Author:
    """Who may make this move now, or Unlawful. Without a user it is the applicant."""
    if user is None:
        _require(case, name, {Actor.APPLICANT})
        return APPLICANT
    actors = roles_of(user, on).actors
    row = _require(case, name, actors)
    # A person with two roles acts in the first of the table's order, the same every time.
    return Author(user, next(actor for actor in Actor if actor in row.actors & actors))


def _require(case: Case, name: MoveName, actors: Collection[Actor]) -> Move:
    """By the table of the case's kind."""
    if case.kind == Case.Kind.OBJECTION:
        return procedure_objection.require(name, State(case.state), actors)
    if case.kind == Case.Kind.DISPUTE:
        return procedure_dispute.require(name, State(case.state), actors)
    return procedure.require(name, State(case.state), actors)


class Last(NamedTuple):
    """What the next event of a case follows: number, hash and moment of the last one."""

    seq: int
    hash: str
    at: dt.datetime


def last_event(case: Case) -> CaseEvent | None:
    return CaseEvent.objects.filter(case_id=case.pk).order_by("-seq").first()


def record(
    case: Case, payload: Payload, *, author: Author, on: dt.date, at: dt.datetime, first: bool = False
) -> CaseEvent:
    """Append one event. The case must be locked (or new: `first`), else two events could want the same number."""
    event = linked(case, payload, after=None if first else last_event(case), author=author, on=on, at=at)
    event.save(force_insert=True)
    return event


def linked(
    case: Case, payload: Payload, *, after: CaseEvent | None, author: Author, on: dt.date, at: dt.datetime
) -> CaseEvent:
    """The event that follows `after`, hashed, not yet saved. Its moment is never before its predecessor's."""
    last = Last(after.seq, after.hash, after.at) if after else None
    link, digest = next_link(str(case.reference), payload, after=last, author=author, on=on, at=at)
    return CaseEvent(
        case_id=case.pk, seq=link.seq, kind=link.kind, actor_id=link.actor, role=link.role, day=link.day, at=link.at,
        payload=link.payload, previous=link.previous, hash=digest,
    )  # fmt: skip


def next_link(
    reference: str, payload: Payload, *, after: Last | None, author: Author, on: dt.date, at: dt.datetime
) -> tuple[chain.Link, str]:
    """The link that follows `after` in the log of the case with that reference, and its hash."""
    link = chain.Link(
        case=reference,
        seq=after.seq + 1 if after else 1,
        kind=payload.kind,
        actor=author.user.pk if author.user else None,
        role=author.role,
        day=on,
        at=max(at, after.at) if after else at,
        payload=_plain(payload),
        previous=after.hash if after else chain.genesis(reference),
    )
    return link, chain.digest(link)


def first_fault(case: Case) -> chain.Fault | None:
    """Walk the log of one case; None when it is whole."""
    reference = str(case.reference)
    return chain.first_fault(reference, chains.links(reference, case.events.order_by("seq")))


def _plain(payload: Payload) -> dict[str, object]:
    """Tuples become lists, as they come back from the database: the hash must not depend on it."""
    return {name: list(value) if isinstance(value, tuple) else value for name, value in payload.as_json().items()}
