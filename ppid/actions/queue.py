"""Healing the queue: what a killed worker held, what failed, and what was lost on the way (architecture rule 8)."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django_tasks.signals import task_enqueued
from django_tasks_db.models import DBTaskResult, get_date_max

from ppid import tasks
from ppid.models import Letter, MailRecord

# No effect of ours takes minutes; a row that runs longer belongs to a worker that is no more.
STUCK_AFTER = dt.timedelta(minutes=10)
FIRST_PAUSE = dt.timedelta(minutes=1)
LONGEST_PAUSE = dt.timedelta(hours=6)
MOST_TRIES = 12


@dataclass(frozen=True)
class Swept:
    """How many rows went back into the queue: taken from dead workers, failed ones, and effects without any row."""

    stuck: int
    retried: int
    healed: int


def sweep(at: dt.datetime) -> Swept:
    """Return RUNNING rows older than ten minutes and FAILED ones with growing pauses; enqueue what has no row."""
    with transaction.atomic():
        stuck = (
            DBTaskResult.objects.running().filter(started_at__lt=at - STUCK_AFTER).update(status="READY", run_after=at)
        )
    return Swept(stuck, _retry(at), _heal(at))


def enqueue_together(*wanted: "tuple[tasks.IdTask, int]") -> None:
    """Put several effects in the queue in one statement, in the caller's transaction; each is its own row, tried and
    healed by itself, as `Task.enqueue` would have made it."""
    rows: list[DBTaskResult] = [
        DBTaskResult(
            args_kwargs={"args": [key], "kwargs": {}}, priority=task.priority, task_path=task.module_path,
            queue_name=task.queue_name, backend_name=task.backend, run_after=get_date_max(),
        )
        for task, key in wanted
    ]  # fmt: skip
    DBTaskResult.objects.bulk_create(rows)
    for row in rows:
        task_enqueued.send(type(row.task.get_backend()), task_result=row.task_result)


def pause_after(tries: int) -> dt.timedelta:
    """1, 2, 4 … minutes, at most six hours."""
    return min(FIRST_PAUSE * 2 ** max(tries - 1, 0), LONGEST_PAUSE)


def _retry(at: dt.datetime) -> int:
    retried = 0
    failed = DBTaskResult.objects.failed().filter(finished_at__isnull=False)
    for key, workers, finished in failed.values_list("pk", "worker_ids", "finished_at"):
        if finished is None or len(workers) >= MOST_TRIES or finished + pause_after(len(workers)) > at:
            continue
        retried += DBTaskResult.objects.filter(pk=key, status="FAILED").update(status="READY", run_after=at)
    return retried


def _heal(at: dt.datetime) -> int:
    """Effects decided some time ago that no queue row is about to carry out, for instance after a restored back-up."""
    lost_since = at - STUCK_AFTER
    drafts = Letter.objects.filter(draft__isnull=True, created_at__lt=lost_since)
    # A written consideration becomes a page when it is approved.
    drafts = drafts.exclude(kind=Letter.Kind.CONSIDERATION, content__approved_on=None)
    mails = MailRecord.objects.filter(created_at__lt=lost_since, attempts__lt=tasks.MOST_ATTEMPTS)
    healed = _enqueue_lost(tasks.render_letter, drafts.values_list("pk", flat=True))
    if DBTaskResult.objects.filter(task_path=tasks.send_waiting.module_path).exclude(status="SUCCESSFUL").exists():
        return healed
    return healed + _enqueue_lost(tasks.send_mail, mails.exclude(state="sent").values_list("pk", flat=True))


def _enqueue_lost(task: "tasks.IdTask", keys: Iterable[int]) -> int:
    wanted = set(keys)
    if not wanted:
        return 0
    rows = DBTaskResult.objects.filter(task_path=task.module_path).exclude(status="SUCCESSFUL")
    held = {row["args"][0] for row in rows.values_list("args_kwargs", flat=True) if row["args"]}
    for key in sorted(wanted - held):
        task.enqueue(key)
    return len(wanted - held)
