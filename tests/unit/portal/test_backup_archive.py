"""The archive and the locked keys of a backup, without an installation."""

import json
import zipfile

import pytest

from portal.backups import archive, lock
from portal.backups.archive import BadArchive

KEYS = {"secret_key": "rahasia", "field_keys": ["satu", "dua"], "index_key": "indeks", "signing_key": ""}


@pytest.fixture
def packed(tmp_path):
    source = tmp_path / "isi.txt"
    source.write_bytes(b"isi " * 1000)
    source.chmod(0o640)
    target = tmp_path / "cadangan.zip"
    writer = archive.Writer(target)
    writer.add("private/ab/isi", source)
    writer.add("demo.json", source)
    writer.close({"database": "sqlite"})
    return target


def repacked(path, change):
    """The same archive with (name, bytes) pairs as `change` makes them; the manifest's list is not mended."""
    with zipfile.ZipFile(path) as old:
        parts = [(name, old.read(name)) for name in old.namelist()]
    with zipfile.ZipFile(path, "w") as new:
        for name, content in change(parts):
            new.writestr(name, content)


def test_what_was_packed_is_verified_and_comes_out_with_its_mode(packed, tmp_path):
    with archive.opened(packed) as read:
        read.verify()
        assert read.facts["database"] == "sqlite"
        read.unpack(read.members["private/ab/isi"], tmp_path / "out" / "isi")
    assert (tmp_path / "out" / "isi").read_bytes() == b"isi " * 1000
    assert (tmp_path / "out" / "isi").stat().st_mode & 0o777 == 0o640


def test_a_changed_member_is_named(packed):
    repacked(packed, lambda parts: [(n, b"lain" if n == "demo.json" else c) for n, c in parts])
    with archive.opened(packed) as read, pytest.raises(BadArchive, match=r"demo\.json"):
        read.verify()


@pytest.mark.parametrize(
    "change",
    [
        lambda parts: [part for part in parts if part[0] != "demo.json"],
        lambda parts: [*parts, ("private/sisipan", b"x")],
        lambda parts: [part for part in parts if part[0] != archive.MANIFEST],
    ],
    ids=["removed", "added", "no list"],
)
def test_a_member_removed_or_added_is_noticed(packed, change):
    repacked(packed, change)
    with pytest.raises(BadArchive), archive.opened(packed):
        pass


@pytest.mark.parametrize("path", ["../keluar", "/etc/keluar", "private/../../keluar", "private\\keluar"])
def test_no_member_leaves_its_folder(tmp_path, path):
    source = tmp_path / "isi"
    source.write_text("x")
    writer = archive.Writer(tmp_path / "a.zip")
    writer.add(path, source)
    writer.close({})
    with pytest.raises(BadArchive, match="keluar dari foldernya"), archive.opened(tmp_path / "a.zip"):
        pass


def test_every_cut_of_an_archive_is_refused(packed):
    whole = packed.read_bytes()
    for length in range(0, len(whole), 97):
        packed.write_bytes(whole[:length])
        with pytest.raises(BadArchive), archive.opened(packed) as read:
            read.verify()


def test_every_flipped_byte_is_refused_or_changes_nothing(packed):
    """Bytes that no reader looks at may change; whatever is accepted is what was packed."""
    whole = bytearray(packed.read_bytes())
    for place in range(len(whole)):
        whole[place] ^= 0xFF
        packed.write_bytes(whole)
        whole[place] ^= 0xFF
        try:
            with archive.opened(packed) as read:
                read.verify()
                contents = [b"".join(read._parts(member)) for member in read.members.values()]
        except BadArchive:
            continue
        assert contents == [b"isi " * 1000] * 2


@pytest.mark.parametrize("name", ["tidak-ada.zip", "."])
def test_what_is_not_there_or_a_folder_is_said(tmp_path, name):
    with pytest.raises(BadArchive), archive.opened(tmp_path / name):
        pass


def test_the_keys_open_with_their_pass_phrase_only():
    text = lock.locked(KEYS, "kata sandi panjang")
    assert "rahasia" not in text
    assert lock.unlocked(text, "kata sandi panjang") == KEYS
    with pytest.raises(lock.WrongPassphrase):
        lock.unlocked(text, "kata sandi panjanG")


def test_a_changed_head_opens_nothing():
    head = json.loads(lock.locked(KEYS, "kata sandi panjang"))
    with pytest.raises(lock.WrongPassphrase):
        lock.unlocked(json.dumps({**head, "n": head["n"] // 2}), "kata sandi panjang")


@pytest.mark.parametrize("changed", [{"n": 2**40}, {"n": 0}, {"format": 9}, {"salt": "%"}, {"r": 4096}, {"locked": 5}])
def test_a_file_that_asks_for_too_much_or_is_not_ours_is_refused(changed):
    head = {"format": 1, "n": 2, "r": 8, "p": 1, "salt": "AA==", "nonce": "AA==", "locked": "AA=="}
    with pytest.raises(lock.BadLock):
        lock.unlocked(json.dumps({**head, **changed}), "kata sandi panjang")
    for text in ("", "[]", "{}", "bukan json"):
        with pytest.raises(lock.BadLock):
            lock.unlocked(text, "x")
