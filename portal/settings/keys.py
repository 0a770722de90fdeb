"""Keys of the embedded default: made once under DATA_DIR/keys, readable by the owner only (interfaces.md, Set-up)."""

import base64
import os
import secrets
from pathlib import Path

# The key files that this process made; `manage.py restore` may put others in their place.
made: set[Path] = set()


def installation_key(folder: Path, name: str) -> str:
    """The key kept in `folder/name`: 43 URL-safe characters (256 bits), made on first use.

    Two processes starting at once agree: the file is written whole and linked into place, the first one wins.
    """
    path = folder / name
    if not path.exists():
        _write_once(path, base64.urlsafe_b64encode(secrets.token_bytes(32)).decode())
    return path.read_text(encoding="ascii").strip()


def installation_keys(folder: Path, name: str) -> list[str]:
    """All keys of `folder/name`, one a line: the first encrypts, every one decrypts."""
    installation_key(folder, name)
    return [line.strip() for line in (folder / name).read_text(encoding="ascii").splitlines() if line.strip()]


def _write_once(path: Path, text: str) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as out:
        out.write(text + "\n")
    try:
        os.link(draft, path)
        made.add(path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
