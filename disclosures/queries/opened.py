"""Final decisions that opened information which the register does not hold yet."""

from django.db.models import QuerySet

from ppid.law.disputes import OPENING
from ppid.models import CommissionDecision


def waiting() -> "QuerySet[CommissionDecision]":
    """The longest waiting first. Nothing is here before the decision binds."""
    rows = CommissionDecision.objects.filter(final_on__isnull=False, registered_on__isnull=True, ruling__in=OPENING)
    return rows.select_related("dispute__unit").order_by("final_on", "pk")
