"""Mails for tests, and a genuine Dovecot in a scratch folder on a random port of loopback."""

import contextlib
import datetime as dt
import itertools
import os
import shutil
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

NUMBERS = itertools.count()


def letter(subject="Permohonan data", body="Mohon rincian anggaran.", *, to="ppid@body.example", extra=""):
    head = f"From: Sutini <sutini@contoh.example>\r\nTo: {to}\r\nSubject: {subject}\r\nMessage-ID: <{subject}@x>\r\n"
    date = "Date: Mon, 01 Jan 2001 00:00:00 +0700\r\n"
    return f"{head}{date}{extra}Content-Type: text/plain; charset=utf-8\r\n\r\n{body}\r\n".encode()


@dataclass
class Dovecot:
    """`authority`: the PEM file of the one who vouches for `localhost`, and for no other name of this machine."""

    port: int
    secure_port: int
    maildir: Path
    authority: Path

    @property
    def url(self) -> str:
        return f"imap://warga:rahasia@127.0.0.1:{self.port}/INBOX"

    def held(self, folder: str = "") -> list[Path]:
        """The messages on the server, by the files they lie in."""
        root = self.maildir / f".{folder}" if folder else self.maildir
        return sorted([*root.glob("new/*"), *root.glob("cur/*")])

    def empty(self) -> None:
        for path in [*self.held(), *(one for each in self.maildir.glob(".*/") for one in each.glob("[nc]*/*"))]:
            path.unlink()

    def deliver(self, raw: bytes, *, at: float) -> Path:
        """As a delivery agent does: the file's time is the server's INTERNALDATE, and no name comes twice."""
        path = self.maildir / "new" / f"{at:.0f}.{next(NUMBERS)}.host"
        path.write_bytes(raw)
        os.utime(path, (at, at))
        if os.geteuid() == 0:
            shutil.chown(path, "mail", "mail")
        return path


def certify(home: Path, *, host: str = "localhost") -> None:
    """`ca.pem`, `server.pem`, `server.key` in `home`: an authority of its own and a server's certificate by it."""
    now = dt.datetime.now(dt.UTC)
    keys = [ec.generate_private_key(ec.SECP256R1()) for _which in range(2)]
    names = [x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)]) for name in ("Uji CA", host)]
    for number, file in enumerate(("ca.pem", "server.pem")):
        made = (
            x509.CertificateBuilder().subject_name(names[number]).issuer_name(names[0])
            .public_key(keys[number].public_key()).serial_number(number + 1)
            .not_valid_before(now - dt.timedelta(days=1)).not_valid_after(now + dt.timedelta(days=2))
            .add_extension(x509.BasicConstraints(ca=number == 0, path_length=None), critical=True)
        )  # fmt: skip
        if number:
            made = made.add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), critical=False)
        signed = made.sign(keys[0], hashes.SHA256())
        (home / file).write_bytes(signed.public_bytes(serialization.Encoding.PEM))
    pem, plain = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    (home / "server.key").write_bytes(keys[1].private_bytes(serialization.Encoding.PEM, pem, plain))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def silent_server(greeting: bytes = b"") -> Iterator[int]:
    """Takes the connection, says `greeting` and nothing more."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        held: list[socket.socket] = []

        def serve() -> None:
            with contextlib.suppress(OSError):
                while True:
                    held.append(listening.accept()[0])
                    held[-1].sendall(greeting)

        threading.Thread(target=serve, daemon=True).start()
        try:
            yield int(listening.getsockname()[1])
        finally:
            for one in held:
                one.close()


@contextlib.contextmanager
def dovecot(*, tls: bool = True, more: str = "") -> Iterator[Dovecot]:
    """`tls`: offered, by STARTTLS and on a port of its own; `more` lines of its configuration."""
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
    port, secure_port = free_port(), free_port()
    certify(home)
    ids = f"{8 if root else os.getuid()}:{8 if root else os.getgid()}::{home}::"
    (home / "users").write_text(f"warga:{{PLAIN}}rahasia:{ids}\nsutini:{{PLAIN}}kata sandí:{ids}\n")
    config = home / "dovecot.conf"
    internal = "" if root else f"default_internal_user = {user}\ndefault_login_user = {user}\n"
    config.write_text(
        f"""base_dir = {home}/run
state_dir = {home}/state
log_path = {home}/log
protocols = imap
listen = 127.0.0.1
ssl = {"yes" if tls else "no"}
ssl_cert = <{home}/server.pem
ssl_key = <{home}/server.key
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
    port = {secure_port if tls else 0}
    ssl = yes
  }}
}}
{more}
"""
    )
    program = shutil.which("dovecot") or "/usr/sbin/dovecot"
    server = subprocess.Popen([program, "-F", "-c", str(config)])
    try:
        for _time in range(100):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                break
            time.sleep(0.1)
        yield Dovecot(port, secure_port, mail, home / "ca.pem")
    finally:
        server.terminate()
        server.wait(15)
        shutil.rmtree(home, ignore_errors=True)
