"""What every letter shares: letterhead, number, day, place, the code to verify it by, and the marks in its metadata."""

import datetime as dt
import functools
import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import segno
from django.conf import settings

from ppid.law.calendar import written
from ppid.law.checkpoint import printed
from ppid.models import Checkpoint, Institution
from ppid.models.cases import grouped
from ppid.models.letters import Letter

CODE_MARK = "kode-verifikasi:"
DRAFT_MARK = "konsep-sha256:"

# KONSEP in strokes of a pen across the page, as PDF says it (ISO 32000-1, 8.5): turned by 40 degrees about the middle
# of an A4 page, a unit a millimetre. A drawing of SVG would be read and set anew for every page of every letter.
KONSEP = (
    b"2.1714 1.8220 -1.8220 2.1714 297.64 437.7 cm .894 .894 .894 RG 5.4 w 2 j "
    b"-72 13 m -72 -13 l -54 13 m -70 -1 l -53 -13 l S "
    b"-24.5 0 m -24.5 5.8 -29.2 10.5 -35 10.5 c -40.8 10.5 -45.5 5.8 -45.5 0 c "
    b"-45.5 -5.8 -40.8 -10.5 -35 -10.5 c -29.2 -10.5 -24.5 -5.8 -24.5 0 c s "
    b"-15 -13 m -15 13 l 3 -13 l 3 13 l 30 10 m 16 10 l 16 0 l 30 0 l 30 -10 l 14 -10 l "
    b"57 10 m 42 10 l 42 -10 l 57 -10 l 42 0 m 55 0 l 69 -13 m 69 10 l 84 10 l 84 -2 l 69 -2 l S"
)


@dataclass(frozen=True)
class Letterhead:
    """The kop: `body` is the whole name of the public body, `address` its lines beneath the office's name."""

    body: str
    government: str
    office: str
    address: tuple[str, ...]
    logo: bool
    city: str


@dataclass(frozen=True)
class Frame:
    """`about` and `marks` go into the metadata; no name of an applicant may stand in them or in `title`."""

    letterhead: Letterhead
    title: str
    about: str
    number: str
    day: dt.date
    code: str
    konsep: bool
    marks: tuple[str, ...]
    checkpoint: str = ""

    @property
    def verify_url(self) -> str:
        return verify_url(self.code)


def verify_url(code: str) -> str:
    """Where anyone may check the letter (interfaces.md: /verifikasi/CODE/)."""
    return f"{settings.SITE_URL}/verifikasi/{grouped(code)}/"


def frame(letter: Letter, *, institution: Institution, about: str, konsep: bool) -> Frame:
    marks = [f"{CODE_MARK}{letter.verify_code}"]
    if not konsep and letter.draft_sha256:
        marks.append(f"{DRAFT_MARK}{letter.draft_sha256}")
    name = f"{letter.get_kind_display()} {letter.number}"
    return Frame(
        letterhead=_letterhead(institution),
        title=f"KONSEP: {name}" if konsep else name,
        about=about,
        number=letter.number,
        day=letter.dated,
        code=letter.verify_code,
        konsep=konsep,
        marks=tuple(marks),
        checkpoint=_checkpoint(letter),
    )


def _checkpoint(letter: Letter) -> str:
    """`22 November 2026: 1A2B-…`, the newest checkpoint when the letter came to be, so that a letter kept on paper is a
    witness too; empty before the first."""
    if letter.created_at is None:
        return ""
    row = Checkpoint.objects.filter(created_at__lte=letter.created_at).order_by("-on").only("on", "root").first()
    return f"{written(row.on)}: {printed(row.root)}" if row else ""


def files_of(page: Frame, institution: Institution) -> Mapping[str, tuple[str, bytes]]:
    """All that the page may load, by name."""
    files = {"qr.png": ("image/png", _qr(page.verify_url))}
    if page.letterhead.logo:
        files["logo"] = _logo(institution)
    return files


def _letterhead(institution: Institution) -> Letterhead:
    street = " ".join(institution.address.split())
    place = " ".join(part for part in (street, institution.postal_code) if part)
    reach = [
        f"{word} {value}"
        for word, value in (
            ("Telepon", institution.phone),
            ("Surel", institution.email),
            ("Laman", institution.website.split("://")[-1].rstrip("/")),
        )
        if value
    ]
    return Letterhead(
        body=institution.name,
        government=institution.government,
        office=institution.office or institution.name,
        address=tuple(line for line in (place, " · ".join(reach)) if line),
        logo=institution.logo_id is not None,
        city=institution.city,
    )


@functools.lru_cache(maxsize=256)
def _qr(address: str) -> bytes:
    out = io.BytesIO()
    segno.make(address, error="m", micro=False).save(out, kind="png", border=0, scale=4)
    return out.getvalue()


def _logo(institution: Institution) -> tuple[str, bytes]:
    """The arms of the body, small enough for a letter; a drawing stays a drawing."""
    image: Any = institution.logo
    if image.is_svg():
        with image.open_file() as source:
            return "image/svg+xml", source.read()
    rendition = image.get_rendition("max-400x400|format-png")
    with rendition.file.open("rb") as source:
        return "image/png", source.read()
