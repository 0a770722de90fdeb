"""One PDF of many documents: an index with page numbers, then every page, each numbered at its foot."""

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from PIL import Image, UnidentifiedImageError

# A4 at 72 to the inch; how far the number stands from the edges, in points.
A4 = (595, 842)
MARGIN = 24


@dataclass(frozen=True)
class Bound:
    """Where a document stands: its first page (from 1) and how many it has; 0 and 0 when it cannot be bound in."""

    page: int
    pages: int


class Binder:
    """Takes up documents one by one. Call `finish` once, with a builder of the index."""

    def __init__(self) -> None:
        self._bodies: list[pikepdf.Pdf | None] = []

    def add(self, media_type: str, content: bytes) -> None:
        """The next document. One that is no PDF or picture, is locked or broken is left out of the binding: its
        original is in the dossier all the same."""
        try:
            self._bodies.append(_opened(media_type, content))
        except (pikepdf.PdfError, UnidentifiedImageError, OSError, ValueError, SyntaxError):
            self._bodies.append(None)

    def finish(self, index: Callable[[Sequence[Bound]], bytes], out: Path, title: str) -> list[Bound]:
        """Write the whole to `out`. `index` makes the index PDF from where everything stands; it is asked again when
        its own length moves the pages."""
        length = 1
        while True:
            places = list(self._places(length))
            with pikepdf.open(io.BytesIO(index(places))) as front:
                if len(front.pages) == length:
                    self._write(front, places, out, title)
                    return places
                length = len(front.pages)

    def _places(self, index_length: int) -> Iterator[Bound]:
        page = index_length + 1
        for body in self._bodies:
            pages = len(body.pages) if body is not None else 0
            yield Bound(page if pages else 0, pages)
            page += pages

    def _write(self, front: pikepdf.Pdf, places: Sequence[Bound], out: Path, title: str) -> None:
        whole = pikepdf.new()
        for part in (front, *self._bodies):
            if part is not None:
                whole.pages.extend(part.pages)
        face = {"/Type": pikepdf.Name.Font, "/Subtype": pikepdf.Name.Type1, "/BaseFont": pikepdf.Name.Helvetica}
        font = whole.make_indirect(pikepdf.Dictionary(face))
        for number, page in enumerate(whole.pages, 1):
            _disarm(page)
            if number > len(front.pages):
                _stamp(page, font, f"{number} / {len(whole.pages)}")
        with whole.open_outline() as outline:
            for number, place in enumerate(places, 1):
                if place.pages:
                    outline.root.append(pikepdf.OutlineItem(f"{number:03d}", place.page - 1))
        whole.docinfo["/Title"] = title
        whole.Root.Lang = pikepdf.String("id")
        whole.save(out, deterministic_id=True)
        for body in self._bodies:
            if body is not None:
                body.close()


def _opened(media_type: str, content: bytes) -> pikepdf.Pdf | None:
    if media_type == "application/pdf":
        return pikepdf.open(io.BytesIO(content))
    if media_type.startswith("image/"):
        out = io.BytesIO()
        with Image.open(io.BytesIO(content)) as picture:
            flat = picture.convert("RGB")
            # As large as fits on A4, at no less than 72 dots to the inch.
            dots = max(72.0, 72 * flat.width / (A4[0] - 2 * MARGIN), 72 * flat.height / (A4[1] - 2 * MARGIN))
            flat.save(out, "PDF", resolution=dots)
        return pikepdf.open(out)
    return None


def _disarm(page: pikepdf.Page) -> None:
    """Nothing that a strange PDF would run when its page is opened or touched."""
    if "/AA" in page.obj:
        del page.obj.AA
    for note in page.obj.get("/Annots", []):
        for name in ("/AA", "/A"):
            action = note.get(name)
            if action is not None and (name == "/AA" or str(action.get("/S", "")) != "/URI"):
                del note[name]


def _stamp(page: pikepdf.Page, font: pikepdf.Object, text: str) -> None:
    """The number at the right foot of the page as it is seen, whatever way it is turned."""
    left, bottom, right, top = (float(edge) for edge in page.cropbox)
    turned = int(page.obj.get("/Rotate", 0)) % 360
    width = len(text) * 4.2
    matrix = {
        0: (1, 0, 0, 1, right - MARGIN - width, bottom + MARGIN / 2),
        90: (0, 1, -1, 0, right - MARGIN / 2, top - MARGIN - width),
        180: (-1, 0, 0, -1, left + MARGIN + width, top - MARGIN / 2),
        270: (0, -1, 1, 0, left + MARGIN / 2, bottom + MARGIN + width),
    }.get(turned, (1, 0, 0, 1, right - MARGIN - width, bottom + MARGIN / 2))
    name = page.add_resource(font, pikepdf.Name.Font)
    words = " ".join(f"{value:.2f}" for value in matrix)
    page.contents_add(b"q\n", prepend=True)
    page.contents_add(f"\nQ q 0 g BT {name} 8 Tf {words} Tm ({text}) Tj ET Q\n".encode())
