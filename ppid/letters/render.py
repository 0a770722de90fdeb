"""HTML in, archivable and accessible PDF out. The only file that imports WeasyPrint.

What comes out is PDF/A-3a (ISO 19005-3) and carries the PDF/UA-1 identifier (ISO 14289-1). The same page gives the
same bytes, so that the hash of a draft means something: no clock, no random id, no network. A page may load only what
it is handed, under `berkas:NAME`.
"""

import re
import threading
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError, XMLParser

import pydyf
from cssselect2 import ElementWrapper
from django.conf import settings
from weasyprint import CSS, HTML
from weasyprint.document import Document
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

STYLES = Path(settings.PROJECT_ROOT) / "templates" / "ppid" / "letters"
SCHEME = "berkas:"

# PDF/UA-1 (ISO 14289-1, 5): the identifier. PDF/A-3 knows the property only through an extension schema
# (ISO 19005-3, 6.6.2.3), which therefore stands beside it.
_PDF_UA = b"""<rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="" pdfuaid:part="1" />
<rdf:Description xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#" \
rdf:about=""><pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">\
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">\
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description>\
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""
_END_OF_RDF = b"</rdf:RDF>"
# XML knows no entity of HTML by itself: with a document type that may have them, those given to the parser are taken.
_DOCTYPE = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "">'
_TAB = re.compile(rb"<>(-[0-9.]+)<")


class Handed(URLFetcher):
    """Gives a page the files it was handed and refuses every other address, so that no letter can reach a network or
    a file of the server."""

    def __init__(self, files: Mapping[str, tuple[str, bytes]]) -> None:
        super().__init__(allowed_protocols=("berkas",), allow_redirects=False)
        self.files = files

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> URLFetcherResponse:
        name = url.removeprefix(SCHEME)
        if not url.startswith(SCHEME) or name not in self.files:
            raise ValueError(f"a letter may not load {url[:80]}")
        media_type, content = self.files[name]
        return URLFetcherResponse(url, body=content, headers={"Content-Type": media_type})


class _Workshop(threading.local):
    """Fonts and the parsed stylesheets, kept for each thread: Pango's font map is not to be shared between threads, and
    reading them anew takes longer than setting the letter."""

    def __init__(self) -> None:
        self.fonts = FontConfiguration()
        self.defaults, self.styles = self._read("defaults.css"), self._read("letter.css")

    def _read(self, name: str) -> CSS:
        text = (STYLES / name).read_text(encoding="utf-8")
        return CSS(string=text, font_config=self.fonts, base_url=SCHEME, url_fetcher=Handed({}))


_workshop = _Workshop()


class LetterHTML(HTML):
    """A page whose defaults are those of a letter. Were the method one day no longer asked, WeasyPrint's own stylesheet
    would stand in for them and give the same bytes more slowly.

    Our own templates are well-formed, so that the XML parser of the standard library, written in C, reads them; what it
    refuses goes to the parser of HTML and gives the same page.
    """

    def __init__(self, html: str, files: Mapping[str, tuple[str, bytes]]) -> None:
        root = _tree(html)
        if root is None:
            super().__init__(string=html, base_url=SCHEME, url_fetcher=Handed(files))
            return
        self.base_url, self.url_fetcher, self.media_type = SCHEME, Handed(files), "print"
        self.wrapper_element = ElementWrapper.from_html_root(root, content_language=None)
        self.etree_element = self.wrapper_element.etree_element

    def _ua_stylesheets(self, forms: bool = False) -> list[CSS]:
        return [_workshop.defaults]


def _tree(html: str) -> Element | None:
    """The page as a tree, None where it is not well-formed."""
    # What people wrote is escaped by the templates, so that no entity and no document type can come of it.
    parser = XMLParser()  # noqa: S314
    parser.entity["nbsp"] = "\N{NO-BREAK SPACE}"
    try:
        parser.feed(_DOCTYPE + html.removeprefix("<!doctype html>"))
        return parser.close()
    except ParseError:
        return None


class _Settled(pydyf.Object):
    """An object of the file as bytes. pydyf writes each object twice, once into the file and once into the hash that
    identifies it, and compresses it twice; this one is written once."""

    data = b""
    compressible = False

    def __init__(self, made: pydyf.Object) -> None:
        super().__init__()
        self.number, self.generation, self.free = made.number, made.generation, made.free
        self.data, self.compressible = made.data, made.compressible


def pdf(html: str, files: Mapping[str, tuple[str, bytes]] | None = None, *, beneath: bytes = b"") -> bytes:
    """The page as PDF/A-3a with the PDF/UA-1 identifier.

    `files` maps a name to (media type, content); the page refers to it as `berkas:NAME`. `beneath`: what is drawn under
    the text of every page, in the operators of PDF.
    """
    written, without_glyph = _typeset(html, files or {}, beneath)
    if without_glyph:
        # People type signs of every script, and no installation has a font for all of them. An empty box would tell
        # nobody anything and is neither archivable nor accessible; the sign's Unicode number is all three.
        written, _none = _typeset(html.translate({sign: _named(sign) for sign in without_glyph}), files or {}, beneath)
    return written


def _typeset(html: str, files: Mapping[str, tuple[str, bytes]], beneath: bytes = b"") -> tuple[bytes, set[int]]:
    """The page as it is written, and the code points for which no font of this machine has a glyph."""
    missing: set[int] = set()

    def finish(document: Document, file: pydyf.PDF) -> None:
        missing.update(sign for font in document.fonts.values() for sign in font.missing)
        _declare_pdf_ua(file)
        _straighten_tabs(file)
        if beneath:
            _draw_beneath(file, beneath)
        file.objects[1:] = [_Settled(each) for each in file.objects[1:]]

    written = LetterHTML(html, files).write_pdf(
        font_config=_workshop.fonts, stylesheets=[_workshop.styles], pdf_variant="pdf/a-3a", finisher=finish
    )
    return written, missing


def _named(sign: int) -> str:
    """`[U+4E2D]`; a blank for what is no sign at all."""
    return " " if unicodedata.category(chr(sign)) == "Cc" else f"[U+{sign:04X}]"


def _declare_pdf_ua(file: pydyf.PDF) -> None:
    """Adds the PDF/UA-1 identifier to the RDF of the metadata."""
    metadata = file.objects[int(file.catalog["Metadata"].split()[0])]
    packet = b"".join(metadata.stream)
    if _END_OF_RDF not in packet:
        raise ValueError("the metadata hold no RDF")
    metadata.stream = [packet.replace(_END_OF_RDF, _PDF_UA + _END_OF_RDF)]


def _straighten_tabs(file: pydyf.PDF) -> None:
    """WeasyPrint writes how far a tab goes in 1/1024 of the letter's size where PDF counts in 1/1000 (ISO 32000-1,
    9.4.3), so that values under each other would not line up. The test of the columns tells when that is mended."""
    for each in file.objects:
        if isinstance(each, pydyf.Stream):
            for place, line in enumerate(each.stream):
                if type(line) is bytes and b"<>" in line:
                    each.stream[place] = _TAB.sub(_thousandths, line)


def _draw_beneath(file: pydyf.PDF, drawing: bytes) -> None:
    """On every page before anything else, and no part of what is read aloud (ISO 32000-1, 14.8.2.2: an artifact)."""
    for each in file.objects:
        if isinstance(each, pydyf.Dictionary) and each.get("Type") == "/Page":
            content = file.objects[int(each["Contents"].split()[0])]
            content.stream.insert(0, b"/Artifact BMC q " + drawing + b" Q EMC")


def _thousandths(found: re.Match[bytes]) -> bytes:
    return b"<>%.4f<" % (float(found[1]) * 1000 / 1024)
