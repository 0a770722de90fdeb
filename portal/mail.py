"""Mail of the embedded default: shown in the console and kept as a file, so that nothing said is lost."""

import contextlib
import sys
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.mail.backends.console import EmailBackend as ConsoleBackend
from django.core.mail.backends.filebased import EmailBackend as FileBackend
from django.core.mail.message import EmailMessage


class ConsoleAndOutbox(FileBackend):
    """Writes each message to `OUTBOX_DIR` and to stderr (a command's stdout belongs to its JSON).

    The file is the sending. A console that is gone, as behind a closed terminal, keeps no mail from leaving.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **{**options, "file_path": settings.OUTBOX_DIR})

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        sent = super().send_messages(email_messages) or 0
        with contextlib.suppress(OSError, ValueError):
            ConsoleBackend(stream=sys.stderr).send_messages(email_messages)
        return sent
