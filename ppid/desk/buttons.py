"""The lawful next moves of a case as buttons: what is offered now, what waits and for what, and which comes next.

The table of moves says what is lawful in a state; what concerns this case now is said here, one small judge for each
move that needs one. Whatever the buttons show, the action itself refuses what it must.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from ppid.access import Roles
from ppid.desk.delivery_steps import hindrance
from ppid.desk.intake_steps import oral_is_open
from ppid.desk.moves import SLUGS
from ppid.desk.own_case import OwnFacts
from ppid.desk.screens import Button
from ppid.law.completeness import CHECKING, Stage
from ppid.law.consideration import Consideration
from ppid.law.decisions import NoticeContent
from ppid.law.delivering import STANDS
from ppid.law.extension import EXTENDS
from ppid.law.forwarding import holder_named
from ppid.law.letters import SENDING, LetterKind, is_signed
from ppid.law.procedure import Move, MoveName, State, lawful
from ppid.models import Approval, ComplaintHandover, Deadline, Forwarding, InformationRequest, Letter
from ppid.queries.fees import fees_of
from ppid.queries.giving import PartRow


@dataclass(frozen=True)
class Known:
    """What the judges may ask: the case, its letters, the parts of its answer, and where the open notice stands with
    the superior ("" when nothing is to be approved, "none" before the proposal, else an outcome)."""

    case: InformationRequest
    letters: Sequence[Letter]
    approval: str
    governing: Deadline | None
    own: OwnFacts
    on: dt.date
    parts: Sequence[PartRow] = ()

    def open(self, kind: str) -> Letter | None:
        """The letter of that kind that is not yet sent."""
        return next((row for row in self.letters if row.kind == kind and row.sent_at is None), None)

    @cached_property
    def handover(self) -> ComplaintHandover | None:
        """The complaint that came with the request; asked once for all its judges."""
        return ComplaintHandover.objects.filter(case_id=self.case.pk).first()

    @property
    def notice(self) -> Letter | None:
        return self.open(LetterKind.NOTICE)


# Work inside the office: offered apart, so that the steps towards the answer are seen first.
INNER = frozenset(
    {MoveName.ASK_UNIT, MoveName.WRITE_SUBJECT, MoveName.APPROVE_SUBJECT, MoveName.FLAG_ANNOYING, MoveName.LIFT_FLAG}
)
# What a judge says of a move: None, it does not concern this case now; "" it may be made; else what it waits for.
Judge = Callable[[Known], str | None]


def buttons(
    case: InformationRequest, letters: Sequence[Letter], roles: Roles, *, governing: Deadline | None, own: OwnFacts,
    on: dt.date, parts: Sequence[PartRow] = (),
) -> tuple[Button, ...]:  # fmt: skip
    """The table's moves for this person; the one that answers next comes first and is the filled button."""
    known = Known(case, letters, _approval(letters), governing, own, on, parts)
    rows = [row for row in lawful(State(case.state), roles.actors) if row.name in SLUGS]
    upcoming = _upcoming(known)
    shown = [button for row in rows for button in _of_move(row, known, upcoming)]
    return tuple(sorted(shown, key=lambda button: not button.primary))


def split(shown: Sequence[Button]) -> tuple[tuple[Button, ...], tuple[Button, ...]]:
    """The lawful steps of the request, and apart from them the office's own work that moves nothing."""
    return tuple(one for one in shown if not one.inner), tuple(one for one in shown if one.inner)


def _of_move(row: Move, known: Known, upcoming: MoveName) -> Iterator[Button]:
    """One button; for a signature, a sending or an arrival one for each letter that it could be about."""
    if row.name in {MoveName.ATTACH_SIGNED, MoveName.RECORD_ARRIVAL, *SENDING}:
        yield from _of_letters(row, known, upcoming)
        return
    judge = JUDGES.get(row.name)
    waits = judge(known) if judge else ""
    if waits is not None:
        yield _button(row, known.case, waits, primary=row.name is upcoming)


