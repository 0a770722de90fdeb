"""Files on the disk that no row names: left by a server that died, or by a refused move, between file and row.

A row is made after its file and in the transaction of whatever needs it (`PrivateFile.store`), so that a row never
points at nothing. The price is a file without a row, whole or half, which nobody can open; it may hold an applicant's
paper and is therefore destroyed.
"""

import datetime as dt
from collections.abc import Iterator

from ppid.models import PrivateFile
from ppid.models.files import private_storage

# A file is written moments before its transaction commits; what is older belongs to none.
LEFT_ALONE = dt.timedelta(days=1)


def sweep(*, at: dt.datetime) -> int:
    """The daily round: destroy what has had no row for a day; answers with how many. One folder at a time, so that
    few names are held at once."""
    storage, gone = private_storage(), 0
    for folder, names in _folders():
        known = set(PrivateFile.objects.filter(stored_as__startswith=f"{folder}/").values_list("stored_as", flat=True))
        for path in (f"{folder}/{name}" for name in names):
            if path not in known and storage.get_modified_time(path) < at - LEFT_ALONE:
                storage.delete(path)
                gone += 1
    return gone


def _folders() -> Iterator[tuple[str, list[str]]]:
    storage = private_storage()
    try:
        folders, _files = storage.listdir("")
    except FileNotFoundError:
        return
    for folder in folders:
        yield folder, storage.listdir(folder)[1]
