"""What the applicant is asked to do now, and what may be done at all: a block of the state page. Never the person."""

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ppid.law.completeness import UU_DOUBT, Stage
from ppid.law.procedure import Actor, MoveName, State, lawful
from ppid.queries.tracking import Followed
from ppid.queries.tracking_own import Onward

ASKED = frozenset({Stage.TRAVELLING, Stage.WAITING, Stage.EXPIRED, Stage.NOT_COMPLETED})


@dataclass(frozen=True, slots=True)
class Doing:
    """`urgent`: the office waits for the applicant. `complete`, `withdraw`: the way there is open (after the code).
    `doubt`: why the date of the answer does not move, empty where nothing is in doubt."""

    notes: tuple[str, ...]
    urgent: bool
    complete: bool
    withdraw: bool
    doubt: str
    forward: bool = False


def doing_of(followed: Followed) -> Doing:
    moves = {row.name for row in lawful(State(followed.case.state), {Actor.APPLICANT})}
    stage = followed.stage
    running = followed.case.state == State.REGISTERED
    return Doing(
        notes=_notes(followed, stage) if running else _onward(followed),
        urgent=running and stage in (Stage.TRAVELLING, Stage.WAITING),
        complete=MoveName.COMPLETE_PAPERS in moves and stage is not Stage.DECLARED,
        withdraw=MoveName.WITHDRAW in moves,
        doubt=_(UU_DOUBT) if running and stage in ASKED else "",
        forward=MoveName.WISH_FORWARDING in moves and followed.onward in (Onward.NAMED, Onward.WISHED),
    )


def _onward(followed: Followed) -> tuple[str, ...]:
    """Another body holds it: what the applicant may want, and whose clock runs then (law.md §1.4)."""
    told = {
        Onward.NAMED: _(
            "Informasi ini dikuasai badan publik lain, yang disebut dalam surat jawaban. Anda dapat memintanya sendiri "
            "ke sana, atau menghendaki kami meneruskannya. Waktu badan itu dihitung sejak menerimanya sendiri."
        ),
        Onward.WISHED: _(
            "Kehendak Anda sudah dicatat dan permohonan akan kami teruskan. Waktu badan publik itu dihitung sejak "
            "menerimanya sendiri, bukan sejak kami menerima permohonan Anda."
        ),
        Onward.FORWARDED: _(
            "Permohonan sudah diteruskan. Waktu menjawab dihitung sejak badan publik itu menerimanya; tanyakan "
            "perkembangannya ke sana."
        ),
    }
    return (told[followed.onward],) if followed.onward else ()


def _notes(followed: Followed, stage: Stage) -> tuple[str, ...]:
    due = followed.check.due
    until = date_format(due, "l, j F Y") if due else ""
    told = {
        Stage.TRAVELLING: _(
            "Permohonan Anda belum lengkap. Lengkapi paling lambat tiga hari kerja sejak suratnya Anda terima."
        ),
        Stage.WAITING: _("Permohonan Anda belum lengkap. Lengkapi paling lambat %(until)s.") % {"until": until}
        if due
        else _("Permohonan Anda belum lengkap. Lengkapi dalam tiga hari kerja sejak suratnya Anda terima."),
        Stage.EXPIRED: _("Waktu untuk melengkapi lewat %(until)s. Yang Anda kirim tetap kami terima.")
        % {"until": until},
        Stage.NOT_COMPLETED: _(
            "Permohonan ini dicatat tidak dilengkapi. Ini bukan penolakan: Anda masih dapat melengkapi, atau "
            "mengajukan permohonan baru."
        ),
    }
    return (told[stage],) if stage in told else ()
