"""Where this installation's files lie: what a backup takes along, and whether DATA_DIR is empty enough to restore into.

Not taken: the keys (they go apart), the index (made anew from the database), static files (part of the release).
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from portal.backups import own_keys
from portal.second_factor import DEMO_MARK

STAGE = ".pemulihan"
FORMER_KEYS = "keys-sebelum-pemulihan"


def kept() -> dict[str, Path]:
    """First part of a member's path to the folder or file it stands for."""
    return {
        "private": settings.PRIVATE_ROOT,
        "public": settings.PUBLIC_ROOT,
        "outbox": settings.OUTBOX_DIR,
        DEMO_MARK: settings.DATA_DIR / DEMO_MARK,
    }


def all_files() -> Iterator[tuple[str, Path]]:
    """(member's path, file) of everything that is kept, in a steady order."""
    for name, root in kept().items():
        if root.is_file():
            yield name, root
        for path in sorted(root.rglob("*")) if root.is_dir() else ():
            if path.is_file() and not path.is_symlink():
                yield f"{name}/{path.relative_to(root).as_posix()}", path


def is_kept(path: Path) -> bool:
    """Whether a file written there would be published, or taken along by the next backup."""
    return any(path.is_relative_to(root) for root in (*kept().values(), settings.KEYS_DIR, settings.SEARCH_DIR))


def in_the_way() -> Path | None:
    """The first file under DATA_DIR that forbids restoring into it.

    Keys alone do not (any command makes them, and without a database they open nothing), nor do static files.
    """
    names = (*own_keys.PLAIN, own_keys.SIGNING_KEY)
    for path in sorted(settings.DATA_DIR.rglob("*")) if settings.DATA_DIR.is_dir() else ():
        if path.is_dir() and not path.is_symlink():
            continue
        keys = path.name in names and path.parent.name.startswith((settings.KEYS_DIR.name, FORMER_KEYS))
        if not keys and not path.is_relative_to(settings.STATIC_ROOT):
            return path
    return None


def clear_away_unfinished(database_empty: bool) -> None:
    """What a restoring that was killed half way left behind: its stage, and what had moved out of it already.

    The database moves last. Where it stands, the restoring was complete and only the empty stage is left.
    """
    stage = settings.DATA_DIR / STAGE
    if not stage.is_dir():
        return
    moving = stage / "moving"
    if database_empty and moving.exists():
        for line in moving.read_text(encoding="utf-8").splitlines():
            _remove(Path(line))
    shutil.rmtree(stage)


def forget_made_keys() -> None:
    """After a refusal: the keys that this process made for want of others were not there before."""
    for path in own_keys.made_now():
        path.unlink(missing_ok=True)
    for folder in (settings.KEYS_DIR, settings.STATIC_ROOT):
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
