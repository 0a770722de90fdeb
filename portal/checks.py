"""What `check --deploy` asks of a production installation beyond Django's own questions."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register

from portal.backups import own_keys


@register(Tags.security, deploy=True)
def keys_are_kept_apart(app_configs: Sequence[Any] | None, **options: Any) -> list[CheckMessage]:
    """A backup of DATA_DIR must not carry the keys that open it (interfaces.md, Set-up)."""
    found: list[CheckMessage] = []
    for name in sorted(own_keys.kept_here()):
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
