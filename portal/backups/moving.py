"""Moving staged files into their places together: taken back when a step fails, and known to the next start after a
kill (`own_files.clear_away_unfinished`)."""

import os
import shutil
from pathlib import Path
from types import TracebackType

from django.conf import settings

from portal.backups import own_files, own_keys


class Moves:
    """A list of renames within DATA_DIR. Leaving the block with an error undoes those that were made; the stage goes
    either way."""

    def __init__(self, stage: Path) -> None:
        self.stage = stage
        self._wanted: list[tuple[Path, Path]] = []
        self._made: list[tuple[Path, Path]] = []

    def add(self, source: Path, target: Path) -> None:
        self._wanted.append((source, target))

    def make_room_for_keys(self) -> None:
        """Keys of this process's own making go; others are kept beside, since nobody can make them again."""
        for path in own_keys.made_now():
            path.unlink(missing_ok=True)
        if settings.KEYS_DIR.is_dir() and any(settings.KEYS_DIR.iterdir()):
            former = own_files.FORMER_KEYS
            place = settings.DATA_DIR / former
            serial = 1
            while place.exists():
                serial += 1
                place = settings.DATA_DIR / f"{former}-{serial}"
            self._rename(settings.KEYS_DIR, place)

    def carry_out(self) -> None:
        # Restored keys may stay after a kill: without a database they are in nobody's way.
        listed = [target for _source, target in self._wanted if target != settings.KEYS_DIR]
        (self.stage / "moving").write_text("".join(f"{target}\n" for target in listed), encoding="utf-8")
        for source, target in self._wanted:
            if target.is_dir():
                # Empty, or it would have been in the way.
                _remove_empty(target)
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._rename(source, target)

    def _rename(self, source: Path, target: Path) -> None:
        source.rename(target)
        self._made.append((source, target))

    def __enter__(self) -> "Moves":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is not None:
            for source, target in reversed(self._made):
                target.rename(source)
        shutil.rmtree(self.stage, ignore_errors=True)


def _remove_empty(folder: Path) -> None:
    for path, _folders, _files in os.walk(folder, topdown=False):
        Path(path).rmdir()
