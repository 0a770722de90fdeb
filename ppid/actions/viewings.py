"""Seeing, reading, hearing or noting down at the office: times offered, one chosen, held with minutes or not
(PERKI 1/2021 Ps 35). Who does not come loses nothing: other times are offered, and the reminders run on."""

import datetime as dt
from collections.abc import Sequence

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction

from ppid.actions import ledger
from ppid.actions.collecting import next_step_on, rest
from ppid.actions.drafting import give
from ppid.actions.endings import require_present
from ppid.actions.given_parts import due_of, end_visit, noticed_on, only, row_of, tell
from ppid.actions.log import authorised, locked, record
from ppid.law.delivering import PROMISE, HandedHow, PartState
from ppid.law.events_delivery import PartDelivered
from ppid.law.events_viewing import ViewingChosen, ViewingMissed, ViewingOffered
from ppid.law.letters import LetterKind
from ppid.law.procedure import Invalid, MoveName, Problem, Unlawful
from ppid.law.refusals import say
from ppid.law.viewing import Minutes, Slot, Visit, VisitEnd, slot_problems
from ppid.models import Case, Delivery, Institution, MailRecord, Viewing
from ppid.queries.calendar import current_calendar

Template = MailRecord.Template
PLACE_LENGTH = 300


@transaction.atomic
def offer(
    *, case: Case, part: int, slots: Sequence[Slot], place: str, acting_user: AbstractBaseUser, on: dt.date,
    at: dt.datetime, seen: int | None = None,
) -> Viewing:  # fmt: skip
    """Offer the applicant times to see a part; earlier ones no longer hold. The part is ready from today.

    Raises Invalid (field `part`, `place` or that of a slot, numbered from 1) and Unlawful.
    """
    fresh = locked(case, seen=seen)
    author = authorised(MoveName.OFFER_VIEWING, fresh, acting_user, on)
    row = _seen_part(row_of(fresh, part))
    only(row, PartState.PROMISED, PartState.AVAILABLE)
    waiting = row.state is PartState.PROMISED
    _check(slots, place, at, due=due_of(row) if waiting else None)
    end_visit(row, VisitEnd.REPLACED, on)
    row.viewing = Viewing.objects.create(
        case_id=fresh.pk, notice_id=row.letter_id, part=part, slots=[slot.as_json() for slot in slots],
        place=place.strip(), offered_on=on, offered_by_id=acting_user.pk or 0,
    )  # fmt: skip
    row.available_on = row.available_on or on
    row.next_step_on = next_step_on(row, current_calendar())
    row.save(update_fields=["viewing", "available_on", "next_step_on"])
    if waiting:
        ledger.meet(fresh, PROMISE, on=on, part=part)
    payload = ViewingOffered(
        letter=row.letter_id, part=part, ready=waiting,
        slots=tuple(f"{slot.day.isoformat()} {slot.starts:%H:%M}-{slot.ends:%H:%M}" for slot in slots),
    )  # fmt: skip
    record(fresh, payload, author=author, on=on, at=at)
    tell(fresh, Template.VIEWING_OFFERED, part, at)
    return row.viewing


@transaction.atomic
def choose(
    *, case: Case, part: int, slot: int, on: dt.date, at: dt.datetime, acting_user: AbstractBaseUser | None = None,
    seen: int | None = None,
) -> Viewing:  # fmt: skip
    """Choose one of the offered times, by its place in the offer from 0. Without `acting_user` the applicant chooses.

    Raises Invalid (field `part` or `slot`) and Unlawful.
    """
    fresh = locked(case, seen=seen)
    author = authorised(MoveName.CHOOSE_VIEWING, fresh, acting_user, on)
    if acting_user is None:
        require_present(fresh)
    row = row_of(fresh, part)
    only(row, PartState.AVAILABLE)
    viewing = _standing(row, Visit.OFFERED)
    if not 0 <= slot < len(viewing.times):
        raise Invalid([Problem("slot", say("Waktu belum dipilih. Pilih salah satu yang ditawarkan."))])
    when = viewing.times[slot]
    if when.begun(_there(at)):
        raise Invalid([Problem("slot", say("Waktu itu sudah lewat. Pilih waktu lain, atau hubungi petugas."))])
    viewing.chosen, viewing.chosen_on = slot, on
    viewing.save(update_fields=["chosen", "chosen_on"])
    row.next_step_on = next_step_on(row, current_calendar())
    row.save(update_fields=["next_step_on"])
    payload = ViewingChosen(letter=row.letter_id, part=part, **when.as_json())
    record(fresh, payload, author=author, on=on, at=at)
    for audience in (MailRecord.Audience.APPLICANT, MailRecord.Audience.DESK):
        tell(fresh, Template.VIEWING_CHOSEN, part, at, audience=audience)
    return viewing


