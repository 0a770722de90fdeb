"""Which move the body makes in a dispute, by whom, under which article (UU 14/2008 Ps 37–50; PERKI 1/2013).

The commission leads; the body records what it hears of, files its reasons, sends somebody with a special power, and
does what binds it. The stage the commission is at is a fact of its own (`ppid.law.disputes.Stage`), not a state.
"""

from collections.abc import Iterable

from ppid.law.moves import Actor, Move, MoveName, State, lawful_in, move_in, require_in
from ppid.law.refusals import say

__all__ = ["DISPUTE", "lawful", "move", "require"]

_OPEN = frozenset({State.REGISTERED})
_BODY = frozenset({Actor.PPID, Actor.SUPERIOR})

DISPUTE: tuple[Move, ...] = (
    Move(
        MoveName.RECORD_APPLICATION, say("Catat permohonan sengketa"), frozenset(), State.REGISTERED, _BODY,
        "UU 14/2008 Ps 37 ayat (2); PERKI 1/2013 Ps 13",
    ),
    Move(MoveName.ENTER_STAGE, say("Catat tahap sengketa"), _OPEN, None, _BODY, "PERKI 1/2013 Ps 17–60"),
    Move(
        MoveName.FILE_REASONS, say("Ajukan alasan badan publik"), _OPEN, None, _BODY,
        "UU 14/2008 Ps 45 ayat (1) dan (2): untuk setiap alasan keberatan",
    ),
    Move(
        MoveName.SET_HEARING, say("Catat sidang dan kuasanya"), _OPEN, None, _BODY,
        "UU 14/2008 Ps 44 ayat (4); PERKI 1/2021 Ps 8 ayat (2) huruf d: surat kuasa khusus",
    ),
    Move(
        MoveName.RECORD_DECISION, say("Catat putusan Komisi Informasi"), _OPEN, None, _BODY,
        "UU 14/2008 Ps 39, 46; PERKI 1/2013 Ps 59",
    ),
    Move(
        MoveName.RECORD_COURT, say("Catat penerimaan putusan, gugatan atau putusan pengadilan"), _OPEN, None, _BODY,
        "UU 14/2008 Ps 47–50",
    ),
    Move(
        MoveName.PUBLISH_DECISION, say("Umumkan teks putusan"), _OPEN | {State.CLOSED}, None, _BODY,
        "UU 14/2008 Ps 46 ayat (3) dan (5)",
    ),
    Move(
        MoveName.COMPLY, say("Catat putusan dilaksanakan"), _OPEN, State.CLOSED, _BODY,
        "PERKI 1/2021 Ps 52 ayat (3): setelah berkekuatan hukum tetap",
    ),
    Move(
        MoveName.ENTER_REGISTER, say("Masukkan yang dibuka ke daftar informasi publik"), _OPEN | {State.CLOSED}, None,
        frozenset({Actor.PPID}), "UU 14/2008 Ps 11 ayat (2); PERKI 1/2021 Ps 52 ayat (3)",
    ),
)  # fmt: skip


def move(name: MoveName) -> Move:
    return move_in(DISPUTE, name)


def lawful(state: State, actors: Iterable[Actor]) -> tuple[Move, ...]:
    return lawful_in(DISPUTE, state, actors)


def require(name: MoveName, state: State, actors: Iterable[Actor]) -> Move:
    return require_in(DISPUTE, name, state, actors)
