"""`kill -9` at every point of a round to the mailbox, two fetchers at once, and a server that numbers anew: nothing is
fetched twice and nothing is lost."""

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.db import connection

from ppid.actions import fetching
from ppid.models import CaseEvent, FetchedMessage, IncomingMail
from ppid.models.reply import reply_address
from tests import factories, template_database
from tests.mailboxes import dovecot, letter

pytestmark = pytest.mark.mailbox
ROOT = Path(__file__).resolve().parents[3]
AT = factories.moment(factories.TODAY, 16)


@pytest.fixture(scope="module")
def server():
    with dovecot() as running:
        yield running


def environment(data, url, **more):
    kept = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
    return kept | {"DATA_DIR": str(data), "DJANGO_SETTINGS_MODULE": "portal.settings.dev", "EMAIL_URL": "",
                   "IMAP_URL": url, **more}  # fmt: skip


@pytest.fixture
def installation(tmp_path, django_db_setup):
    if connection.vendor != "sqlite":
        pytest.skip("the fetcher that dies here keeps its data in SQLite")
    data = tmp_path / "data"
    data.mkdir()
    shutil.copyfile(template_database.template(), data / "portal.sqlite3")
    return data


@pytest.mark.parametrize("archive", ["", "Diambil"])
def test_killed_at_every_point_it_is_as_if_nobody_had_died(server, installation, archive):
    ran = subprocess.run(
        [sys.executable, "-m", "tests.killing.fetching", str(server.maildir)], cwd=ROOT, check=False, timeout=500,
        env=environment(installation, server.url, IMAP_ARCHIVE=archive), capture_output=True, text=True,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr[-3000:]
    first, *deaths = (json.loads(line) for line in ran.stdout.splitlines())
    expected = first["stands"]
    assert expected["mails"] == ["automatic", "joined", "new"]
    assert (expected["inbox"], expected["archived"]) == ((0, 3) if archive else (3, 0))
    assert (expected["joined"], expected["files"], expected["idle"], expected["faults"]) == (1, 1, 0, [])
    assert len(deaths) == len(first["names"]) >= 30
    assert {"after FETCH", "before commit", "after commit"} <= {death["name"] for death in deaths}
    for death in deaths:
        # A file without its row may lie about for a day (`ppid.actions.strays`); nobody can open it.
        stands = death["stands"] | {"strays": 0}
        assert (death["killed"], stands) == (True, expected | {"strays": 0}), death["name"]


def test_two_fetchers_at_once_take_each_mail_once(server, installation):
    server.empty()
    for number in range(12):
        server.deliver(letter(f"Surat {number}"), at=factories.NOON.timestamp())
    command = [sys.executable, "manage.py", "fetch_mail", "--json"]
    running = [
        subprocess.Popen(command, cwd=ROOT, env=environment(installation, server.url), stdout=subprocess.PIPE)
        for _which in range(2)
    ]
    told = [json.loads(process.communicate(timeout=200)[0]) for process in running]
    assert [one["errors"] for one in told] == [[], []]
    assert sum(one["new"] for one in told) == 12
    third = subprocess.run(
        command, cwd=ROOT, env=environment(installation, server.url), capture_output=True, check=True
    )
    assert json.loads(third.stdout)["new"] == 0


def test_a_server_that_numbers_anew_gives_nothing_twice(server, settings, db):
    settings.IMAP_URL = server.url
    server.empty()
    case = factories.file_case()
    server.deliver(letter("Satu"), at=AT.timestamp())
    server.deliver(letter("Balasan", to=reply_address(case, "ppid@body.example")), at=AT.timestamp())
    assert fetching.fetch(at=AT).fetched == 2
    before = set(FetchedMessage.objects.values_list("validity", "uid"))
    # A UIDVALIDITY is the second in which it was made.
    time.sleep(1.2)
    for index in server.maildir.glob("dovecot*"):
        index.unlink()
    server.deliver(letter("Dua"), at=AT.timestamp())
    told = fetching.fetch(at=AT)
    assert (told.known, told.new, told.errors) == (2, 1, [])
    assert (
        not before & set(FetchedMessage.objects.exclude(mail__fetches__in=[]).values_list("validity", "uid")) - before
    )
    assert IncomingMail.objects.count() == 3
    assert CaseEvent.objects.filter(kind="mail_joined").count() == 1


def test_a_mail_read_flagged_or_marked_for_deletion_by_a_person_is_fetched_all_the_same(server, settings, db):
    settings.IMAP_URL = server.url
    server.empty()
    for flags in ("S", "FRS", "ST"):
        path = server.deliver(letter(f"Surat {flags}"), at=AT.timestamp())
        path.rename(server.maildir / "cur" / f"{path.name}:2,{flags}")
    assert fetching.fetch(at=AT).new == 3
    assert sorted(path.name.rpartition(",")[2] for path in server.held()) == ["FRS", "S", "ST"], "a flag was changed"
