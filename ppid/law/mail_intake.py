"""What may become of a mail that came in by itself (law.md §2.3, §2.4): one table, like that of the moves of a case.

A mail not yet registered already runs on its UU date (UU 14/2008 Ps 22(7)), from when the server took it in.
"""

from dataclasses import dataclass
from enum import StrEnum

from ppid.law.refusals import Unlawful, say


class MailState(StrEnum):
    NEW = "new"
    REGISTERED = "registered"
    JOINED = "joined"
    AUTOMATIC = "automatic"
    COMPLAINT = "complaint"
    NOT_REQUEST = "not_request"
    SPAM = "spam"


class MailMoveName(StrEnum):
    REGISTER = "register"
    JOIN = "join"
    HAND_OVER = "hand_over"
    NOT_REQUEST = "not_request"
    SPAM = "spam"
    BACK = "back"
    DONE = "done"


@dataclass(frozen=True)
class MailMove:
    """`reasoned`: a person must say why, and it is kept."""

    name: MailMoveName
    label: str
    sources: frozenset[MailState]
    target: MailState
    reasoned: bool = True


_NEW = frozenset({MailState.NEW})
MOVES: tuple[MailMove, ...] = (
    MailMove(MailMoveName.REGISTER, say("Daftarkan sebagai permohonan"), _NEW, MailState.REGISTERED, reasoned=False),
    MailMove(MailMoveName.JOIN, say("Gabungkan ke permohonan yang sudah ada"), _NEW, MailState.JOINED, reasoned=False),
    MailMove(MailMoveName.HAND_OVER, say("Teruskan ke meja pengaduan"), _NEW, MailState.COMPLAINT),
    MailMove(MailMoveName.NOT_REQUEST, say("Bukan permohonan"), _NEW, MailState.NOT_REQUEST),
    MailMove(MailMoveName.SPAM, say("Surel sampah"), _NEW, MailState.SPAM),
    MailMove(
        MailMoveName.BACK, say("Kembalikan ke daftar"),
        frozenset({MailState.AUTOMATIC, MailState.COMPLAINT, MailState.NOT_REQUEST, MailState.SPAM}), MailState.NEW,
    ),
    MailMove(
        MailMoveName.DONE, say("Sudah ditangani"), frozenset({MailState.JOINED}), MailState.JOINED, reasoned=False
    ),
)  # fmt: skip


def mail_moves(state: MailState) -> tuple[MailMove, ...]:
    """The moves out of `state`, in the table's order."""
    return tuple(row for row in MOVES if state in row.sources)


def require_mail(name: MailMoveName, state: MailState) -> MailMove:
    """The row, or Unlawful when the mail is past it: of two officers the second is told."""
    row = next(row for row in MOVES if row.name is name)
    if state not in row.sources:
        raise Unlawful(say("Surel ini sudah ditangani sejak halaman Anda dibuka. Muat ulang halamannya."))
    return row
