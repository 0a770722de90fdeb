"""The gates behind `make check` and `.ci/run`: each runs one command and counts what passed, failed and was skipped.

python .ci/gates.py static          lint, types, layers, templates, migrations, deployment settings
python .ci/gates.py all             those, databases, upgrade, search, mailbox, veraPDF, browser, acceptance; two lanes
python .ci/gates.py postgres browser
"""

import argparse
import os
import re
import secrets
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from postgres import cluster

ROOT = Path(__file__).resolve().parents[1]
BIN = ROOT / ".venv/bin"
PACKAGES = ["portal", "disclosures", "ppid", "search"]
ACCEPT = ROOT.parent / "shared/accept/check.py"
# The names of the acceptance checks whose subject is built.
ACCEPTED = [
    "two_commands",
    "clean_clone",
    "layout",
    "layers",
    "single_importers",
    "sizes",
    "deadline",
    "decree",
    "register",
    "complaints",
    "secrets",
    "find",
    "corpus",
    "tick",
    "sweep",
    "addresses",
    "dossier",
]
# What has a gate of its own, by its mark.
ELSEWHERE = "not browser and not elasticsearch and not mailbox and not verapdf"
VERDICTS = ("holds", "falls short", "skipped")
CLOSING = re.compile(r"(\d+) passed, (\d+) failed, (\d+) skipped")
COUNT = re.compile(r"(\d+) (passed|failed|errors?|skipped)\b")


