"""What holds for every template of the site, read as text."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3] / "templates"
TEMPLATES = sorted(ROOT.rglob("*.html"))
NAMES = [str(path.relative_to(ROOT)) for path in TEMPLATES]

INLINE = {
    "a style attribute": re.compile(r"<[^>]+\sstyle\s*=", re.IGNORECASE),
    "a style element": re.compile(r"<style[\s>]", re.IGNORECASE),
    "an inline script": re.compile(
        r"<script(?![^>]*\bsrc=)(?![^>]*type=[\"']application/(?:ld\+)?json)", re.IGNORECASE
    ),
    "an event handler": re.compile(r"<[a-z][^>]*\son[a-z]+\s*=", re.IGNORECASE),
    "a javascript: address": re.compile(r"javascript:", re.IGNORECASE),
}
# Letters are drawn by WeasyPrint and mails by mail programs; neither is a page under the site's policy.
ELSEWHERE = ("ppid/letters/", "ppid/mail/")


def test_there_are_templates_to_read():
    assert len(TEMPLATES) > 30


@pytest.mark.parametrize("path", TEMPLATES, ids=NAMES)
def test_no_inline_style_or_script(path):
    name, text = str(path.relative_to(ROOT)), path.read_text(encoding="utf-8")
    if name.startswith(ELSEWHERE):
        pytest.skip("not a page: the site's policy does not reach it")
    for what, pattern in INLINE.items():
        found = pattern.search(text)
        assert not found, f"{name} holds {what}: {found.group(0)[:80]!r}. Use a class or a file of static/portal."


@pytest.mark.parametrize("path", TEMPLATES, ids=NAMES)
def test_nothing_comes_from_another_host(path):
    text = path.read_text(encoding="utf-8")
    loaded = re.findall(r"<(?:script|img|link|iframe)[^>]*(?:src|href)=[\"'](?:https?:)?//[^\"']+", text)
    assert not loaded, f"{path.relative_to(ROOT)} loads {loaded} from another host"


def test_pages_extend_the_base_page():
    """A page of its own is only an error page that must stand alone, or a page of Wagtail's admin."""
    alone = [
        name
        for path, name in zip(TEMPLATES, NAMES, strict=True)
        if "<!doctype html>" in path.read_text(encoding="utf-8").lower() and not name.startswith(ELSEWHERE)
    ]
    assert sorted(alone) == ["base.html", "portal/alone.html"]


STYLES = sorted((ROOT.parent / "portal/static/portal/css").glob("*.css"))


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_colours_are_written_in_the_tokens_only(path):
    if path.name in ("tokens.css", "admin.css"):
        pytest.skip("the places where colours are written; Wagtail's admin has tokens of its own")
    text = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    strays = [colour for colour in re.findall(r"#[0-9a-f]{3,8}\b", text, re.IGNORECASE) if colour.lower() not in PLAIN]
    assert not strays, f"{path.name} writes colours of its own: {strays}; take or add a token"


# White on our teal, and ink on paper, mean the same wherever they stand.
PLAIN = {"#fff", "#000", "#555", "#777"}


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_every_token_that_is_used_is_defined(path):
    defined = set(re.findall(r"(--[\w-]+)\s*:", "".join(style.read_text(encoding="utf-8") for style in STYLES)))
    used = set(re.findall(r"var\((--[\w-]+)\s*\)", path.read_text(encoding="utf-8")))
    assert used <= defined, f"{path.name}: {used - defined}"
