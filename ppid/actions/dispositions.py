"""Where a request lies in the office: with a unit, another one, or PPID utama. No date of the law moves (law.md §1.4).

One case is one transaction, also where many are handed over at once.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import OperationalError, transaction

from ppid.access import roles_of
from ppid.actions import mail
from ppid.actions.drafting import give
from ppid.actions.log import Author, authorised, locked, record
from ppid.law import events
from ppid.law.desk_dates import desk_date_problem
from ppid.law.letters import LetterKind
from ppid.law.procedure import MoveName
from ppid.law.refusals import Invalid, Problem, Unlawful, say
from ppid.models import Appointment, Case, Deadline, Disposition, InformationRequest, Letter, MailRecord, Unit

INSTRUCTION_LENGTH = 4000


@dataclass(frozen=True)
class Handed:
    """What became of one case of many: handed over, or why not (`refusal` is for the officer's screen)."""

    case: InformationRequest
    refusal: Unlawful | None = None


@transaction.atomic
def dispose(
    *, case: Case, unit: Unit | None, acting_user: AbstractBaseUser, on: dt.date, at: dt.datetime,
    desk_date: dt.date | None = None, instruction: str = "", seen: int | None = None,
) -> InformationRequest:  # fmt: skip
    """Hand the request to a unit of the same body (None, or the main unit itself: back to PPID utama), with a slip.

    `desk_date` is the desk's own date, None: at once; never after the governing last day.
    Raises Invalid (field `unit`, `desk_date` or `instruction`) and Unlawful.
    """
    fresh = locked(case, seen=seen)
    author = authorised(MoveName.DISPOSE, fresh, acting_user, on)
    to = unit if unit is not None and unit.kind == Unit.Kind.ASSISTANT else None
    _check_unit(fresh, to)
    governing = Deadline.objects.standing().filter(case_id=fresh.pk, governs=True).only("due").first()
    due = governing.due if governing else None
    words = _checked(instruction)
    if to is None:
        desk_date = None
    elif problem := desk_date_problem(desk_date, due=due, on=on, field="desk_date"):
        raise Invalid([problem])
    _hand(fresh, to, author=author, on=on, at=at, desk_date=desk_date, instruction=words, due=due)
    return fresh


@transaction.atomic
def send_back(
    *, case: Case, note: str, acting_user: AbstractBaseUser, on: dt.date, at: dt.datetime, seen: int | None = None
) -> InformationRequest:
    """The unit that has the request sends it back to PPID utama and says why. Raises Invalid and Unlawful."""
    fresh = locked(case, seen=seen)
    author = authorised(MoveName.RETURN_CASE, fresh, acting_user, on)
    if fresh.unit_id is None or fresh.unit_id not in roles_of(acting_user, on).units:
        raise Unlawful(say("Permohonan ini tidak berada di unit Anda. Muat ulang halaman kasus."))
    words = _checked(note)
    if not words:
        raise Invalid([Problem("note", say("Catatan belum diisi. Tulis mengapa permohonan ini dikembalikan."))])
    _hand(fresh, None, author=author, on=on, at=at, instruction=words, returned=True)
    return fresh


def dispose_many(
    *, cases: Sequence[tuple[InformationRequest, int | None]], unit: Unit | None, acting_user: AbstractBaseUser,
    on: dt.date, at: dt.datetime, desk_date: dt.date | None = None, instruction: str = "",
) -> list[Handed]:  # fmt: skip
    """`dispose` for each of `cases`, given with the last event seen of it; each its own transaction.

    What one case does not allow stops no other; the refusals come back case by case.
    """
    handed = []
    for case, seen in cases:
        try:
            dispose(
                case=case, unit=unit, acting_user=acting_user, on=on, at=at, desk_date=desk_date,
                instruction=instruction, seen=seen,
            )  # fmt: skip
        except Unlawful as refusal:
            handed.append(Handed(case, refusal))
        except OperationalError:
            # The row is held by somebody else for too long; the others are not kept waiting for it.
            handed.append(Handed(case, Unlawful(say("Permohonan ini sedang diubah orang lain. Coba lagi sebentar."))))
        else:
            handed.append(Handed(case))
    return handed


def _check_unit(case: InformationRequest, to: Unit | None) -> None:
    if to is not None and not to.active:
        raise Invalid([Problem("unit", say("Unit ini tidak aktif lagi. Pilih unit lain."))])
    if case.unit_id == (to.pk if to else None):
        raise Invalid([Problem("unit", say("Permohonan ini sudah berada di unit itu. Pilih unit lain."))])


def _checked(instruction: str) -> str:
    words = instruction.strip()
    if len(words) > INSTRUCTION_LENGTH:
        said = say("Isi disposisi terlalu panjang. Ringkas menjadi %(most)s huruf.")
        raise Invalid([Problem("instruction", said, {"most": f"{INSTRUCTION_LENGTH:_}".replace("_", ".")})])
    return words


def _hand(
    case: InformationRequest, to: Unit | None, *, author: Author, on: dt.date, at: dt.datetime, instruction: str,
    desk_date: dt.date | None = None, due: dt.date | None = None, returned: bool = False,
) -> None:  # fmt: skip
    """Move the case: the standing disposition ends, the new one stands, with its slip and its event."""
    if author.user is None:
        raise ValueError("a case is handed over by an officer")
    old = case.unit
    Disposition.objects.standing().filter(case_id=case.pk).update(ended_at=at)
    row = Disposition(
        case=case, from_unit=old, unit=to, instruction=instruction, desk_date=desk_date, given_by_id=author.user.pk,
        given_on=on, given_at=at,
    )  # fmt: skip
    if to is not None:
        row.letter = _slip(case, row, to, author.user, on=on, at=at, due=due)
    row.save()
    case.unit = to
    case.save(update_fields=["unit"])
    payload = events.Disposed(
        old_unit=old.pk if old else None, new_unit=to.pk if to else None, disposition=row.pk,
        desk_date=desk_date.isoformat() if desk_date else None,
        fingerprint=events.fingerprint(case.salt, instruction) if instruction else "",
        slip=row.letter_id, returned=returned,
    )  # fmt: skip
    record(case, payload, author=author, on=on, at=at)
    if to is not None:
        facts: dict[str, object] = {"desk_date": payload.desk_date}
        mail.enqueue(mail.to_unit(case, to, MailRecord.Template.UNIT_DISPOSED, on=on, at=at, facts=facts))


def _slip(
    case: InformationRequest, row: Disposition, to: Unit, user: AbstractBaseUser, *, on: dt.date, at: dt.datetime,
    due: dt.date | None,
) -> Letter:  # fmt: skip
    """The lembar disposisi as it was that day: a unit's later name does not change it."""
    held = Appointment.objects.on(on).filter(user_id=user.pk, role__in=("petugas", "ppid")).order_by("role", "pk")
    giver = held.first()
    content = {
        "to": to.name,
        "from": row.from_unit.name if row.from_unit else "",
        "instruction": row.instruction,
        "desk_date": row.desk_date.isoformat() if row.desk_date else None,
        "due": due.isoformat() if due else None,
        "giver_name": str(user),
        "giver_position": giver.position if giver else "",
    }
    return give(case, LetterKind.DISPOSITION, content, on=on, at=at, user=user)
