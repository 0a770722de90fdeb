"""A document in dispute, both versions side by side. The unredacted one as pictures only, to named commissioners."""

import base64
import io
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET
from PIL import Image, ImageDraw

from ppid.access import invitation_of, open_file
from ppid.actions import visits
from ppid.commission.room import moment, reviewer
from ppid.models import Invitation, PrivateFile, Role
from ppid.queries.dossier import stands_on
from ppid.queries.room import SealedRow, sealed_rows

SCALE = 1.3
MOST_PAGES = 100
GREY = (150, 150, 150)


@dataclass(frozen=True)
class Pair:
    """One page of both versions, as addresses of pictures; "" where a version has no such page."""

    number: int
    redacted: str
    original: str


@dataclass(frozen=True)
class SealedScreen:
    invitation: Invitation
    row: SealedRow
    pairs: tuple[Pair, ...]
    cut: bool


@require_GET
@reviewer
def document(request: HttpRequest, pk: int, document_id: int) -> HttpResponse:
    """Both versions; without an opening only the redacted one, and why."""
    at, on = moment()
    invitation = invitation_of(request.user, pk, on)
    rows = sealed_rows(stands_on(invitation.case), request.user, on)
    row = next((one for one in rows if one.document.pk == document_id), None)
    if row is None:
        raise Http404
    mark = f"{request.user.get_username()} {at:%Y-%m-%d %H:%M}"
    left = list(_pictures(row.redacted, request, at)) if row.redacted else []
    right = list(_pictures(row.document.original, request, at, mark=mark)) if row.opening else []
    visits.note(invitation, page="dokumen", at=at, file=row.document.original if row.opening else row.redacted)
    length = max(len(left), len(right))
    pairs = tuple(
        Pair(number + 1, left[number] if number < len(left) else "", right[number] if number < len(right) else "")
        for number in range(min(length, MOST_PAGES))
    )
    screen = SealedScreen(invitation, row, pairs, length > MOST_PAGES)
    return render(request, "ppid/commission/document.html", {"screen": screen})


def _pictures(file: PrivateFile, request: HttpRequest, at: object, mark: str = "") -> Iterator[str]:
    """Each page as a PNG in a data: address: view only, and whoever photographs it photographs the reader's name."""
    content = open_file(file, user=request.user, role=Role.REVIEWER, at=at, reason=_("ruang baca komisi"))  # type: ignore[arg-type]
    for number, picture in enumerate(_pages(file.media_type, content)):
        if number > MOST_PAGES:
            return
        yield _address(_marked(picture, mark) if mark else picture)


def _pages(media_type: str, content: bytes) -> Iterator[Image.Image]:
    if media_type == "application/pdf":
        with pypdfium2.PdfDocument(content) as pages:
            for page in pages:
                yield page.render(scale=SCALE).to_pil()
    elif media_type.startswith("image/"):
        with Image.open(io.BytesIO(content)) as picture:
            picture.thumbnail((1400, 2000))
            yield picture.convert("RGB")


def _marked(picture: Image.Image, mark: str) -> Image.Image:
    flat = picture.convert("RGB")
    pen = ImageDraw.Draw(flat)
    for top in range(40, flat.height, 180):
        pen.text((30 + top % 200, top), mark, fill=GREY)
    return flat


def _address(picture: Image.Image) -> str:
    out = io.BytesIO()
    picture.save(out, "PNG")
    return "data:image/png;base64," + base64.b64encode(out.getvalue()).decode("ascii")
