"""Who may answer an objection: what each person had to do with the decision that is objected to (law.md §2.8)."""

import datetime as dt

from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import QuerySet

from ppid.law.ruling import Role as Part
from ppid.models import Appointment, Approval, Letter, Objection, Role


def parts_of(case: Objection, user: AbstractBaseUser, on: dt.date) -> frozenset[Part]:
    """PPID: holds that post on `on`, or held it when the notice was dated; drafted: wrote or proposed it; approved:
    gave the superior's word on it."""
    notices = Letter.objects.filter(case_id=case.request_id, kind=Letter.Kind.NOTICE) if case.request_id else None
    found = set()
    days = {on}
    if notices is not None:
        days |= set(notices.values_list("dated", flat=True))
        if notices.filter(drafted_by_id=user.pk).exists():
            found.add(Part.DRAFTED)
        approvals = Approval.objects.filter(letter__in=notices)
        if approvals.filter(proposed_by_id=user.pk).exists():
            found.add(Part.DRAFTED)
        if approvals.filter(decided_by_id=user.pk, outcome=Approval.Outcome.APPROVED).exists():
            found.add(Part.APPROVED)
    if any(Appointment.objects.on(day).filter(user_id=user.pk or 0, role=Role.PPID).exists() for day in days):
        found.add(Part.PPID)
    return frozenset(found)


def next_superiors(user: AbstractBaseUser, on: dt.date) -> "QuerySet[Appointment]":
    """The other appointments as superior in force on `on`, to whom the answer may be left."""
    rows = Appointment.objects.on(on).filter(role=Role.SUPERIOR, user__is_active=True).exclude(user_id=user.pk or 0)
    return rows.select_related("user").order_by("-starts", "pk")
