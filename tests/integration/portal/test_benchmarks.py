"""The benchmarks that lay out an installation of their own still run, and both sides of them do the same work."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.slow
@pytest.mark.parametrize("name", ["tick", "filing"])
def test_a_small_benchmark_runs_and_agrees_with_its_floor(name):
    own = {key: value for key, value in os.environ.items() if key not in {"DATABASE_URL", "DATA_DIR"}}
    own["DJANGO_SETTINGS_MODULE"] = "portal.settings.dev"
    command = [sys.executable, f"benchmarks/{name}.py", "--small"]
    done = subprocess.run(command, cwd=ROOT, env=own, capture_output=True, check=False, text=True, timeout=300)
    assert done.returncode == 0, done.stderr[-2000:]
    report = json.loads(done.stdout)
    assert report["agree"]
    assert report["ratio"] > 0
