"""The written consideration beside every notice: written with it, approved for its very text, given with the answer.

UU 14/2008 Ps 7(4)-(5), PP 61/2010 Ps 2, PERKI 1/2021 Ps 5(1)d (law.md §1.1).
"""

import datetime as dt

from ppid import tasks
from ppid.actions.drafting import new_letter
from ppid.actions.log import Author, record
from ppid.law import events
from ppid.law.consideration import Approver, Consideration, reached_by_standing, require_approved
from ppid.law.decisions import NoticeContent
from ppid.law.letters import LetterKind
from ppid.letters.signer import signer_from
from ppid.models import Appointment, Approval, InformationRequest, Letter, Role, StandingApproval


def write(case: InformationRequest, notice: Letter, *, author: Author, on: dt.date, at: dt.datetime) -> Letter:
    """The page of the notice's present text, with a number of its own from the first draft on.

    A standing approval in force that day approves it at once, unless something is withheld under Ps 17. A changed text
    drops the approval. Inside the caller's transaction, the case locked.
    """
    letter = _page_of(notice)
    known = Consideration.from_json(letter.content) if letter is not None else None
    if known is not None and letter is not None and known.stands_for(notice.pk, notice.revision):
        return letter
    content = NoticeContent.from_json(notice.content)
    page = Consideration(notice.pk, notice.revision, content.decision, content.consideration)
    if letter is None:
        letter = new_letter(case, LetterKind.CONSIDERATION, on, at)
    elif known != page:
        letter.revision += 1
    letter.content, letter.dated, letter.drafted_by_id = page.as_json(), on, notice.drafted_by_id
    letter.draft, letter.draft_sha256 = None, ""
    letter.save()
    standing = StandingApproval.objects.on(on).first() if reached_by_standing(content) else None
    if standing is not None:
        _approve(case, letter, standing.approver, author=author, on=on, at=at, standing=standing.pk)
    return letter


def approved(
    case: InformationRequest, notice: Letter, approval: Approval, *, author: Author, on: dt.date, at: dt.datetime
) -> None:
    """The superior approved the notice's present text, and with it the consideration that it rests on."""
    letter = write(case, notice, author=author, on=on, at=at)
    _approve(case, letter, _superior(author, on), author=author, on=on, at=at, approval=approval.pk)


def standing_on(on: dt.date) -> StandingApproval | None:
    """The standing approval in force that day, the newest decree first."""
    return StandingApproval.objects.on(on).first()


def check(notice: Letter, *, by: dt.date) -> None:
    """Raise Unlawful unless the consideration of the notice's present text was approved by that day."""
    letter = _page_of(notice)
    page = Consideration.from_json(letter.content) if letter is not None else None
    require_approved(page, notice=notice.pk, revision=notice.revision, by=by)


def _superior(author: Author, on: dt.date) -> Approver:
    """The post and name of the one who approves, as held that day; an acting superior approves "a.n."."""
    if author.user is None:
        raise ValueError("a decision is approved by an officer")
    held = Appointment.objects.on(on).filter(user_id=author.user.pk, role=Role.SUPERIOR)
    row = held.select_related("user", "acting_for").order_by("-starts", "pk").first()
    if row is None or not row.position:
        return Approver(str(Role.SUPERIOR.label), str(author.user))
    block = signer_from(row)
    return Approver(block.position, block.name)


def _page_of(notice: Letter) -> Letter | None:
    pages = Letter.objects.filter(case_id=notice.case_id, kind=LetterKind.CONSIDERATION, content__notice=notice.pk)
    return pages.first()


def _approve(
    case: InformationRequest, letter: Letter, approver: Approver, *, author: Author, on: dt.date, at: dt.datetime,
    approval: int | None = None, standing: int | None = None,
) -> None:  # fmt: skip
    page = Consideration.from_json(letter.content)
    letter.content, letter.dated = page.approved_by(approver, on).as_json(), on
    letter.draft, letter.draft_sha256 = None, ""
    letter.save()
    payload = events.ConsiderationApproved(
        letter=letter.pk, number=letter.number, notice=page.notice, revision=page.revision, approval=approval,
        standing=standing, fingerprint=events.fingerprint(case.salt, page.text),
    )  # fmt: skip
    record(case, payload, author=author, on=on, at=at)
    tasks.render_letter.enqueue(letter.pk)
