"""The subject of a request for the public register: written by an officer, shown once the PPID approved it."""

import datetime as dt

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction

from ppid.actions.log import authorised, locked, record
from ppid.law import events_units
from ppid.law.events import fingerprint
from ppid.law.procedure import MoveName
from ppid.law.refusals import Unlawful, say
from ppid.law.subjects import check_subject
from ppid.models import Case, PublicSubject


@transaction.atomic
def write(
    *, case: Case, text: str, acting_user: AbstractBaseUser, on: dt.date, at: dt.datetime, seen: int | None = None
) -> PublicSubject:
    """Write the subject, or write it anew: what was approved is shown no longer until it is approved again.

    Raises Invalid (field `text`) and Unlawful. The same words said again change nothing.
    """
    fresh = locked(case, seen=seen)
    author = authorised(MoveName.WRITE_SUBJECT, fresh, acting_user, on)
    said = " ".join(text.split())
    check_subject(said, name=fresh.applicant.name, details=fresh.details)
    subject = PublicSubject.objects.filter(case=fresh).first() or PublicSubject(case=fresh)
    if subject.text == said:
        return subject
    subject.text, subject.written_by_id, subject.written_on = said, acting_user.pk, on
    subject.approved_by, subject.approved_on = None, None
    subject.save()
    payload = events_units.SubjectWritten(fingerprint=fingerprint(fresh.salt, said))
    record(fresh, payload, author=author, on=on, at=at)
    return subject


@transaction.atomic
def approve(
    *, case: Case, acting_user: AbstractBaseUser, on: dt.date, at: dt.datetime, seen: int | None = None
) -> PublicSubject:
    """Show the written subject to everybody. Raises Invalid and Unlawful; checked again, since names are corrected."""
    fresh = locked(case, seen=seen)
    author = authorised(MoveName.APPROVE_SUBJECT, fresh, acting_user, on)
    subject = PublicSubject.objects.filter(case=fresh).first()
    if subject is None:
        raise Unlawful(say("Ringkasan belum ditulis. Tulis dahulu pokok permintaannya."))
    if subject.approved:
        raise Unlawful(say("Ringkasan ini sudah disetujui. Muat ulang halaman kasus."))
    check_subject(subject.text, name=fresh.applicant.name, details=fresh.details)
    subject.approved_by_id, subject.approved_on = acting_user.pk, on
    subject.save(update_fields=["approved_by", "approved_on"])
    payload = events_units.SubjectApproved(fingerprint=fingerprint(fresh.salt, subject.text))
    record(fresh, payload, author=author, on=on, at=at)
    return subject
