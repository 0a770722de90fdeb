"""Compiles locale/*/LC_MESSAGES/*.po with Babel alone, so that set-up needs no gettext programs.

Not `pybabel compile`: its check of placeholders looks at the singular only and refuses Indonesian, which has one form
for one and many. `tests/unit/test_catalogues.py` holds the placeholders of both.
"""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

for source in sorted(Path("locale").glob("*/LC_MESSAGES/*.po")):
    with source.open("rb") as file:
        catalogue = read_po(file, locale=source.parts[1])
    with source.with_suffix(".mo").open("wb") as file:
        write_mo(file, catalogue)
