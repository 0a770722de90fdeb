"""The keys in a file of their own, locked with a pass phrase: scrypt (RFC 7914) makes the key, AES-256-GCM locks.

The file is JSON; everything needed to open it but the pass phrase stands in it. Knows no installation.
"""

import base64
import json
import secrets
from collections.abc import Mapping
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

FORMAT = 1
# 128 MB and about half a second for each guess (OWASP, Password Storage Cheat Sheet: N = 2^17, r = 8, p = 1).
COST, BLOCK, LANES = 2**17, 8, 1
# A file from elsewhere must not ask for more memory than a small server has.
MOST_COST = 2**20


class BadLock(Exception):
    """The file of keys cannot be read at all; the text is Indonesian."""


class WrongPassphrase(Exception):
    """The pass phrase does not open it, or it was changed: cryptography cannot tell the two apart."""


def locked(content: Mapping[str, Any], passphrase: str) -> str:
    """`content` (plain JSON values) as the text of a locked file."""
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    head = {
        "format": FORMAT, "kdf": "scrypt", "n": COST, "r": BLOCK, "p": LANES, "salt": _text(salt),
        "cipher": "AES-256-GCM", "nonce": _text(nonce),
    }  # fmt: skip
    box = AESGCM(_key(passphrase, salt, COST, BLOCK, LANES))
    sealed = box.encrypt(nonce, json.dumps(content).encode(), _bound(head))
    return json.dumps({**head, "locked": _text(sealed)}, indent=1) + "\n"


def unlocked(text: str, passphrase: str) -> dict[str, Any]:
    """What `locked` was given. Raises BadLock, WrongPassphrase."""
    try:
        head = json.loads(text)
        sealed, salt, nonce = (base64.b64decode(head[name], validate=True) for name in ("locked", "salt", "nonce"))
        costs = tuple(int(head[name]) for name in ("n", "r", "p"))
        del head["locked"]
        if head["format"] != FORMAT or not (1 < costs[0] <= MOST_COST and costs[1:] == (BLOCK, LANES)):
            raise ValueError(head["format"])
        key = _key(passphrase, salt, *costs)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise BadLock("Berkas kunci rusak atau bukan milik portal ini. Pakai berkas kunci lain.") from error
    try:
        return dict(json.loads(AESGCM(key).decrypt(nonce, sealed, _bound(head))))
    except (InvalidTag, ValueError) as error:
        raise WrongPassphrase from error


def _key(passphrase: str, salt: bytes, cost: int, block: int, lanes: int) -> bytes:
    return Scrypt(salt=salt, length=32, n=cost, r=block, p=lanes).derive(passphrase.encode())


def _bound(head: Mapping[str, Any]) -> bytes:
    """The head is not secret, but no word of it can be changed unnoticed."""
    return json.dumps(head, sort_keys=True).encode()


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")
