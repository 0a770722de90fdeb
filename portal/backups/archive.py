"""The archive: a ZIP file whose `manifest.json` names every member with its size and SHA-256. Knows no installation."""

import contextlib
import hashlib
import json
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

FORMAT = 1
MANIFEST = "manifest.json"
_CHUNK = 1 << 20
# What stays as it is when packed once more; the rest (the database above all) shrinks.
_PACKED = frozenset({".png", ".jpg", ".jpeg", ".webp", ".gz", ".zip", ".docx", ".xlsx", ".pptx", ".odt", ".ods"})

# What zipfile says, each in its own way, of a file that is torn or was changed.
_TORN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError, struct.error)


class BadArchive(Exception):
    """The archive is not one of ours, or not as it was written; the text is Indonesian."""


@dataclass(frozen=True, slots=True)
class Member:
    """One file of the archive: its path with forward slashes, bytes, SHA-256 in hexadecimal."""

    path: str
    size: int
    sha256: str


class Writer:
    """Adds files one by one; `close` writes the manifest last, so that a torn archive has none."""

    def __init__(self, target: Path) -> None:
        self._zip = zipfile.ZipFile(target, "w", allowZip64=True)
        self.members: list[Member] = []

    def add(self, path: str, source: Path) -> None:
        """Raises FileNotFoundError, before anything is written, for a file that went away meanwhile."""
        kind = zipfile.ZIP_STORED if source.suffix.lower() in _PACKED else zipfile.ZIP_DEFLATED
        digest, size = hashlib.sha256(), 0
        with source.open("rb") as content:
            entry = zipfile.ZipInfo(path, date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = kind
            # How the file was readable travels along; ownership does not.
            entry.external_attr = (stat.S_IFREG | stat.S_IMODE(source.stat().st_mode)) << 16
            with self._zip.open(entry, "w", force_zip64=True) as out:
                while part := content.read(_CHUNK):
                    digest.update(part)
                    size += len(part)
                    out.write(part)
        self.members.append(Member(path, size, digest.hexdigest()))

    def close(self, facts: Mapping[str, Any]) -> None:
        rows = [{"path": one.path, "size": one.size, "sha256": one.sha256} for one in self.members]
        text = json.dumps({"format": FORMAT, **facts, "members": rows}, ensure_ascii=False, indent=1)
        self._zip.writestr(MANIFEST, text, zipfile.ZIP_DEFLATED)
        self._zip.close()

    def abandon(self) -> None:
        self._zip.close()


@dataclass(frozen=True, slots=True)
class Read:
    """An opened archive: what its manifest says, and its members by path."""

    facts: Mapping[str, Any]
    members: Mapping[str, Member]
    _zip: zipfile.ZipFile

    def verify(self) -> None:
        """Read everything once. Raises BadArchive naming the first member that is not as the manifest says."""
        for member in self.members.values():
            size, digest = 0, hashlib.sha256()
            for part in self._parts(member):
                size += len(part)
                digest.update(part)
            if (size, digest.hexdigest()) != (member.size, member.sha256):
                raise BadArchive(f"Isi cadangan berubah sejak dibuat: {member.path}. Pakai cadangan lain.")

    def unpack(self, member: Member, target: Path) -> None:
        """Write one member to `target`, with the mode it had (never more than its owner could do)."""
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with target.open("xb") as out:
            for part in self._parts(member):
                out.write(part)
        mode = (self._zip.getinfo(member.path).external_attr >> 16) & 0o666
        target.chmod(mode or 0o600)

    def _parts(self, member: Member) -> Iterator[bytes]:
        try:
            with self._zip.open(member.path) as content:
                while part := content.read(_CHUNK):
                    yield part
        except _TORN as error:
            raise BadArchive(f"Isi cadangan rusak: {member.path}. Pakai cadangan lain.") from error


@contextlib.contextmanager
def opened(path: Path) -> Iterator[Read]:
    """The archive at `path`, its manifest read and its list of members compared. Raises BadArchive."""
    try:
        file = zipfile.ZipFile(path)
    except FileNotFoundError as error:
        raise BadArchive(f"Berkas {path.name} tidak ditemukan. Periksa nama dan foldernya.") from error
    except IsADirectoryError as error:
        raise BadArchive(f"{path.name} adalah folder; sebutkan berkas cadangannya.") from error
    except PermissionError as error:
        raise BadArchive(f"Berkas {path.name} tidak dapat dibaca. Periksa izinnya.") from error
    except _TORN as error:
        raise BadArchive(f"{path.name} bukan berkas cadangan, atau terpotong. Pilih berkas lain.") from error
    with file:
        facts, members = _manifest(file, path.name)
        yield Read(facts, members, file)


def _manifest(file: zipfile.ZipFile, name: str) -> tuple[Mapping[str, Any], dict[str, Member]]:
    try:
        facts = json.loads(file.read(MANIFEST))
        rows = facts.pop("members")
        members = {row["path"]: Member(str(row["path"]), int(row["size"]), str(row["sha256"])) for row in rows}
        known = int(facts["format"])
    except (KeyError, TypeError, AttributeError, *_TORN) as error:
        raise BadArchive(f"{name} bukan cadangan portal ini: daftar isinya tidak terbaca.") from error
    if known != FORMAT:
        raise BadArchive(f"Cadangan ini berformat {known}; portal ini membaca format {FORMAT}.")
    held = [entry for entry in file.namelist() if entry != MANIFEST]
    if sorted(held) != sorted(members) or len(rows) != len(members):
        raise BadArchive(f"Isi {name} tidak sama dengan daftar isinya. Pakai cadangan lain.")
    if any(not _is_safe(path) for path in members):
        raise BadArchive(f"{name} memuat nama berkas yang keluar dari foldernya. Jangan dipakai.")
    return facts, members


def _is_safe(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return bool(parts) and "\\" not in path and "\x00" not in path and not path.startswith("/") and ".." not in parts
