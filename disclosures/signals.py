"""When something public changes, the index is told: one queue row in the same transaction (architecture rule 8)."""

from typing import Any

from django.db.models.signals import post_delete, post_save
from wagtail.signals import published, unpublished

from disclosures.models import RegisterEntry
from disclosures.tasks import refresh_index
from ppid.models import CommissionDecision, Exclusion, Unit

ENTRY = "entry"
EXCLUSION = "exclusion"
DECISION = "decision"


def connect() -> None:
    published.connect(refresh_entry, sender=RegisterEntry, dispatch_uid="disclosures.entry_published")
    unpublished.connect(refresh_entry, sender=RegisterEntry, dispatch_uid="disclosures.entry_unpublished")
    post_delete.connect(refresh_entry, sender=RegisterEntry, dispatch_uid="disclosures.entry_deleted")
    post_save.connect(refresh_entries_of, sender=Unit, dispatch_uid="disclosures.unit_renamed")
    post_save.connect(refresh_exclusion, sender=Exclusion, dispatch_uid="disclosures.exclusion_saved")
    post_save.connect(refresh_decision, sender=CommissionDecision, dispatch_uid="disclosures.decision_saved")
    post_delete.connect(refresh_exclusion, sender=Exclusion, dispatch_uid="disclosures.exclusion_deleted")


def refresh_decision(instance: CommissionDecision, **_signal: Any) -> None:
    if instance.published_on is not None:
        refresh_index.enqueue(DECISION, [str(instance.pk)])


def refresh_entry(instance: RegisterEntry, **_signal: Any) -> None:
    refresh_index.enqueue(ENTRY, [str(instance.pk)])


def refresh_exclusion(instance: Exclusion, **_signal: Any) -> None:
    """`ppid` keeps exclusions and knows no index; this room, which shows them, tells it."""
    refresh_index.enqueue(EXCLUSION, [str(instance.pk)])


def refresh_entries_of(instance: Unit, created: bool, **_signal: Any) -> None:
    """An entry is found by its unit's name too: a renamed unit takes its entries along."""
    if created:
        return
    keys = [str(key) for key in RegisterEntry.objects.public().filter(unit=instance).values_list("pk", flat=True)]
    if keys:
        refresh_index.enqueue(ENTRY, keys)
