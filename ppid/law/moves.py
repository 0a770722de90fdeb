"""The words of the tables of moves: states, actors, moves, and what a row of a table says.

`ppid.law.procedure` holds the table of the information request, `ppid.law.procedure_objection` that of the objection,
`ppid.law.procedure_dispute` that of the dispute.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from ppid.law.refusals import Unlawful, say


class State(StrEnum):
    """What has happened to a request. Lateness is not a state: it follows from dates (architecture rule 2)."""

    REGISTERED = "registered"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"
    HANDED_OVER = "handed_over"
    CLOSED = "closed"


class Actor(StrEnum):
    """Who moves. The officers' words equal the codes of `ppid.models.people.Role`."""

    APPLICANT = "applicant"
    FRONT_DESK = "petugas"
    ASSISTANT = "pembantu"
    PPID = "ppid"
    SUPERIOR = "atasan"
    SYSTEM = "system"


class MoveName(StrEnum):
    FILE = "file"
    CONFIRM_ORAL = "confirm_oral"
    DECLARE_COMPLETE = "declare_complete"
    DISPOSE = "dispose"
    DRAFT_NOTICE = "draft_notice"
    DRAFT_EXTENSION = "draft_extension"
    SEND_EXTENSION = "send_extension"
    HAND_TO_COMPLAINTS = "hand_to_complaints"
    ENTER_COMPLAINT = "enter_complaint"
    SETTLE_COMPLAINT = "settle_complaint"
    RESUME_REQUEST = "resume_request"
    ANSWER_COMPLAINT = "answer_complaint"
    COMPLETE_COMPLAINT = "complete_complaint"
    NOTIFY_COMPLAINT = "notify_complaint"
    PROPOSE_REFUSAL = "propose_refusal"
    APPROVE_REFUSAL = "approve_refusal"
    RETURN_REFUSAL = "return_refusal"
    ATTACH_SIGNED = "attach_signed"
    RECORD_SENDING = "record_sending"
    RECORD_ARRIVAL = "record_arrival"
    DRAFT_INCOMPLETE = "draft_incomplete"
    SEND_INCOMPLETE = "send_incomplete"
    COMPLETE_PAPERS = "complete_papers"
    NOTE_NOT_COMPLETED = "note_not_completed"
    ACCEPT_AS_NEW = "accept_as_new"
    WITHDRAW_PART = "withdraw_part"
    WITHDRAW = "withdraw"
    RETURN_CASE = "return_case"
    ASK_UNIT = "ask_unit"
    ANSWER_UNIT = "answer_unit"
    TAKE_BACK_QUESTION = "take_back_question"
    WRITE_SUBJECT = "write_subject"
    APPROVE_SUBJECT = "approve_subject"
    NOTE_ENDING = "note_ending"
    ACCEPT_SUCCESSOR = "accept_successor"
    CLOSE_UNCONTINUED = "close_uncontinued"
    FLAG_ANNOYING = "flag_annoying"
    LIFT_FLAG = "lift_flag"
    MAKE_AVAILABLE = "make_available"
    DELIVER_PART = "deliver_part"
    RECORD_RECEIPT = "record_receipt"
    REOPEN_PART = "reopen_part"
    WISH_FORWARDING = "wish_forwarding"
    FORWARD = "forward"
    RECORD_PAYMENT = "record_payment"
    FILL_COPY_FORM = "fill_copy_form"
    OFFER_VIEWING = "offer_viewing"
    CHOOSE_VIEWING = "choose_viewing"
    NOTE_ABSENCE = "note_absence"
    RECORD_MINUTES = "record_minutes"
    # Of an objection.
    ASK_MISSING = "ask_missing"
    OFFER_NEXT_SUPERIOR = "offer_next_superior"
    DRAFT_RULING = "draft_ruling"
    SEND_RULING = "send_ruling"
    DRAFT_SETTLEMENT = "draft_settlement"
    RECORD_SETTLEMENT = "record_settlement"
    RECORD_REPLY = "record_reply"
    FULFIL_ORDER = "fulfil_order"
    # The dispute.
    RECORD_APPLICATION = "record_application"
    ENTER_STAGE = "enter_stage"
    FILE_REASONS = "file_reasons"
    SET_HEARING = "set_hearing"
    RECORD_DECISION = "record_decision"
    RECORD_COURT = "record_court"
    COMPLY = "comply"
    PUBLISH_DECISION = "publish_decision"
    ENTER_REGISTER = "enter_register"


OFFICERS = frozenset({Actor.FRONT_DESK, Actor.ASSISTANT, Actor.PPID})
DESK = frozenset({Actor.FRONT_DESK, Actor.PPID})
# What is not withdrawn is still worked on: also an answered request, until everything has been handed over.
RUNNING = frozenset(State) - {State.WITHDRAWN}


@dataclass(frozen=True)
class Move:
    """One arrow: `name` out of any of `sources` (empty: from nothing) to `target`, by `actors`, under `article`.

    `target` None: the case stays in the state it has.
    """

    name: MoveName
    label: str
    sources: frozenset[State]
    target: State | None
    actors: frozenset[Actor]
    article: str


@dataclass(frozen=True)
class Doorway:
    """A step that opens from `sources` and is led by another table."""

    label: str
    sources: frozenset[State]
    article: str


STATE_LABELS: dict[State, str] = {
    State.REGISTERED: say("Terdaftar"),
    State.ANSWERED: say("Dijawab"),
    State.WITHDRAWN: say("Dicabut pemohon"),
    State.HANDED_OVER: say("Diserahkan sebagai aduan"),
    State.CLOSED: say("Ditutup dengan catatan"),
}
Table = tuple[Move, ...]


def move_in(table: Table, name: MoveName) -> Move:
    """The row of that name."""
    return next(row for row in table if row.name is name)


def lawful_in(table: Table, state: State, actors: Iterable[Actor]) -> Table:
    """The moves that any of `actors` may make out of `state`, in the table's order: the buttons of a case page."""
    present = frozenset(actors)
    return tuple(row for row in table if state in row.sources and row.actors & present)


def require_in(table: Table, name: MoveName, state: State, actors: Iterable[Actor]) -> Move:
    """The row, or Unlawful with the reason: wrong state, or not this person's to do."""
    row = next((one for one in table if one.name is name), None)
    if row is None or state not in row.sources:
        raise Unlawful(
            say("“%(move)s” tidak dapat dilakukan: kasus ini berkeadaan “%(state)s”. Muat ulang halaman kasus."),
            move=row.label if row else str(name), state=STATE_LABELS[state],
        )  # fmt: skip
    if not row.actors & frozenset(actors):
        raise Unlawful(
            say("“%(move)s” bukan wewenang peran Anda. Mintalah petugas atau PPID melakukannya."), move=row.label
        )
    return row
