"""The desk's mark on an annoying request: recorded with its reason, and it stops nothing (PERKI 1/2013 Ps 4)."""

import datetime as dt

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction

from ppid.actions.log import authorised, locked, record
from ppid.law import events
from ppid.law.events_party import Flagged, FlagLifted
from ppid.law.party import FlagKind
from ppid.law.procedure import MoveName, Unlawful
from ppid.law.refusals import Invalid, Problem, say
from ppid.models import Case, CaseFlag, InformationRequest


def standing(case: Case) -> CaseFlag | None:
    return CaseFlag.objects.filter(case_id=case.pk, kind=FlagKind.ANNOYING, lifted_on__isnull=True).first()


@transaction.atomic
def flag_annoying(
    *, case: Case, note: str, acting_user: AbstractBaseUser, on: dt.date, at: dt.datetime, seen: int | None = None
) -> CaseFlag:
    """Mark the request. It is answered like any other: only the Komisi Informasi may end a case for bad faith."""
    fresh = locked(case, seen=seen)
    author = authorised(MoveName.FLAG_ANNOYING, fresh, acting_user, on)
    if standing(fresh) is not None:
        raise Unlawful(say("Permohonan ini sudah ditandai. Muat ulang halaman kasus."))
    if not note.strip():
        raise Invalid([Problem("note", say("Alasan belum diisi. Tulis apa yang terjadi, tanpa menilai orangnya."))])
    flag = CaseFlag.objects.create(
        case_id=fresh.pk, kind=FlagKind.ANNOYING, note=note.strip(), flagged_by_id=acting_user.pk, flagged_on=on
    )
    payload = Flagged(flag=flag.kind, fingerprint=events.fingerprint(fresh.salt, flag.note))
    record(fresh, payload, author=author, on=on, at=at)
    return flag


@transaction.atomic
def lift_flag(
    *, case: Case, acting_user: AbstractBaseUser, on: dt.date, at: dt.datetime, seen: int | None = None
) -> InformationRequest:
    fresh = locked(case, seen=seen)
    author = authorised(MoveName.LIFT_FLAG, fresh, acting_user, on)
    flag = standing(fresh)
    if flag is None:
        raise Unlawful(say("Permohonan ini tidak ditandai. Muat ulang halaman kasus."))
    flag.lifted_on = on
    flag.save(update_fields=["lifted_on"])
    record(fresh, FlagLifted(flag=flag.kind), author=author, on=on, at=at)
    return fresh
