"""How large a workbook claims to be, asked before it is opened.

You will wonder why. A workbook of two kilobytes may hold one cell in A1 and one in XFD1048576; the reader then asks
for seventeen thousand million cells at once, and the process is gone without a word.
"""

import re
import zipfile

MOST_CELLS = 12_000_000

_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_REFERENCE = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{1,3})(\d{1,7})["']""")
_REPEATED = re.compile(rb"""<table:table-cell[^>]*number-columns-repeated=["'](\d+)["'][^>]*office:value-type""")
_ROWS_REPEATED = re.compile(
    rb"""<table:table-row[^>]*number-rows-repeated=["'](\d+)["'][^>]*>(?:(?!</table:table-row>).){0,4000}office:value-type""",
    re.DOTALL,
)


def too_wide(archive: zipfile.ZipFile) -> bool:
    """Whether a sheet of the archive spans more cells than any register or export does."""
    for name in archive.namelist():
        if _SHEET.fullmatch(name):
            if _spanned(archive.read(name)) > MOST_CELLS:
                return True
        elif name == "content.xml" and _repeated(archive.read(name)) > MOST_CELLS:
            return True
    return False


def _spanned(sheet: bytes) -> int:
    rows = [int(row) for _, row in _REFERENCE.findall(sheet)]
    columns = {letters for letters, _ in _REFERENCE.findall(sheet)}
    if not rows:
        return 0
    tall = max(rows) - min(rows) + 1
    return tall * max(map(_column, columns))


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _repeated(content: bytes) -> int:
    across = max((int(times) for times in _REPEATED.findall(content)), default=1)
    down = max((int(times) for times in _ROWS_REPEATED.findall(content)), default=1)
    return across * down if across * down > 100_000 else 0
