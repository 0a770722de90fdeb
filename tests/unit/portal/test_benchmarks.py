"""Each file in benchmarks/ runs and prints one JSON document, which a change of what it measures must not break.
Whether its bound holds is for the full run on a quiet machine."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
SMALLEST = {
    "append": ("--events", "5", "--rounds", "1"),
    "deadline": ("--lines", "50"),
    "dossier": ("--documents", "2"),
    "letter": ("--rounds", "1"),
    "search": ("--documents", "50"),
    "verify": ("--events", "100", "--rounds", "1"),
}


@pytest.mark.slow
@pytest.mark.parametrize("file", sorted((ROOT / "benchmarks").glob("*.py")), ids=lambda file: file.stem)
def test_a_benchmark_in_its_smallest_form_prints_one_json_document(file, tmp_path):
    env = {**os.environ, "DJANGO_SETTINGS_MODULE": "portal.settings.dev", "DATA_DIR": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, str(file), *SMALLEST.get(file.stem, ())], env=env, cwd=tmp_path,
        capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode in {0, 1}, done.stderr
    assert "Traceback" not in done.stderr
    assert isinstance(json.loads(done.stdout), dict)
