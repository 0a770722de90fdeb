"""How letters are set: read by the quick parser, values under each other, the same by either parser."""

import re

import pikepdf
import pypdfium2
import pytest

from ppid.letters import render
from tests.golden import test_letters as golden
from tests.golden.every_letter import DOCUMENTS

pytestmark = pytest.mark.django_db
body = golden.body
PAGE = (
    '<!doctype html><html lang="id"><head><title>t</title></head><body><p class="kaki">k</p><div class="lajur">'
    '<p class="baris">Nama&#9;: A</p><p class="baris">Nomor telepon / surel&#9;: B{}</p></div></body></html>'
)  # fmt: skip


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_letter_is_well_formed(body, monkeypatch, name):
    """What is not goes through the parser of HTML, which takes seven times as long."""
    seen, real = [], render._tree
    monkeypatch.setattr(render, "_tree", lambda html: seen.append(real(html)) or seen[-1])
    DOCUMENTS[name]()
    assert seen
    assert None not in seen


def colons(content: bytes) -> list[float]:
    """Where each colon begins, in points from the left."""
    with pypdfium2.PdfDocument(content) as document:
        page = document[0].get_textpage()
        text = page.get_text_range()
        return [page.get_charbox(place)[0] for place, sign in enumerate(text) if sign == ":"]


def test_values_of_rows_line_up_whatever_the_length_of_their_names():
    """WeasyPrint's tab alone would set them two points apart."""
    first, second = colons(render.pdf(PAGE.format("")))
    assert first == pytest.approx(second, abs=0.05)


def test_what_no_xml_may_hold_is_set_by_the_other_parser(monkeypatch):
    assert render._tree(PAGE.format("\x0b")) is None
    odd = render.pdf(PAGE.format("\x0b"))
    assert len(colons(odd)) == 2
    plain = render.pdf(PAGE.format(""))
    monkeypatch.setattr(render, "_tree", lambda html: None)
    assert colons(render.pdf(PAGE.format(""))) == colons(plain)


def test_the_word_konsep_is_drawn_on_each_page_of_a_draft_and_said_at_its_foot(body):
    content = golden.letters.build(golden.notice())
    with pikepdf.open(golden.io.BytesIO(content)) as document:
        assert len(document.pages) > 1
    said = golden.text_of(content)
    assert len(re.findall("KONSEP, belum ditandatangani", said)) == said.count("Halaman ")
