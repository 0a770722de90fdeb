"""A request under its completeness check, made by calling the actions. Days as in tests.factories."""

import datetime as dt

from ppid.actions import completeness, completing, requests
from ppid.law.completeness import IncompleteContent
from ppid.models import Appointment, Letter, PrivateFile, Role
from tests.factories import TODAY, file_case, make_officer, moment, signed_upload

CONTENT = IncompleteContent(items=("isian:identity", "isian:purpose", "berkas:identitas"), other="")
# Sent and received on Tuesday 24 November 2026: three working days end on Friday the 27th.
SENT, FIX_DUE, LATE = dt.date(2026, 11, 24), dt.date(2026, 11, 27), dt.date(2026, 11, 30)


def bare_case(**fields):
    """Registered without NIK, purpose and papers, as UU 14/2008 Ps 22(4) wants."""
    return file_case(**{"identity": "", "purpose": "", **fields})


def draft_incomplete(case, *, user, on=SENT, content=CONTENT):
    """The letter with a stand-in draft bound, as after the queue has run."""
    letter = completeness.draft_incomplete(case=case, content=content, acting_user=user, on=on, at=moment(on, 9))
    draft = PrivateFile.store(f"%PDF-1.7 konsep {letter.pk} {letter.revision}".encode(), "konsep.pdf")
    Letter.objects.filter(pk=letter.pk).update(draft=draft, draft_sha256=draft.sha256)
    letter.refresh_from_db()
    return letter


def send_incomplete(case, *, on=SENT, how="email", user=None, content=CONTENT):
    """Drafted, signed by the PPID and sent on `on`; gives the letter."""
    user = user or make_officer(Role.PPID)
    letter = draft_incomplete(case, user=user, on=on, content=content)
    by = {"acting_user": user, "on": on}
    requests.attach_signed(
        compared=True, letter=letter, upload=signed_upload(), signed_on=on, signer=Appointment.objects.get(user=user),
        at=moment(on, 10), **by,
    )  # fmt: skip
    requests.record_sending(letter=letter, sent_on=on, how=how, at=moment(on, 11), **by)
    letter.refresh_from_db()
    case.refresh_from_db()
    return letter


def complete(case, *, on=FIX_DUE, answers=None, papers=(), user=None, **handed):
    """What was missing, handed in on `on`."""
    given = {"purpose": "Bahan ajar."} if answers is None else answers
    completion = completing.complete_papers(
        case=case, handed=completing.Handed(given, papers, **handed), on=on, at=moment(on, 10), acting_user=user
    )
    case.refresh_from_db()
    return completion


def paper(text="ktp", name="ktp.pdf"):
    return PrivateFile.store(f"%PDF-1.7 {text}".encode(), name)


__all__ = ["CONTENT", "FIX_DUE", "LATE", "SENT", "TODAY", "bare_case", "complete", "draft_incomplete", "paper",
           "send_incomplete"]  # fmt: skip
