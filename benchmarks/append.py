"""How fast events are chained onto case logs, beside plain inserts of the same rows in the same run.

    .venv/bin/python benchmarks/append.py [--events 2000] [--rounds 3]

Each event is one transaction, as an officer's act is: the chained one reads the last event, hashes and inserts; the
floor inserts rows with the same columns. SQLite as the embedded default has it. Prints one JSON document; no ceiling is
promised, so it always exits 0.
"""

import argparse
import datetime as dt
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.dev")
os.environ["DATA_DIR"] = tempfile.mkdtemp(prefix="bench-append-")

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import transaction  # noqa: E402

from ppid.actions.log import SYSTEM, record  # noqa: E402
from ppid.law.events_hold import Released  # noqa: E402
from ppid.models import CaseEvent, InformationRequest  # noqa: E402
from tests import factories  # noqa: E402


def chained(case: InformationRequest, count: int) -> None:
    for number in range(count):
        with transaction.atomic():
            record(case, Released(hold=number), author=SYSTEM, on=factories.TODAY, at=factories.NOON)


def plain(case: InformationRequest, count: int) -> None:
    """Rows of the same columns onto a log that nobody walks: their hashes are only distinct."""
    for number in range(count):
        with transaction.atomic():
            CaseEvent(
                case_id=case.pk, seq=1_000_000 + number, kind="released", actor=None, role="system",
                day=factories.TODAY, at=factories.NOON, payload={"hold": number}, previous="0" * 64,
                hash=f"{case.pk:032d}{number:032d}",
            ).save(force_insert=True)  # fmt: skip


def rate(work: Callable[[InformationRequest, int], None], count: int) -> float:
    case = factories.file_case(at=factories.NOON + dt.timedelta(0))
    start = time.process_time()
    work(case, count)
    return count / (time.process_time() - start)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    call_command("migrate", "--no-input", verbosity=0)
    pairs = [(rate(plain, options.events), rate(chained, options.events)) for _round in range(options.rounds)]
    bare, ours = (statistics.median(side) for side in zip(*pairs, strict=True))
    print(
        json.dumps(
            {
                "benchmark": "append",
                "events": options.events,
                "chained_per_second": round(ours),
                "plain_per_second": round(bare),
                "ratio": round(bare / ours, 2),
            }
        )
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
