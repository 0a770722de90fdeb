"""The written notice: drafted on a lawful basis; its sending answers the request (UU 14/2008 Ps 22(7))."""

import datetime as dt

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction

from ppid.actions import considerations, delivery, ledger, mail, refusals, rights
from ppid.actions.drafting import draft
from ppid.actions.effects import Sent
from ppid.actions.log import authorised, locked
from ppid.law.decisions import NoticeContent
from ppid.law.letters import LetterKind
from ppid.law.procedure import MoveName, State
from ppid.models import Appointment, Case, Letter, MailRecord

NOTICE_TERMS = ("REQ_NOTICE_UU", "REQ_EXTENSION", "REQ_NOTICE_PERKI", "REQ_COMPLETENESS_CHECK")


@transaction.atomic
def draft_notice(
    *, case: Case, content: NoticeContent, acting_user: AbstractBaseUser, on: dt.date, at: dt.datetime,
    signer: Appointment | None = None, seen: int | None = None,
) -> Letter:  # fmt: skip
    """Write the notice of UU 14/2008 Ps 22(7), or write it anew while it is not sent, and with it the page of its
    written consideration (Ps 7(4)-(5)). Raises Invalid and Unlawful."""
    content.checked()
    refusals.check_basis(content, on)
    letter = draft(
        case=case, kind=LetterKind.NOTICE, content=content, acting_user=acting_user, on=on, at=at, signer=signer,
        seen=seen,
    )  # fmt: skip
    fresh = locked(case)
    author = authorised(MoveName.DRAFT_NOTICE, fresh, acting_user, on)
    considerations.write(fresh, letter, author=author, on=on, at=at)
    return letter


def sent(news: Sent) -> None:
    """The request is answered, and the clocks of its notice stop. A late answer is recorded like one in time; the
    term it missed stays missed."""
    case, letter, on = news.case, news.letter, news.letter.sent_on
    content = NoticeContent.from_json(letter.content)
    considerations.check(letter, by=on or news.on)
    refusals.attach_papers(letter, refusals.check_approved(letter, on or news.on))
    case.state, case.answered_on = State.ANSWERED, on
    # Something still to be handed over keeps the case open (PERKI 1/2021 Ps 31(4)f).
    case.closed_on = None if content.promised else on
    case.save(update_fields=["state", "answered_on", "closed_on"])
    ledger.meet(case, *NOTICE_TERMS, on=on or news.on)
    # An answered request asks nothing more of the applicant (PERKI 1/2021 Ps 33(3)).
    ledger.drop(case, news.at, "REQ_APPLICANT_FIX")
    delivery.promise(news)
    rights.answered(news)
    mail.enqueue(
        mail.prepared(case, MailRecord.Template.ANSWERED, MailRecord.Audience.APPLICANT, at=news.at, letter=letter)
    )


def arrived(news: Sent) -> None:
    """What was enclosed arrived with it, and the thirty days of an objection run (UU 14/2008 Ps 36(1))."""
    delivery.arrived(news)
    rights.arrived(news)
