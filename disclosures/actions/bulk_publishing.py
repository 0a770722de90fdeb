"""Saving and publishing many register entries at once, the way Wagtail does one: row, revision, log.

You will wonder why this does not call `entry.save_revision().publish()`. Because that is some dozen statements a row,
and a register of ten thousand rows would keep the office waiting for minutes. Every trace that Wagtail leaves is left
here too; a test compares the two row by row. What is not sent is Wagtail's `published` signal: the caller enqueues the
index refresh for all entries together.
"""

import datetime as dt
import uuid
from collections.abc import Iterator, Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Cast
from wagtail.models import ModelLogEntry, Revision, WorkflowState

from disclosures.models import RegisterEntry

CHUNK = 500
COLUMNS = (
    "number", "summary", "maker", "made_when", "made_place", "softcopy", "hardcopy", "retention", "info_class",
)  # fmt: skip
_STATE = (
    "live", "has_unpublished_changes", "first_published_at", "last_published_at", "expired",
    "latest_revision", "live_revision",
)  # fmt: skip


def create(entries: Sequence[RegisterEntry], *, user: Any, at: dt.datetime, draft: bool) -> None:
    """Insert new entries, as drafts or published, with their first revision and log."""
    for entry in entries:
        entry.derive()
        entry.files.get_object_list()  # no file yet: said before the key is known, so that nobody asks the database
        entry.live = not draft
        entry.has_unpublished_changes = draft
        entry.first_published_at = entry.last_published_at = None if draft else at
    for chunk in _chunks(entries):
        RegisterEntry.objects.bulk_create(chunk)
        revisions = _revisions(chunk, user, at)
        _log(chunk, revisions, ("wagtail.create",) if draft else ("wagtail.create", "wagtail.publish"), user, at)
        newest = Subquery(_revisions_of(OuterRef("pk")).order_by("-pk").values("pk")[:1])
        rows = RegisterEntry.objects.filter(pk__in=[entry.pk for entry in chunk])
        rows.update(latest_revision_id=newest, **({} if draft else {"live_revision_id": newest}))


def publish(entries: Sequence[RegisterEntry], *, user: Any, at: dt.datetime) -> None:
    """Publish stored entries as they stand in memory; a draft newer than the live row stays in the history."""
    for chunk in _chunks(entries):
        for entry in chunk:
            entry.derive()
            entry.live, entry.has_unpublished_changes, entry.expired = True, False, False
            entry.first_published_at = entry.first_published_at or at
            entry.last_published_at = at
        revisions = _revisions(chunk, user, at)
        for entry, revision in zip(chunk, revisions, strict=True):
            entry.latest_revision = entry.live_revision = revision
        RegisterEntry.objects.bulk_create(
            chunk,
            update_conflicts=True,
            unique_fields=["id"],
            update_fields=[*COLUMNS, "unit", "year", "identity", *_STATE],
        )
        Revision.objects.filter(approved_go_live_at__isnull=False, pk__in=_all_revisions(chunk)).update(
            approved_go_live_at=None
        )
        _log(chunk, revisions, ("wagtail.edit", "wagtail.publish"), user, at)
        for state in WorkflowState.objects.active().filter(
            base_content_type=_content_type(), object_id__in=[str(entry.pk) for entry in chunk]
        ):
            state.cancel(user=user)


def save_drafts(entries: Sequence[RegisterEntry], *, user: Any, at: dt.datetime) -> None:
    """Keep stored entries as they stand in memory as drafts; what is public stays as it is."""
    for chunk in _chunks(entries):
        revisions = _revisions(chunk, user, at)
        _log(chunk, revisions, ("wagtail.edit",), user, at)
        newest = Subquery(_revisions_of(OuterRef("pk")).order_by("-pk").values("pk")[:1])
        rows = RegisterEntry.objects.filter(pk__in=[entry.pk for entry in chunk])
        rows.update(latest_revision_id=newest, has_unpublished_changes=True)


def _content_type() -> ContentType:
    return ContentType.objects.get_for_model(RegisterEntry)


def _revisions_of(key: Any) -> QuerySet[Revision]:
    return Revision.objects.filter(base_content_type=_content_type(), object_id=Cast(key, CharField()))


def _all_revisions(chunk: Sequence[RegisterEntry]) -> QuerySet[Revision, int]:
    keys = [str(entry.pk) for entry in chunk]
    return Revision.objects.filter(base_content_type=_content_type(), object_id__in=keys).values_list("pk", flat=True)


def _revisions(chunk: Sequence[RegisterEntry], user: Any, at: dt.datetime) -> list[Revision]:
    kind = _content_type()
    return Revision.objects.bulk_create(
        Revision(
            content_type=kind,
            base_content_type=kind,
            object_id=str(entry.pk),
            created_at=at,
            user=user,
            object_str=str(entry),
            content=entry.serializable_data(),
        )
        for entry in chunk
    )


def _log(
    chunk: Sequence[RegisterEntry], revisions: Sequence[Revision], verbs: Sequence[str], user: Any, at: dt.datetime
) -> None:
    kind, together = _content_type(), uuid.uuid4()
    ModelLogEntry.objects.bulk_create(
        ModelLogEntry(
            content_type=kind,
            object_id=str(entry.pk),
            label=str(entry),
            action=verb,
            timestamp=at,
            user=user,
            revision=revision,
            content_changed=True,
            data={},
            uuid=together,
        )
        for entry, revision in zip(chunk, revisions, strict=True)
        for verb in verbs
    )


def _chunks(entries: Sequence[RegisterEntry]) -> Iterator[Sequence[RegisterEntry]]:
    for start in range(0, len(entries), CHUNK):
        yield entries[start : start + CHUNK]
