"""The body's signing key (Ed25519, SIGNING_KEY_FILE): checkpoints and dossiers are signed with it.

The embedded default makes it under DATA_DIR/keys at its first use, mode 600; elsewhere the operator puts it in place.
"""

import os
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings

from ppid.law.checkpoint import fingerprint

COMMAND = "openssl genpkey -algorithm ed25519 -out signing_key.pem"


class NoSigningKey(Exception):
    """SIGNING_KEY_FILE cannot be used; the text says why and what to do, in Indonesian."""


@dataclass(frozen=True)
class SigningKey:
    private: Ed25519PrivateKey

    def sign(self, message: bytes) -> bytes:
        """The signature, 64 bytes."""
        return self.private.sign(message)

    @property
    def public_pem(self) -> str:
        form = serialization.PublicFormat.SubjectPublicKeyInfo
        return self.private.public_key().public_bytes(serialization.Encoding.PEM, form).decode("ascii")

    @property
    def public_bytes(self) -> bytes:
        return self.private.public_key().public_bytes_raw()

    @property
    def fingerprint(self) -> str:
        return fingerprint(self.public_bytes)


def signing_key() -> SigningKey:
    """The key in use. Raises NoSigningKey."""
    path = Path(settings.SIGNING_KEY_FILE)
    if not path.exists() and path.parent == Path(settings.KEYS_DIR):
        _make(path)
    try:
        private = serialization.load_pem_private_key(path.read_bytes(), password=None)
    except FileNotFoundError:
        text = f"SIGNING_KEY_FILE: {path.name} tidak ada. Buat dengan `{COMMAND}`, lalu simpan di luar DATA_DIR."
        raise NoSigningKey(text) from None
    except (OSError, ValueError, TypeError) as error:
        text = f"SIGNING_KEY_FILE: {path.name} bukan kunci privat tanpa kata sandi. Buat dengan `{COMMAND}`."
        raise NoSigningKey(text) from error
    if not isinstance(private, Ed25519PrivateKey):
        raise NoSigningKey(f"SIGNING_KEY_FILE: {path.name} bukan kunci Ed25519. Buat dengan `{COMMAND}`.")
    return SigningKey(private)


def _make(path: Path) -> None:
    """A new key, unless another process was quicker."""
    text = Ed25519PrivateKey.generate().private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_suffix(f".{os.getpid()}.new")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as out:
        out.write(text)
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
