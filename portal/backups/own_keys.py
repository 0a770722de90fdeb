"""This installation's keys: which they are, which of them lie under DATA_DIR, and putting others in their place."""

import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from django.conf import settings

from portal.settings import keys as made
from ppid.models.sealed import blind_index, forget_keys, opens, seal

SIGNING_KEY = "signing_key.pem"
_PROOF = "kunci cadangan"
PLAIN = ("secret_key", "field_keys", "index_key")


@dataclass(frozen=True, slots=True)
class Keys:
    """`signing_key` is the PEM text, empty while none was made."""

    secret_key: str
    field_keys: tuple[str, ...]
    index_key: str
    signing_key: str = ""

    def as_json(self) -> dict[str, object]:
        return asdict(self)

    @classmethod
    def from_json(cls, content: dict[str, object]) -> "Keys":
        """Raises KeyError or TypeError for what is not a set of keys."""
        lines = content["field_keys"]
        if not isinstance(lines, list) or not lines:
            raise TypeError("field_keys")
        return cls(
            str(content["secret_key"]), tuple(map(str, lines)), str(content["index_key"]), str(content["signing_key"])
        )

    def line_of(self, name: str) -> str:
        """One of PLAIN as its file holds it."""
        value = getattr(self, name)
        return "\n".join(value) if isinstance(value, tuple) else str(value)


def current() -> Keys:
    path = settings.SIGNING_KEY_FILE
    signing = path.read_text(encoding="ascii") if path.is_file() else ""
    return Keys(settings.SECRET_KEY, tuple(settings.FIELD_KEYS), settings.INDEX_KEY, signing)


def kept_here() -> frozenset[str]:
    """Which of PLAIN the installation reads from DATA_DIR/keys, and not from its environment."""
    used = Keys(settings.SECRET_KEY, tuple(settings.FIELD_KEYS), settings.INDEX_KEY)
    kept = ((name, settings.KEYS_DIR / name) for name in PLAIN)
    return frozenset(
        name for name, path in kept
        if path.exists() and path.read_text(encoding="ascii").split() == used.line_of(name).split()
    )  # fmt: skip


def contradictions(wanted: Keys) -> list[str]:
    """Why the environment's own keys cannot open what `wanted` sealed: Indonesian sentences, none when they can."""
    here, used = kept_here(), current()
    said = []
    if "field_keys" not in here and not set(wanted.field_keys) <= set(used.field_keys):
        said.append("FIELD_KEYS")
    if "index_key" not in here and used.index_key != wanted.index_key:
        said.append("INDEX_KEY")
    if not _signs_here() and used.signing_key and wanted.signing_key and used.signing_key != wanted.signing_key:
        said.append("SIGNING_KEY_FILE")
    return [
        f"{name} di lingkungan bukan kunci cadangan ini. Kosongkan {name} selama memulihkan; kuncinya ditulis ke "
        "DATA_DIR/keys dan dapat dipindahkan sesudahnya."
        for name in said
    ]


def write(wanted: Keys, folder: Path) -> None:
    """Those of `wanted` that belong under DATA_DIR, as files in `folder` (mode 600)."""
    folder.mkdir(mode=0o700)
    for name in kept_here():
        _write(folder / name, wanted.line_of(name) + "\n")
    if wanted.signing_key and _signs_here():
        _write(folder / SIGNING_KEY, wanted.signing_key)


def write_signing_key_elsewhere(wanted: Keys) -> None:
    """The signing key where the environment points to, unless one stands there already."""
    path = settings.SIGNING_KEY_FILE
    if wanted.signing_key and not _signs_here() and not path.exists():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write(path, wanted.signing_key)


def use(wanted: Keys, names: frozenset[str]) -> None:
    """Let this process read with those of the restored keys; the next one finds them by itself."""
    if "field_keys" in names:
        settings.FIELD_KEYS = list(wanted.field_keys)
    if "index_key" in names:
        settings.INDEX_KEY = wanted.index_key
    forget_keys()


def proof() -> dict[str, str]:
    """What a set of keys must open and find again to be this installation's; tells nothing about them."""
    return {"sealed": seal(_PROOF), "index": blind_index("backup", _PROOF)}


def fits(wanted: Keys, proof: Mapping[str, str]) -> bool:
    """Whether `wanted` opens what the installation that gave `proof` has sealed."""
    if blind_index("backup", _PROOF, key=wanted.index_key) != proof.get("index"):
        return False
    return opens(wanted.field_keys, str(proof.get("sealed", "")))


def come_from_outside() -> bool:
    """Whether the environment gives every key, so that none has to be restored."""
    return not kept_here() and not _signs_here() and settings.SIGNING_KEY_FILE.exists()


def made_now() -> frozenset[Path]:
    """The key files that this very process made because it found none: nothing can be sealed under them yet."""
    return frozenset(made.made)


def _signs_here() -> bool:
    return bool(settings.SIGNING_KEY_FILE == settings.KEYS_DIR / SIGNING_KEY)


def _write(path: Path, text: str) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as out:
        out.write(text)
