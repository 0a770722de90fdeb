"""What a file is by its content, and a name for it that is safe anywhere."""

import io
import re
import unicodedata
import zipfile
from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ODF_TEXT = "application/vnd.oasis.opendocument.text"
ODF_SHEET = "application/vnd.oasis.opendocument.spreadsheet"

ENDINGS: Mapping[str, str] = {
    "application/pdf": ".pdf",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/webp": ".webp",
    "image/tiff": ".tif",
    WORD: ".docx",
    EXCEL: ".xlsx",
    ODF_TEXT: ".odt",
    ODF_SHEET: ".ods",
}
NAME_LENGTH = 100


class FileRefused(ValueError):
    """A file that the office does not take; the text is for the person who chose it."""

    def __init__(self, message: str | Promise) -> None:
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        return str(self.message)


def media_type_of(data: bytes) -> str:
    """The type by signature. Raises FileRefused for anything but PDF, JPEG, PNG, WebP, TIFF, DOCX, XLSX, ODT, ODS."""
    # Readers accept a PDF whose header stands a little further on; scanners write such files.
    if b"%PDF-" in data[:1024]:
        return "application/pdf"
    if data.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "image/webp"
    if data.startswith((b"II*\x00", b"MM\x00*")):
        return "image/tiff"
    if data.startswith(b"PK\x03\x04"):
        return _office_type(data)
    raise _unknown()


def neutral_name(name: str, media_type: str) -> str:
    """The last part of `name` in plain letters, digits, spaces, `-_.()`, with the ending that its content has."""
    stem = re.split(r"[\\/]", unicodedata.normalize("NFKC", name))[-1].rsplit(".", 1)[0]
    kept = "".join(sign if sign.isalnum() or sign in " -_()." else "-" for sign in stem)
    kept = re.sub(r"\s+", " ", re.sub(r"-{2,}|\.{2,}", "-", kept)).strip(" .-")
    return (kept or "berkas")[:NAME_LENGTH] + ENDINGS[media_type]


def _office_type(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            if "mimetype" in names and archive.getinfo("mimetype").file_size < NAME_LENGTH:
                declared = archive.read("mimetype").decode("ascii", "replace")
                if declared in {ODF_TEXT, ODF_SHEET}:
                    return declared
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError) as error:
        raise FileRefused(_("Berkas rusak. Buka dan simpan ulang, lalu pilih lagi.")) from error
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise FileRefused(_("Berkas memuat makro. Simpan tanpa makro (.docx atau .xlsx), lalu pilih lagi."))
    if "[Content_Types].xml" in names:
        if "word/document.xml" in names:
            return WORD
        if "xl/workbook.xml" in names:
            return EXCEL
    raise _unknown()


def _unknown() -> FileRefused:
    return FileRefused(_("Jenis berkas tidak diterima. Pilih PDF, JPG, PNG, WebP, TIFF, DOCX, XLSX, ODT atau ODS."))
