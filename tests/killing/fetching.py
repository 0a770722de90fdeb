"""A fetcher that dies: one process that forks, for every point of a round to the mailbox, a fetcher that is killed
there and one that starts anew after it.

    DATA_DIR=… IMAP_URL=… IMAP_ARCHIVE=… python -m tests.killing.fetching MAILDIR

`DATA_DIR` holds a migrated installation. Prints one line of JSON for every death.
"""

import json
import shutil
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from unittest import mock

import django

from tests.killing.lane import KILLED, forked
from tests.mailboxes import Dovecot, letter

FILE = (
    "--b\r\nContent-Type: text/plain\r\n\r\nMohon data.\r\n"
    "--b\r\nContent-Type: application/pdf; name=surat.pdf\r\n\r\n%PDF-1.7 a\r\n--b--\r\n"
)
MIXED = "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\nX-Rest: "


class Rounds:
    """Rounds to one mailbox in which lie a request with a file, a reply to a case, and an answering machine's word."""

    def __init__(self, maildir: Path) -> None:
        from django.conf import settings

        self.data, self.before = settings.DATA_DIR, settings.DATA_DIR.with_name("before")
        self.server = Dovecot(0, 0, maildir, maildir)
        self.archive = settings.IMAP_ARCHIVE

    def prepare(self) -> None:
        from django.db import connections

        from ppid.models.reply import reply_address
        from tests import factories
        from tests.killing.journeys import work

        factories.make_institution()
        self.address = reply_address(factories.file_case(), "ppid@body.example")
        work()
        connections.close_all()
        shutil.copytree(self.data, self.before)

    def lay_out(self) -> None:
        from tests import factories

        shutil.rmtree(self.data)
        shutil.copytree(self.before, self.data)
        self.server.empty()
        at = factories.NOON.timestamp()
        self.server.deliver(letter(extra=MIXED, body=FILE), at=at)
        self.server.deliver(letter("Balasan", to=self.address), at=at)
        self.server.deliver(letter("Libur", extra="Auto-Submitted: auto-replied\r\n"), at=at)

    def round(self, fatal: int | None) -> list[str]:
        from ppid.actions import fetching
        from ppid.mailbox.server import Mailbox
        from tests import factories
        from tests.killing.points import Points

        points = Points(self.data, fatal)
        ask = Mailbox._ask

        def watched(box: Mailbox, command: str, *words: str | None) -> Any:
            points.reach(f"before {command}")
            answer = ask(box, command, *words)
            points.reach(f"after {command}")
            return answer

        with ExitStack() as stack:
            points.watch(stack)
            stack.enter_context(mock.patch.object(Mailbox, "_ask", watched))
            told = fetching.fetch(at=factories.moment(factories.TODAY, 16))
        assert not told.errors, told.errors
        return points.names

    def restarted(self) -> dict[str, Any]:
        """Another round, and what stands then; a third finds nothing to do."""
        from ppid.actions import fetching
        from ppid.models import CaseEvent, CaseFile, FetchedMessage, IncomingMail, MailFile
        from tests import factories
        from tests.killing.picture import faults, lying_about, unused_rows

        self.round(None)
        idle = fetching.fetch(at=factories.moment(factories.TODAY, 17))
        return {
            "mails": sorted(IncomingMail.objects.values_list("state", flat=True)),
            "places": FetchedMessage.objects.count(),
            "files": MailFile.objects.filter(file__isnull=False).count(),
            "joined": CaseEvent.objects.filter(kind="mail_joined").count(),
            "papers": CaseFile.objects.count(),
            "inbox": len(self.server.held()),
            "archived": len(self.server.held(self.archive)) if self.archive else 0,
            "idle": idle.fetched,
            "faults": [*faults(), *unused_rows()],
            "strays": lying_about(),
        }


def say(**line: Any) -> None:
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


def main(maildir: str) -> None:
    django.setup()
    rounds = Rounds(Path(maildir))
    rounds.prepare()
    # The first round makes the archive's folder; the others pass the same points.
    for _which in range(2):
        rounds.lay_out()
        code, names = forked(lambda: rounds.round(None))
        assert code == 0, names
    code, undisturbed = forked(rounds.restarted)
    assert code == 0, undisturbed
    say(names=names, stands=undisturbed)
    for number, name in enumerate(names, 1):
        rounds.lay_out()
        code, said = forked(lambda number=number: rounds.round(number))
        killed = code == KILLED
        code, said = forked(rounds.restarted)
        say(name=name, killed=killed, stands=said)


if __name__ == "__main__":
    main(sys.argv[1])
