"""Mails for tests, and a genuine Dovecot in a scratch folder on a random port of loopback."""

import contextlib
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


def letter(subject="Permohonan data", body="Mohon rincian anggaran.", *, to="ppid@body.example", extra=""):
    head = f"From: Sutini <sutini@contoh.example>\r\nTo: {to}\r\nSubject: {subject}\r\nMessage-ID: <{subject}@x>\r\n"
    date = "Date: Mon, 01 Jan 2001 00:00:00 +0700\r\n"
    return f"{head}{date}{extra}Content-Type: text/plain; charset=utf-8\r\n\r\n{body}\r\n".encode()


@dataclass
class Dovecot:
    port: int
    maildir: Path

    @property
    def url(self) -> str:
        return f"imap://warga:rahasia@127.0.0.1:{self.port}/INBOX"

    def deliver(self, raw: bytes, *, at: float, name: str) -> None:
        """As a delivery agent does: the file's time is the server's INTERNALDATE."""
        path = self.maildir / "new" / f"{name}.host"
        path.write_bytes(raw)
        os.utime(path, (at, at))
        if os.geteuid() == 0:
            shutil.chown(path, "mail", "mail")


@contextlib.contextmanager
def dovecot() -> Iterator[Dovecot]:
    home = Path(tempfile.mkdtemp(prefix="portal-dovecot-"))
    home.chmod(0o755)
    mail = home / "Maildir"
    for part in ("new", "cur", "tmp"):
        (mail / part).mkdir(parents=True)
    root = os.geteuid() == 0
    user = "mail" if root else os.environ.get("USER", "nobody")
    if root:
        for path in (mail, *mail.iterdir()):
            shutil.chown(path, "mail", "mail")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    (home / "users").write_text(
        f"warga:{{PLAIN}}rahasia:{os.getuid() if not root else 8}:{os.getgid() if not root else 8}::{home}::\n"
    )
    config = home / "dovecot.conf"
    internal = "" if root else f"default_internal_user = {user}\ndefault_login_user = {user}\n"
    config.write_text(
        f"""base_dir = {home}/run
state_dir = {home}/state
log_path = {home}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
first_valid_uid = 1
mail_location = maildir:{mail}
{internal}passdb {{
  driver = passwd-file
  args = {home}/users
}}
userdb {{
  driver = passwd-file
  args = {home}/users
}}
service imap-login {{
  {"" if root else "chroot ="}
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
"""
    )
    program = shutil.which("dovecot") or "/usr/sbin/dovecot"
    server = subprocess.Popen([program, "-F", "-c", str(config)])
    try:
        for _time in range(100):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                break
            time.sleep(0.1)
        yield Dovecot(port, mail)
    finally:
        server.terminate()
        server.wait(15)
        shutil.rmtree(home, ignore_errors=True)
