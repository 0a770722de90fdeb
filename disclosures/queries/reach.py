"""Which register entries an officer reaches: an assistant unit its own, the whole-body roles all, the others none.

Wagtail checks the permissions of a snippet per model only (architecture rule 12); every view of an entry in the admin
therefore fetches through `entries_of`.
"""

import datetime as dt
from typing import Any

from django.db.models import QuerySet

from disclosures.models import RegisterEntry
from ppid.access import roles_of
from ppid.models import Role, Unit

# PERKI 1/2021 Ps 45(2)-(3), (6): the unit proposes for its own part, the PPID sets the whole register.
WHOLE_REGISTER = frozenset({Role.PPID, Role.EDITOR, Role.ADMINISTRATOR})


def entry_units(user: Any, on: dt.date) -> frozenset[int] | None:
    """The keys of the units whose entries `user` works on, on that day; None for all of them. One statement."""
    if user.is_authenticated and user.is_active and user.is_superuser:
        return None
    held = roles_of(user, on)
    return None if held.roles & WHOLE_REGISTER else held.units


def entries_of(user: Any, on: dt.date) -> QuerySet[RegisterEntry]:
    """The entries, public or not, that `user` may work on."""
    units = entry_units(user, on)
    rows = RegisterEntry.objects.all()
    return rows if units is None else rows.filter(unit_id__in=units)


def units_of(user: Any, on: dt.date) -> QuerySet[Unit]:
    """The units that `user` may write entries for."""
    units = entry_units(user, on)
    rows = Unit.objects.order_by("name")
    return rows if units is None else rows.filter(pk__in=units)
