"""Who signs (law.md §2.6): the PPID signs; an acting holder, or a PPID pelaksana, signs "a.n." on a dated mandate."""

import datetime as dt
from dataclasses import dataclass

from ppid.letters.words import day
from ppid.models.people import Appointment, Role


@dataclass(frozen=True)
class Signer:
    """The signature block. `position` may hold "a.n."; `mandate` is empty unless an acting holder signs."""

    position: str
    name: str = ""
    nip: str = ""
    mandate: str = ""

    def __str__(self) -> str:
        return f"{self.position}, {self.name}" if self.name else self.position


VACANT = Signer("Pejabat Pengelola Informasi dan Dokumentasi")


def signers(on: dt.date, role: Role = Role.PPID) -> list[Signer]:
    """Those who may sign as `role` on `on`, the acting holder first: there is one because the other is away."""
    rows = Appointment.objects.on(on).filter(role=role).select_related("user", "acting_for").order_by("-starts", "pk")
    return [signer_from(row) for row in sorted(rows, key=lambda row: row.acting_for_id is None)]


def signer_of(on: dt.date, role: Role = Role.PPID) -> Signer:
    """The one whose name stands under a draft of that day; the post alone while nobody is appointed."""
    return next(iter(signers(on, role)), VACANT)


def signer_from(row: Appointment) -> Signer:
    """The signature block of one appointment."""
    position = row.position or VACANT.position
    mandate = ""
    if row.mandated:
        # UU 30/2014 Ps 14: who acts by mandate acts in the name of the one who gave it.
        principal = (row.acting_for.position if row.acting_for else "") or VACANT.position
        position = f"a.n. {principal}, {row.position}" if row.position else f"a.n. {principal}"
        mandate = f"Surat mandat Nomor {row.mandate_number}"
        if row.mandate_date is not None:
            mandate += f" tanggal {day(row.mandate_date)}"
    return Signer(position=position, name=row.user.get_full_name(), nip=getattr(row.user, "nip", ""), mandate=mandate)
