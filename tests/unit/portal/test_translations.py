"""The English words: nothing half done, and every sentence of the parts that are finished is there.

`make messages` gathers the sentences; locale/en/LC_MESSAGES/django.po is where they are translated.
"""

import io
import re
from pathlib import Path

import pytest
from babel.messages.extract import extract
from babel.messages.pofile import read_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[3]
CATALOGUE = ROOT / "locale/en/LC_MESSAGES/django.po"
KEYWORDS = {
    name: None if single else (1, 2)
    for name, single in (
        ("_", True),
        ("gettext", True),
        ("gettext_lazy", True),
        ("gettext_noop", True),
        ("ngettext", False),
        ("ngettext_lazy", False),
    )
}
# The parts whose English is whole. Add a folder or file when its sentences are translated.
FINISHED = (
    "portal/menu.py",
    "portal/home.py",
    "portal/models/pages.py",
    "portal/views/appearance.py",
    "portal/views/errors.py",
    "templates/base.html",
    "templates/400.html",
    "templates/403.html",
    "templates/403_csrf.html",
    "templates/404.html",
    "templates/500.html",
    "templates/503.html",
    "templates/components",
    "templates/portal",
)
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


def catalogue():
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="en")


def sentences(path):
    """The message ids in one file; a template is first turned into Python, as makemessages does."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        text = templatize(text, origin=str(path))
    for _line, message, _comments, _context in extract("python", io.BytesIO(text.encode()), keywords=KEYWORDS):
        one = message[0] if isinstance(message, tuple) else message
        if one:
            yield one


def finished():
    for name in FINISHED:
        path = ROOT / name
        yield from [path] if path.is_file() else sorted(path.rglob("*.html"))


@pytest.mark.parametrize("path", list(finished()), ids=lambda path: str(path.relative_to(ROOT)))
def test_every_sentence_has_its_english(path):
    known = catalogue()
    missing = []
    for sentence in sentences(path):
        message = known.get(sentence) or known.get((sentence, sentence))
        done = message and not message.fuzzy and (all(message.string) if message.pluralizable else message.string)
        if not done:
            missing.append(sentence)
    assert not missing, f"translate in {CATALOGUE.relative_to(ROOT)}: {missing}"


def test_nothing_is_fuzzy():
    fuzzy = [message.id for message in catalogue() if message.id and message.fuzzy]
    assert not fuzzy


def test_translations_keep_what_is_filled_in():
    wrong = []
    for message in catalogue():
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        wanted = set(PLACEHOLDER.findall(ids[-1]))
        wrong += [string for string in strings if string and message.id and set(PLACEHOLDER.findall(string)) != wanted]
    assert not wrong


def test_the_finished_parts_do_hold_sentences():
    assert sum(1 for path in finished() for _ in sentences(path)) > 150
