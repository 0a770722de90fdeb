"""What the sending or the arrival of a letter is told with, to whatever follows from it."""

import datetime as dt
from dataclasses import dataclass

from ppid.actions.log import Author
from ppid.models import InformationRequest, Letter, Objection, PrivateFile


@dataclass(frozen=True)
class Sent:
    """A letter left, or arrived: the locked case, the letter with its days written, who recorded it and when."""

    case: InformationRequest
    letter: Letter
    author: Author
    on: dt.date
    at: dt.datetime
    proof: PrivateFile | None = None


@dataclass(frozen=True)
class SentAnswer:
    """The same of the superior's answer to an objection."""

    case: Objection
    letter: Letter
    author: Author
    on: dt.date
    at: dt.datetime
    proof: PrivateFile | None = None
