"""The arrow, the ladders and the sole importers of pyproject.toml hold (CONTRIBUTING.md, Rooms)."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_import_contracts_are_kept():
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-logo"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    where = "see CONTRIBUTING.md and docs/decisions/ladders.md"
    assert done.returncode == 0, f"an import goes against the arrow; {where}\n{done.stdout}"


def test_no_source_file_is_longer_than_400_lines_and_no_module_is_a_drawer():
    for room in ("portal", "disclosures", "ppid", "search"):
        for path in (ROOT / room).rglob("*.py"):
            if "migrations" in path.parts:
                continue
            lines = path.read_text(encoding="utf-8").count("\n")
            assert lines <= 400, f"{path.relative_to(ROOT)} has {lines} lines: split it (CONTRIBUTING.md)"
            drawer = path.stem in {"utils", "helpers", "misc", "common"}
            assert not drawer, f"{path.relative_to(ROOT)}: name it after what it does"
