"""Events of a request handed on to another body on the applicant's wish. The body's name stays with the case's data."""

from dataclasses import dataclass
from typing import ClassVar

from ppid.law.events import Payload


@dataclass(frozen=True)
class ForwardingWished(Payload):
    """The applicant wants the request handed on. `paper`: salted hash of the written wish, empty when it was said on
    the portal after the code from the mail; `carries`: what may go along; `letter`: the cover letter."""

    kind: ClassVar[str] = "forwarding_wished"
    forwarding: int
    wished_on: str
    by: str
    carries: tuple[str, ...]
    letter: int
    fingerprint: str
    paper: str = ""


@dataclass(frozen=True)
class RequestForwarded(Payload):
    """Handed on; the other body's clock starts when it receives it itself."""

    kind: ClassVar[str] = "request_forwarded"
    forwarding: int
    forwarded_on: str
    how: str
    fingerprint: str
    proof: str = ""
