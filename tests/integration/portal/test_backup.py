"""`manage.py backup` and `restore`: everything comes back, or nothing is written (interfaces.md, Commands).

The restoring runs as a command of its own, as on the new machine, into a folder and a database of its own.
"""

import json
import os
import subprocess
import sys
import uuid
from pathlib import Path

import pytest
from django.conf import settings as live
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from portal.backups import database, making, own_files, own_keys, restoring
from ppid.actions import requests
from ppid.law.filing import Channel
from ppid.models import CaseEvent, PrivateFile, append_only
from ppid.models.files import private_storage
from ppid.queries import chains
from tests.factories import NOON, answer_case, file_case, filing, make_institution

ROOT = Path(__file__).resolve().parents[3]
PASSPHRASE = "kata sandi untuk uji cadangan"


def run(command, *words, data_dir, **environment):
    """A command of another installation; its exit code, its JSON (or None) and what it said on stderr."""
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "LANG"}}
    done = subprocess.run(
        [sys.executable, "manage.py", command, *map(str, words), "--json"],
        cwd=ROOT,
        env={**kept, "DATA_DIR": str(data_dir), "BACKUP_PASSPHRASE": PASSPHRASE, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr
    return done.returncode, json.loads(done.stdout) if done.stdout.strip() else None, done.stderr


def files_below(folder):
    return sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file()) if folder.exists() else []


@pytest.fixture
def installation(transactional_db, tmp_path):
    """A body with two cases, papers, a letter and a public picture; its backup in `tmp_path`."""
    make_institution()
    paper = PrivateFile.store(b"%PDF-1.7 ktp", "KTP.pdf")
    requests.file(filing=filing(), channel=Channel.WEB, received_at=NOON, at=NOON, attachments=[(paper, "identitas")])
    answer_case(file_case())
    public = default_storage.save("uji/gambar.txt", ContentFile(b"terbuka"))
    yield making.make(out=tmp_path / "cadangan.zip", passphrase=PASSPHRASE, at=timezone.now())
    default_storage.delete(public)


@pytest.fixture
def elsewhere(tmp_path, django_db_blocker):
    """Where the other installation lives: its DATA_DIR, and on PostgreSQL a database of its own."""
    place = {"data_dir": tmp_path / "baru"}
    if connection.vendor == "sqlite":
        yield place
        return
    name = f"pulih_{uuid.uuid4().hex[:12]}"
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {name}")
    given = connection.settings_dict
    place["DATABASE_URL"] = f"postgres://{given['USER']}@{given['HOST']}:{given['PORT']}/{name}"
    yield place
    with connection.cursor() as cursor:
        cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.mark.slow
def test_what_was_backed_up_comes_back_whole(installation, elsewhere):
    code, said, _ = run("restore", installation.file, **elsewhere)
    assert code == 0, said
    assert (said["cases"], said["events"], said["chains_whole"]) == (2, CaseEvent.objects.count(), True)
    place = elsewhere["data_dir"]
    for file in PrivateFile.objects.all():
        copy = place / "private" / file.stored_as
        assert copy.read_bytes() == file.read()
        assert copy.stat().st_mode & 0o777 == 0o600
    assert any(path.name.startswith("gambar") for path in (place / "public/uji").iterdir())
    code, swept, _ = run("search_sweep", **elsewhere)
    assert (code, swept["missing"], swept["stale"], swept["orphaned"]) == (0, 0, 0, 0)
    assert swept["checked"] == said["documents"] > 0
    code, checked, _ = run("check_log", **elsewhere)
    assert (code, checked["cases"], checked["errors"]) == (0, 2, [])
    # The sealed numbers open with the restored keys: a key that does not fit stops this command.
    code, resealed, stderr = run("rotate_keys", **elsewhere)
    assert (code, resealed["resealed"]["ppid.Applicant"]) == (0, 2), stderr
    code, again, _ = run("restore", installation.file, **elsewhere)
    assert code == 1
    assert "sudah berisi" in again["errors"][0]["message"]


@pytest.mark.slow
def test_a_wrong_pass_phrase_writes_nothing_and_the_right_one_works_afterwards(installation, elsewhere):
    wrong = {**elsewhere, "BACKUP_PASSPHRASE": "bukan itu"}
    code, said, stderr = run("restore", installation.file, **wrong)
    assert code == 1
    assert "Kata sandi cadangan salah" in said["errors"][0]["message"]
    assert "bukan itu" not in stderr
    assert not files_below(elsewhere["data_dir"])
    assert run("restore", installation.file, **elsewhere)[0] == 0


@pytest.mark.slow
@pytest.mark.parametrize("trouble", ["changed", "cut", "no keys", "not ours", "other keys"])
def test_what_is_not_the_backup_that_was_made_writes_nothing(installation, elsewhere, trouble):
    file, keys = installation.file, installation.keys
    content = bytearray(file.read_bytes())
    if trouble == "changed":
        content[len(content) // 2] ^= 1
        file.write_bytes(content)
    elif trouble == "cut":
        file.write_bytes(content[:-200])
    elif trouble == "not ours":
        file.write_bytes(b"bukan zip")
    elif trouble == "no keys":
        keys.unlink()
    else:
        strange = own_keys.Keys("a" * 43, ("b" * 43,), "c" * 43)
        keys.write_text(making.lock.locked(strange.as_json(), PASSPHRASE))
    code, said, _ = run("restore", file, **elsewhere)
    assert (code, len(said["errors"])) == (1, 1)
    assert not files_below(elsewhere["data_dir"])


@pytest.mark.slow
def test_a_folder_that_holds_something_is_refused_and_left_alone(installation, elsewhere):
    place = elsewhere["data_dir"]
    (place / "private").mkdir(parents=True)
    (place / "private/punya-orang").write_text("jangan hilang")
    code, said, _ = run("restore", installation.file, **elsewhere)
    assert code == 1
    assert "private/punya-orang" in said["errors"][0]["message"]
    assert files_below(place) == [Path("private/punya-orang")]


@pytest.mark.slow
def test_a_restoring_that_was_killed_half_way_is_begun_anew(installation, elsewhere):
    place = elsewhere["data_dir"]
    stage = place / own_files.STAGE
    (stage / "files").mkdir(parents=True)
    (place / "private/ab").mkdir(parents=True)
    (place / "private/ab/setengah").write_text("dari pemulihan yang terhenti")
    (stage / "moving").write_text(f"{place / 'private'}\n")
    assert run("restore", installation.file, **elsewhere)[0] == 0
    assert not (place / "private/ab/setengah").exists()
    assert not stage.exists()


@pytest.mark.slow
def test_keys_of_the_environment_that_do_not_fit_are_refused_by_name(installation, elsewhere):
    code, said, _ = run("restore", installation.file, **elsewhere, FIELD_KEYS="x" * 43)
    assert code == 1
    assert said["errors"][0]["message"].startswith("FIELD_KEYS")
    fitting = {"FIELD_KEYS": ",".join(live.FIELD_KEYS), "INDEX_KEY": live.INDEX_KEY}
    assert run("restore", installation.file, **elsewhere, **fitting)[0] == 0
    assert not (elsewhere["data_dir"] / "keys/field_keys").exists()


@pytest.mark.slow
def test_a_log_that_was_tampered_with_before_the_backup_is_named_after_it(transactional_db, elsewhere, tmp_path):
    case = file_case()
    with connection.cursor() as cursor:
        append_only.lift(connection, cursor.execute)
        CaseEvent.objects.filter(case=case).update(role="ppid")
        append_only.stand(connection, cursor.execute)
    made = making.make(out=tmp_path / "a.zip", passphrase=PASSPHRASE, at=timezone.now())
    code, said, _ = run("restore", made.file, **elsewhere)
    assert (code, said["chains_whole"]) == (1, False)
    assert case.number in said["errors"][0]["message"]
    assert run("check_log", **elsewhere)[0] == 1


@pytest.mark.slow
def test_a_database_that_refuses_takes_every_file_back(installation, tmp_path, settings, monkeypatch):
    settings.DATA_DIR = tmp_path / "baru"
    for name in ("PUBLIC_ROOT", "PRIVATE_ROOT", "KEYS_DIR", "OUTBOX_DIR", "SEARCH_DIR", "STATIC_ROOT"):
        setattr(settings, name, settings.DATA_DIR / name.split("_")[0].lower())
    monkeypatch.setattr(own_keys, "made_now", frozenset)
    monkeypatch.setattr(database, "is_empty", lambda: True)
    staged = []

    def refuse(source):
        staged.extend(files_below(settings.DATA_DIR))
        raise database.DatabaseTrouble("pg_restore gagal: ruang habis")

    monkeypatch.setattr(database, "put_back", refuse)
    with pytest.raises(database.DatabaseTrouble):
        restoring.restore(file=installation.file, passphrase=lambda: PASSPHRASE)
    assert any(path.parts[0] == "private" for path in staged), "the files had been moved by then"
    assert not files_below(settings.DATA_DIR)


@pytest.mark.django_db(transaction=True)
def test_the_backup_names_what_it_holds_and_hides_what_opens_it(settings, tmp_path, capsys):
    settings.BACKUP_PASSPHRASE = PASSPHRASE
    case = file_case()
    call_command("backup", "--out", tmp_path / "a.zip", "--json")
    said = json.loads(capsys.readouterr().out)
    assert (said["cases"], said["events"]) == (1, 1)
    content = (tmp_path / "a.zip").read_bytes() + (tmp_path / "a.zip.kunci").read_bytes()
    for secret in (PASSPHRASE, settings.SECRET_KEY, settings.INDEX_KEY, *settings.FIELD_KEYS):
        assert secret.encode() not in content
    with making.archive.opened(tmp_path / "a.zip") as read:
        text = json.dumps(dict(read.facts))
    assert case.applicant.name not in text
    assert {path.stat().st_mode & 0o777 for path in tmp_path.iterdir()} == {0o600}


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("inside", [False, True])
def test_a_place_that_cannot_hold_a_backup_is_refused(settings, tmp_path, inside):
    settings.BACKUP_PASSPHRASE = PASSPHRASE
    out = settings.PRIVATE_ROOT / "a.zip" if inside else tmp_path / "tiada/a.zip"
    with pytest.raises(CommandError, match="--out") as caught:
        call_command("backup", "--out", out)
    assert caught.value.returncode == 1
    assert not out.exists()


@pytest.mark.django_db(transaction=True)
def test_without_a_pass_phrase_nothing_is_written(settings, tmp_path, monkeypatch):
    settings.BACKUP_PASSPHRASE = ""
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
    with pytest.raises(CommandError, match="BACKUP_PASSPHRASE"):
        call_command("backup", "--out", tmp_path / "a.zip")
    assert not list(tmp_path.iterdir())


@pytest.mark.django_db(transaction=True)
def test_a_private_file_that_is_gone_is_told(tmp_path):
    gone = PrivateFile.store(b"%PDF-1.7 hilang", "hilang.pdf")
    private_storage().delete(gone.stored_as)
    made = making.make(out=tmp_path / "a.zip", passphrase=PASSPHRASE, at=timezone.now())
    assert made.missing == (f"private/{gone.stored_as}",)


@pytest.mark.django_db
def test_every_log_is_walked_and_a_case_without_one_is_broken():
    first, second = file_case(), file_case()
    assert chains.check_all() == chains.Checked(2, 2, ())
    with connection.cursor() as cursor:
        append_only.lift(connection, cursor.execute)
        CaseEvent.objects.filter(case=second).delete()
        CaseEvent.objects.filter(case=first).update(payload={"number": "lain"})
        append_only.stand(connection, cursor.execute)
    broken = chains.check_all().broken
    assert [(one.number, one.seq) for one in broken] == [(first.number, 1), (second.number, 1)]
    assert "berubah" in broken[0].text
    assert "tidak ada" in broken[1].text


def test_every_folder_of_an_installation_is_kept_or_known_not_to_be():
    """A new folder under DATA_DIR has to be decided upon: in `own_files.kept`, or here."""
    left_out = {live.KEYS_DIR, live.SEARCH_DIR, live.STATIC_ROOT}
    named = {getattr(live, name) for name in dir(live) if name.endswith(("_ROOT", "_DIR"))}
    below = {path for path in named if isinstance(path, Path) and path.parent == live.DATA_DIR}
    assert below - left_out == set(own_files.kept().values()) - {live.DATA_DIR / "demo.json"}
