"""Looks into a signed letter that came back: what it is, which draft it was made from, what its signatures say.

Nothing here decides; the officer sees the findings. A wet-ink scan has no link to its draft, so a person compares it.
"""

import datetime as dt
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

import pikepdf
from django.utils.translation import gettext_lazy as _
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.general import SigningError
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import PdfSignatureStatus
from pyhanko_certvalidator import ValidationContext

from ppid.letters.frame import CODE_MARK, DRAFT_MARK
from ppid.models import FileRefused
from ppid.models.cases import grouped

ACTING = frozenset({"/JS", "/JavaScript", "/XFA", "/RichMediaContent"})


class Link(StrEnum):
    """How the file leads back to the draft, strongest first."""

    SAME_TEXT = "same_text"
    DRAFT = "draft"
    CODE = "code"
    NONE = "none"


@dataclass(frozen=True)
class ElectronicSignature:
    """One signature inside the PDF. `intact`: what it covers is as it was signed; `whole`: nothing was added to the
    file since but further signatures and filled-in fields."""

    signer: str
    issuer: str
    at: dt.datetime | None
    intact: bool
    whole: bool


@dataclass(frozen=True)
class Findings:
    """What the file shows. `pages` is 0 for a picture."""

    pages: int
    link: Link
    signatures: tuple[ElectronicSignature, ...]

    @property
    def broken(self) -> bool:
        """A signature that no longer fits the file, or a text that was added to or replaced after it."""
        return any(not (signature.intact and signature.whole) for signature in self.signatures)


def inspect(data: bytes, *, code: str, draft_sha256: str, naskah: Callable[[], bytes] | None = None) -> Findings:
    """Findings on a signed file (PDF, or a picture of the page).

    `naskah` gives the copy handed out for signing: a PDF signed electronically still begins with it byte for byte. It
    is asked only of a file that leads back to the letter at all.
    Raises FileRefused for a PDF that is damaged, locked, empty, or does something when opened.
    """
    if b"%PDF-" not in data[:1024]:
        return Findings(0, Link.NONE, ())
    try:
        with pikepdf.open(io.BytesIO(data)) as document:
            if document.is_encrypted:
                raise FileRefused(_("PDF ini terkunci kata sandi. Simpan tanpa kata sandi, lalu pilih lagi."))
            pages = len(document.pages)
            if not pages:
                raise FileRefused(_("PDF ini tidak berisi halaman. Pilih berkas lain."))
            if _acts(document):
                raise FileRefused(_("PDF ini memuat skrip atau perintah. Simpan ulang sebagai PDF biasa."))
            link = _link(document, code, draft_sha256)
    except pikepdf.PasswordError as error:
        raise FileRefused(_("PDF ini terkunci kata sandi. Simpan tanpa kata sandi, lalu pilih lagi.")) from error
    except pikepdf.PdfError as error:
        raise FileRefused(_("PDF ini rusak dan tidak dapat dibaca. Buat ulang berkasnya, lalu pilih lagi.")) from error
    if naskah is not None and link is not Link.NONE and data.startswith(naskah()):
        link = Link.SAME_TEXT
    return Findings(pages, link, tuple(_signatures(data)))


def _link(document: pikepdf.Pdf, code: str, draft_sha256: str) -> Link:
    marks = _marks(document)
    if draft_sha256 and f"{DRAFT_MARK}{draft_sha256}" in marks:
        return Link.DRAFT
    address = f"/verifikasi/{grouped(code)}/"
    if f"{CODE_MARK}{code}" in marks or any(address in link for link in _addresses(document)):
        return Link.CODE
    return Link.NONE


def _marks(document: pikepdf.Pdf) -> str:
    """Keywords of the document's information; what other programs write there is kept as it is."""
    return str(document.docinfo.get("/Keywords", "")) if document.trailer.get("/Info") is not None else ""


def _addresses(document: pikepdf.Pdf) -> Iterator[str]:
    for page in document.pages:
        for note in page.get("/Annots", []):
            action = note.get("/A") if isinstance(note, pikepdf.Dictionary) else None
            if isinstance(action, pikepdf.Dictionary) and "/URI" in action:
                yield str(action["/URI"])


def _acts(document: pikepdf.Pdf) -> bool:
    """Whether any object asks for a script, a program or a form language."""
    return any(_asks(thing) for thing in document.objects)


def _asks(thing: object) -> bool:
    """The same of one object and what lies directly in it; what it only refers to is looked at in its own turn."""
    if isinstance(thing, pikepdf.Array):
        return any(_asks(part) for part in thing if not _refers(part))
    if not isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        return False
    if set(thing.keys()) & ACTING or str(thing.get("/S", "")) in {"/JavaScript", "/Launch"}:
        return True
    return any(_asks(thing[name]) for name in thing.keys() if not _refers(thing[name]))  # noqa: SIM118


def _refers(thing: object) -> bool:
    return isinstance(thing, pikepdf.Object) and thing.is_indirect


def _signatures(data: bytes) -> Iterator[ElectronicSignature]:
    """Each signature with its own verdict. Whether its certificate is trusted is not asked here: no network is used
    and no list of authorities is kept, so the screen says that the chain is to be checked at the authority."""
    try:
        embedded = PdfFileReader(io.BytesIO(data), strict=False).embedded_regular_signatures
    except (PdfError, ValueError, KeyError):
        return
    context = ValidationContext(trust_roots=[], allow_fetching=False)
    for signature in embedded:
        try:
            status = validate_pdf_signature(
                signature,
                signer_validation_context=context,
                key_usage_settings=KeyUsageConstraints(key_usage=set()),
            )
            certificate = status.signing_cert
            yield ElectronicSignature(
                signer=_common_name(certificate.subject),
                issuer=_common_name(certificate.issuer),
                at=signature.self_reported_timestamp,
                intact=bool(status.intact and status.valid),
                whole=_whole(status),
            )
        except (SignatureValidationError, SigningError, PdfError, ValueError):
            yield ElectronicSignature(signer="", issuer="", at=None, intact=False, whole=False)


def _whole(status: PdfSignatureStatus) -> bool:
    """A page, a note or a stamp laid over the signed text by a later revision makes another letter of it."""
    level = status.modification_level
    return level is not None and level <= ModificationLevel.FORM_FILLING


def _common_name(name: object) -> str:
    native = getattr(name, "native", {})
    return str(native.get("common_name") or getattr(name, "human_friendly", ""))
