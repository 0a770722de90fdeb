"""What the case log says of mails that did not arrive: an officer sent one again, or reached the person otherwise."""

from dataclasses import dataclass
from typing import ClassVar

from ppid.law.events import Payload


@dataclass(frozen=True)
class MailSentAgain(Payload):
    """A failed mail goes back into the queue. `tries`: how often it had failed."""

    kind: ClassVar[str] = "mail_sent_again"
    mail: int
    template: str
    tries: int


@dataclass(frozen=True)
class MailHandled(Payload):
    """A mail that cannot arrive: its content was told in another way."""

    kind: ClassVar[str] = "mail_handled"
    mail: int
    template: str
