"""/kesehatan/: 200 when everything stands, 503 with what does not (interfaces.md, Addresses)."""

import datetime as dt
import shutil
from dataclasses import asdict, dataclass

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django_tasks_db.models import DBTaskResult, get_date_max

from ppid.models import TickRun
from search import index
from search.engines.base import EngineDown

QUEUE_LIMIT = dt.timedelta(minutes=10)
TICK_LIMIT = dt.timedelta(hours=26)
FREE_DISK_LIMIT = 200 * 1024 * 1024
INDEX_TASKS = ("disclosures.tasks.", "portal.tasks.")


@dataclass(frozen=True)
class Health:
    """What `/kesehatan/` says. Ages in seconds, disk in bytes; `troubles` in Indonesian, empty when all stands."""

    status: str
    database: bool
    queue_age_seconds: int
    last_tick: str | None
    engine: str
    engine_up: bool
    index_lag_seconds: int
    free_disk_bytes: int
    troubles: list[str]


@never_cache
@require_safe
def health(request: HttpRequest) -> JsonResponse:
    found = examine(timezone.now())
    return JsonResponse(asdict(found), status=503 if found.troubles else 200)


def examine(now: dt.datetime) -> Health:
    """Ask database, queue, tick, engine and disk how they are at `now`."""
    troubles: list[str] = []
    queue_age = lag = 0
    last_tick: dt.datetime | None = None
    database = True
    try:
        queue_age, lag = _oldest(now), _oldest(now, INDEX_TASKS)
        last_tick = TickRun.objects.order_by("-finished_at").values_list("finished_at", flat=True).first()
    except DatabaseError:
        database = False
        troubles.append("Basis data tidak menjawab.")
    if queue_age > QUEUE_LIMIT.total_seconds():
        troubles.append("Antrean pekerjaan tertahan lebih dari 10 menit.")
    if database and (last_tick is None or now - last_tick > TICK_LIMIT):
        troubles.append("Pemeriksaan tenggat harian belum berjalan dalam 26 jam terakhir.")
    engine_up = _engine_answers()
    if not engine_up:
        troubles.append("Mesin pencari tidak menjawab.")
    free = shutil.disk_usage(settings.DATA_DIR).free
    if free < FREE_DISK_LIMIT:
        troubles.append("Ruang simpan hampir habis.")
    return Health(
        status="terganggu" if troubles else "baik",
        database=database,
        queue_age_seconds=queue_age,
        last_tick=last_tick.isoformat() if last_tick else None,
        engine=index.engine().name,
        engine_up=engine_up,
        index_lag_seconds=lag,
        free_disk_bytes=free,
        troubles=troubles,
    )


def _oldest(now: dt.datetime, paths: tuple[str, ...] = ("",)) -> int:
    """Seconds since the oldest unfinished row was due; a retried row is due when its pause ends."""
    at_once = get_date_max()
    waiting = DBTaskResult.objects.filter(status__in=("READY", "RUNNING"))
    rows = waiting.order_by("enqueued_at").values_list("enqueued_at", "run_after", "task_path")
    due = (
        enqueued if after == at_once else after for enqueued, after, path in rows.iterator() if path.startswith(paths)
    )
    return int(max((now - min(due, default=now)).total_seconds(), 0))


def _engine_answers() -> bool:
    try:
        index.engine().count()
    except EngineDown:
        return False
    return True
