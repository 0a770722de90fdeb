"""An own PostgreSQL cluster in a scratch folder, for the length of a `with`; never the machine's own one."""

import contextlib
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path


def programs() -> Path:
    """The folder with initdb and postgres: the newest that Debian installed, or wherever they are on the path."""
    for folder in sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True):
        if (folder / "initdb").exists():
            return folder
    found = shutil.which("initdb")
    if found:
        return Path(found).parent
    raise RuntimeError("PostgreSQL is not installed: apt install postgresql")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def cluster() -> Iterator[str]:
    """Start a cluster on a free port of loopback and yield its DATABASE_URL; stop and delete it at the end."""
    folder = Path(tempfile.mkdtemp(prefix="portal-pg-"))
    # PostgreSQL refuses to run as root; Debian's package brings a user for it.
    become = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    if become:
        shutil.chown(folder, "postgres")
    data, port, home = folder / "data", free_port(), programs()
    server = None
    try:
        subprocess.run(
            [
                *become,
                str(home / "initdb"),
                "-D",
                str(data),
                "-U",
                "portal",
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--locale=C.UTF-8",
            ],
            check=True,
            stdout=subprocess.DEVNULL,
            cwd=folder,
        )
        options = {
            "listen_addresses": "127.0.0.1",
            "port": port,
            "unix_socket_directories": folder,
            "fsync": "off",
            "synchronous_commit": "off",
            "full_page_writes": "off",
            "max_connections": 200,
        }
        flags = [word for name, value in options.items() for word in ("-c", f"{name}={value}")]
        log = (folder / "server.log").open("w")
        server = subprocess.Popen(
            [*become, str(home / "postgres"), "-D", str(data), *flags], stdout=log, stderr=log, cwd=folder
        )
        _wait(home, port, time.monotonic() + 30)
        yield f"postgres://portal@127.0.0.1:{port}/postgres"
    finally:
        if server:
            server.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                server.wait(15)
        shutil.rmtree(folder, ignore_errors=True)


def _wait(home: Path, port: int, until: float) -> None:
    ready = [str(home / "pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(port)]
    while subprocess.run(ready, check=False).returncode != 0:
        if time.monotonic() > until:
            raise RuntimeError("PostgreSQL did not start within 30 s")
        time.sleep(0.1)