@transaction.atomic
def note_absence(
    *, case: Case, part: int, acting_user: AbstractBaseUser, on: dt.date, at: dt.datetime, seen: int | None = None
) -> Viewing:
    """The applicant did not come at the chosen time: other times may be offered, the reminders run on.

    Raises Invalid (field `part`) and Unlawful.
    """
    fresh = locked(case, seen=seen)
    author = authorised(MoveName.NOTE_ABSENCE, fresh, acting_user, on)
    row = row_of(fresh, part)
    only(row, PartState.AVAILABLE, PartState.SET_ASIDE)
    viewing = _standing(row, Visit.CHOSEN)
    when = viewing.agreed
    if when is None or not when.over(_there(at)):
        raise Unlawful(say("Waktu yang dipilih pemohon belum lewat. Catat setelah waktunya habis."))
    end_visit(row, VisitEnd.MISSED, on)
    row.next_step_on = next_step_on(row, current_calendar())
    row.save(update_fields=["viewing", "next_step_on"])
    payload = ViewingMissed(letter=row.letter_id, part=part, day=when.day.isoformat())
    record(fresh, payload, author=author, on=on, at=at)
    return viewing


@transaction.atomic
def record_minutes(
    *, case: Case, part: int, minutes: Minutes, acting_user: AbstractBaseUser, on: dt.date, at: dt.datetime,
    seen: int | None = None,
) -> Delivery:  # fmt: skip
    """A part was seen: the minutes are its proof of handing over, and the last part closes the case. With or without
    an appointment: who comes unannounced is not sent away.

    Raises Invalid (field `part` or one of the minutes') and Unlawful.
    """
    fresh = locked(case, seen=seen)
    author = authorised(MoveName.RECORD_MINUTES, fresh, acting_user, on)
    row = _seen_part(row_of(fresh, part))
    only(row, PartState.PROMISED, PartState.AVAILABLE, PartState.SET_ASIDE)
    minutes.checked(told_on=noticed_on(row), on=on)
    content = {
        **minutes.as_json(), "notice_number": row.letter.number, "notice_on": noticed_on(row).isoformat(),
        "part": part, "parts": len(row.letter.content["parts"]), "material": row.given.material,
    }  # fmt: skip
    row.note = give(fresh, LetterKind.MINUTES, content, on=on, at=at, user=acting_user)
    row.delivered_on = row.received_on = minutes.day
    row.how, row.next_step_on, row.recorded_by_id = HandedHow.VIEWED, None, acting_user.pk
    due = due_of(row)
    end_visit(row, VisitEnd.HELD, on)
    row.save()
    ledger.meet(fresh, PROMISE, on=minutes.day, part=part)
    rest(fresh, minutes.day)
    payload = PartDelivered(
        letter=row.letter_id, part=part, delivered_on=minutes.day.isoformat(), how=HandedHow.VIEWED,
        due=due.isoformat() if due else None, received_on=minutes.day.isoformat(), note=row.note.pk,
    )  # fmt: skip
    record(fresh, payload, author=author, on=on, at=at)
    tell(fresh, Template.PART_DELIVERED, part, at)
    return row


def _seen_part(row: Delivery) -> Delivery:
    if not row.given.viewed:
        text = say("Bagian ini diberikan sebagai salinan, bukan dilihat di tempat. Pilih bagian lain.")
        raise Invalid([Problem("part", text)])
    return row


def _standing(row: Delivery, visit: Visit) -> Viewing:
    """The appointment that stands, or Unlawful with what to do first."""
    if row.viewing is None:
        raise Unlawful(say("Belum ada waktu yang ditawarkan untuk bagian ini. Tawarkan dahulu waktunya."))
    if row.viewing.visit is not visit:
        if visit is Visit.OFFERED:
            raise Unlawful(say("Waktu melihat sudah dipilih. Untuk mengubahnya, hubungi petugas."))
        raise Unlawful(say("Pemohon belum memilih waktu. Tawarkan waktu lain bila semuanya sudah lewat."))
    return row.viewing


def _check(slots: Sequence[Slot], place: str, at: dt.datetime, *, due: dt.date | None) -> None:
    hours = Institution.load().hours
    problems = list(slot_problems(slots, calendar=current_calendar(), hours=hours, now=_there(at), due=due))
    if not place.strip():
        problems.append(Problem("place", say("Tempat belum diisi. Tulis di ruang mana informasi itu dilihat.")))
    elif len(place) > PLACE_LENGTH:
        text = say("Isian terlalu panjang. Ringkas menjadi %(most)s huruf.")
        problems.append(Problem("place", text, {"most": PLACE_LENGTH}))
    if problems:
        raise Invalid(problems)


def _there(at: dt.datetime) -> dt.datetime:
    """The body's local moment."""
    return at.astimezone(Institution.load().zone)
