"""Pictures without what cameras and programs wrote into them: place, time, device, names, thumbnails.

The coded picture itself is not touched (JPEG, PNG and WebP are rewritten part by part, TIFF is blanked in place), so a
scan stays the scan it was. Only a picture that stood on its side by a note in its EXIF is turned, as the note goes.
Parts are kept by a list of what a picture needs; whatever is unknown goes.
"""

import io
import struct
import zlib
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _
from PIL import Image

from ppid.models.content import FileRefused

ORIENTATION = 0x0112
# Turning needs the picture unpacked, and again beside itself; a larger one keeps the bare note of how it stands.
MOST_PIXELS_TURNED = 40_000_000
_ABOUT = ("dpi", "icc_profile", "transparency")
_TURNS: Mapping[int, Image.Transpose] = {
    2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_270, 7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}  # fmt: skip


def without_metadata(data: bytes, media_type: str) -> bytes:
    """`data` as it was for anything but a picture. Raises FileRefused for a picture that cannot be read."""
    strip = _STRIPPERS.get(media_type)
    if strip is None:
        return data
    try:
        return strip(data)
    except (struct.error, IndexError, ValueError) as error:
        raise FileRefused(_("Gambar rusak dan tidak dapat dibaca. Buat ulang fotonya, lalu pilih lagi.")) from error


# --- JPEG (ITU-T T.81, annex B) -----------------------------------------------------------------------------------

_JPEG_STANDALONE = frozenset({0x01, *range(0xD0, 0xD8)})
# Tables, frames and scans; of the application segments only what decides how colours are read.
_JPEG_KEPT = frozenset({*range(0xC0, 0xD0), 0xDA, 0xDB, 0xDC, 0xDD, 0xDE, 0xDF})


def _jpeg(data: bytes) -> bytes:
    kept, turn, scans = [b"\xff\xd8"], 1, 0
    for marker, body, coded in _jpeg_segments(data):
        if marker == 0xE1 and body.startswith(b"Exif\x00\x00"):
            turn = _orientation(body[6:])
        elif marker == 0xE0 and body.startswith(b"JFIF\x00"):
            # The thumbnail at its end may show what was cut away since.
            kept.append(_jpeg_segment(0xE0, body[:12] + b"\x00\x00"))
        elif marker in _JPEG_KEPT or _decides_colours(marker, body):
            kept += [_jpeg_segment(marker, body), coded]
            scans += marker == 0xDA
    if not scans:
        raise ValueError("no scan")
    plain = b"".join([*kept, b"\xff\xd9"])
    note = _jpeg_segment(0xE1, b"Exif\x00\x00" + _bare_note(turn))
    return _upright(plain, turn, "JPEG", lambda: plain[:2] + note + plain[2:])


def _decides_colours(marker: int, body: bytes) -> bool:
    return (marker == 0xE2 and body.startswith(b"ICC_PROFILE\x00")) or (marker == 0xEE and body.startswith(b"Adobe"))


