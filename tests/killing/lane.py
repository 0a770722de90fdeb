"""One process that forks, for every point, a server that dies there and one that starts anew after it.

    python -m tests.killing.lane prepare JOURNEY FOLDER
    DATA_DIR=… python -m tests.killing.lane kill JOURNEY FOLDER --lane 0 --lanes 2 --moments 12

`FOLDER` holds the installation as it stands before the journey. Prints one line of JSON for every death.
"""

import argparse
import contextlib
import io
import json
import os
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import django

KILLED = -signal.SIGKILL


def forked(work: Callable[[], Any], kill_after: float | None = None) -> tuple[int, Any]:
    """Run `work` in a child; its exit code and what it gave. `kill_after` so many seconds it is killed from outside."""
    with tempfile.TemporaryFile() as out:
        sys.stdout.flush()
        child = os.fork()
        if child == 0:
            os._exit(_as_child(work, out))
        if kill_after is not None:
            time.sleep(kill_after)
            os.kill(child, signal.SIGKILL)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        out.seek(0)
        said = out.read()
    return code, json.loads(said) if said else None


def _as_child(work: Callable[[], Any], out: Any) -> int:
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    try:
        said, code = work(), 0
    except BaseException as error:
        said, code = f"{type(error).__name__}: {error}", 1
    out.write(json.dumps(said, default=str).encode())
    out.flush()
    return code


class Lane:
    """Deaths of one journey, in one data folder."""

    def __init__(self, name: str, folder: Path) -> None:
        from django.conf import settings

        self.name, self.folder, self.data = name, folder, settings.DATA_DIR

    def lay_out(self) -> None:
        """The installation as it stood before the journey."""
        shutil.rmtree(self.data)
        shutil.copytree(self.folder, self.data)

    def warm(self) -> None:
        """Go through it once in this process, so that no child loads addresses, templates and fonts again."""
        from django.db import connections

        from tests.killing.journeys import Time, begun

        self.lay_out()
        clock = Time()
        journey = begun(self.name, self.data)
        with contextlib.redirect_stderr(io.StringIO()):
            journey.run()
            journey.resume(clock)
        clock.stop()
        connections.close_all()

    def undisturbed(self) -> dict[str, Any]:
        """The journey without a death: the points it passes, what stands afterwards and how long it takes."""
        self.lay_out()
        code, said = forked(self._undisturbed)
        assert code == 0, said
        return said

    def _undisturbed(self) -> dict[str, Any]:
        from tests.killing.picture import faults, handed_over, picture, unused_rows

        began = time.monotonic()
        names = self._journey(None)
        took = time.monotonic() - began
        return {
            "names": names, "took": took, "picture": _plain(picture()), "faults": [*faults(), *unused_rows()],
            "mails": len(handed_over()),
        }  # fmt: skip

    def _journey(self, fatal: int | None) -> list[str]:
        from tests.killing.journeys import Time, begun
        from tests.killing.points import Points

        Time()
        journey = begun(self.name, self.data)
        points = Points(self.data, fatal)
        with ExitStack() as stack:
            points.watch(stack)
            journey.run()
        return points.names

    def death(self, expected: dict[str, Any], *, fatal: int | None, kill_after: float | None = None) -> dict[str, Any]:
        """Die at a point or at a moment, start anew, and say what is wrong then. A moment may come too late."""
        self.lay_out()
        code, said = forked(lambda: self._journey(fatal), kill_after)
        killed = code == KILLED
        if not killed and (fatal is not None or code != 0):
            return {"killed": killed, "faults": [f"not killed: {said}"], "copies": 0, "strays": 0}
        code, said = forked(lambda: self._restarted(expected))
        return {"killed": killed, **(said if code == 0 else {"faults": [said], "copies": 0, "strays": 0})}

    def _restarted(self, expected: dict[str, Any]) -> dict[str, Any]:
        from django.core.management import call_command

        from ppid.actions import strays
        from tests.killing.journeys import Time, begun
        from tests.killing.picture import differences, faults, handed_over, lying_about, picture, unused_rows

        clock = Time()
        journey = begun(self.name, self.data)
        journey.resume(clock)
        call_command("tick", "--on", f"{clock.now():%Y-%m-%d}")
        wrong = [*faults(), *differences(_plain(picture()), expected["picture"]), *unused_rows()]
        mails, about = handed_over(), lying_about()
        if len(mails) != expected["mails"]:
            wrong.append(f"{len(mails)} mails instead of {expected['mails']}")
        # Files bear the hour of the machine; the clock of the journey stands on a day of the golden dates.
        strays.sweep(at=clock.real() + strays.LEFT_ALONE)
        if left := lying_about():
            wrong.append(f"{left} files without a row are not swept up")
        return {"faults": wrong, "copies": mails.total() - len(mails), "strays": about}


def _plain(value: Any) -> Any:
    """As it comes through JSON."""
    return json.loads(json.dumps(value, default=str))


def told(**said: Any) -> None:
    print(json.dumps(said), flush=True)  # noqa: T201


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["prepare", "kill"])
    parser.add_argument("journey")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--lane", type=int, default=0)
    parser.add_argument("--lanes", type=int, default=1)
    parser.add_argument("--moments", type=int, default=0, help="deaths from outside, evenly over the journey")
    options = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.dev")
    django.setup()
    from tests.killing.journeys import Time, prepared

    if options.what == "prepare":
        Time()
        prepared(options.journey, options.folder)
        return 0
    lane = Lane(options.journey, options.folder)
    lane.warm()
    expected = lane.undisturbed()
    told(undisturbed=expected)
    for number, name in enumerate(expected["names"], 1):
        if number % options.lanes == options.lane:
            told(at=number, name=name, **lane.death(expected, fatal=number))
    for number in range(options.moments):
        share = (options.lane + options.lanes * number + 0.5) / (options.moments * options.lanes)
        told(at=round(share, 3), name="moment", **lane.death(expected, fatal=None, kill_after=share * expected["took"]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
