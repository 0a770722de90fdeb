"""Reading a private file, and writing down who did."""

import datetime as dt

from ppid.access.roles import Person
from ppid.models import PrivateFile, ReadLog


def note_reading(file: PrivateFile, *, role: str, at: dt.datetime, reason: str) -> None:
    """Before a large file leaves piece by piece: that somebody without an account reads it."""
    ReadLog.objects.create(file=file, user_id=None, role=role, at=at, reason=reason)


def open_file(file: PrivateFile, *, user: Person | None, role: str, at: dt.datetime, reason: str = "") -> bytes:
    """Read a private file and write down who did. The row stands before the content leaves (law.md §1.8, Ps 54)."""
    reader = user if user is not None and user.is_authenticated else None
    ReadLog.objects.create(file=file, user_id=reader.pk if reader else None, role=role, at=at, reason=reason)
    return file.read()