@dataclass
class Tally:
    """What all suites together came to."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0
    troubles: list[str] = field(default_factory=list)

    def add(self, name: str, passed: int, failed: int, skipped: int = 0) -> None:
        self.passed += passed
        self.failed += failed
        self.skipped += skipped
        if failed:
            self.troubles.append(name)

    def __str__(self) -> str:
        return f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped"


def counts(text: str, code: int) -> tuple[int, int, int]:
    """Passed, failed, skipped of a pytest run from its closing line; a run that died counts as one failure."""
    closing = [
        line for line in text.splitlines() if re.search(r"\d+ (passed|failed|skipped|errors?)\b.* in [\d.:]+", line)
    ]
    found = {"passed": 0, "failed": 0, "skipped": 0}
    for number, word in COUNT.findall(closing[-1]) if closing else []:
        found["failed" if word.startswith("error") else word] += int(number)
    if code != 0 and not found["failed"]:
        found["failed"] = 1
    return found["passed"], found["failed"], found["skipped"]


def run(command: list[str], **environment: str) -> tuple[int, str]:
    """Run a command, echo its output, return exit code and output."""
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    lines = []
    for line in process.stdout or ():
        sys.stdout.write(line)
        lines.append(line)
    sys.stdout.flush()
    return process.wait(), "".join(lines)


class Gates:
    def __init__(self) -> None:
        self.tally = Tally()

    @contextmanager
    def named(self, name: str) -> Iterator[None]:
        print(f"=== {name}", flush=True)
        began = time.monotonic()
        yield
        print(f"--- {name}: {time.monotonic() - began:.0f} s", flush=True)

    def command(self, name: str, *words: str, **environment: str) -> None:
        with self.named(name):
            code, _ = run(list(words), **environment)
            self.tally.add(name, int(code == 0), int(code != 0))

    def pytest(self, name: str, *words: str, **environment: str) -> None:
        with self.named(name):
            code, text = run([str(BIN / "python"), "-m", "pytest", "-rs", *words], **environment)
            self.tally.add(name, *counts(text, code))

    def lanes(self, *lanes: tuple[str, ...]) -> None:
        """Lanes of gates at the same time, each a process of its own; their words are shown lane by lane."""
        with tempfile.TemporaryDirectory() as scratch:
            running = []
            for number, names in enumerate(lanes):
                log = Path(scratch, str(number))
                with log.open("w") as out:
                    words = [sys.executable, __file__, *names]
                    process = subprocess.Popen(words, cwd=ROOT, stdout=out, stderr=subprocess.STDOUT)
                running.append((names, log, process))
            for names, log, process in running:
                code = process.wait()
                lines = log.read_text(errors="replace").splitlines() or [""]
                print("\n".join(lines[:-1]), flush=True)
                closing = CLOSING.fullmatch(lines[-1])
                if closing is None:
                    print(lines[-1], flush=True)
                passed, failed, skipped = map(int, closing.groups()) if closing else (0, 1, 0)
                self.tally.add(" ".join(names), passed, failed or int(code != 0), skipped)

    # --- the gates ------------------------------------------------------------------------------------------------

    def static(self) -> None:
        self.command("ruff check", str(BIN / "ruff"), "check", ".")
        self.command("ruff format", str(BIN / "ruff"), "format", "--check", ".")
        self.command("mypy", str(BIN / "mypy"), *PACKAGES)
        self.command("import-linter", str(BIN / "lint-imports"), "--no-logo")
        templates = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "templates").rglob("*.html"))
        self.command("djhtml", str(BIN / "djhtml"), "--check", *templates)
        with tempfile.TemporaryDirectory() as scratch:
            manage = [str(BIN / "python"), "manage.py"]
            self.command("makemigrations --check", *manage, "makemigrations", "--check", "--dry-run", DATA_DIR=scratch)
            self.command(
                "check --deploy", *manage, "check", "--deploy", "--fail-level", "WARNING", **production(scratch)
            )

    def slow(self) -> None:
        self.pytest("slow tests, SQLite", "-n", "2", "-m", f"slow and {ELSEWHERE}")

    def postgres(self) -> None:
        with cluster() as url:
            # tests/unit touches no database: `make test` has shown it.
            suites = ["tests/integration", "tests/contract", "tests/golden"]
            self.pytest("whole suite, PostgreSQL", "-n", "2", "-m", ELSEWHERE, *suites, DATABASE_URL=url)

    def elasticsearch(self) -> None:
        self.pytest("search, Elasticsearch", "-m", "elasticsearch")

    def mailbox(self) -> None:
        self.pytest("mailbox, Dovecot", "-m", "mailbox", "tests/integration/desk")

    def verapdf(self) -> None:
        self.pytest("letters, veraPDF", "-m", "verapdf", "tests/golden")

    def browser(self) -> None:
        self.pytest("journeys, chromium", "-m", "browser")

    def upgrade(self) -> None:
        """From the commit before the newest migration, with data, on both databases."""
        self._lines("upgrade with data, SQLite", sys.executable, ".ci/upgrade.py")
        with cluster() as url:
            self._lines("upgrade with data, PostgreSQL", sys.executable, ".ci/upgrade.py", DATABASE_URL=url)

    def _lines(self, name: str, *words: str, **environment: str) -> None:
        """A script that says `holds …`, `falls short …` or `skipped …` a line; one that dies counts as one failure."""
        with self.named(name):
            code, text = run(list(words), **environment)
            held, fell, skipped = (len(re.findall(rf"^{word}\b", text, re.M)) for word in VERDICTS)
            self.tally.add(name, held, fell or int(code != 0 or not held + skipped), skipped)

    def accept(self) -> None:
        if not ACCEPT.exists():
            print(f"=== acceptance checks: skipped, {ACCEPT.name} is not beside the project", flush=True)
            self.tally.add("acceptance", 0, 0, len(ACCEPTED))
            return
        self._lines("acceptance", sys.executable, str(ACCEPT), *ACCEPTED)


def production(scratch: str) -> dict[str, str]:
    """An environment as production has it, with throw-away keys outside the data folder."""
    keys = Path(scratch, "elsewhere")
    keys.mkdir()
    signing = keys / "signing.pem"
    signing.write_text("kept by the operator\n")
    return {
        "DJANGO_SETTINGS_MODULE": "portal.settings.production",
        "DATA_DIR": str(Path(scratch, "data")),
        "SECRET_KEY": secrets.token_urlsafe(64),
        "FIELD_KEYS": secrets.token_urlsafe(32),
        "INDEX_KEY": secrets.token_urlsafe(32),
        "SIGNING_KEY_FILE": str(signing),
        "ALLOWED_HOSTS": "ppid.example.go.id",
        "SITE_URL": "https://ppid.example.go.id",
        "EMAIL_URL": "smtp://localhost:25",
    }


# Gates side by side: most of them keep one core busy at a time. Whatever drives a browser has a quiet neighbour.
LANES = (
    (("static", "slow", "elasticsearch", "mailbox", "verapdf"), ("postgres",)),
    (("browser",), ("upgrade", "accept")),
)
ALL = tuple(name for lanes in LANES for lane in lanes for name in lane)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gates", nargs="+", choices=["all", *ALL])
    parser.add_argument("--fast-log", type=Path, help="output of `make test`, to be added up")
    parser.add_argument("--fast-code", type=int, default=0)
    options = parser.parse_args()
    gates = Gates()
    if options.fast_log:
        gates.tally.add("make test", *counts(options.fast_log.read_text(), options.fast_code))
    for lanes in LANES if "all" in options.gates else ():
        gates.lanes(*lanes)
    for name in options.gates:
        if name != "all":
            gate: Callable[[], None] = getattr(gates, name)
            gate()
    for trouble in gates.tally.troubles:
        print(f"failed: {trouble}")
    print(gates.tally, flush=True)
    return 1 if gates.tally.failed else 0


if __name__ == "__main__":
    sys.exit(main())
