"""The roads to a dispute: of whoever answers for the body, and of an invited reviewer."""

import datetime as dt

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404

from ppid.access.roles import Person, roles_of
from ppid.models import Case, Invitation, Role


def disputes_of(user: Person, on: dt.date) -> QuerySet[Case]:
    """The disputes, for whoever answers for the body before the commission; PermissionDenied for others."""
    if not roles_of(user, on).roles & {Role.PPID, Role.SUPERIOR}:
        raise PermissionDenied
    return Case.objects.filter(kind=Case.Kind.DISPUTE)


def invitations_of(user: Person, on: dt.date) -> QuerySet[Invitation]:
    """The disputes that this reviewer may read on `on`; PermissionDenied for everybody else."""
    if Role.REVIEWER not in roles_of(user, on):
        raise PermissionDenied
    return Invitation.objects.in_force(on).filter(reviewer_id=user.pk).select_related("case", "reviewer")


def invitation_of(user: Person, case: int, on: dt.date) -> Invitation:
    """The invitation under which this reviewer reads that dispute, or 404."""
    found = invitations_of(user, on).filter(case_id=case).first()
    if found is None:
        raise Http404
    return found
