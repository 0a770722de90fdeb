"""verify.py, as an outsider runs it: whole is `utuh`, anything else is named and exits with 1."""

import ast
import datetime as dt
import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

from ppid import verify
from ppid.law import dossier
from tests import dossiers
from tests.dossiers import CASE, DAY

LOG = dossier.log_path("request", CASE)
SOURCE = Path(verify.__file__)


@pytest.fixture
def key(tmp_path):
    path = tmp_path / "kunci.pem"
    path.write_bytes(dossiers.pem())
    return path


@pytest.fixture
def judged(tmp_path, key, capsys):
    """Exit code and words for a dossier's members, or for the files given."""

    def judge(contents, *more, key=key):
        paths = []
        for number, content in enumerate((contents, *more)):
            plain = isinstance(content, bytes)
            path = tmp_path / (f"titik-{number}.json" if plain else "berkas.zip")
            path.write_bytes(content if plain else dossiers.zipped(content))
            paths.append(str(path))
        code = verify.main([*paths, "--key", str(key)])
        return code, capsys.readouterr().out

    return judge


def changed(contents, path, content):
    name = f"berkas-{CASE}/{path}"
    return {**contents, name: content} if content is not None else {k: v for k, v in contents.items() if k != name}


def signed_anew(contents, path, content):
    """As one would who holds the signing key: the lists and the signature follow the change."""
    data = {name.split("/", 1)[1]: value for name, value in changed(contents, path, content).items()}
    data = {name: value for name, value in data.items() if name.startswith("data/")}
    return dossiers.packed({**data, **dossiers.tags_of(data)})


def test_a_whole_dossier(judged):
    code, said = judged(dossiers.members())
    assert (code, said) == (0, "utuh: 6 berkas, 6 kejadian dalam 1 catatan; titik periksa 2026-11-23\n")


def test_a_stranger_runs_it_without_the_project(tmp_path, key):
    path = tmp_path / "berkas.zip"
    path.write_bytes(dossiers.zipped(dossiers.members()))
    command = [sys.executable, "-I", "-S", str(SOURCE), str(path), "--key", str(key)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("utuh")


def test_every_single_byte_of_every_member_counts(judged):
    """Each byte of the smallest members, a sample of the larger ones; the member is named."""
    whole, chance = dossiers.members(), random.Random(4)
    for name, content in whole.items():
        places = range(len(content)) if len(content) <= 60 else sorted(chance.sample(range(len(content)), 20))
        for place in places:
            other = bytearray(content)
            other[place] ^= 1 << chance.randrange(8)
            code, said = judged({**whole, name: bytes(other)})
            assert code == 1, (name, place)
            assert name.split("/", 1)[1] in said, (name, place, said)


def test_each_member_removed_or_renamed_and_each_stranger_added_is_named(judged):
    whole = dossiers.members()
    for name in whole:
        code, said = judged({path: content for path, content in whole.items() if path != name})
        assert code == 1
        assert name.split("/", 1)[1] in said
    for stranger in ("data/sisipan.txt", "sisipan.txt", "data/catatan/lain.jsonl"):
        code, said = judged({**whole, f"berkas-{CASE}/{stranger}": b"sisipan"})
        assert code == 1
        assert Path(stranger).name in said
    for stranger in ("lain/sisipan.txt", "/sisipan.txt", f"berkas-{CASE}/../sisipan.txt"):
        code, said = judged({**whole, stranger: b"sisipan"})
        assert code == 1
        assert "sisipan.txt" in said


def test_another_key_holds_nothing_true(judged, tmp_path):
    other = tmp_path / "lain.pem"
    other.write_bytes(dossiers.pem(dossiers.OTHER_KEY))
    code, said = judged(dossiers.members(), key=other)
    assert code == 1
    assert "kunci lain" in said
    assert judged(dossiers.signed_checkpoint(dossiers.heads_of(dossiers.events())), key=other)[0] == 1


def test_several_published_keys_each_hold(judged, tmp_path):
    both = tmp_path / "semua.pem"
    both.write_bytes(dossiers.pem(dossiers.OTHER_KEY) + dossiers.pem())
    assert judged(dossiers.members(), key=both)[0] == 0
    assert judged(dossiers.members(key=dossiers.OTHER_KEY), key=both)[0] == 0


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (lambda lines: [*lines[:2], lines[2].replace(b"3/", b"9/"), *lines[3:]], "kejadian 3"),
        (lambda lines: [*lines[:2], *lines[3:]], "kejadian 3"),
        (lambda lines: [*lines[:1], lines[2], lines[1], *lines[3:]], "kejadian 2"),
        (lambda lines: [*lines[:4], lines[3], *lines[4:]], "kejadian 5"),
        (lambda lines: lines[:5], "kejadian 6"),
        (lambda lines: [*lines[:3], b"bukan json\n", *lines[4:]], "kejadian 4"),
        (lambda lines: [*lines[:3], b"[" * 5000 + b"\n", *lines[4:]], "kejadian 4"),
        (lambda lines: [], "kejadian 1"),
        (lambda lines: [line.replace(b'"event":', b'"event": ') for line in lines], "kejadian 1"),
    ],
    ids=["changed", "removed", "reordered", "added", "cut off", "no json", "too deep", "empty", "respaced"],
)
def test_an_event_is_named_even_when_all_is_signed_anew(judged, change, named):
    whole = dossiers.members()
    lines = whole[f"berkas-{CASE}/{LOG}"].splitlines(keepends=True)
    code, said = judged(signed_anew(whole, LOG, b"".join(change(lines))))
    assert code == 1
    assert named in said, said


