"""How fast verify.py walks a log, beside one hashlib.sha256 and one json.loads an event over the same lines.

    .venv/bin/python benchmarks/verify.py [--events 1000000] [--rounds 3]

Prints one JSON document; exit 1 where the ratio passes its ceiling of 1.5.
"""

import argparse
import hashlib
import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from ppid import verify
from ppid.law import chain, dossier
from tests import dossiers

CEILING = 1.5
CASE = "7a1f2c44-0000-4000-8000-000000000001"


def lines_of(count: int) -> list[bytes]:
    """A log of one case with that many events, chained, a line an event."""
    previous, lines = chain.genesis(CASE), []
    for seq in range(1, count + 1):
        link = chain.Link(
            case=CASE, seq=seq, kind="notice_sent", actor=seq % 7 or None, role="ppid", day=dossiers.DAY,
            at=dossiers.moment(seq), previous=previous,
            payload={"surat": seq, "nomor": f"{seq:03d}/PPID/2026", "tenggat": ["2026-12-07", None], "sidik": previous},
        )  # fmt: skip
        previous = chain.digest(link)
        lines.append(dossier.log_line(link, previous))
    return lines


def floor(lines: list[bytes]) -> int:
    sha256, loads, seen = hashlib.sha256, json.loads, 0
    for line in lines:
        loads(line)
        sha256(line).hexdigest()
        seen += 1
    return seen


def walked(lines: list[bytes]) -> int:
    _case, hashes, fault = verify.walk(lines)
    assert fault is None, fault
    return len(hashes)


def timed(work: Callable[[list[bytes]], int], lines: list[bytes]) -> float:
    start = time.process_time()
    assert work(lines) == len(lines)
    return time.process_time() - start


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    lines = lines_of(options.events)
    pairs = [(timed(floor, lines), timed(walked, lines)) for _round in range(options.rounds)]
    bare, ours = (statistics.median(side) for side in zip(*pairs, strict=True))
    ratio = ours / bare
    print(
        json.dumps(
            {
                "benchmark": "verify",
                "events": options.events,
                "events_per_second": round(options.events / ours),
                "floor_events_per_second": round(options.events / bare),
                "ratio": round(ratio, 2),
                "ceiling": CEILING,
                "holds": ratio <= CEILING,
            }
        )
    )
    return 0 if ratio <= CEILING else 1


if __name__ == "__main__":
    sys.exit(main())
