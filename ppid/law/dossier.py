"""The layout of a dossier: a BagIt folder (RFC 8493) whose list of lists is signed.

    berkas-REFERENCE/
      bagit.txt, bag-info.txt, manifest-sha256.txt, tagmanifest-sha256.txt, tanda-tangan.txt
      data/berkas.pdf                    index and every document, one PDF with page numbers
      data/dokumen/001-tanda-bukti.pdf   the originals, numbered
      data/indeks.json                   what each document is, its day, its hash
      data/catatan/KIND-REFERENCE.jsonl  the log of each case, a line an event
      data/catatan/tenggat.json          the deadline ledger
      data/integritas/                   the newest checkpoint and the proofs that it covers these logs

Pure; `ppid/verify.py` reads it back without any of this code.
"""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ppid.law.chain import Link, canonical, plain

BAGIT = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
MANIFEST, TAG_MANIFEST, SIGNATURE = "manifest-sha256.txt", "tagmanifest-sha256.txt", "tanda-tangan.txt"
BINDER, INDEX, LEDGER = "data/berkas.pdf", "data/indeks.json", "data/catatan/tenggat.json"
CHECKPOINT, PROOFS = "data/integritas/titik-periksa.json", "data/integritas/bukti.json"
_EXTENSIONS = {
    "application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "application/vnd.oasis.opendocument.text": "odt", "application/vnd.oasis.opendocument.spreadsheet": "ods",
}  # fmt: skip


@dataclass(frozen=True)
class Document:
    """One numbered document. `title` names what it is in the desk's words, never a person; `day` when it came to be;
    `sha256` and `size` (bytes) of the original; `page` and `pages` where it stands in the one PDF (0: not bound in,
    only the original is there); `sealed`: withheld from this copy, so that only its hash is given."""

    number: int
    title: str
    case: str
    day: dt.date
    media_type: str
    sha256: str
    size: int
    page: int = 0
    pages: int = 0
    sealed: bool = False

    @property
    def path(self) -> str:
        return f"data/dokumen/{self.number:03d}-{_slug(self.title)}.{_EXTENSIONS.get(self.media_type, 'bin')}"

    def as_json(self) -> dict[str, Any]:
        return {
            "number": self.number, "title": self.title, "case": self.case, "day": self.day.isoformat(),
            "path": None if self.sealed else self.path, "media_type": self.media_type, "sha256": self.sha256,
            "size": self.size, "page": self.page or None, "pages": self.pages or None, "sealed": self.sealed,
        }  # fmt: skip


def _slug(title: str) -> str:
    words = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")
    return words[:60].rstrip("-") or "dokumen"


def log_path(kind: str, reference: str) -> str:
    return f"data/catatan/{kind}-{reference}.jsonl"


def log_line(link: Link, digest: str) -> bytes:
    """One event with its hash: the bytes after `"event":` up to the last brace are those that were hashed."""
    return b'{"hash":"' + digest.encode() + b'","event":' + canonical(plain(link)) + b"}\n"


def manifest(digests: Mapping[str, str]) -> bytes:
    """Path to SHA-256 (hex), as BagIt writes it, in the order of the paths."""
    return "".join(f"{digests[path]}  {path}\n" for path in sorted(digests)).encode()


def bag_info(facts: Iterable[tuple[str, str]]) -> bytes:
    """Label and value, a line each; a line break in a value would forge a label."""
    return "".join(f"{label}: {' '.join(value.split())}\n" for label, value in facts).encode()


def signature_line(key: str, signature: bytes) -> bytes:
    """The key's fingerprint and the Ed25519 signature (64 bytes) over the tag manifest."""
    return f"Ed25519 {key} {signature.hex()}\n".encode()
