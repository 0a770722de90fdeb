"""The sentences of the code and the catalogue that says them in English.

The message id is the Indonesian sentence. Python files mark one with gettext and its kin, or with `say` where Django is
not known (`ppid.law`, `disclosures.imports`); templates with `{% translate %}` and `{% blocktranslate trimmed %}`.

You will wonder why this is not `manage.py makemessages`. Because that needs the gettext programs on every machine that
runs the tests, cannot learn `say` from its command line, and walks the folders of data as well.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_python
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[1]
ENGLISH = ROOT / "locale/en/LC_MESSAGES/django.po"
ROOMS = ("portal", "disclosures", "ppid", "search")

# A sentence as Django and Babel know it: its context (None mostly) and its id, or a pair of ids for one and many.
Sentence = tuple[str | None, str | tuple[str, str]]

MARKS = {
    **DEFAULT_KEYWORDS,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
    "say": None,
    "now": None,  # `gettext as now`, where `_` is the lazy one
}
# Templates that stay Indonesian in every language: letters are written in the language of the law (ppid/letters).
INDONESIAN_ONLY = ("templates/ppid/letters/",)

_TEXT = r"""u?(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
_CALL = re.compile(rf"\b(n?p?gettext|_)\(\s*({_TEXT}(?:\s*,\s*{_TEXT})*)")


def sentences(root: Path = ROOT) -> dict[Sentence, str]:
    """Every sentence the code marks, with the file where it was first met (relative to `root`)."""
    found: dict[Sentence, str] = {}
    for path in _sources(root):
        place = path.relative_to(root).as_posix()
        for sentence in _in_python(path) if path.suffix == ".py" else _in_template(path):
            found.setdefault(sentence, place)
    return found


def gather(catalogue: Path = ENGLISH, root: Path = ROOT) -> Catalog:
    """Write into `catalogue` what the code says now: new sentences empty, those gone removed, the rest as it was."""
    with catalogue.open("rb") as file:
        known = read_po(file, locale="en")
    fresh = Catalog(
        locale="en",
        project="portal-ppid",
        version="0.1",
        header_comment=known.header_comment,
        msgid_bugs_address=known.msgid_bugs_address,
        last_translator=known.last_translator,
        language_team=known.language_team,
        creation_date=known.creation_date,
        revision_date=known.revision_date,
        charset="utf-8",
        fuzzy=False,
    )
    for context, text in sentences(root):
        before = known.get(text if isinstance(text, str) else text[0], context)
        fresh.add(text, before.string if before and before.id == text else None, context=context)
    with catalogue.open("wb") as file:
        write_po(file, fresh, width=120, sort_output=True)
    return fresh


def untranslated(catalogue: Catalog) -> list[str]:
    """The message ids (the singular one of a pair) that have no words in the catalogue, or only half of a pair."""
    return [
        message.id if isinstance(message.id, str) else message.id[0]
        for message in catalogue
        if message.id and not all((message.string,) if isinstance(message.string, str) else message.string or ("",))
    ]


def _sources(root: Path) -> Iterator[Path]:
    for room in ROOMS:
        for path in sorted((root / room).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path
    for path in sorted((root / "templates").rglob("*.*")):
        kept = path.suffix in {".html", ".txt", ".svg"}
        if kept and not path.relative_to(root).as_posix().startswith(INDONESIAN_ONLY):
            yield path


def _in_python(path: Path) -> Iterator[Sentence]:
    with path.open("rb") as file:
        calls: Iterable[Any] = extract_python(file, MARKS, [], {"encoding": "utf-8"})
        for _line, mark, texts, _comments in calls:
            sentence = _sentence(mark, (texts,) if isinstance(texts, str) else texts)
            if sentence:
                yield sentence


def _in_template(path: Path) -> Iterator[Sentence]:
    for mark, texts in _CALL.findall(templatize(path.read_text(), origin=str(path))):
        sentence = _sentence(mark, ast.literal_eval(f"({texts},)"))
        if sentence:
            yield sentence


def _sentence(mark: str, texts: tuple[str | None, ...] | None) -> Sentence | None:
    """One call as a sentence; None for a call on a variable, which marks nothing."""
    if not texts:
        return None
    name = mark.removesuffix("_lazy")
    context = texts[0] if "pgettext" in name else None
    words = texts[1:] if "pgettext" in name else texts
    wanted = 2 if name.startswith("n") and name not in {"now"} else 1
    if len(words) < wanted or not all(words[:wanted]):
        return None
    return (context, (str(words[0]), str(words[1]))) if wanted == 2 else (context, str(words[0]))
