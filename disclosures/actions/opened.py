"""What a final decision of the commission opened enters the register (UU 14/2008 Ps 11(2); PERKI 1/2021 Ps 52(3))."""

import datetime as dt
from dataclasses import dataclass

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext_noop as say

from disclosures.actions import bulk_publishing
from disclosures.imports.folding import fingerprint, fold
from disclosures.models import InformationClass, RegisterEntry
from ppid.actions import commission_decisions
from ppid.law.refusals import Invalid, Problem
from ppid.models import CommissionDecision, Unit


@dataclass(frozen=True)
class Opened:
    """The new row: what it holds, whose it is, how it must be made public."""

    summary: str
    unit: Unit
    info_class: InformationClass = InformationClass.ANY_TIME


@transaction.atomic
def enter(
    *, decision: CommissionDecision, opened: Opened | RegisterEntry, acting_user: AbstractBaseUser, on: dt.date,
    at: dt.datetime,
) -> RegisterEntry:  # fmt: skip
    """Make the row as a draft, or take the one that holds it already, and note it with the decision.

    Raises Invalid (field `summary`) and Unlawful; then no row is left behind.
    """
    commission_decisions.check_register(CommissionDecision.objects.get(pk=decision.pk))
    entry = opened if isinstance(opened, RegisterEntry) else _made(opened, acting_user, at)
    commission_decisions.enter_register(decision=decision, entry=entry.pk, acting_user=acting_user, on=on, at=at)
    return entry


def _made(opened: Opened, user: AbstractBaseUser, at: dt.datetime) -> RegisterEntry:
    summary = opened.summary.strip()
    if not fold(summary):
        raise Invalid([Problem("summary", say("Ringkasan belum diisi. Tulis informasi apa yang dibuka."))])
    if RegisterEntry.objects.filter(unit=opened.unit, identity=fingerprint(summary)).exists():
        text = say("Unit ini sudah mempunyai informasi dengan ringkasan yang sama. Pilih yang ada itu.")
        raise Invalid([Problem("summary", text)])
    entry = RegisterEntry(summary=summary, unit=opened.unit, info_class=opened.info_class)
    bulk_publishing.create([entry], user=user, at=at, draft=True)
    return entry
