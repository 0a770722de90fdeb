"""Keeps the index in step with the editors' pages: every change that opens, shuts or moves a page asks for a refresh.

The task's row is written in the transaction of the change itself; a roll-back takes it along (architecture rule 8).
"""

from typing import Any

from django.db.models.signals import post_delete, post_save
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from disclosures.tasks import refresh_index
from portal.page_sources import KINDS


def connect() -> None:
    page_published.connect(_one, dispatch_uid="portal.page_published")
    page_unpublished.connect(_one, dispatch_uid="portal.page_unpublished")
    page_slug_changed.connect(_branch, dispatch_uid="portal.page_slug_changed")
    post_page_move.connect(_branch, dispatch_uid="portal.post_page_move")
    for model in KINDS:
        post_delete.connect(_one, sender=model, dispatch_uid=f"portal.deleted_{model.__name__}")
    for signal in (post_save, post_delete):
        signal.connect(_restricted, sender=PageViewRestriction, dispatch_uid=f"portal.restriction_{id(signal)}")


def _one(instance: Page, **_signal: Any) -> None:
    kind = KINDS.get(type(instance))
    if kind:
        refresh_index.enqueue(kind, [str(instance.pk)])


def _branch(instance: Page, **_signal: Any) -> None:
    """The page and everything beneath it: their addresses, or who may read them, changed together."""
    for model, kind in KINDS.items():
        keys = model.objects.descendant_of(instance, inclusive=True).values_list("pk", flat=True)
        if keys:
            refresh_index.enqueue(kind, [str(key) for key in keys])


def _restricted(instance: PageViewRestriction, **_signal: Any) -> None:
    _branch(instance.page)
