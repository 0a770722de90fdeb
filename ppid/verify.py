"""Periksa berkas perkara atau titik periksa tanpa mempercayai portal.

    python verify.py BERKAS.zip --key KUNCI.pem
    python verify.py TITIK_PERIKSA.json TITIK_PERIKSA_LAMA.json --key KUNCI.pem

Prints `utuh` and exits with 0, or names what was changed, removed, added, reordered or back-dated and exits with 1.
One file, the standard library of Python 3.9 or newer only: read it before you trust it.
"""

from __future__ import annotations

import argparse
import binascii
import hashlib
import json
import re
import sys
import zipfile
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

CHECKPOINT_FORMAT = "ppid-checkpoint-1"
SIGNATURE = "tanda-tangan.txt"
MANIFEST, TAG_MANIFEST = "manifest-sha256.txt", "tagmanifest-sha256.txt"
LOGS, CHECKPOINT, PROOFS = "data/catatan/", "data/integritas/titik-periksa.json", "data/integritas/bukti.json"
ORIGINALS = ("data/dokumen/", "data/berkas.pdf")
BROKEN = (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError, ValueError)


class Rusak(Exception):
    """What does not hold, in a sentence that names it."""


P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)
Point = tuple[int, int, int, int]


def _decompress(octets: bytes) -> Point | None:
    y = int.from_bytes(octets, "little")
    sign, y = y >> 255, y & ((1 << 255) - 1)
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT_OF_MINUS_ONE % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = P - x
    return x, y, 1, x * y % P


