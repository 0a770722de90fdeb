"""No English is left over on an Indonesian page, and no sentence of ours is without English (docs/translations.md)."""

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.apps import apps
from django.utils import translation
from django.utils.translation.trans_real import DjangoTranslation

from portal import catalogue

ROOT = Path(__file__).resolve().parents[2]
# What must come through a translation unharmed: values, in either style of Python, and markup.
KEPT = re.compile(r"%\(\w+\)[sd]|\{\w*\}|</?[a-zA-Z][^>]*>|%%")
THEIRS = [
    (app.name, Path(app.path) / "locale", domain)
    for app in apps.get_app_configs()
    for domain in ("django", "djangojs")
    if app.name.startswith(("wagtail", "taggit", "allauth"))
    and (Path(app.path) / f"locale/en/LC_MESSAGES/{domain}.po").exists()
]


def read(path: Path, locale: str) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=locale)


def forms(words: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(words or ("",))


def kept(text: str) -> set[str]:
    return set(KEPT.findall(text))


def harmed(message: Message) -> bool:
    """Whether a translation lacks a value or tag of every form of its sentence, or has one that none of them has."""
    said = [kept(text) for text in forms(message.id)]
    return any(not set.intersection(*said) <= kept(text) <= set.union(*said) for text in forms(message.string))


def messages(book: Catalog) -> Iterator[Message]:
    return (message for message in book if message.id)


@pytest.fixture(scope="module")
def ours() -> dict[str, Catalog]:
    return {name: read(ROOT / f"locale/id/LC_MESSAGES/{name}.po", "id") for name in ("django", "djangojs")}


def test_the_rooms_of_the_officers_bring_sentences():
    assert {name for name, _folder, _domain in THEIRS} >= {"wagtail", "wagtail.admin", "wagtail.images", "allauth"}


@pytest.mark.parametrize(
    ("name", "folder", "domain"), THEIRS, ids=lambda value: value if isinstance(value, str) else ""
)
def test_every_english_sentence_of_a_library_is_said_in_indonesian(name, folder, domain, ours):
    # A catalogue of the library itself counts only where Django loads it for "id": wagtail's id_ID is not loaded.
    path = folder / f"id/LC_MESSAGES/{domain}.po"
    its_own = read(path, "id") if path.exists() else Catalog(locale="id")
    wrong = []
    for sentence in messages(read(folder / f"en/LC_MESSAGES/{domain}.po", "en")):
        key = forms(sentence.id)[0]
        said = ours[domain].get(key, sentence.context) or its_own.get(key, sentence.context)
        if said is None or said.fuzzy or not all(forms(said.string)):
            wrong.append(f"not translated: {key}")
        elif harmed(Message(sentence.id, said.string)):
            wrong.append(f"values or tags differ: {key}")
    assert not wrong, f"{name}: complete locale/id/LC_MESSAGES/{domain}.po (docs/translations.md)\n" + "\n".join(wrong)


@pytest.mark.parametrize(("language", "domain"), [("id", "django"), ("id", "djangojs"), ("en", "django")])
def test_a_catalogue_compiles_with_every_form_and_nothing_fuzzy(language, domain):
    book = read(ROOT / f"locale/{language}/LC_MESSAGES/{domain}.po", language)
    plurals = {"id": 1, "en": 2}[language]
    for message in messages(book):
        assert not message.fuzzy, f"{message.id}: check the words, then remove the mark fuzzy"
        if not isinstance(message.id, str):
            assert len(forms(message.string)) == plurals, f"{message.id}: {language} has {plurals} forms"
        assert not harmed(message), f"{message.id}: values or tags differ in {message.string}"
    write_mo(io.BytesIO(), book)


def test_every_sentence_of_the_code_is_said_in_english():
    book = read(catalogue.ENGLISH, "en")
    known = {(message.context, message.id) for message in messages(book)}
    marked = catalogue.sentences()
    missing = [f"{marked[key]}: {forms(key[1])[0]}" for key in sorted(marked.keys() - known, key=str)]
    gone = [forms(key[1])[0] for key in sorted(known - marked.keys(), key=str)]
    assert not missing, "run `make messages`, then translate what it lists:\n" + "\n".join(missing)
    assert not gone, "run `make messages`; the code no longer says:\n" + "\n".join(gone)
    assert not catalogue.untranslated(book), "translate these in locale/en/LC_MESSAGES/django.po"


def test_sentences_are_found_wherever_they_may_be_marked(tmp_path):
    (tmp_path / "ppid/law").mkdir(parents=True)
    (tmp_path / "templates/ppid/letters").mkdir(parents=True)
    (tmp_path / "ppid/law/example.py").write_text(
        'say("Kata " "hukum.")\n_("Kata layar")\nngettext_lazy("%(n)d satu", "%(n)d banyak", n)\n_(variable)\n'
    )
    (tmp_path / "templates/page.html").write_text(
        '{% translate "Kata templat" %}{% include "x.html" with label=_("Kata bagian") only %}'
        "{% blocktranslate trimmed count n=n %}\n Ada {{ n }}\n{% plural %}\n Ada {{ n }} semua\n"
        "{% endblocktranslate %}"
    )
    (tmp_path / "templates/ppid/letters/notice.html").write_text('{% translate "Kata surat" %}')
    assert set(catalogue.sentences(tmp_path)) == {
        (None, "Kata hukum."),
        (None, "Kata layar"),
        (None, ("%(n)d satu", "%(n)d banyak")),
        (None, "Kata templat"),
        (None, "Kata bagian"),
        (None, ("Ada %(n)s", "Ada %(n)s semua")),
    }


def test_gathering_keeps_what_was_translated_and_drops_what_is_gone(tmp_path):
    (tmp_path / "ppid").mkdir()
    (tmp_path / "templates").mkdir()
    (tmp_path / "ppid/example.py").write_text('_("Kirim")\n_("Simpan")\nngettext("%(n)d surat", "%(n)d surat", n)\n')
    path = tmp_path / "django.po"
    path.write_text('msgid ""\nmsgstr ""\n\nmsgid "Kirim"\nmsgstr "Send"\n\nmsgid "Hapus"\nmsgstr "Delete"\n')
    catalogue.gather(path, tmp_path)
    book = read(path, "en")
    assert {forms(message.id)[0]: message.string for message in messages(book)} == {
        "Kirim": "Send",
        "Simpan": "",
        "%(n)d surat": ("", ""),
    }
    assert catalogue.untranslated(book) == ["%(n)d surat", "Simpan"]


def test_the_compiled_words_are_the_ones_shown():
    for language, text, said in (("id", "Save draft", "Simpan draf"), ("en", "Beranda", "Home")):
        with translation.override(language):
            assert translation.gettext(text) == said, "stale or missing .mo files: run `make setup`"
    script = DjangoTranslation("id", domain="djangojs", localedirs=[str(ROOT / "locale")])
    assert script.gettext("Saving...") == "Menyimpan..."
