"""One process tree for a small body: web, queue and daily jobs (`manage.py run`).

Gunicorn serves with threads; beside the web threads the worker process keeps two more: one empties the queue, one
does the daily round. A large body runs the three apart with the units in `deploy/`.
"""

import datetime as dt
import logging
import threading
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db import close_old_connections, connections
from django.utils import timezone
from django_tasks_db.management.commands.db_worker import Worker
from gunicorn.app.base import BaseApplication

from portal import daily
from portal.memory import set_aside
from ppid.actions import fetching

log = logging.getLogger("portal.server")
QUEUE_PAUSE = 1.0
DAILY_PAUSE = 60.0
MAIL_PAUSE = 180.0


class QueueThread(threading.Thread):
    """Empties the queue until told to stop."""

    def __init__(self) -> None:
        super().__init__(name="queue", daemon=True)
        self.worker = Worker(
            queue_names=["*"],
            interval=QUEUE_PAUSE,
            batch=False,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=f"run-{id(self):x}",
            excluded_queue_names=[],
        )

    def run(self) -> None:
        while self.worker.running:
            try:
                self.worker.run()
            except Exception:
                # A lost database connection must not end the queue for good; the next round opens a new one.
                log.exception("the queue stumbled and starts again")
                connections.close_all()
                threading.Event().wait(QUEUE_PAUSE)

    def stop(self) -> None:
        self.worker.running = False


class DailyThread(threading.Thread):
    """Looks once a minute whether today's round is still to be done, and returns stuck queue rows."""

    def __init__(self) -> None:
        super().__init__(name="daily", daemon=True)
        self.stopped = threading.Event()

    def run(self) -> None:
        while not self.stopped.is_set():
            self._round(timezone.now())
            self.stopped.wait(DAILY_PAUSE)

    def _round(self, at: dt.datetime) -> None:
        close_old_connections()
        try:
            daily.sweep_queue(at)
            daily.publish_scheduled()
            daily.run_if_due(at)
        except Exception:
            log.exception("the daily round failed and is tried again in a minute")
            connections.close_all()

    def stop(self) -> None:
        self.stopped.set()


class MailThread(threading.Thread):
    """Reads the body's mailbox every few minutes, where one is set up."""

    def __init__(self) -> None:
        super().__init__(name="mail", daemon=True)
        self.stopped = threading.Event()

    def run(self) -> None:
        while not self.stopped.is_set():
            close_old_connections()
            try:
                for trouble in fetching.fetch(at=timezone.now()).errors:
                    log.warning("mailbox: %s", trouble)
            except Exception:
                log.exception("the mailbox was not read and is tried again")
                connections.close_all()
            self.stopped.wait(MAIL_PAUSE)

    def stop(self) -> None:
        self.stopped.set()


class Server(BaseApplication):
    """Gunicorn with one worker process of many threads, and our two threads within it."""

    def __init__(
        self, application: Callable[..., Any], *, host: str, port: int, threads: int, background: bool
    ) -> None:
        self.site = application
        self.address = f"{host}:{port}"
        self.web_threads = threads
        self.background = background
        self.companions: list[QueueThread | DailyThread | MailThread] = []
        super().__init__()

    def load_config(self) -> None:
        settings: dict[str, Any] = {
            "bind": self.address,
            "workers": 1,
            "worker_class": "gthread",
            "threads": self.web_threads,
            "timeout": 120,
            "graceful_timeout": 15,
            "keepalive": 5,
            "accesslog": None,
            "loglevel": "warning",
            "post_worker_init": self._start_companions,
            "worker_exit": self._stop_companions,
        }
        for name, value in settings.items():
            self.cfg.set(name, value)

    def load(self) -> Callable[..., Any]:
        return self.site

    def _start_companions(self, worker: Any) -> None:
        set_aside()
        if not self.background:
            return
        self.companions = [QueueThread(), DailyThread()]
        if settings.IMAP_URL:
            self.companions.append(MailThread())
        for companion in self.companions:
            companion.start()

    def _stop_companions(self, server: Any, worker: Any) -> None:
        for companion in self.companions:
            companion.stop()
        for companion in self.companions:
            companion.join(10)