def _add(one: Point, two: Point) -> Point:
    a = (one[1] - one[0]) * (two[1] - two[0]) % P
    b = (one[1] + one[0]) * (two[1] + two[0]) % P
    c = 2 * one[3] * two[3] * D % P
    d = 2 * one[2] * two[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def _times(scalar: int, point: Point) -> Point:
    result: Point = (0, 1, 1, 0)
    while scalar:
        if scalar & 1:
            result = _add(result, point)
        point = _add(point, point)
        scalar >>= 1
    return result


_Y = 4 * pow(5, P - 2, P) % P
BASE = _decompress(_Y.to_bytes(32, "little"))


def signed(public: bytes, message: bytes, signature: bytes) -> bool:
    """Whether that Ed25519 key (32 bytes) signed the message; the signature has 64 bytes."""
    if len(public) != 32 or len(signature) != 64 or BASE is None:
        return False
    key, nonce = _decompress(public), _decompress(signature[:32])
    scalar = int.from_bytes(signature[32:], "little")
    if key is None or nonce is None or scalar >= L:
        return False
    challenge = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % L
    one, two = _times(scalar, BASE), _add(nonce, _times(challenge, key))
    return not ((one[0] * two[2] - two[0] * one[2]) % P or (one[1] * two[2] - two[1] * one[2]) % P)


def fingerprint(public: bytes) -> str:
    return hashlib.sha256(public).hexdigest()[:16]


def read_keys(path: Path) -> dict[str, bytes]:
    """The public keys of a PEM file (one or more), by fingerprint."""
    text = path.read_text(encoding="ascii", errors="replace")
    keys = {}
    for body in re.findall(r"-----BEGIN PUBLIC KEY-----(.*?)-----END PUBLIC KEY-----", text, re.S):
        try:
            der = binascii.a2b_base64("".join(body.split()))
        except binascii.Error:
            continue
        # SubjectPublicKeyInfo of Ed25519 (RFC 8410): this prefix, then the 32 bytes.
        if len(der) == 44 and der[:12] == bytes.fromhex("302a300506032b6570032100"):
            keys[fingerprint(der[12:])] = der[12:]
    return keys


def canonical(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()


def node(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()


def peaks(size: int) -> list[tuple[int, int]]:
    found, start = [], 0
    for level in range(size.bit_length() - 1, -1, -1):
        if size >> level & 1:
            found.append((level, start >> level))
            start += 1 << level
    return found


def bagged(hashes: list[bytes]) -> bytes:
    root = hashes[-1] if hashes else hashlib.sha256(b"").digest()
    for peak in reversed(hashes[:-1]):
        root = node(peak, root)
    return root


def leads_to_root(starts: dict[tuple[int, int], bytes], size: int, root: bytes, nodes: dict[str, str]) -> bool:
    """Whether each start (place to hash) lies in the tree of `size` leaves with that root, shown by `nodes`."""
    try:
        tops = {place: bytes.fromhex(nodes[f"{place[0]}.{place[1]}"]) for place in peaks(size)}
        for start, reached in starts.items():
            place, value = start, reached
            while place not in tops:
                level, index = place
                other = bytes.fromhex(nodes[f"{level}.{index ^ 1}"])
                value = node(other, value) if index & 1 else node(value, other)
                place = level + 1, index >> 1
            if value != tops[place]:
                return False
    except (KeyError, ValueError, TypeError):
        return False
    return bagged(list(tops.values())) == root


def read_checkpoint(content: bytes, name: str, keys: dict[str, bytes]) -> dict[str, Any]:
    """The document of a checkpoint whose every byte and whose signature hold, or Rusak."""
    try:
        document = json.loads(content)
        signature = bytes.fromhex(document["signature"])
        if signature.hex() != document["signature"]:
            raise ValueError("signature")
        plain = {field: value for field, value in document.items() if field != "signature"}
        right = document["format"] == CHECKPOINT_FORMAT and canonical(document) + b"\n" == content
        public = keys.get(document["key"])
        int(document["tree_size"]), bytes.fromhex(document["root"]), document["on"], document["ancestors"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise Rusak(f"{name}: bukan titik periksa yang utuh") from error
    if not right:
        raise Rusak(f"{name}: isi titik periksa berubah")
    if public is None:
        raise Rusak(f"{name}: ditandatangani dengan kunci lain ({document['key']})")
    if not signed(public, canonical(plain), signature):
        raise Rusak(f"{name}: tanda tangan titik periksa tidak cocok")
    return dict(document)


def compare_checkpoints(newer: dict[str, Any], older: dict[str, Any]) -> str:
    """A sentence when the newer one continues the older one, else Rusak."""
    on, before, nodes = newer["on"], older["on"], newer["nodes"]
    size, old_size = int(newer["tree_size"]), int(older["tree_size"])
    changed = Rusak(f"titik periksa {on}: catatan sebelum {before} berubah, atau ditukar urutannya")
    if before > on:
        raise Rusak(f"urutan tanggal terbalik: {before} lebih baru daripada {on}")
    if old_size > size:
        raise Rusak(f"titik periksa {on}: catatan menyusut dari {old_size} menjadi {size}, ada yang dihapus")
    if before == on and older["root"] != newer["root"]:
        raise Rusak(f"dua titik periksa berbeda untuk hari yang sama, {on}")
    if any(one["on"] == before and one["root"] != older["root"] for one in newer["ancestors"]):
        raise changed
    try:
        starts = {place: bytes.fromhex(nodes[f"{place[0]}.{place[1]}"]) for place in peaks(old_size)}
    except (KeyError, ValueError, TypeError) as error:
        if old_size == size:
            raise changed from error
        told = f"titik periksa {on} tidak memuat sambungan dari {before}; bandingkan lewat yang di antaranya"
        raise Rusak(told) from error
    old_root, root = bytes.fromhex(older["root"]), bytes.fromhex(newer["root"])
    if bagged(list(starts.values())) != old_root or not leads_to_root(starts, size, root, nodes):
        raise changed
    return f"utuh: {on} ({size} kepala catatan) menyambung {before} ({old_size})"


# Where the event begins in a line: after `{"hash":"`, the hash, and `","event":`.
BODY = 9 + 64 + 10


def genesis(case: str) -> str:
    return hashlib.sha256(f"ppid:{case}".encode()).hexdigest()


def walk(lines: Iterable[bytes]) -> tuple[str, list[str], str | None]:
    """(case, hashes of its events in order, the first fault or None) of a log of one case, a line an event.

    A line is `{"hash":"64 hex","event":{…}}` and a newline; the hash is that of the bytes of the event.
    """
    sha256, loads = hashlib.sha256, json.loads
    case, previous, moment = "", "", ""
    hashes: list[str] = []
    for seq, line in enumerate(lines, 1):
        try:
            record = loads(line)
            event, stated = record["event"], record["hash"]
            number, at = event["seq"], event["at"]
            if seq == 1:
                case = event["case"]
                previous = genesis(case)
        except (ValueError, KeyError, TypeError, RecursionError):
            return case, hashes, f"kejadian {seq}: tidak terbaca"
        if number != seq:
            return case, hashes, f"kejadian {seq}: hilang, disisipkan atau ditukar (di tempatnya kejadian {number})"
        if sha256(line[BODY:-2]).hexdigest() != stated or line[9:73] != stated.encode() or line[-2:] != b"}\n":
            return case, hashes, f"kejadian {seq}: berubah sejak dicatat"
        if event["previous"] != previous or event["case"] != case:
            return case, hashes, f"kejadian {seq}: tidak menyambung pada kejadian sebelumnya"
        if at < moment:
            return case, hashes, f"kejadian {seq}: bertanggal mundur"
        previous, moment = stated, at
        hashes.append(stated)
    return case, hashes, None if hashes else "kejadian 1: tidak ada"


class Dossier:
    """The members of one ZIP, by their path below its only folder."""

    def __init__(self, path: Path) -> None:
        self.faults: list[str] = []
        self.contents: dict[str, bytes] = {}
        self.digests: dict[str, str] = {}
        try:
            with zipfile.ZipFile(path) as packed:
                self._read(packed)
        except BROKEN as error:
            raise Rusak(f"{path.name}: bukan berkas ZIP yang utuh ({error})") from error

    def _read(self, packed: zipfile.ZipFile) -> None:
        members = [info for info in packed.infolist() if not info.filename.endswith("/")]
        top = members[0].filename.split("/")[0] + "/" if members else ""
        for info in members:
            name = info.filename[len(top) :]
            if not info.filename.startswith(top) or {"", ".", ".."} & set(name.split("/")) or "\\" in name:
                self.faults.append(f"{info.filename}: tidak pada tempatnya")
            elif name in self.contents:
                self.faults.append(f"{name}: ada dua kali")
            else:
                self.contents[name] = self._content(packed, info, name)

    def _content(self, packed: zipfile.ZipFile, info: zipfile.ZipInfo, name: str) -> bytes:
        """What the member holds, hashed on the way; of an original, which may be large, nothing is kept."""
        digest, kept = hashlib.sha256(), []
        try:
            with packed.open(info) as member:
                for chunk in iter(lambda: member.read(1 << 20), b""):
                    digest.update(chunk)
                    kept += [] if name.startswith(ORIGINALS) else [chunk]
        except BROKEN as error:
            self.faults.append(f"{name}: rusak dan tidak terbaca ({error})")
        self.digests[name] = digest.hexdigest()
        return b"".join(kept)

    def verify(self, keys: dict[str, bytes]) -> str:
        """Collect every fault, the first of them first; the sentence for a whole dossier."""
        self._signature(keys)
        inside = [name for name in self.contents if name.startswith("data/")]
        self._compare(self._listed(TAG_MANIFEST), sorted({*self.contents} - {*inside, TAG_MANIFEST, SIGNATURE}))
        self._compare(self._listed(MANIFEST), inside)
        heads = self._logs()
        covered = self._proofs(heads, keys)
        events = sum(len(hashes) for hashes in heads.values())
        return f"utuh: {len(inside)} berkas, {events} kejadian dalam {len(heads)} catatan; {covered}"

    def _signature(self, keys: dict[str, bytes]) -> None:
        match = re.fullmatch(rb"Ed25519 ([0-9a-f]{16}) ([0-9a-f]{128})\n", self.contents.get(SIGNATURE, b""))
        if match is None:
            self.faults.append(f"{SIGNATURE}: {'berubah' if SIGNATURE in self.contents else 'hilang'}")
            return
        key, signature = match.group(1).decode(), bytes.fromhex(match.group(2).decode())
        if key not in keys:
            self.faults.append(f"{SIGNATURE}: ditandatangani dengan kunci lain ({key})")
        elif not signed(keys[key], self.contents.get(TAG_MANIFEST, b""), signature):
            self.faults.append(f"{SIGNATURE}: tanda tangan atas {TAG_MANIFEST} tidak cocok")

    def _listed(self, name: str) -> dict[str, str]:
        """Path to hash, as a manifest lists them."""
        if name not in self.contents:
            self.faults.append(f"{name}: hilang")
            return {}
        listed = {}
        for number, line in enumerate(self.contents[name].decode("utf-8", "replace").splitlines(), 1):
            match = re.fullmatch(r"([0-9a-f]{64})  (.+)", line)
            if match is None or match.group(2) in listed:
                self.faults.append(f"{name}: baris {number} berubah")
            else:
                listed[match.group(2)] = match.group(1)
        return listed

    def _compare(self, listed: dict[str, str], present: Iterable[str]) -> None:
        for name, digest in listed.items():
            if name not in self.contents:
                self.faults.append(f"{name}: hilang")
            elif self.digests[name] != digest:
                self.faults.append(f"{name}: berubah")
        self.faults += [f"{name}: ditambahkan, tidak ada dalam daftar" for name in present if name not in listed]

    def _logs(self) -> dict[str, list[str]]:
        """Case to the hashes of its events, from each log that holds."""
        heads = {}
        for name in sorted(self.contents):
            if name.startswith(LOGS) and name.endswith(".jsonl"):
                case, hashes, fault = walk(self.contents[name].splitlines(keepends=True))
                heads[case] = hashes
                if fault:
                    self.faults.append(f"{name}: {fault}")
        return heads

    def _proofs(self, heads: dict[str, list[str]], keys: dict[str, bytes]) -> str:
        """Each checkpointed head must still stand in its log, and lie in the signed tree."""
        if CHECKPOINT not in self.contents or PROOFS not in self.contents:
            return "tanpa titik periksa"
        try:
            checkpoint = read_checkpoint(self.contents[CHECKPOINT], CHECKPOINT, keys)
        except Rusak as error:
            self.faults.append(str(error))
            return ""
        try:
            for proof in json.loads(self.contents[PROOFS]):
                self._proof(proof, checkpoint, heads)
        except (ValueError, KeyError, TypeError, IndexError, RecursionError):
            self.faults.append(f"{PROOFS}: tidak terbaca")
        return f"titik periksa {checkpoint['on']}"

    def _proof(self, proof: dict[str, Any], checkpoint: dict[str, Any], heads: dict[str, list[str]]) -> None:
        case, seq, stated = proof["case"], int(proof["seq"]), proof["hash"]
        content = canonical({"case": case, "seq": seq, "hash": stated})
        leaf = hashlib.sha256(b"\x00" + content).digest()
        size, root, index = int(checkpoint["tree_size"]), bytes.fromhex(checkpoint["root"]), int(proof["index"])
        if not 0 <= index < size or not leads_to_root({(0, index): leaf}, size, root, proof["nodes"]):
            self.faults.append(f"{PROOFS}: kejadian {seq} tidak termasuk titik periksa {checkpoint['on']}")
        elif case in heads and (seq > len(heads[case]) or heads[case][seq - 1] != stated):
            self.faults.append(f"kejadian {seq}: berubah sejak titik periksa {checkpoint['on']} (catatan {case})")


def check(paths: list[Path], keys: dict[str, bytes]) -> list[str]:
    """The faults of what was given; a single line that begins with `utuh` when there is none."""
    if paths[0].suffix.lower() == ".zip" or zipfile.is_zipfile(paths[0]):
        dossier = Dossier(paths[0])
        said = dossier.verify(keys)
        return dossier.faults or [said]
    newer, *older = [read_checkpoint(path.read_bytes(), path.name, keys) for path in paths]
    if older:
        return [compare_checkpoints(newer, older[0])]
    return [f"utuh: titik periksa {newer['on']} ({newer['tree_size']} kepala catatan)"]


def main(words: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Periksa keutuhan berkas perkara, atau dua titik periksa.")
    parser.add_argument("berkas", type=Path, help="berkas ZIP, atau titik periksa yang lebih baru")
    parser.add_argument("lama", type=Path, nargs="?", help="titik periksa yang lebih lama")
    parser.add_argument("--key", type=Path, required=True, help="kunci publik badan publik (PEM)")
    options = parser.parse_intermixed_args(words)
    paths = [path for path in (options.berkas, options.lama) if path]
    for path in (*paths, options.key):
        if not path.is_file():
            parser.error(f"{path}: tidak ada")
    keys = read_keys(options.key)
    if not keys:
        parser.error(f"{options.key}: tidak memuat kunci publik Ed25519")
    try:
        said = check(paths, keys)
    except Rusak as fault:
        said = [str(fault)]
    whole = len(said) == 1 and said[0].startswith("utuh")
    sys.stdout.write("".join(f"{line}\n" for line in said))
    return 0 if whole else 1


if __name__ == "__main__":
    sys.exit(main())
