"""The day's checkpoint: over every log, the same when said again, never over a log that does not hold."""

import datetime as dt
import json
from pathlib import Path

import pytest
from django.core import mail
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from ppid import verify
from ppid.actions import checkpoints
from ppid.law.refusals import Invalid, Unlawful
from ppid.models import CaseEvent, Checkpoint, LogHead, PublishedKey, append_only
from ppid.models.signing import signing_key
from ppid.queries import integrity
from tests import factories
from tests.factories import TODAY, moment

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def keys(settings, tmp_path):
    settings.KEYS_DIR = tmp_path / "keys"
    settings.SIGNING_KEY_FILE = settings.KEYS_DIR / "signing_key.pem"
    settings.PUBLIC_ROOT = tmp_path / "public"


def make(day=0):
    on = TODAY + dt.timedelta(days=day)
    return checkpoints.make(on=on, at=moment(on, 20))


def verified(tmp_path, capsys, *rows):
    key = tmp_path / "kunci.pem"
    key.write_text(integrity.public_keys())
    code = verify.main([*(str(checkpoints.published(row)) for row in rows), "--key", str(key)])
    return code, capsys.readouterr().out


def tampered(**values):
    """Change a row as one would who holds the database."""
    with connection.cursor() as cursor:
        append_only.lift(connection, cursor.execute)
    CaseEvent.objects.filter(pk=CaseEvent.objects.order_by("pk").first().pk).update(**values)
    with connection.cursor() as cursor:
        append_only.stand(connection, cursor.execute)


def test_each_day_takes_up_the_logs_that_moved_and_continues_the_day_before(tmp_path, capsys):
    empty = make(-1)
    case = factories.file_case()
    factories.file_case()
    first = make()
    quiet = make(1)
    factories.answer_case(case, on=TODAY + dt.timedelta(days=2))
    last = make(2)
    assert [row.tree_size for row in (empty, first, quiet, last)] == [0, 2, 2, 3]
    rows = (empty, first, quiet, last)
    for newer in range(4):
        for older in range(newer + 1):
            code, said = verified(tmp_path, capsys, rows[newer], rows[older])
            assert (code, said[:4]) == (0, "utuh"), said
    assert json.loads(last.document)["previous"]["root"] == quiet.root


def test_said_again_it_is_the_same(tmp_path):
    factories.file_case()
    row = make()
    factories.file_case()
    path = checkpoints.published(row)
    path.unlink()
    assert make().document == row.document
    assert path.read_text() == row.document
    assert (Checkpoint.objects.count(), LogHead.objects.count(), PublishedKey.objects.count()) == (1, 1, 1)


def test_no_checkpoint_is_made_for_a_day_before_the_newest():
    make()
    with pytest.raises(Unlawful, match="sudah ada"):
        make(-1)


def test_an_event_after_the_day_is_not_yet_taken_up():
    factories.file_case()
    factories.file_case(at=moment(TODAY + dt.timedelta(days=3)))
    assert make().tree_size == 1
    assert make(3).tree_size == 2


def test_nothing_is_signed_over_a_log_that_does_not_hold():
    case = factories.file_case()
    tampered(payload={"nomor": "lain"})
    with pytest.raises(Invalid) as refused:
        make()
    assert refused.value.problems[0].field == case.number
    assert "Kejadian 1 berubah" in str(refused.value.problems[0])
    assert not Checkpoint.objects.exists()


def test_a_log_written_anew_with_all_its_hashes_contradicts_what_was_signed():
    case = factories.file_case()
    make()
    rows = list(case.events.order_by("seq"))
    assert len(rows) == 1
    link, _hash = next(iter(checkpoints.chains.links(str(case.reference), rows)))
    forged = checkpoints.chains.chain.Link(**{**vars(link), "payload": {**link.payload, "tambahan": 1}})
    tampered(payload=forged.payload, hash=checkpoints.chains.chain.digest(forged))
    with pytest.raises(Invalid, match="tidak sama dengan yang sudah ditandatangani"):
        make(1)


