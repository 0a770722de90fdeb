"""What a person may do on one day."""

import datetime as dt
from dataclasses import dataclass

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser

from ppid.law.procedure import Actor
from ppid.models import Appointment, Role
from ppid.models.people import BODY_ROLES

Person = AbstractBaseUser | AnonymousUser
CASE_ROLES = BODY_ROLES | {Role.ASSISTANT}
MAIN_ROLES = frozenset({Role.FRONT_DESK, Role.PPID})


@dataclass(frozen=True)
class Roles:
    """What a person may do on one day. `units`: where an assistant's role holds; body roles see every unit."""

    user: Person
    roles: frozenset[Role]
    units: frozenset[int]

    @property
    def actors(self) -> frozenset[Actor]:
        """The same in the words of `law.procedure`; roles that make no move on a request are left out."""
        return frozenset(Actor(role) for role in self.roles if role in set(Actor))

    @property
    def sees_all(self) -> bool:
        return bool(self.roles & BODY_ROLES)

    @property
    def works_main(self) -> bool:
        """Whether this person answers for PPID utama; the superior reads what units ask, and answers nothing."""
        return bool(self.roles & MAIN_ROLES)

    def __contains__(self, role: object) -> bool:
        return role in self.roles


def roles_of(user: Person, on: dt.date) -> Roles:
    """The roles of `user` on `on`, from appointments in force that day. One statement; none for the anonymous."""
    if not user.is_authenticated or not user.is_active:
        return Roles(user, frozenset(), frozenset())
    rows = list(Appointment.objects.on(on).filter(user_id=user.pk).values_list("role", "unit_id"))
    return Roles(
        user,
        frozenset(Role(role) for role, _unit in rows),
        frozenset(unit for role, unit in rows if role == Role.ASSISTANT and unit is not None),
    )
