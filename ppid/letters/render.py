"""HTML in, archivable and accessible PDF out. The only file that imports WeasyPrint.

What comes out is PDF/A-3a (ISO 19005-3) and carries the PDF/UA-1 identifier (ISO 14289-1). The same page gives the
same bytes, so that the hash of a draft means something: no clock, no random id, no network. A page may load only what
it is handed, under `berkas:NAME`.
"""

import io
import re
import threading
import unicodedata
from collections.abc import Mapping
from pathlib import Path

import pikepdf
from django.conf import settings
from weasyprint import CSS, HTML
from weasyprint.document import Document
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

STYLESHEET = Path(settings.PROJECT_ROOT) / "templates" / "ppid" / "letters" / "letter.css"
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
_END_OF_RDF = re.compile(rb"</(?:rdf|ns0):RDF>")


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
    """Fonts and the parsed stylesheet, kept for each thread: Pango's font map is not to be shared between threads, and
    reading both anew takes longer than setting the letter."""

    def __init__(self) -> None:
        self.fonts = FontConfiguration()
        self.styles = CSS(
            string=STYLESHEET.read_text(encoding="utf-8"),
            font_config=self.fonts,
            base_url=SCHEME,
            url_fetcher=Handed({}),
        )


_workshop = _Workshop()


def pdf(html: str, files: Mapping[str, tuple[str, bytes]] | None = None) -> bytes:
    """The page as PDF/A-3a with the PDF/UA-1 identifier.

    `files` maps a name to (media type, content); the page refers to it as `berkas:NAME`.
    """
    plain, without_glyph = _typeset(html, files or {})
    if without_glyph:
        # People type signs of every script, and no installation has a font for all of them. An empty box would tell
        # nobody anything and is neither archivable nor accessible; the sign's Unicode number is all three.
        plain, _none = _typeset(html.translate({sign: _named(sign) for sign in without_glyph}), files or {})
    return _declare_pdf_ua(plain)


def _typeset(html: str, files: Mapping[str, tuple[str, bytes]]) -> tuple[bytes, set[int]]:
    """The page as PDF/A-3a, and the code points for which no font of this machine has a glyph."""
    missing: set[int] = set()

    def note(document: Document, _pdf: object) -> None:
        missing.update(sign for font in document.fonts.values() for sign in font.missing)

    page = HTML(string=html, base_url=SCHEME, url_fetcher=Handed(files))
    plain = page.write_pdf(
        font_config=_workshop.fonts, stylesheets=[_workshop.styles], pdf_variant="pdf/a-3a", finisher=note
    )
    return plain, missing


def _named(sign: int) -> str:
    """`[U+4E2D]`; a blank for what is no sign at all."""
    return " " if unicodedata.category(chr(sign)) == "Cc" else f"[U+{sign:04X}]"


def _declare_pdf_ua(plain: bytes) -> bytes:
    """Adds the PDF/UA-1 identifier to the metadata stream; document id derived from the content."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(plain)) as document:
        metadata = document.Root.Metadata
        packet = metadata.read_bytes()
        end = _END_OF_RDF.search(packet)
        if end is None:
            raise ValueError("the metadata stream holds no RDF")
        metadata.write(packet[: end.start()] + _PDF_UA + packet[end.start() :])
        document.save(out, deterministic_id=True)
    return out.getvalue()
