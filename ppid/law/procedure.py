"""Which move is lawful in which state, by whom, under which article. Drawn once, used everywhere.

The table makes the desk's and the citizen's buttons, refuses every other POST, and is printed as docs/states.md by
`manage.py print_states`. A "doorway" is a step of the law that begins outside this table; it is named so that a reader
sees that the request does not end here.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from ppid.law.moves import (
    DESK,
    OFFICERS,
    RUNNING,
    STATE_LABELS,
    Actor,
    Doorway,
    Move,
    MoveName,
    State,
    lawful_in,
    move_in,
    require_in,
)
from ppid.law.refusals import Invalid, Problem, Unlawful, say

__all__ = [
    "DESK", "DOORWAYS", "OFFICERS", "REQUEST", "SIGNERS", "STATE_LABELS", "Actor", "Doorway", "Invalid", "Move",
    "MoveName", "Problem", "Signer", "State", "Unlawful", "lawful", "may_sign", "move", "require",
]  # fmt: skip


REQUEST: tuple[Move, ...] = (
    Move(
        MoveName.FILE, say("Daftarkan permohonan"), frozenset(), State.REGISTERED,
        DESK | {Actor.APPLICANT}, "UU 14/2008 Ps 22 ayat (4); PERKI 1/2021 Ps 29–30",
    ),
    Move(
        MoveName.CONFIRM_ORAL, say("Catat pembacaan kembali dan penyerahan salinan"),
        frozenset({State.REGISTERED, State.ANSWERED}), None, DESK, "UU 14/2008 Ps 22 ayat (1) dan (3)",
    ),
    Move(
        MoveName.DECLARE_COMPLETE, say("Nyatakan lengkap"), frozenset({State.REGISTERED}), State.REGISTERED,
        DESK, "PERKI 1/2021 Ps 31 ayat (2)",
    ),
    Move(
        MoveName.DISPOSE, say("Disposisikan ke unit"), frozenset({State.REGISTERED}), State.REGISTERED,
        DESK, "PERKI 1/2021 Ps 27 ayat (1)",
    ),
    Move(
        MoveName.DRAFT_NOTICE, say("Susun pemberitahuan tertulis"), frozenset({State.REGISTERED}), State.REGISTERED,
        OFFICERS, "UU 14/2008 Ps 22 ayat (7); PERKI 1/2021 Ps 31 ayat (4)",
    ),
    Move(
        MoveName.DRAFT_EXTENSION, say("Susun surat perpanjangan waktu"), frozenset({State.REGISTERED}), None,
        OFFICERS, "UU 14/2008 Ps 22 ayat (8); PERKI 1/2021 Ps 36",
    ),
    Move(
        MoveName.SEND_EXTENSION, say("Catat penyampaian surat perpanjangan"), frozenset({State.REGISTERED}), None,
        DESK, "UU 14/2008 Ps 22 ayat (8); PERKI 1/2021 Ps 36",
    ),
    Move(
        MoveName.HAND_TO_COMPLAINTS, say("Serahkan sebagai aduan"), frozenset({State.REGISTERED}), State.HANDED_OVER,
        DESK, "UU 25/2009 Ps 36 dan 44 ayat (3); permohonan tetap terdaftar bila hanya sebagian",
    ),
    Move(
        MoveName.ENTER_COMPLAINT, say("Catat nomor SP4N-LAPOR!"), frozenset(State), None, DESK,
        "Ketentuan layanan SP4N-LAPOR!",
    ),
    Move(
        MoveName.ANSWER_COMPLAINT, say("Catat tanggapan kelengkapan aduan"), frozenset(State), None, DESK,
        "UU 25/2009 Ps 44 ayat (3) dan (4)",
    ),
    Move(
        MoveName.COMPLETE_COMPLAINT, say("Catat aduan dilengkapi"), frozenset(State), None, DESK,
        "UU 25/2009 Ps 44 ayat (4) dan (5), Ps 50 ayat (1)",
    ),
    Move(
        MoveName.NOTIFY_COMPLAINT, say("Catat pemberitahuan hasil aduan"), frozenset(State), None, DESK,
        "UU 25/2009 Ps 50 ayat (2)",
    ),
    Move(
        MoveName.SETTLE_COMPLAINT, say("Catat hasil aduan"), frozenset(State), None, DESK,
        "UU 25/2009 Ps 50 ayat (1) dan (2)",
    ),
    Move(
        MoveName.RESUME_REQUEST, say("Lanjutkan sebagai permohonan"), frozenset({State.HANDED_OVER}), State.REGISTERED,
        DESK, "UU 14/2008 Ps 22 ayat (7): dihitung sejak diterima, tidak pernah dimulai lagi",
    ),
    Move(
        MoveName.PROPOSE_REFUSAL, say("Usulkan keputusan kepada atasan"), frozenset({State.REGISTERED}),
        State.REGISTERED, frozenset({Actor.PPID}),
        "UU 14/2008 Ps 7 ayat (4), 17 dan 19; PP 61/2010 Ps 2; PERKI 1/2021 Ps 10 ayat (2) dan 34",
    ),
    Move(
        MoveName.APPROVE_REFUSAL, say("Setujui keputusan"), frozenset({State.REGISTERED}), State.REGISTERED,
        frozenset({Actor.SUPERIOR}), "UU 14/2008 Ps 7 ayat (4); PP 61/2010 Ps 2; PERKI 1/2021 Ps 10 ayat (2)",
    ),
    Move(
        MoveName.RETURN_REFUSAL, say("Kembalikan usulan keputusan"), frozenset({State.REGISTERED}), State.REGISTERED,
        frozenset({Actor.SUPERIOR}), "PERKI 1/2021 Ps 10 ayat (2)",
    ),
    Move(
        MoveName.ATTACH_SIGNED, say("Unggah surat bertanda tangan"), frozenset({State.REGISTERED}), State.REGISTERED,
        DESK, "PERKI 1/2021 Lampiran VII",
    ),
    Move(
        MoveName.RECORD_SENDING, say("Catat penyampaian surat"), frozenset({State.REGISTERED}), State.ANSWERED,
        DESK, "UU 14/2008 Ps 22 ayat (7); PERKI 1/2021 Lampiran VIII",
    ),
    Move(
        MoveName.RECORD_ARRIVAL, say("Catat surat diterima pemohon"), frozenset({State.REGISTERED, State.ANSWERED}),
        None, DESK, "UU 14/2008 Ps 36 ayat (1); PERKI 1/2021 Ps 33 ayat (3)",
    ),
    # The completeness check. Its stages are facts (ppid.law.completeness): the state and the UU clock stay.
    Move(
        MoveName.DRAFT_INCOMPLETE, say("Susun surat keterangan tidak lengkap"), frozenset({State.REGISTERED}), None,
        DESK, "PERKI 1/2021 Ps 33 ayat (2) dan Lampiran IX",
    ),
    Move(
        MoveName.SEND_INCOMPLETE, say("Catat penyampaian surat keterangan tidak lengkap"),
        frozenset({State.REGISTERED}), None, DESK, "PERKI 1/2021 Ps 31 ayat (2) dan Ps 33 ayat (2)",
    ),
    Move(
        MoveName.COMPLETE_PAPERS, say("Lengkapi permohonan"), frozenset({State.REGISTERED}), None,
        DESK | {Actor.APPLICANT}, "PERKI 1/2021 Ps 33 ayat (3)",
    ),
    Move(
        MoveName.NOTE_NOT_COMPLETED, say("Catat tidak dilengkapi"), frozenset({State.REGISTERED}), None, DESK,
        "PERKI 1/2021 Ps 33 ayat (4): catatan register, bukan penolakan; tenggat UU 14/2008 Ps 22 ayat (7) berjalan",
    ),
    Move(
        MoveName.ACCEPT_AS_NEW, say("Daftarkan kelengkapan terlambat sebagai permohonan baru"),
        frozenset({State.REGISTERED}), None, DESK,
        "UU 14/2008 Ps 22 ayat (4); penafsiran: PERKI 1/2021 Ps 33 diam tentang kelengkapan sesudah 3 hari",
    ),
    # The applicant's side. No article speaks of withdrawal, death or dissolution (law.md §3): [I].
    Move(
        MoveName.WITHDRAW_PART, say("Cabut sebagian permohonan"), frozenset({State.REGISTERED}), None,
        DESK | {Actor.APPLICANT}, "Pencabutan tertulis sebagian oleh pemohon atau kuasanya (penafsiran)",
    ),
    Move(
        MoveName.WITHDRAW, say("Cabut permohonan"), frozenset({State.REGISTERED}), State.WITHDRAWN,
        DESK | {Actor.APPLICANT}, "Pencabutan tertulis oleh pemohon atau kuasanya (penafsiran)",
    ),
    Move(
        MoveName.NOTE_ENDING, say("Catat pemohon meninggal atau bubar"),
        frozenset({State.REGISTERED, State.ANSWERED}), None, DESK, "Catatan register dengan bukti (penafsiran)",
    ),
    Move(
        MoveName.ACCEPT_SUCCESSOR, say("Catat ahli waris atau penerus hukum"),
        frozenset({State.REGISTERED, State.ANSWERED}), None, DESK,
        "Dilanjutkan penerus dengan bukti (penafsiran); tenggat tetap",
    ),
    Move(
        MoveName.CLOSE_UNCONTINUED, say("Tutup: tidak ada yang melanjutkan"), frozenset({State.REGISTERED}),
        State.CLOSED, DESK, "Catatan register (penafsiran)",
    ),
    Move(
        MoveName.FLAG_ANNOYING, say("Tandai mengganggu"), frozenset({State.REGISTERED, State.ANSWERED}), None, DESK,
        "PERKI 1/2013 Ps 4 ayat (2)–(4): hanya Komisi Informasi yang dapat menghentikan; PPID tetap menjawab",
    ),
    Move(
        MoveName.LIFT_FLAG, say("Cabut tanda mengganggu"), frozenset({State.REGISTERED, State.ANSWERED}), None, DESK,
        "PERKI 1/2013 Ps 4",
    ),
    Move(
        MoveName.RETURN_CASE, say("Kembalikan ke PPID utama"), frozenset({State.REGISTERED}), None,
        frozenset({Actor.ASSISTANT}), "PERKI 1/2021 Ps 27 ayat (1); Permendagri 3/2017",
    ),
    Move(
        MoveName.ASK_UNIT, say("Tanya atau beri tahu unit"), RUNNING, None,
        OFFICERS, "PERKI 1/2021 Ps 6–12; Permendagri 3/2017 (PPID utama dan pembantu)",
    ),
    Move(
        MoveName.ANSWER_UNIT, say("Jawab pertanyaan antarunit"), RUNNING, None,
        OFFICERS, "PERKI 1/2021 Ps 6–12; Permendagri 3/2017 (PPID utama dan pembantu)",
    ),
    Move(
        MoveName.TAKE_BACK_QUESTION, say("Tarik pertanyaan antarunit"), RUNNING, None,
        OFFICERS, "PERKI 1/2021 Ps 6–12; Permendagri 3/2017 (PPID utama dan pembantu)",
    ),
    Move(
        MoveName.WRITE_SUBJECT, say("Tulis ringkasan untuk umum"), frozenset(State), None,
        OFFICERS, "UU 14/2008 Ps 12; UU 27/2022 (register untuk umum tanpa data pemohon)",
    ),
    Move(
        MoveName.APPROVE_SUBJECT, say("Setujui ringkasan untuk umum"), frozenset(State), None,
        frozenset({Actor.PPID}), "UU 14/2008 Ps 12; UU 27/2022 (register untuk umum tanpa data pemohon)",
    ),
    # The parts of the answer: what was promised is handed over after the case is answered.
    Move(
        MoveName.DELIVER_PART, say("Catat penyerahan informasi"), frozenset({State.ANSWERED}), State.ANSWERED,
        DESK, "PERKI 1/2021 Ps 31 ayat (4) huruf f, Ps 35 dan Lampiran VIII",
    ),
    Move(
        MoveName.MAKE_AVAILABLE, say("Catat informasi siap diambil"), frozenset({State.ANSWERED}), State.ANSWERED,
        DESK, "PERKI 1/2021 Ps 35",
    ),
    Move(
        MoveName.RECORD_RECEIPT, say("Catat bukti diterima pemohon"), frozenset({State.ANSWERED}), State.ANSWERED,
        DESK, "UU 14/2008 Ps 36 ayat (1); PERKI 1/2021 Lampiran VIII",
    ),
    Move(
        MoveName.REOPEN_PART, say("Buka kembali yang belum diambil"), frozenset({State.ANSWERED}), State.ANSWERED,
        DESK, "PERKI 1/2021 Ps 35; atas permintaan pemohon",
    ),
    # Another body holds it. The notice names that body; handing on is the applicant's to want (law.md §1.4).
    Move(
        MoveName.WISH_FORWARDING, say("Catat kehendak diteruskan ke badan publik lain"), frozenset({State.ANSWERED}),
        None, DESK | {Actor.APPLICANT},
        "UU 14/2008 Ps 22 ayat (7) huruf b; PERKI 1/2021 Ps 31 ayat (4) huruf b (penafsiran)",
    ),
    Move(
        MoveName.FORWARD, say("Catat penerusan ke badan publik lain"), frozenset({State.ANSWERED}), None, DESK,
        "Hanya atas kehendak pemohon yang tercatat; waktu badan publik itu sejak diterimanya sendiri (penafsiran)",
    ),
    Move(
        MoveName.RECORD_PAYMENT, say("Catat pembayaran"), frozenset({State.ANSWERED}), State.ANSWERED,
        DESK, "PERKI 1/2021 Ps 37 dan 38: hanya penyalinan dan pengiriman, dengan bukti pembayaran",
    ),
    Move(
        MoveName.FILL_COPY_FORM, say("Isi formulir permintaan salinan"), frozenset({State.ANSWERED}), State.ANSWERED,
        DESK | {Actor.APPLICANT}, "PERKI 1/2021 Ps 35",
    ),
    Move(
        MoveName.OFFER_VIEWING, say("Tawarkan waktu melihat"), frozenset({State.ANSWERED}), State.ANSWERED,
        DESK, "PERKI 1/2021 Ps 35",
    ),
    Move(
        MoveName.CHOOSE_VIEWING, say("Pilih waktu melihat"), frozenset({State.ANSWERED}), State.ANSWERED,
        DESK | {Actor.APPLICANT}, "PERKI 1/2021 Ps 35",
    ),
    Move(
        MoveName.NOTE_ABSENCE, say("Catat pemohon tidak datang"), frozenset({State.ANSWERED}), State.ANSWERED,
        DESK, "PERKI 1/2021 Ps 35; bukan penolakan dan bukan pencabutan (penafsiran)",
    ),
    Move(
        MoveName.RECORD_MINUTES, say("Catat berita acara melihat"), frozenset({State.ANSWERED}), State.ANSWERED,
        DESK, "PERKI 1/2021 Ps 35 dan Lampiran VIII",
    ),
)  # fmt: skip

DOORWAYS: tuple[Doorway, ...] = (
    Doorway(
        say("Keberatan atas jawaban, penolakan, biaya atau keterlambatan penyampaian (alasan a, d, e, f, g)"),
        frozenset({State.ANSWERED}), "UU 14/2008 Ps 35 ayat (1); PERKI 1/2021 Ps 39",
    ),
    Doorway(
        say("Keberatan karena tidak ditanggapi atau lewat waktu (alasan c, g)"),
        frozenset({State.REGISTERED}), "UU 14/2008 Ps 35 ayat (1) huruf c dan g",
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Signer:
    """Who may sign a kind of letter: the holder of `actor`, or whoever it names when only by recorded mandate."""

    actor: Actor
    label: str
    by_mandate: bool = False


# law.md §2.6: PPID signs; a PPID pelaksana only on a recorded mandate (UU 30/2014 Ps 14).
_OF_THE_PPID = (
    Signer(Actor.PPID, say("PPID")),
    Signer(Actor.ASSISTANT, say("PPID pembantu dengan surat mandat"), by_mandate=True),
)
SIGNERS: dict[str, tuple[Signer, ...]] = {
    "notice": _OF_THE_PPID,
    "incomplete": _OF_THE_PPID,
    "extension": _OF_THE_PPID,
    # UU 14/2008 Ps 36(2): the superior answers an objection, an acting one by dated mandate (UU 30/2014 Ps 14).
    "ruling": (Signer(Actor.SUPERIOR, say("Atasan PPID")),),
    # Minutes of a settlement are signed by both sides; for the body by the PPID or the superior.
    "settlement": (*_OF_THE_PPID, Signer(Actor.SUPERIOR, say("Atasan PPID"))),
}


def may_sign(letter_kind: str, role: str, *, mandated: bool) -> bool:
    """Whether a holder of `role` may sign that kind of letter; `mandated` when a mandate's number is recorded."""
    return any(role == row.actor and (mandated or not row.by_mandate) for row in SIGNERS.get(letter_kind, ()))


def move(name: MoveName) -> Move:
    """The row of that name."""
    return move_in(REQUEST, name)


def lawful(state: State, actors: Iterable[Actor]) -> tuple[Move, ...]:
    """The moves that any of `actors` may make out of `state`, in the table's order: the buttons of a case page."""
    return lawful_in(REQUEST, state, actors)


def require(name: MoveName, state: State, actors: Iterable[Actor]) -> Move:
    """The row, or Unlawful with the reason: wrong state, or not this person's to do."""
    return require_in(REQUEST, name, state, actors)
