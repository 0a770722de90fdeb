"""Where a process may be killed: before every statement that writes, before and after every commit, at four moments of
every file written, before and after a mail is handed over, at the beginning and the end of every task.

Reading is no point of its own: until the next of these nothing that lasts has changed.
"""

import os
import signal
import sys
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from unittest import mock

from django.core.mail import EmailMessage
from django.db import connections
from django_tasks.signals import task_finished, task_started

WRITES = ("INSERT", "UPDATE", "DELETE")


class Points:
    """Counts the points that a journey passes; at the `fatal` one the process dies as by `kill -9`."""

    def __init__(self, root: Path, fatal: int | None = None) -> None:
        self.root = str(root)
        self.fatal = fatal
        self.names: list[str] = []

    def reach(self, name: str) -> None:
        self.names.append(name)
        if len(self.names) == self.fatal:
            os.kill(os.getpid(), signal.SIGKILL)

    def watch(self, stack: ExitStack) -> None:
        """Set the points up in this process, for as long as `stack` lives."""
        connection = connections["default"]
        stack.enter_context(connection.execute_wrapper(self._statement))
        stack.enter_context(mock.patch.object(connection, "_commit", self._around(connection._commit)))
        stack.enter_context(mock.patch.object(EmailMessage, "send", self._around(EmailMessage.send, "mail")))
        stack.enter_context(mock.patch.object(os, "fdopen", self._fdopen(os.fdopen)))
        sys.addaudithook(self._audit)
        task_started.connect(self._task_begins, weak=False)
        task_finished.connect(self._task_ended, weak=False)

    def _statement(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        words = sql.split(None, 3)
        if words[0] in WRITES:
            self.reach(f"before {words[0]} {words[1 if words[0] == 'UPDATE' else 2]}")
        return execute(sql, params, many, context)

    def _around(self, work: Callable[..., Any], name: str = "commit") -> Callable[..., Any]:
        def watched(*args: Any, **kwargs: Any) -> Any:
            self.reach(f"before {name}")
            result = work(*args, **kwargs)
            self.reach(f"after {name}")
            return result

        return watched

    def _fdopen(self, opened: Callable[..., Any]) -> Callable[..., Any]:
        def watched(descriptor: Any, *args: Any, **kwargs: Any) -> Any:
            path = str(Path(f"/proc/self/fd/{descriptor}").readlink()) if isinstance(descriptor, int) else ""
            file = opened(descriptor, *args, **kwargs)
            return HalfWritten(file, self) if path.startswith(self.root) else file

        return watched

    def _audit(self, event: str, args: tuple[Any, ...]) -> None:
        if event in {"open", "os.remove", "os.rename", "os.chmod"} and str(args[0]).startswith(self.root):
            if event == "open" and not (isinstance(args[2], int) and args[2] & (os.O_WRONLY | os.O_RDWR)):
                return
            self.reach(f"before {event} of a file")

    def _task_begins(self, task_result: Any, **_more: Any) -> None:
        self.reach(f"begins {task_result.task.name}")

    def _task_ended(self, task_result: Any, **_more: Any) -> None:
        self.reach(f"ended {task_result.task.name}")


class HalfWritten:
    """A file that is written in two halves, so that one may die between them."""

    def __init__(self, file: Any, points: Points) -> None:
        self.file = file
        self.points = points

    def write(self, data: bytes) -> int:
        self.points.reach("opened, nothing written")
        self.file.write(data[: len(data) // 2])
        self.file.flush()
        self.points.reach("half a file written")
        self.file.write(data[len(data) // 2 :])
        self.file.flush()
        self.points.reach("a whole file written, not closed")
        return len(data)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.file, name)
