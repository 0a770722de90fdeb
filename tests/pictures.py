"""Pictures as telephones and scanners hand them in, with everything they note."""

import io

from PIL import Image, ImageDraw, TiffImagePlugin
from PIL.PngImagePlugin import PngInfo

SECRETS = (b"Telepon Rahasia", b"Budi Contoh", b"-6.9")
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><creator>Budi Contoh</creator></x:xmpmeta>'
IPTC = b"Photoshop 3.0\x008BIM\x04\x04\x00\x00\x00\x00\x00\x10\x1c\x02\x50\x00\x0bBudi Contoh"


def drawn(size=(80, 48), mode="RGB") -> Image.Image:
    """Red in the upper left corner, blue in the lower right one, so that one sees how it stands."""
    image = Image.new("RGB", size, "white")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, size[0] // 2 - 1, size[1] // 2 - 1), fill="red")
    draw.rectangle((size[0] // 2, size[1] // 2, *size), fill="blue")
    return image.convert(mode)


def exif(orientation: int = 1) -> Image.Exif:
    noted = Image.Exif()
    noted[0x0112], noted[0x010F], noted[0x013B] = orientation, "Telepon Rahasia", "Budi Contoh"
    noted.get_ifd(0x8825).update({1: "S", 2: (6.0, 54.0, 0.0), 29: "-6.9"})
    noted.get_ifd(0x8769).update({0x9003: "2026:11:23 12:00:00", 0x927C: b"Telepon Rahasia"})
    return noted


def jpeg(orientation: int = 1, **more) -> bytes:
    out = io.BytesIO()
    drawn().save(
        out, "JPEG", exif=exif(orientation), xmp=XMP, comment=b"Budi Contoh", quality=92, subsampling=0, **more
    )  # fmt: skip
    content = out.getvalue()
    segment = b"\xff\xed" + (len(IPTC) + 2).to_bytes(2, "big") + IPTC
    # What some telephones hang behind the picture: a film, or a second picture with its own notes.
    return content[:2] + segment + content[2:] + b"Telepon Rahasia"


def png(orientation: int = 1, mode: str = "RGBA") -> bytes:
    out, words = io.BytesIO(), PngInfo()
    words.add_text("Author", "Budi Contoh")
    words.add_itxt("XML:com.adobe.xmp", XMP.decode())
    words.add_text("Comment", "Telepon Rahasia", zip=True)
    drawn(mode=mode).save(out, "PNG", pnginfo=words, exif=exif(orientation), dpi=(300, 300))
    return out.getvalue()


def webp(orientation: int = 1, *, lossless: bool = True) -> bytes:
    out = io.BytesIO()
    drawn().save(out, "WEBP", exif=exif(orientation), xmp=XMP, lossless=lossless, quality=90)
    return out.getvalue()


def tiff(pages: int = 2, compression: str = "tiff_lzw", orientation: int = 1, mode: str = "RGB") -> bytes:
    out, tags = io.BytesIO(), TiffImagePlugin.ImageFileDirectory_v2()
    tags[270], tags[305], tags[315], tags[700] = "Telepon Rahasia", "Telepon Rahasia", "Budi Contoh", XMP
    tags[33723] = b"\x1c\x02\x50\x00\x0bBudi Contoh"
    tags.tagtype[33723] = tags.tagtype[700] = 7
    if orientation != 1:
        tags[274] = orientation
    noted = exif(orientation)
    images = [drawn(mode=mode) for _page in range(pages)]
    images[0].save(
        out, "TIFF", save_all=True, append_images=images[1:], compression=compression, tiffinfo=tags, exif=noted
    )  # fmt: skip
    return out.getvalue()