@pytest.mark.parametrize(("model", "field"), [(Checkpoint, "root"), (LogHead, "hash")])
def test_the_database_refuses_to_change_what_was_signed(model, field):
    factories.file_case()
    make()
    with pytest.raises(DatabaseError), transaction.atomic():
        model.objects.update(**{field: "0"})
    with pytest.raises(DatabaseError), transaction.atomic():
        model.objects.all()._raw_delete("default")
    assert model.objects.count() == 1


def test_an_old_key_stays_published_and_its_checkpoints_stay_true(settings, tmp_path, capsys):
    factories.file_case()
    old = make()
    settings.SIGNING_KEY_FILE = settings.KEYS_DIR / "kunci_baru.pem"
    new = make(1)
    assert old.key_id != new.key_id
    assert verified(tmp_path, capsys, new, old)[0] == 0


def test_the_key_is_made_once_and_for_the_owner_only(settings):
    first = signing_key().fingerprint
    assert signing_key().fingerprint == first
    assert settings.SIGNING_KEY_FILE.stat().st_mode & 0o777 == 0o600


def test_it_is_mailed_to_whoever_the_body_chose():
    factories.make_institution(checkpoint_addresses="saksi@kampus.example\narsip@pers.example\n")
    factories.file_case()
    factories.run_queue()
    mail.outbox.clear()
    row = make()
    factories.run_queue()
    assert [message.to for message in mail.outbox] == [["saksi@kampus.example"], ["arsip@pers.example"]]
    assert mail.outbox[0].attachments[0][1] == row.document
    assert row.root in mail.outbox[0].body


# --- the command and the pages ---------------------------------------------------------------------------------------


def said(capsys, *words):
    try:
        call_command("checkpoint", *words)
        code = 0
    except Exception as error:
        code = getattr(error, "returncode", None)
    return code, capsys.readouterr().out


def test_the_command_prints_what_interfaces_promise(capsys):
    factories.file_case()
    code, out = said(capsys, "--on", "2026-11-23", "--json")
    told = json.loads(out)
    assert code == 0
    assert (told["on"], told["tree_size"], told["previous"]) == ("2026-11-23", 1, None)
    row = Checkpoint.objects.get()
    assert told["root"] == row.root
    assert Path(told["file"]).read_bytes() == row.document.encode()
    told = json.loads(said(capsys, "--on", "2026-11-24", "--json")[1])
    assert told["previous"] == {"on": "2026-11-23", "tree_size": 1, "root": row.root}


@pytest.mark.parametrize(("words", "code"), [(["--on", "kemarin"], 2), (["--on", "2026-11-01"], 1)])
def test_the_command_refuses_in_words(capsys, words, code):
    make()
    found, out = said(capsys, *words, "--json")
    assert found == code
    assert json.loads(out)["errors"][0]["message"]


@pytest.mark.parametrize(
    "content", [None, "bukan kunci", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"]
)
def test_a_key_that_is_missing_or_broken_is_told_with_the_remedy(settings, tmp_path, capsys, content):
    settings.SIGNING_KEY_FILE = tmp_path / "di-luar" / "kunci.pem"
    if content is not None:
        settings.SIGNING_KEY_FILE.parent.mkdir()
        settings.SIGNING_KEY_FILE.write_text(content)
    code, out = said(capsys, "--json")
    assert code == 1
    assert "openssl genpkey" in json.loads(out)["errors"][0]["message"]


def test_anyone_reads_checkpoints_keys_and_program(client, django_assert_max_num_queries):
    assert "Belum ada titik periksa" in client.get("/integritas/").content.decode()
    factories.file_case()
    row = make()
    with django_assert_max_num_queries(8):
        page = client.get("/integritas/").content.decode()
    assert checkpoints.law.printed(row.root) in page
    assert client.get("/integritas/titik-periksa/2026-11-23.json").content == row.document.encode()
    assert client.get("/integritas/kunci-publik.pem").content.decode() == signing_key().public_pem
    program = b"".join(client.get("/integritas/verify.py").streaming_content)
    assert program == Path(verify.__file__).read_bytes()
    for wrong in ("2026-11-22", "kemarin", "2026-13-40"):
        assert client.get(f"/integritas/titik-periksa/{wrong}.json").status_code == 404
