"""`manage.py run` as a person starts it: one process that answers, and stops when told. And wrong usage with --json."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]


def manage(folder, *words):
    environment = {**os.environ, "DATA_DIR": str(folder), "DJANGO_SETTINGS_MODULE": "portal.settings.dev"}
    environment.pop("DATABASE_URL", None)
    return {"args": [sys.executable, "manage.py", *words], "cwd": ROOT, "env": environment}


def asked(port, address):
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{address}", timeout=60) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


@pytest.mark.slow
def test_it_starts_answers_and_stops(tmp_path):
    subprocess.run(**manage(tmp_path, "migrate", "--no-input"), check=True, capture_output=True, timeout=300)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        **manage(tmp_path, "run", "--port", str(port)), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        for _try in range(300):
            assert server.poll() is None, server.stdout.read()
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except OSError:
                time.sleep(0.2)
        status, page = asked(port, "/")
        assert (status, 'lang="id"' in page) == (200, True)
        status, health = asked(port, "/kesehatan/")
        assert status in (200, 503)
        assert json.loads(health)
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(60)
    with socket.socket() as again:
        assert again.connect_ex(("127.0.0.1", port)) != 0


@pytest.mark.slow
@pytest.mark.parametrize(
    "words",
    [("deadline", "--tidak-ada"), ("import_register",), ("recap", "--by", "warna"), ("find", "a", "--limit", "x")],
)
def test_wrong_usage_with_json_is_one_document_and_exit_2(tmp_path, words):
    done = subprocess.run(
        **manage(tmp_path, *words, "--json"), capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 2
    assert json.loads(done.stdout)["errors"][0]["message"].startswith("Cara pemakaian salah")
    assert "Pemakaian:" in done.stderr