def test_a_back_dated_event_is_named_though_its_chain_was_made_anew(judged):
    made = dossiers.events()
    link, _hash = made[3]
    early = link.at - dt.timedelta(days=40)
    forged, previous = [], made[2][1]
    for old, _ in made[3:]:
        new = dossiers.chain.Link(**{**vars(old), "previous": previous, **({"at": early} if old is link else {})})
        previous = dossiers.chain.digest(new)
        forged.append((new, previous))
    code, said = judged(signed_anew(dossiers.members(), LOG, dossiers.log([*made[:3], *forged])))
    assert code == 1
    assert "kejadian 4: bertanggal mundur" in said


def test_a_log_made_anew_does_not_fit_the_checkpoint(judged):
    """Whoever holds the key can chain and sign anew, but not under a checkpoint that is out in the world."""
    other = [link for link, _ in dossiers.events()]
    forged, previous = [], dossiers.chain.genesis(CASE)
    for link in other:
        new = dossiers.chain.Link(**{**vars(link), "payload": {"nomor": "lain"}, "previous": previous})
        previous = dossiers.chain.digest(new)
        forged.append((new, previous))
    code, said = judged(signed_anew(dossiers.members(), LOG, dossiers.log(forged)))
    assert code == 1
    assert "berubah sejak titik periksa 2026-11-23" in said


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"bukan zip", b"\x00" * 100])
def test_what_is_no_dossier_at_all(tmp_path, key, capsys, content):
    path = tmp_path / "berkas.zip"
    path.write_bytes(content)
    assert verify.main([str(path), "--key", str(key)]) == 1
    assert "bukan berkas ZIP yang utuh" in capsys.readouterr().out


def test_each_byte_of_the_archive_itself_gives_an_answer(tmp_path, key, capsys):
    """A damaged archive is refused or still holds the same content; never a traceback, never another content."""
    whole = dossiers.zipped(dossiers.members())
    path = tmp_path / "berkas.zip"
    chance = random.Random(5)
    for place in sorted(chance.sample(range(len(whole)), 120)):
        other = bytearray(whole)
        other[place] ^= 1 << chance.randrange(8)
        path.write_bytes(bytes(other))
        assert verify.main([str(path), "--key", str(key)]) in (0, 1)
    capsys.readouterr()


def test_wrong_usage_is_two(tmp_path, key):
    for words in (
        ["--key", str(key)],
        [str(tmp_path / "tidak-ada.zip"), "--key", str(key)],
        [str(key), "--key", str(SOURCE)],
    ):
        with pytest.raises(SystemExit) as stopped:
            verify.main(words)
        assert stopped.value.code == 2


# --- two checkpoints ------------------------------------------------------------------------------------------------


def growing():
    """Five days, some heads more each day: (day, heads), and the checkpoint of each."""
    heads, states, made = [], [], []
    for number in range(5):
        on = DAY + dt.timedelta(days=number)
        heads = [*heads, *dossiers.heads_of(*(dossiers.events(2, f"{number}-{n}") for n in range(number + 1)))]
        made.append(dossiers.signed_checkpoint(heads, on=on, earlier=states))
        states.append(dossiers.state(heads, on))
    return made, heads, states


def test_any_two_checkpoints_of_one_log_fit(judged):
    made, _heads, _states = growing()
    for newer in range(5):
        for older in range(newer + 1):
            code, said = judged(made[newer], made[older])
            assert code == 0, said
            assert said.startswith("utuh")


def test_the_key_may_stand_anywhere(tmp_path, key):
    made, _heads, _states = growing()
    newer, older = tmp_path / "baru.json", tmp_path / "lama.json"
    newer.write_bytes(made[4])
    older.write_bytes(made[0])
    for words in (
        [newer, older, "--key", key], ["--key", key, newer, older], [newer, "--key", key, older],
    ):  # fmt: skip
        assert verify.main([str(word) for word in words]) == 0, words


def test_order_change_and_removal_before_the_older_one_are_found(judged):
    made, heads, states = growing()
    for forged in ([*heads[:3], heads[4], heads[3], *heads[5:]], [*heads[:2], *heads[3:]], list(reversed(heads))):
        newer = dossiers.signed_checkpoint(forged, on=DAY + dt.timedelta(days=9), earlier=states[:0])
        assert judged(newer, made[2])[0] == 1
    lying = dossiers.signed_checkpoint(heads[:4], on=DAY + dt.timedelta(days=9), earlier=states[:1])
    code, said = judged(lying, made[4])
    assert code == 1
    assert "menyusut" in said


def test_the_older_one_first_is_told(judged):
    made, _heads, _states = growing()
    code, said = judged(made[0], made[3])
    assert code == 1
    assert "urutan tanggal terbalik" in said


def test_every_single_byte_of_a_checkpoint_counts(judged):
    made, _heads, _states = growing()
    chance = random.Random(6)
    for place in sorted(chance.sample(range(len(made[4])), 60)):
        other = bytearray(made[4])
        other[place] ^= 1 << chance.randrange(8)
        assert judged(bytes(other))[0] == 1, place
        assert judged(bytes(other), made[1])[0] == 1, place
    assert judged(json.dumps(json.loads(made[4])).encode())[0] == 1


def test_an_empty_log_is_continued_by_every_other(judged):
    empty = dossiers.signed_checkpoint([], on=DAY - dt.timedelta(days=1))
    made, _heads, _states = growing()
    assert judged(empty)[0] == 0
    assert judged(made[4], empty)[0] == 0


def test_it_reads_under_python_3_9_with_the_standard_library_only():
    tree = ast.parse(SOURCE.read_text(encoding="utf-8"), feature_version=(3, 9))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in imported} <= set(sys.stdlib_module_names)