def _of_letters(row: Move, known: Known, upcoming: MoveName) -> Iterator[Button]:
    if row.name is MoveName.RECORD_ARRIVAL:
        concerned = [one for one in known.letters if one.sent_on is not None and one.delivered_on is None]
    elif row.name is MoveName.ATTACH_SIGNED:
        concerned = [one for one in known.letters if one.sent_at is None and is_signed(one.kind)]
    else:
        judge = JUDGES.get(row.name)
        sent = judge is not None and judge(known) is None
        concerned = [one for one in known.letters if not sent and one.sent_at is None and one.kind == SENDING[row.name]]
    if not concerned and row.name in {MoveName.ATTACH_SIGNED, MoveName.RECORD_SENDING} and known.notice is None:
        # Said before there is a letter, so that the road to the answer is seen whole.
        yield _button(row, known.case, _waits_for_letter(row.name, None, known), primary=False)
    for letter in concerned:
        waits = _waits_for_letter(row.name, letter, known)
        about = letter if len(known.letters) > 1 and letter.kind != LetterKind.NOTICE else None
        primary = row.name is upcoming and letter.kind == LetterKind.NOTICE
        yield _button(row, known.case, waits, primary=primary, about=about)


def _button(row: Move, case: InformationRequest, waits: str, *, primary: bool, about: Letter | None = None) -> Button:
    label = _(row.label)
    if about is not None and row.name in {MoveName.ATTACH_SIGNED, MoveName.RECORD_ARRIVAL}:
        label = f"{label}: {about.get_kind_display()}"
    href = reverse("desk_move", args=[case.pk, SLUGS[row.name]])
    if about is not None:
        href = f"{href}?{urlencode({'surat': about.pk})}"
    return Button(label, row.article, "" if waits else href, primary, waits, inner=row.name in INNER)


def _waits_for_letter(name: MoveName, letter: Letter | None, known: Known) -> str:
    if name is MoveName.RECORD_ARRIVAL:
        return ""
    asks_superior = letter is None or letter.kind == LetterKind.NOTICE
    if asks_superior and known.approval in {"none", Approval.Outcome.WAITING}:
        return _("Setelah atasan PPID menyetujui keputusan dan pertimbangan tertulisnya.")
    if name is MoveName.ATTACH_SIGNED and (letter is None or letter.draft_id is None):
        return _("Konsep sedang dibuat.") if letter else _("Setelah konsep surat disusun.")
    if name in SENDING and (letter is None or letter.signed_id is None):
        return _("Setelah surat bertanda tangan diunggah.")
    return ""


def _approval(letters: Sequence[Letter]) -> str:
    notice = next((row for row in letters if row.kind == LetterKind.NOTICE and row.sent_at is None), None)
    if notice is None or (not notice.content.get("passages") and _considered(notice, letters)):
        return ""
    standing = Approval.objects.filter(letter=notice, revision=notice.revision)
    found = standing.exclude(outcome=Approval.Outcome.RETURNED).first()
    return found.outcome if found else "none"


def _considered(notice: Letter, letters: Sequence[Letter]) -> bool:
    """Whether the written consideration of the notice's present text is approved."""
    pages = (Consideration.from_json(row.content) for row in letters if row.kind == LetterKind.CONSIDERATION)
    return any(page.stands_for(notice.pk, notice.revision) for page in pages)


def _upcoming(known: Known) -> MoveName:
    """The move that brings the answer nearer."""
    notice = known.notice
    if known.case.state == State.ANSWERED:
        # Where all that is owed waits for money, money comes first; what is seen has its own way.
        owed = any(row.concerned_by(MoveName.DELIVER_PART) and not row.part.viewed for row in known.parts)
        return MoveName.RECORD_PAYMENT if not owed and _pay(known) == "" else MoveName.DELIVER_PART
    if notice is None:
        completed = known.own.check.stage(known.on) is Stage.COMPLETED
        return MoveName.DECLARE_COMPLETE if completed else MoveName.DRAFT_NOTICE
    if known.approval == "none":
        return MoveName.PROPOSE_REFUSAL
    if known.approval == Approval.Outcome.WAITING:
        return MoveName.APPROVE_REFUSAL
    return MoveName.RECORD_SENDING if notice.signed_id else MoveName.ATTACH_SIGNED


def _of_check(name: MoveName) -> Judge:
    """A move of the completeness check: offered where the check stands for it."""
    return lambda known: None if known.own.check.hindrance(name, known.on) else ""


def _ended(known: Known) -> str | None:
    return "" if known.own.ended else None


def _present(known: Known) -> str | None:
    return None if known.own.ended else ""


def _flagged(known: Known) -> str | None:
    return "" if known.own.flagged else None


def _unflagged(known: Known) -> str | None:
    return None if known.own.flagged else ""


