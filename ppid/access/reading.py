"""Reading a private file, and writing down who did."""

import datetime as dt

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet

from ppid.access.roles import Person, Roles
from ppid.models import CaseFile, Letter, PrivateFile, ReadLog, Role
from ppid.models.incoming import MailFile, MailReading


def note_reading(file: PrivateFile, *, role: str, at: dt.datetime, reason: str) -> None:
    """Before a large file leaves piece by piece: that somebody without an account reads it."""
    ReadLog.objects.create(file=file, user_id=None, role=role, at=at, reason=reason)


def open_file(file: PrivateFile, *, user: Person | None, role: str, at: dt.datetime, reason: str = "") -> bytes:
    """Read a private file and write down who did. The row stands before the content leaves (law.md §1.8, Ps 54)."""
    reader = user if user is not None and user.is_authenticated else None
    ReadLog.objects.create(file=file, user_id=reader.pk if reader else None, role=role, at=at, reason=reason)
    return file.read()


def may_see_readings(roles: Roles) -> bool:
    """Whoever answers for the file looks after who opens it: the PPID and the superior."""
    return bool(roles.roles & {Role.PPID, Role.SUPERIOR})


def readings_of(roles: Roles, case: int) -> tuple[QuerySet[ReadLog], QuerySet[MailReading]]:
    """Who opened the files of a case, and who had the text of its mails before the eyes; PermissionDenied for others.

    What the commission's reviewers read is not among them: until the decision the body learns that access was used, not
    which page or when (law.md §3).
    """
    if not may_see_readings(roles):
        raise PermissionDenied
    letters = Letter.objects.filter(case_id=case)
    files = (
        Q(file__in=letters.values("draft")) | Q(file__in=letters.values("signed"))
        | Q(file__in=CaseFile.objects.filter(case_id=case).values("file"))
        | Q(file__in=MailFile.objects.filter(mail__case_id=case).values("file"))
    )  # fmt: skip
    opened = ReadLog.objects.filter(files).exclude(role=Role.REVIEWER)
    return opened.select_related("file", "user"), MailReading.objects.filter(mail__case_id=case).select_related("user")
