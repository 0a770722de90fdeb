"""What `check --deploy` asks of a production installation beyond Django's own questions."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register


@register(Tags.security, deploy=True)
def keys_are_kept_apart(app_configs: Sequence[Any] | None, **options: Any) -> list[CheckMessage]:
    """A backup of DATA_DIR must not carry the keys that open it (interfaces.md, Set-up)."""
    found: list[CheckMessage] = []
    kept = {name: settings.KEYS_DIR / name for name in ("secret_key", "field_keys", "index_key")}
    used = {
        "secret_key": settings.SECRET_KEY,
        "field_keys": ",".join(settings.FIELD_KEYS),
        "index_key": settings.INDEX_KEY,
    }
    for name, path in kept.items():
        if path.exists() and ",".join(path.read_text(encoding="ascii").split()) == used[name]:
            found.append(_error(name.upper(), 1))
    if settings.SIGNING_KEY_FILE.is_relative_to(settings.DATA_DIR):
        found.append(_error("SIGNING_KEY_FILE", 2))
    return found


def _error(name: str, number: int) -> Error:
    return Error(
        f"{name} disimpan di dalam DATA_DIR.",
        hint=f"Simpan di luar DATA_DIR dan berikan lewat lingkungan ({name}); lihat docs/settings.md.",
        id=f"portal.E00{number}",
    )
