"""Sealing of identity numbers and tracking codes: MultiFernet under FIELD_KEYS, blind index under INDEX_KEY.

The first key of FIELD_KEYS seals, every one opens (interfaces.md, Set-up), so that keys can be changed without a
night of re-encryption. UU 27/2022 Ps 35-39; law.md §6, consequence 5.
"""

import base64
import functools
import hashlib
import hmac
from collections.abc import Iterable
from typing import Protocol

from cryptography.fernet import Fernet, MultiFernet
from cryptography.fernet import InvalidToken as CannotOpen
from django.conf import settings
from django.core.signals import setting_changed

__all__ = ["CannotOpen", "SealedRow", "blind_index", "forget_keys", "opens", "reseal", "seal", "unseal"]


class SealedRow(Protocol):
    """A row that holds sealed columns; `rotate_keys` walks these."""

    SEALED: tuple[str, ...]


def seal(text: str) -> str:
    """`text` encrypted and signed; the empty text stays empty, so that "not given" needs no key to be read."""
    return _box().encrypt(text.encode()).decode("ascii") if text else ""


def unseal(token: str) -> str:
    """What `seal` was given. Raises CannotOpen when no key fits or the token was changed."""
    return _box().decrypt(token.encode("ascii")).decode() if token else ""


def reseal(token: str) -> str:
    """The same content under today's first key."""
    return _box().rotate(token.encode("ascii")).decode("ascii") if token else ""


def blind_index(kind: str, text: str, *, key: str = "") -> str:
    """64 hex characters by which an equal `text` is found again without being readable.

    `kind` ("nik", "tracking", "mail" …) keeps equal texts of different kinds apart. `key`: another than INDEX_KEY.
    """
    message = f"{kind}\x00{text}".encode()
    return hmac.digest((key or settings.INDEX_KEY).encode(), message, "sha256").hex() if text else ""


def opens(keys: Iterable[str], token: str) -> bool:
    """Whether one of these keys, which need not be those in use, opens what `seal` gave."""
    try:
        _box_of(keys).decrypt(token.encode("ascii"))
    except CannotOpen:
        return False
    return True


@functools.cache
def _box() -> MultiFernet:
    return _box_of(settings.FIELD_KEYS)


def _box_of(keys: Iterable[str]) -> MultiFernet:
    return MultiFernet([Fernet(_fernet_key(key)) for key in keys])


def _fernet_key(text: str) -> bytes:
    """A Fernet key as given; any other pass phrase is stretched to one by its hash, never refused at run time."""
    padded = text.encode() + b"=" * (-len(text) % 4)
    try:
        Fernet(padded)
    except ValueError:
        return base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest())
    return padded


def forget_keys() -> None:
    """Read FIELD_KEYS anew: after they were changed within this process."""
    _box.cache_clear()


def _forget_keys(*, setting: str, **_: object) -> None:
    if setting == "FIELD_KEYS":
        forget_keys()


setting_changed.connect(_forget_keys)
