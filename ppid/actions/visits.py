"""Writing down that a reviewer opened a page."""

import datetime as dt

from ppid.models import Invitation, PrivateFile, RoomVisit


def note(invitation: Invitation, *, page: str, at: dt.datetime, file: PrivateFile | None = None) -> None:
    """The row stands before the page leaves."""
    RoomVisit.objects.create(invitation=invitation, page=page, at=at, file=file)
