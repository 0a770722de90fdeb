"""What the case log says of the way a request came in: the oral one confirmed, mail that joined it."""

from dataclasses import dataclass
from typing import ClassVar

from ppid.law.events import Payload


@dataclass(frozen=True)
class OralConfirmed(Payload):
    """An oral request was read back, its copy handed over, or both (UU 14/2008 Ps 22(3)). Empty: not (yet) done."""

    kind: ClassVar[str] = "oral_confirmed"
    read_back_at: str = ""
    handed_on: str = ""
    how: str = ""


@dataclass(frozen=True)
class MailJoined(Payload):
    """A mail came to the case: by its reply address or by an officer's hand. `mail` is its row; texts as salted hash.

    `registered`: the case was made from this mail.
    """

    kind: ClassVar[str] = "mail_joined"
    mail: int
    received_at: str
    fingerprint: str
    attachments: tuple[str, ...] = ()
    registered: bool = False
