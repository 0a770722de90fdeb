"""What a phone must fetch before it sees the home page: under 14 kB compressed, the font apart (design.md)."""

import gzip
import re
from pathlib import Path

from django.template import engines
from django.test import RequestFactory

from disclosures.queries.exclusions import ExclusionCount
from portal.home import ClassCount, ComplaintFigures, HomeScreen, UnitCount
from portal.models import SiteSettings
from ppid.models import Institution
from ppid.queries.statistics import ServiceFigures

STATIC = Path(__file__).resolve().parents[3] / "portal/static"
FIRST_FLIGHT = 14 * 1024  # ten packets of a fresh connection


def home_page():
    """The page of a body with many units; entries are left out because their words are the body's."""
    screen = HomeScreen(
        searchable=1234,
        answer_by=None,
        answer_days=10,
        classes=tuple(ClassCount(code, code, 120, None) for code in ("berkala", "serta_merta", "setiap_saat")),
        unclassified=ClassCount("belum", "Belum diklasifikasi", 7, None),
        excluded=ExclusionCount(53, None),
        service=ServiceFigures(2026, 223, 214, 9, 3, 0, 6),
        complaints=ComplaintFigures(2025, 41, 39, 2),
        newest=(),
        units=tuple(UnitCount(f"unit-{number}", f"Dinas Urusan Nomor {number}", number) for number in range(40)),
    )
    context = {
        "screen": screen,
        "institution": Institution(),
        "appearance": SiteSettings(),
        "request": RequestFactory().get("/"),
    }
    return engines["django"].get_template("portal/home.html").render(context)


def test_the_first_flight_fits_into_fourteen_kilobytes():
    page = home_page()
    sheets = re.findall(r'<link rel="stylesheet" href="/static/([^"]+)"(?! media="print")', page)
    assert len(sheets) >= 5
    parts = {"page": page.encode(), **{sheet: (STATIC / sheet).read_bytes() for sheet in sheets}}
    sizes = {name: len(gzip.compress(data, 6)) for name, data in parts.items()}
    assert sum(sizes.values()) < FIRST_FLIGHT, sizes


def test_scripts_are_small_and_wait():
    page = home_page()
    scripts = re.findall(r"<script [^>]*>", page)
    assert all(" defer" in script and ' src="/static/' in script for script in scripts)
    total = sum(len(gzip.compress(path.read_bytes())) for path in (STATIC / "portal/js").glob("*.js"))
    assert total < 6 * 1024


def test_the_font_is_one_file_with_its_licence():
    fonts = list((STATIC / "portal/font").glob("*.woff2"))
    assert len(fonts) == 1
    assert fonts[0].stat().st_size < 30_000
    assert "SIL Open Font License" in (STATIC / "portal/font/OFL.txt").read_text(encoding="utf-8")
