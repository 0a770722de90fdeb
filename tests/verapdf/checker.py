"""veraPDF on a PDF: what it breaks of PDF/A-3a and of PDF/UA-1.

Needs a JDK 17 (javac) and Maven; the first use fetches about 16 MB of jars, later ones start in a second.
"""

import contextlib
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
# As veraPDF calls them.
PROFILES = ("3a", "ua1")
Check = Callable[[Path], dict[str, list[str]]]


def build() -> Path:
    """Compile the class and fetch the jars, once; return Maven's target folder."""
    target = HERE / "target"
    if not (target / "jars").is_dir() or not (target / "testpdf.jar").is_file():
        subprocess.run(["mvn", "-q", "-B", "-f", str(HERE / "pom.xml"), "package"], check=True, stdout=sys.stderr)
    return target


@contextlib.contextmanager
def running() -> Iterator[Check]:
    """One veraPDF for many files; gives a function from a path to what is broken, by profile."""
    target = build()
    class_path = f"{target / 'testpdf.jar'}:{target / 'jars'}/*"
    process = subprocess.Popen(
        ["java", "-Xmx512m", "-cp", class_path, "testpdf.Check"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )

    def check(path: Path) -> dict[str, list[str]]:
        process.stdin.write(f"{path}\n")
        process.stdin.flush()
        return json.loads(process.stdout.readline())

    try:
        yield check
    finally:
        process.stdin.close()
        process.wait(15)
