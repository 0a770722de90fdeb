"""Holding a case: a label of the desk, set and removed, written into the log, and without any effect on a date.

It is no move of `law.procedure`, because the law knows none: neither UU 14/2008 nor PERKI 1/2021 lets a body stop a
clock (law.md §1.4).
"""

import datetime as dt

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction

from ppid.access import roles_of
from ppid.actions.log import Author, locked, record
from ppid.law import events, events_hold
from ppid.law.procedure import OFFICERS, Actor
from ppid.law.refusals import Invalid, Problem, Unlawful, say
from ppid.models import Case, Hold, InformationRequest


@transaction.atomic
def hold(
    *, case: Case, waits_for: str, note: str = "", acting_user: AbstractBaseUser, on: dt.date, at: dt.datetime,
    seen: int | None = None,
) -> Hold:  # fmt: skip
    """Say what the case waits for. Raises Unlawful for a closed or held case, Invalid without a reason."""
    fresh, author = _open(case, acting_user, on, seen)
    waits_for, note = " ".join(waits_for.split()), note.strip()
    if not waits_for:
        raise Invalid([Problem("waits_for", say("Tulis apa yang ditunggu, misalnya: data dari Dinas Kesehatan."))])
    if _standing(fresh) is not None:
        raise Unlawful(say("Kasus ini sudah bertanda “ditahan”. Lepas dahulu tandanya."))
    row = Hold.objects.create(case=fresh, waits_for=waits_for, note=note, held_on=on, held_by_id=acting_user.pk)
    fingerprint = events.fingerprint(fresh.salt, [waits_for, note])
    record(fresh, events_hold.Held(hold=row.pk, fingerprint=fingerprint), author=author, on=on, at=at)
    return row


@transaction.atomic
def release(
    *, case: Case, acting_user: AbstractBaseUser, on: dt.date, at: dt.datetime, seen: int | None = None
) -> Hold:
    """Take the label off. Raises Unlawful where none stands."""
    fresh, author = _open(case, acting_user, on, seen)
    row = _standing(fresh)
    if row is None:
        raise Unlawful(say("Kasus ini tidak bertanda “ditahan”. Muat ulang halaman kasus."))
    row.released_on, row.released_by_id = on, acting_user.pk
    row.save(update_fields=["released_on", "released_by"])
    record(fresh, events_hold.Released(hold=row.pk), author=author, on=on, at=at)
    return row


def _open(case: Case, user: AbstractBaseUser, on: dt.date, seen: int | None) -> tuple[InformationRequest, Author]:
    fresh = locked(case, seen=seen)
    actors = roles_of(user, on).actors & OFFICERS
    if not actors:
        raise Unlawful(say("Tanda “ditahan” dipasang dan dilepas oleh petugas, PPID, atau unit yang menangani."))
    if fresh.closed_on is not None:
        raise Unlawful(say("Kasus ini sudah selesai; tidak ada yang ditunggu lagi."))
    return fresh, Author(user, next(actor for actor in Actor if actor in actors))


def _standing(case: Case) -> Hold | None:
    return Hold.objects.standing().filter(case_id=case.pk).first()
