"""Every kind of letter before veraPDF: archivable (PDF/A-3a) and accessible (PDF/UA-1), not by its own word alone."""

import pikepdf
import pytest
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.db import transaction
from wagtail.images.models import Image

from ppid import letters
from ppid.law.letters import LETTERS
from ppid.letters import render
from ppid.models import Letter
from tests import factories, pictures
from tests.golden import test_letters as golden
from tests.golden.every_letter import DOCUMENTS, MAKERS
from tests.verapdf import checker

pytestmark = pytest.mark.django_db
body = golden.body
# Signs of other scripts, a picture, an unknown private sign, hidden signs and a tab: what comes out of other programs.
TYPED = ("中文", "العربية", "ᮘᮞ", "ꦧꦱ", "😀", "\ue000", "a\u200db\u00adc\u202ed", "a\tb\x0bc", "ﬁ ½ ™ ≤")


ARMS = {
    "png": pictures.png(),
    "jpg": pictures.jpeg(),
    "svg": b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 48"><defs><linearGradient id="g">
        <stop offset="0" stop-color="red" stop-opacity="0"/><stop offset="1" stop-color="tan"/></linearGradient></defs>
        <rect width="80" height="48" fill="url(#g)" opacity=".8"/><text x="9" y="30">Tirta</text></svg>""",
}


@pytest.fixture(scope="module")
def broken():
    """What a file breaks, by profile; one veraPDF for all of them."""
    with checker.running() as check:
        yield check


def kinds_of(make):
    """Of which kinds of case and of letter one maker's letter is; the next may use the same tracking code."""
    with transaction.atomic():
        letter = make()
        kinds = letter.case.kind, letter.kind
        transaction.set_rollback(True)
    return kinds


def test_every_kind_of_letter_that_can_be_written_is_checked(body):
    """A kind may stand in the law's table before its letter can be written; from then on it has an example here."""
    assert {kinds_of(make) for made in MAKERS.values() for make in made.values()} == letters.WRITTEN
    assert {kind for _case, kind in letters.WRITTEN} <= set(LETTERS)


@pytest.mark.parametrize(("kind", "name"), [(kind, name) for kind, made in MAKERS.items() for name in made])
def test_each_maker_makes_a_letter_of_its_kind(body, kind, name):
    assert MAKERS[kind][name]().kind == kind


@pytest.mark.verapdf
@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_document_holds_before_verapdf(body, broken, tmp_path, name):
    path = tmp_path / f"{name}.pdf"
    path.write_bytes(DOCUMENTS[name]())
    assert broken(path) == {profile: [] for profile in checker.PROFILES}


@pytest.mark.verapdf
@pytest.mark.parametrize("typed", TYPED)
def test_whatever_people_type_the_letter_holds(body, broken, tmp_path, typed):
    case = factories.file_case(name=f"Budi {typed}", details=f"Data {typed} dan lain-lain.")
    path = tmp_path / "surat.pdf"
    path.write_bytes(letters.build(case.letters.get(kind=Letter.Kind.RECEIPT)))
    assert broken(path) == {profile: [] for profile in checker.PROFILES}


@pytest.mark.verapdf
@pytest.mark.parametrize("kind", ARMS)
def test_with_the_arms_of_the_body_the_letter_holds(body, broken, tmp_path, kind):
    file = ImageFile(ContentFile(ARMS[kind]), name=f"lambang.{kind}")
    body.logo = Image.objects.create(title="Lambang", file=file, width=80, height=48)
    body.save()
    path = tmp_path / "surat.pdf"
    path.write_bytes(letters.build(golden.receipt()))
    assert broken(path) == {profile: [] for profile in checker.PROFILES}


def test_a_sign_without_a_glyph_stands_there_by_its_number(body):
    text = golden.text_of(render.pdf("<html lang='id'><title>x</title><p>Data \ue123\x0bsaja, ½ ≤ 1 &amp; 2.</p>"))
    assert "Data [U+E123] saja, ½ ≤ 1 & 2." in text


@pytest.mark.verapdf
def test_verapdf_finds_what_is_broken(body, broken, tmp_path):
    sound, spoilt = tmp_path / "sound.pdf", tmp_path / "spoilt.pdf"
    sound.write_bytes(letters.build(golden.receipt()))
    with pikepdf.open(sound) as document:
        del document.Root.StructTreeRoot
        del document.Root.OutputIntents
        document.save(spoilt)
    assert all(broken(spoilt)[profile] for profile in checker.PROFILES)
