"""A file is what its content says, and its name harms nobody."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid.models.content import ENDINGS, EXCEL, ODF_SHEET, ODF_TEXT, WORD, FileRefused, media_type_of, neutral_name


def zipped(**members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/"), content)
    return out.getvalue()


def office(inner):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in ("[Content_Types].xml", inner):
            archive.writestr(name, "<x/>")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (b"%PDF-1.4\n", "application/pdf"),
        (b"\r\n%PDF-1.4\n", "application/pdf"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "image/jpeg"),
        (b"\x89PNG\r\n\x1a\n\x00", "image/png"),
        (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "image/webp"),
        (b"II*\x00", "image/tiff"),
        (b"MM\x00*", "image/tiff"),
        (office("word/document.xml"), WORD),
        (office("xl/workbook.xml"), EXCEL),
        (zipped(mimetype=ODF_TEXT, content="x"), ODF_TEXT),
        (zipped(mimetype=ODF_SHEET, content="x"), ODF_SHEET),
    ],
)
def test_the_type_is_told_by_the_content(data, media_type):
    assert media_type_of(data) == media_type


@pytest.mark.parametrize(
    "data",
    [
        b"", b"halo", b"<script>alert(1)</script>", b"MZ\x90\x00", b"PK\x03\x04rusak", zipped(readme="x"),
        b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"\x7fELF", zipped(mimetype="application/x-evil"),
    ],
)  # fmt: skip
def test_everything_else_is_refused_in_words(data):
    with pytest.raises(FileRefused) as refusal:
        media_type_of(data)
    assert str(refusal.value).endswith(".")


def test_macros_are_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in ("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"):
            archive.writestr(name, "x")
    with pytest.raises(FileRefused, match="makro"):
        media_type_of(out.getvalue())


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [
        ("KTP Budi.pdf", "KTP Budi.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\Users\\budi\\surat.exe", "surat.pdf"),
        ("a\r\nSet-Cookie: x.pdf", "a-Set-Cookie- x.pdf"),
        ("", "berkas.pdf"),
        ("....", "berkas.pdf"),
        ("surat\u202egpj.pdf", "surat-gpj.pdf"),
    ],
)
def test_names_are_neutralised(given_name, kept):
    assert neutral_name(given_name, "application/pdf") == kept


@given(st.text(max_size=300), st.sampled_from(sorted(ENDINGS)))
def test_no_name_leaves_its_folder_or_breaks_a_header(name, media_type):
    kept = neutral_name(name, media_type)
    assert kept.endswith(ENDINGS[media_type])
    assert len(kept) <= 105
    assert not set(kept) & set("/\\\0\r\n\"'<>;:|?*")
    assert not kept.startswith((".", "-", " "))
