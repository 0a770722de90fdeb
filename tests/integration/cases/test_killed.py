"""`kill -9` at every point of filing and of answering: nothing half-written, nothing twice, and what was owed follows.

The server dies in a child process (tests/killing), another one starts on the same data, the person repeats what was
not done, and then the installation must look as if nobody had died.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from tests import template_database

ROOT = Path(__file__).resolve().parents[3]
LANES, MOMENTS = 2, 4
# Between handing a mail over and writing that down nothing can be certain: it is sent again, under the same Message-ID.
MAIL_MAY_REPEAT = {"after mail", 'before UPDATE "ppid_mailrecord"', "moment"}
# Together a hundred and more.
LEAST_POINTS = {"filing": 45, "answering": 55}


def lane_process(journey, folder, data, *more, what="kill"):
    environment = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
    environment |= {"DATA_DIR": str(data), "DJANGO_SETTINGS_MODULE": "portal.settings.dev", "EMAIL_URL": ""}
    command = [sys.executable, "-m", "tests.killing.lane", what, journey, str(folder), *more]
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def finished(process):
    out, err = process.communicate(timeout=600)
    assert process.returncode == 0, err.decode()[-3000:]
    return [json.loads(line) for line in out.decode().splitlines()]


def laid_out(folder, journey):
    """An installation with what stands before the journey."""
    folder.mkdir()
    if template_database.template().exists():
        shutil.copyfile(template_database.template(), folder / "portal.sqlite3")
    else:
        environment = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
        environment |= {"DATA_DIR": str(folder), "DJANGO_SETTINGS_MODULE": "portal.settings.dev"}
        subprocess.run([sys.executable, "manage.py", "migrate", "-v0"], cwd=ROOT, env=environment, check=True)
    finished(lane_process(journey, folder, folder, what="prepare"))


@pytest.fixture(scope="module")
def deaths(tmp_path_factory):
    """Every death of a journey: {journey: (the undisturbed run, [death, …])}."""

    def of(journey):
        folder = tmp_path_factory.mktemp("killed")
        before = folder / "before"
        laid_out(before, journey)
        lanes = []
        for number in range(LANES):
            data = folder / f"lane-{number}"
            shutil.copytree(before, data)
            words = ("--lane", str(number), "--lanes", str(LANES), "--moments", str(MOMENTS))
            lanes.append(lane_process(journey, before, data, *words))
        said = [finished(lane) for lane in lanes]
        return said[0][0]["undisturbed"], [death for lines in said for death in lines[1:]]

    return of


@pytest.mark.slow
@pytest.mark.parametrize("journey", LEAST_POINTS)
def test_killed_at_every_point_it_is_as_if_nobody_had_died(deaths, journey, django_db_setup):
    if connection.vendor != "sqlite":
        pytest.skip("the server that dies here keeps its data in SQLite")
    undisturbed, found = deaths(journey)
    assert undisturbed["faults"] == []
    points = [death for death in found if death["name"] != "moment"]
    assert sorted(death["at"] for death in points) == list(range(1, len(undisturbed["names"]) + 1))
    assert len(points) >= LEAST_POINTS[journey]
    assert all(death["killed"] for death in points)
    assert [death for death in found if death["faults"]] == []
    assert {death["name"] for death in found if death["copies"]} <= MAIL_MAY_REPEAT
    assert any(death["strays"] for death in found), "nobody died between a file and its row"
