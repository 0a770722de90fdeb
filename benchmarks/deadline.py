"""`deadline --batch` against a bare loop over a set of holidays, in the same run: dates a second, and the ratio.

    python benchmarks/deadline.py [--lines 20000]

The floor counts the same ten working days with nothing but a set and a loop. Prints one JSON document; CPU time, so
that other processes do not count. Exit 1 where the two disagree on a date or the ratio passes its ceiling.
"""

import argparse
import datetime as dt
import json
import os
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.dev")
os.environ.setdefault("DATA_DIR", tempfile.mkdtemp(prefix="bench-deadline-"))

import django

django.setup()

from django.core.management import call_command  # noqa: E402

from ppid.law.calendar import Kind  # noqa: E402
from ppid.management.commands.deadline import batch_answerer  # noqa: E402
from ppid.models import DecreeDay  # noqa: E402

CEILING, ROUNDS = 3.0, 5


def bare(lines: list[str], holidays: set[dt.date]) -> list[str]:
    found = []
    for line in lines:
        day, left = dt.date.fromisoformat(line.split(",")[1]), 10
        while left:
            day += dt.timedelta(1)
            if day.weekday() < 5 and day not in holidays:
                left -= 1
        found.append(day.isoformat())
    return found


def ours(lines: list[str]) -> list[str]:
    answer = batch_answerer()
    return [str(json.loads(json.dumps(answer(line)))["due"]) for line in lines]


def timed(work) -> tuple[float, list[str]]:
    started = time.process_time()
    found = work()
    return time.process_time() - started, found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lines", type=int, default=20_000)
    number = parser.parse_args().lines
    call_command("migrate", verbosity=0, interactive=False)
    first = dt.date(2025, 1, 2)
    lines = [f"REQ_NOTICE_UU,{first + dt.timedelta(n % 600)}" for n in range(number)]
    days = DecreeDay.objects.exclude(kind=str(Kind.REMOVED))
    holidays = set(days.values_list("date", flat=True))
    floor, our = [], []
    # Turn and turn about, so that a busy moment of the machine falls on both.
    for _round in range(ROUNDS):
        took, expected = timed(lambda: bare(lines, holidays))
        floor.append(took)
        took, found = timed(lambda: ours(lines))
        our.append(took)
    ratio = min(our) / min(floor)
    report = {
        "benchmark": "deadline --batch", "dates_per_second": round(number / min(our)),
        "floor_dates_per_second": round(number / min(floor)), "ratio": round(ratio, 2), "ceiling": CEILING,
        "agree": found == expected, "holds": found == expected and ratio <= CEILING,
    }  # fmt: skip
    print(json.dumps(report))
    return 0 if report["holds"] else 1


if __name__ == "__main__":
    sys.exit(main())
