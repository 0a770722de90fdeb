"""Which move is lawful on an objection, by whom, under which article (UU 14/2008 Ps 35–36; PERKI 1/2021 Ps 39–44).

An objection has no completeness lapse: what is missing is asked for while the thirty days run. A settlement is a fact
beside the clock, not a state: it stops nothing and waives nothing.
"""

from collections.abc import Iterable

from ppid.law.moves import DESK, Actor, Doorway, Move, MoveName, State, lawful_in, move_in, require_in
from ppid.law.refusals import say

__all__ = ["OBJECTION", "OBJECTION_DOORWAYS", "lawful", "move", "require"]

_OPEN = frozenset({State.REGISTERED})
_ANSWERED = frozenset({State.ANSWERED})
_BOTH = _OPEN | _ANSWERED

OBJECTION: tuple[Move, ...] = (
    Move(
        MoveName.FILE, say("Daftarkan keberatan"), frozenset(), State.REGISTERED,
        DESK | {Actor.APPLICANT}, "UU 14/2008 Ps 35 ayat (1); PERKI 1/2021 Ps 41 ayat (3), 42 ayat (3)",
    ),
    Move(
        MoveName.ASK_MISSING, say("Minta kekurangan keberatan"), _OPEN, None, DESK,
        "PERKI 1/2021 Ps 41 ayat (5); tidak ada gugur karena tidak lengkap, 30 hari kerja tetap berjalan",
    ),
    Move(
        MoveName.OFFER_NEXT_SUPERIOR, say("Serahkan kepada atasan berikutnya"), _OPEN, None,
        frozenset({Actor.SUPERIOR}), "Penjelasan UU 14/2008 Ps 35 ayat (1): “dan/atau atasan dari atasan langsung”",
    ),
    Move(
        MoveName.DRAFT_RULING, say("Susun tanggapan atas keberatan"), _OPEN, None,
        frozenset({Actor.SUPERIOR}), "UU 14/2008 Ps 36 ayat (2) dan (3); PERKI 1/2021 Ps 44",
    ),
    Move(
        MoveName.ATTACH_SIGNED, say("Unggah surat bertanda tangan"), _OPEN, None,
        DESK | {Actor.SUPERIOR}, "PERKI 1/2021 Ps 44 ayat (2)",
    ),
    Move(
        MoveName.SEND_RULING, say("Catat penyampaian tanggapan"), _OPEN, State.ANSWERED,
        DESK | {Actor.SUPERIOR}, "UU 14/2008 Ps 36 ayat (2); PERKI 1/2021 Ps 44 ayat (1)",
    ),
    Move(
        MoveName.RECORD_ARRIVAL, say("Catat surat diterima pemohon"), _BOTH, None,
        DESK | {Actor.SUPERIOR}, "UU 14/2008 Ps 37 ayat (2): 14 hari kerja sejak tanggapan diterima",
    ),
    Move(
        MoveName.DRAFT_SETTLEMENT, say("Susun berita acara musyawarah"), _OPEN, None,
        DESK | {Actor.SUPERIOR}, "UU 14/2008 Ps 35 ayat (2): hanya alasan huruf b–g",
    ),
    Move(
        MoveName.RECORD_SETTLEMENT, say("Catat kesepakatan musyawarah"), _OPEN, None,
        DESK | {Actor.SUPERIOR},
        "UU 14/2008 Ps 35 ayat (2); tidak menghentikan tenggat dan tidak melepaskan hak (penafsiran)",
    ),
    Move(
        MoveName.RECORD_REPLY, say("Catat tanggapan pemohon"), _ANSWERED, None,
        DESK | {Actor.SUPERIOR, Actor.APPLICANT}, "PERKI 1/2021 Lampiran XI kolom Tanggapan Pemohon",
    ),
    Move(
        MoveName.FULFIL_ORDER, say("Catat perintah dilaksanakan"), _ANSWERED, None,
        DESK, "UU 14/2008 Ps 36; PERKI 1/2021 Ps 31 ayat (4) huruf f",
    ),
    Move(
        MoveName.WITHDRAW, say("Cabut keberatan"), _OPEN, State.WITHDRAWN,
        DESK | {Actor.APPLICANT}, "Pencabutan tertulis oleh pemohon atau kuasanya (penafsiran)",
    ),
)  # fmt: skip

OBJECTION_DOORWAYS: tuple[Doorway, ...] = (
    Doorway(
        say("Sengketa ke Komisi Informasi karena tanggapan tidak memuaskan"), _ANSWERED,
        "UU 14/2008 Ps 37 ayat (2): 14 hari kerja sejak tanggapan diterima",
    ),
    Doorway(
        say("Sengketa ke Komisi Informasi karena keberatan tidak ditanggapi"), _OPEN,
        "PERKI 1/2013 Ps 5 dan 13: 14 hari kerja sejak berakhirnya 30 hari kerja",
    ),
)  # fmt: skip


def move(name: MoveName) -> Move:
    """The row of that name."""
    return move_in(OBJECTION, name)


def lawful(state: State, actors: Iterable[Actor]) -> tuple[Move, ...]:
    """The moves on an objection that any of `actors` may make out of `state`."""
    return lawful_in(OBJECTION, state, actors)


def require(name: MoveName, state: State, actors: Iterable[Actor]) -> Move:
    """The row, or Unlawful with the reason."""
    return require_in(OBJECTION, name, state, actors)
