"""Where the pass phrase comes from: a file, the environment, or a person at the terminal; never an argument, which
every user of the machine can read in the list of processes."""

import getpass
import sys
from pathlib import Path

from django.conf import settings

from ppid.law.refusals import Problem
from ppid.management.plain import PlainCommand, Refused

ADVISED_LENGTH = 16


def read_passphrase(command: PlainCommand, file: str | None, *, twice: bool) -> str:
    """Raises Refused. `twice`: a person types it again, since a slip would lock the keys for good."""
    if file:
        found = _first_line(Path(file))
    elif settings.BACKUP_PASSPHRASE:
        found = settings.BACKUP_PASSPHRASE
    elif sys.stdin.isatty():
        found = getpass.getpass("Kata sandi cadangan: ", stream=sys.stderr)
        if twice and getpass.getpass("Sekali lagi: ", stream=sys.stderr) != found:
            raise Refused([Problem("", "Kedua kata sandi berbeda. Ulangi.")])
    else:
        found = ""
    if not found:
        raise Refused(
            [Problem("", "Kata sandi cadangan belum ada. Isi BACKUP_PASSPHRASE atau pakai --passphrase-file BERKAS.")]
        )
    if twice and len(found) < ADVISED_LENGTH:
        command.warn(Problem("", f"Kata sandi cadangan pendek. Pakai paling sedikit {ADVISED_LENGTH} tanda."))
    return found


def _first_line(path: Path) -> str:
    try:
        if path == Path("-"):
            return sys.stdin.readline().rstrip("\r\n")
        with path.open(encoding="utf-8") as source:
            return source.readline().rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        text = "Berkas %(file)s tidak dapat dibaca. Periksa nama dan izinnya."
        raise Refused([Problem("--passphrase-file", text, {"file": path.name})]) from error
