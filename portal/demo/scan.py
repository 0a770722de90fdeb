"""A scan of the wet-ink original, as an office makes one: the copy for signing, printed, signed and scanned."""

import io
import math
import random

import pypdfium2 as pdfium
from PIL import Image, ImageDraw, ImageFont

_DPI = 110


def scan_of(pdf: bytes, hand: str) -> bytes:
    """The pages of `pdf` as one PDF of images, with a pen stroke by `hand` on the last page's signature block."""
    document = pdfium.PdfDocument(pdf)
    pages = [document[number].render(scale=_DPI / 72).to_pil().convert("RGB") for number in range(len(document))]
    _sign(pages[-1], hand)
    out = io.BytesIO()
    pages[0].save(out, "PDF", resolution=_DPI, save_all=True, append_images=pages[1:], quality=70)
    return out.getvalue()


def _sign(page: Image.Image, hand: str) -> None:
    pen = ImageDraw.Draw(page)
    chance = random.Random(hand)  # noqa: S311  (a stroke of ink, not a key)
    width, height = page.size
    left, base, length = width * 0.6, height * 0.8, width * 0.2
    strokes, phase = chance.uniform(5, 9), chance.uniform(0, 3)
    points = [
        (
            left + length * step / 120,
            base + math.sin(step / 120 * strokes * math.pi + phase) * height * 0.012 * (1 + step % 7 / 9),
        )
        for step in range(121)
    ]
    pen.line(points, fill=(22, 40, 120), width=max(2, width // 450), joint="curve")


def paper(title: str, *lines: str) -> bytes:
    """A plain sheet as a scan: what an office keeps of a decree, a test or a postal slip."""
    page = Image.new("RGB", (910, 1286), "white")
    pen = ImageDraw.Draw(page)
    head, text = ImageFont.load_default(30), ImageFont.load_default(20)
    pen.text((90, 110), title, font=head, fill="black")
    for number, line in enumerate(lines):
        pen.text((90, 200 + number * 40), line, font=text, fill="black")
    _sign(page, title)
    out = io.BytesIO()
    page.save(out, "PDF", resolution=_DPI, quality=70)
    return out.getvalue()