def _extend(known: Known) -> str | None:
    """Once, and while the notice period lasts (UU 14/2008 Ps 22(8))."""
    row = known.governing
    return "" if row is not None and row.term == EXTENDS and row.due is not None and known.on <= row.due else None


def _hand_over(known: Known) -> str | None:
    return None if known.handover else ""


def _enter(known: Known) -> str | None:
    found = known.handover
    return "" if found is not None and not found.tracking_id else None


def _settle(known: Known) -> str | None:
    found = known.handover
    return "" if found is not None and not found.result else None


def _answer_complaint(known: Known) -> str | None:
    found = known.handover
    return "" if found is not None and not found.result and found.answered_on is None else None


def _complete_complaint(known: Known) -> str | None:
    found = known.handover
    waits = found is not None and not found.result and found.answered_on is not None and found.complete_on is None
    return "" if waits else None


def _notify_complaint(known: Known) -> str | None:
    found = known.handover
    return "" if found is not None and found.result and found.notified_on is None else None


def _propose(known: Known) -> str | None:
    return _once_drafted(known) if known.approval == "none" else None


def _decide(known: Known) -> str | None:
    return _once_drafted(known) if known.approval == Approval.Outcome.WAITING else None


def _approve_subject(known: Known) -> str | None:
    subject = getattr(known.case, "public_subject", None)
    return "" if subject is not None and not subject.approved else None


def _pay(known: Known) -> str | None:
    """While something is owed (PERKI 1/2021 Ps 37-38)."""
    owed = fees_of(known.parts, known.letters)
    return "" if owed is not None and not owed.balance.settled else None


def _once_drafted(known: Known) -> str:
    return _("Konsep sedang dibuat.") if known.notice is None or known.notice.draft_id is None else ""


def _of_part(name: MoveName, known: Known) -> str | None:
    return hindrance(name, known.parts)


def _wish(known: Known) -> str | None:
    """Where the notice names another body, until the request was handed on."""
    row = _forwarding(known)
    return "" if names_holder(known.letters) and (row is None or row.forwarded_on is None) else None


def _forward(known: Known) -> str | None:
    """Never without the applicant's recorded wish (law.md §1.4)."""
    row = _forwarding(known)
    return "" if row is not None and row.forwarded_on is None else None


def _forwarding(known: Known) -> Forwarding | None:
    return Forwarding.objects.filter(case_id=known.case.pk).first() if names_holder(known.letters) else None


def names_holder(letters: Sequence[Letter]) -> bool:
    """Whether the notice that was sent names another body (UU 14/2008 Ps 22(7)b)."""
    sent = (row for row in letters if row.kind == LetterKind.NOTICE and row.sent_on is not None)
    return any(holder_named(NoticeContent.from_json(row.content)) for row in sent)


# Moves that are not always offered where the table allows them.
def _oral(known: Known) -> str | None:
    return "" if oral_is_open(known.case) else None


JUDGES: Mapping[MoveName, Judge] = {
    MoveName.CONFIRM_ORAL: _oral,
    MoveName.DRAFT_EXTENSION: _extend,
    MoveName.HAND_TO_COMPLAINTS: _hand_over,
    MoveName.ENTER_COMPLAINT: _enter,
    MoveName.SETTLE_COMPLAINT: _settle,
    MoveName.ANSWER_COMPLAINT: _answer_complaint,
    MoveName.COMPLETE_COMPLAINT: _complete_complaint,
    MoveName.NOTIFY_COMPLAINT: _notify_complaint,
    **{name: _of_check(name) for name in CHECKING},
    MoveName.NOTE_ENDING: _present,
    MoveName.ACCEPT_SUCCESSOR: _ended,
    MoveName.CLOSE_UNCONTINUED: _ended,
    MoveName.FLAG_ANNOYING: _unflagged,
    MoveName.LIFT_FLAG: _flagged,
    MoveName.PROPOSE_REFUSAL: _propose,
    MoveName.APPROVE_REFUSAL: _decide,
    MoveName.RETURN_REFUSAL: _decide,
    MoveName.APPROVE_SUBJECT: _approve_subject,
    MoveName.WISH_FORWARDING: _wish,
    MoveName.FORWARD: _forward,
    MoveName.RECORD_PAYMENT: _pay,
    **{name: partial(_of_part, name) for name in STANDS},
}
