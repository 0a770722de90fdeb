"""Letters know only the elements that letters use, and are set as if they knew all of HTML."""

import re

import pytest

from ppid.letters import render
from tests.golden import test_letters as golden
from tests.golden.every_letter import DOCUMENTS

pytestmark = pytest.mark.django_db
body = golden.body
# WeasyPrint says nothing of these, or letter.css says otherwise in any case.
BARE = {"a", "span"}


@pytest.mark.parametrize("name", [name for name in DOCUMENTS if not name.endswith("-naskah")])
def test_weasyprints_own_stylesheet_would_give_the_same_bytes(body, monkeypatch, name):
    real, seen = render._typeset, []

    def both(html, files, beneath=b""):
        ours = real(html, files, beneath)
        with monkeypatch.context() as without:
            without.delattr(render.LetterHTML, "_ua_stylesheets")
            seen.append(real(html, files, beneath) == ours)
        return ours

    monkeypatch.setattr(render, "_typeset", both)
    DOCUMENTS[name]()
    assert seen == [True]


def test_every_element_of_the_templates_has_its_defaults():
    """An element new to the letters wants its lines in defaults.css, even where no golden text shows it."""
    used = {name for page in render.STYLES.glob("*.html") for name in re.findall(r"<([a-z]\w*)", page.read_text())}
    known = set(re.findall(r"\b[a-z]\w*\b", re.sub(r"/\*.*?\*/|\{.*?\}", "", _defaults(), flags=re.S)))
    assert used - known <= BARE


def _defaults() -> str:
    return (render.STYLES / "defaults.css").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", sorted(render.STYLES.glob("*.html")), ids=lambda page: page.stem)
def test_rows_bring_their_colon_and_cells_begin_at_once(page):
    """Rows of `lajur` and `pembuka` say ": " themselves; in a cell a line break is one, at its beginning too."""
    text = page.read_text(encoding="utf-8")
    rows = re.findall(r'<div class="(?:lajur|pembuka)">.*?</div>', text, flags=re.S)
    lines = [line for row in rows for line in re.findall(r'<p class="baris">(.*?)</p>', row, flags=re.S)]
    assert all(line.count("&#9;: ") == 1 for line in lines)
    assert not re.search(r"<t[dh][^>]*>\s*\n", text)
    assert not re.search(r'<p class="baris[^>]*>[^<]*\n', text), "every blank of a row is kept as it stands"
