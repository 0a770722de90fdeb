"""The print-out of silence for the applicant: made when asked for, once for each missed term."""

import datetime as dt

from django.db import transaction

from ppid import tasks
from ppid.actions.drafting import give
from ppid.actions.log import locked_any
from ppid.law.letters import LetterKind
from ppid.law.refusals import Unlawful, say
from ppid.law.silence import SilenceContent
from ppid.models import Case, Deadline, Dispute, Letter, Objection


@transaction.atomic
def print_silence(*, case: Case, on: dt.date, at: dt.datetime) -> Letter:
    """The record that nothing was sent by the last day. Raises Unlawful while that day is not over, or once answered.

    It says what the system holds on the day of printing, moves nothing and writes no event: nobody acted.
    """
    fresh = locked_any(case)
    row = Deadline.objects.standing().filter(case_id=fresh.pk, governs=True).first()
    if isinstance(fresh, Dispute) or fresh.answered_on is not None or row is None or row.due is None or row.due >= on:
        raise Unlawful(say("Catatan ini hanya dapat dicetak sesudah batas waktu lewat tanpa jawaban."))
    term = "OBJ_ANSWER" if isinstance(fresh, Objection) else row.term
    content = SilenceContent(term, fresh.received_on, row.due, on, tuple(row.trail)).as_json()
    before = Letter.objects.filter(case_id=fresh.pk, kind=Letter.Kind.SILENCE, content__due=content["due"]).first()
    return before or give(fresh, LetterKind.SILENCE, content, on=on, at=at)


def printed(letter: Letter) -> Letter:
    """The letter with its PDF, built on the spot where the queue has not come to it."""
    if letter.draft_id is None:
        tasks.render_letter.call(letter.pk)
        letter.refresh_from_db()
    return letter