def _jpeg_segment(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def _jpeg_segments(data: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """(marker, content, coded data after it) up to the end of the first picture; what hangs behind is left out."""
    place = 2
    while place < len(data):
        if data[place] != 0xFF:
            raise ValueError("no marker")
        marker = data[place + 1]
        place += 1
        if marker == 0xFF:  # filling
            continue
        place += 1
        if marker == 0xD9:
            return
        if marker in _JPEG_STANDALONE:
            continue
        (length,) = struct.unpack_from(">H", data, place)
        body = data[place + 2 : place + length]
        if length < 2 or len(body) != length - 2:
            raise ValueError("segment")
        place += length
        end = _end_of_coded(data, place) if marker == 0xDA else place
        yield marker, body, data[place:end]
        place = end


def _end_of_coded(data: bytes, place: int) -> int:
    while (place := data.find(b"\xff", place)) != -1:
        following = data[place + 1] if place + 1 < len(data) else 0xD9
        if following not in {0x00, 0xFF} and following not in _JPEG_STANDALONE:
            return place
        place += 1 if following == 0xFF else 2
    return len(data)


# --- PNG (ISO/IEC 15948) ------------------------------------------------------------------------------------------

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs cICP acTL fcTL fdAT".split()
)  # fmt: skip


def _png(data: bytes) -> bytes:
    kept, turn, place, kind = [_PNG], 1, len(_PNG), b""
    while kind != b"IEND":
        length, kind = struct.unpack_from(">I4s", data, place)
        whole = data[place : place + length + 12]
        if len(whole) != length + 12:
            raise ValueError("chunk")
        if kind == b"eXIf":
            turn = _orientation(whole[8:-4])
        if kind in _PNG_KEPT:
            kept.append(whole)
        place += len(whole)
    if len(kept) < 4 or kept[1][4:8] != b"IHDR":
        raise ValueError("no picture")
    plain = b"".join(kept)
    return _upright(plain, turn, "PNG", lambda: b"".join([*kept[:2], _png_chunk(b"eXIf", _bare_note(turn)), *kept[2:]]))


def _png_chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


# --- WebP (RFC 9649) ----------------------------------------------------------------------------------------------

_WEBP_KEPT = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"})
_WEBP_EXIF, _WEBP_XMP = 0x08, 0x04


def _webp(data: bytes) -> bytes:
    kept, turn, place = [], 1, 12
    (size,) = struct.unpack_from("<I", data, 4)
    end = min(size + 8, len(data))
    while place + 8 <= end:
        kind, length = struct.unpack_from("<4sI", data, place)
        body = data[place + 8 : place + 8 + length]
        if len(body) != length:
            raise ValueError("chunk")
        if kind == b"EXIF":
            turn = _orientation(body.removeprefix(b"Exif\x00\x00"))
        if kind == b"VP8X":
            body = bytes([body[0] & ~(_WEBP_EXIF | _WEBP_XMP)]) + body[1:]
        if kind in _WEBP_KEPT:
            kept.append((kind, body))
        place += 8 + length + length % 2
    if not any(kind in {b"VP8 ", b"VP8L", b"ANMF"} for kind, _body in kept):
        raise ValueError("no picture")
    lossless = any(kind == b"VP8L" for kind, _body in kept)

    def noted() -> bytes:
        # Only an extended file can hold the note, and only such a file had one.
        parts = [(kind, bytes([body[0] | _WEBP_EXIF]) + body[1:] if kind == b"VP8X" else body) for kind, body in kept]
        return _riff([*parts, (b"EXIF", _bare_note(turn))])

    return _upright(_riff(kept), turn, "WEBP", noted, lossless=lossless)


def _riff(chunks: list[tuple[bytes, bytes]]) -> bytes:
    body = b"".join(
        kind + struct.pack("<I", len(part)) + part + b"\x00" * (len(part) % 2) for kind, part in chunks
    )  # fmt: skip
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


# --- TIFF 6.0 -----------------------------------------------------------------------------------------------------

# Size, coding, colours, resolution, page number, orientation, ICC profile; the older JPEG coding's tables.
_TIFF_KEPT = frozenset(
    {254, 255, 256, 257, 258, 259, 262, 263, 264, 265, 266, 273, 274, 277, 278, 279, 280, 281, 282, 283, 284, 290, 291,
     292, 293, 296, 297, 301, 317, 318, 319, 320, 321, 322, 323, 324, 325, 332, 334, 336, 338, 339, 340, 341, 347, 512,
     513, 514, 515, 517, 518, 519, 520, 521, 529, 530, 531, 532, 34675}
)  # fmt: skip
_TIFF_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
_TIFF_DIRECTORIES = frozenset({330, 34665, 34853, 40965})  # sub-pictures, EXIF, GPS, interoperability
_MOST_DIRECTORIES = 1000


def _tiff(data: bytes) -> bytes:
    """Entries that are not needed leave their directory, and what they pointed to is blanked where it lies."""
    order = "<" if data[:2] == b"II" else ">"
    content = bytearray(data)
    seen: set[int] = set()
    (place,) = struct.unpack_from(f"{order}I", content, 4)
    while place:
        if place in seen or len(seen) >= _MOST_DIRECTORIES:
            raise ValueError("directories run in a circle")
        seen.add(place)
        place = _blank_directory(content, place, order, keep=True, depth=0)
    if not seen:
        raise ValueError("no picture")
    return bytes(content)


def _blank_directory(content: bytearray, place: int, order: str, *, keep: bool, depth: int) -> int:
    """Gives the place of the next directory. With `keep` the picture's own entries stay, else nothing does."""
    if depth > 4:
        raise ValueError("too deep")
    (count,) = struct.unpack_from(f"{order}H", content, place)
    end = place + 2 + 12 * count
    (following,) = struct.unpack_from(f"{order}I", content, end)
    stay = bytearray()
    for entry in range(place + 2, end, 12):
        tag, kind, number = struct.unpack_from(f"{order}HHI", content, entry)
        if keep and tag in _TIFF_KEPT:
            stay += content[entry : entry + 12]
            continue
        size = _TIFF_SIZES.get(kind, 1) * number
        if tag in _TIFF_DIRECTORIES and kind in {4, 13}:
            for below in _offsets(content, entry, number, order):
                _blank_directory(content, below, order, keep=False, depth=depth + 1)
        if size > 4:
            (start,) = struct.unpack_from(f"{order}I", content, entry + 8)
            content[start : start + size] = bytes(len(content[start : start + size]))
    length = 6 + 12 * count
    written = struct.pack(f"{order}H", len(stay) // 12) + stay
    written += struct.pack(f"{order}I", following) if keep else b""
    content[place : place + length] = written + bytes(length - len(written))
    return following if keep else 0


def _offsets(content: bytearray, entry: int, number: int, order: str) -> list[int]:
    if number == 1:
        return list(struct.unpack_from(f"{order}I", content, entry + 8))
    (start,) = struct.unpack_from(f"{order}I", content, entry + 8)
    return list(struct.unpack_from(f"{order}{min(number, _MOST_DIRECTORIES)}I", content, start))


# --- how a picture stands -----------------------------------------------------------------------------------------


def _orientation(exif: bytes) -> int:
    """1 (upright) … 8; 1 where nothing, or nothing readable, is noted."""
    noted = Image.Exif()
    try:
        noted.load(exif)
        turn = noted.get(ORIENTATION, 1)
    except Exception:
        return 1
    return turn if turn in _TURNS else 1


def _bare_note(turn: int) -> bytes:
    """EXIF that says how the picture stands and nothing else."""
    return b"II*\x00" + struct.pack("<IHHHIHHI", 8, 1, ORIENTATION, 3, 1, turn, 0, 0)


def _upright(plain: bytes, turn: int, kind: str, noted: Callable[[], bytes], *, lossless: bool = False) -> bytes:
    """The picture turned as its note said; where that cannot be done, with the bare note."""
    if turn == 1:
        return plain
    out = io.BytesIO()
    try:
        with Image.open(io.BytesIO(plain), formats=[kind]) as image:
            if image.width * image.height > MOST_PIXELS_TURNED or getattr(image, "n_frames", 1) > 1:
                return noted()
            about: dict[str, Any] = {name: image.info[name] for name in _ABOUT if name in image.info}
            turned = image.transpose(_TURNS[turn])
        if kind != "PNG":
            about.pop("transparency", None)
            about.update({"quality": 95, "lossless": lossless} if kind == "WEBP" else {"quality": 95, "subsampling": 0})
        turned.info = {}
        turned.save(out, kind, **about)
    except Exception:
        # Whatever Pillow cannot unpack is still a picture for others.
        return noted()
    return out.getvalue()


_STRIPPERS: Mapping[str, Callable[[bytes], bytes]] = {
    "image/jpeg": _jpeg, "image/png": _png, "image/webp": _webp, "image/tiff": _tiff,
}  # fmt: skip
