"""The dossier of a case: all that belongs to it, verified by verify.py, a snapshot, refused when it does not hold."""

import hashlib
import io
import json
import zipfile
from pathlib import Path

import pypdfium2
import pytest
import xlsxwriter
from django.core.management import call_command

from portal import second_factor
from ppid import verify
from ppid.actions import dossiers
from ppid.models import CaseFile, Dossier, PrivateFile, ReadLog, Role
from ppid.models.files import private_storage
from ppid.models.signing import signing_key
from tests import factories, pictures
from tests.factories import TODAY, moment

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def keys(settings, tmp_path):
    settings.KEYS_DIR = tmp_path / "keys"
    settings.SIGNING_KEY_FILE = settings.KEYS_DIR / "signing_key.pem"
    settings.PUBLIC_ROOT = tmp_path / "public"


@pytest.fixture
def answered():
    """A request that was answered, with its receipt, a scan and a sheet among its files."""
    case = factories.answer_case()
    factories.run_queue()
    for name, content in (("ktp.jpg", pictures.jpeg()), ("surat.pdf", pdf("Lampiran", 3)), ("rincian.xlsx", sheet())):
        CaseFile.objects.create(case=case, file=PrivateFile.store(content, name), role=CaseFile.Role.ATTACHMENT)
    return case


def sheet():
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        book.add_worksheet().write(0, 0, "Rincian")
    return out.getvalue()


def pdf(text, pages=1):
    from ppid.letters import render

    return render.pdf("<html lang=id><title>x</title><body>" + f"<p style='break-after:page'>{text}</p>" * pages)


def ordered(case):
    row = dossiers.order(case=case, audience=Dossier.Audience.BODY, on=TODAY, at=moment(TODAY, 16))
    factories.run_queue()
    row.refresh_from_db()
    return row


def judged(path, tmp_path, capsys):
    key = tmp_path / "kunci.pem"
    key.write_text(signing_key().public_pem)
    code = verify.main([str(path), "--key", str(key)])
    return code, capsys.readouterr().out


def members(content):
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return {name.split("/", 1)[1]: packed.read(name) for name in packed.namelist()}


def test_everything_of_the_case_is_in_it_and_it_is_whole(answered, tmp_path, capsys):
    row = ordered(answered)
    assert (row.state, row.failure) == (Dossier.State.READY, "")
    assert (row.done, row.total) == (row.documents + 2, row.documents + 2)
    path = tmp_path / "berkas.zip"
    path.write_bytes(row.file.read())
    code, said = judged(path, tmp_path, capsys)
    assert code == 0, said
    assert f"{row.events} kejadian dalam 1 catatan; titik periksa 2026-11-23" in said
    inside = members(row.file.read())
    index = json.loads(inside["data/indeks.json"])
    titles = [one["title"].split(" 0")[0] for one in index["documents"]]
    assert "Pemberitahuan tertulis" in titles
    assert any("Tanda bukti penerimaan" in title for title in titles)
    for one in index["documents"]:
        assert one["sha256"] == hashlib.sha256(inside[one["path"]]).hexdigest()
    ledger = json.loads(inside["data/catatan/tenggat.json"])
    assert {"REQ_NOTICE_UU"} <= {one["term"] for one in ledger}
    assert all(one["trail"] for one in ledger if one["term"] == "REQ_NOTICE_UU")
    assert len(inside[f"data/catatan/request-{answered.reference}.jsonl"].splitlines()) == row.events


def test_the_one_pdf_has_an_index_that_names_the_right_pages(answered):
    row = ordered(answered)
    inside = members(row.file.read())
    index = json.loads(inside["data/indeks.json"])["documents"]
    with pypdfium2.PdfDocument(inside["data/berkas.pdf"]) as whole:
        texts = [page.get_textpage().get_text_bounded() for page in whole]
        three = next(one for one in index if one["pages"] == 3)
        assert [("Lampiran" in texts[three["page"] - 1 + at]) for at in range(3)] == [True, True, True]
        assert f"{three['page']} / {len(whole)}" in texts[three["page"] - 1]
        last = max(index, key=lambda one: one["page"] or 0)
        assert last["page"] + last["pages"] - 1 == len(whole)
        for one in index:
            assert one["sha256"][:20] in texts[0].replace("\r\n", "").replace("\n", "")
    # A sheet has no pages: its original alone is there.
    assert [one["path"][-5:] for one in index if one["page"] is None] == [".xlsx"]


def test_later_edits_do_not_reach_it_and_a_second_order_waits_for_the_first(answered):
    first = dossiers.order(case=answered, audience=Dossier.Audience.BODY, on=TODAY, at=moment(TODAY, 16))
    again = dossiers.order(case=answered, audience=Dossier.Audience.BODY, on=TODAY, at=moment(TODAY, 16))
    assert first.pk == again.pk
    factories.run_queue()
    first.refresh_from_db()
    before = first.file.read()
    CaseFile.objects.create(case=answered, file=PrivateFile.store(pdf("Baru"), "baru.pdf"), role=CaseFile.Role.PROOF)
    assert ordered(answered).documents == first.documents + 1
    assert PrivateFile.objects.get(pk=first.file_id).read() == before


def test_a_file_changed_on_the_disk_is_refused_and_named(answered):
    file = CaseFile.objects.filter(case=answered).first().file
    Path(private_storage().path(file.stored_as)).write_bytes(b"lain")
    row = ordered(answered)
    assert row.state == Dossier.State.FAILED
    assert "berubah sejak disimpan" in row.failure
    assert row.file is None


def test_the_command_lists_and_writes(answered, tmp_path, capsys):
    call_command("dossier", "--list", "--json")
    told = json.loads(capsys.readouterr().out)
    assert told == [{"case": str(answered.reference), "kind": "request", "number": answered.number}]
    out = tmp_path / "berkas.zip"
    for word in (str(answered.reference), answered.number):
        call_command("dossier", word, "--out", str(out), "--json")
        said = json.loads(capsys.readouterr().out)
        assert (said["case"], said["file"]) == (str(answered.reference), str(out))
        assert said["sha256"] == hashlib.sha256(out.read_bytes()).hexdigest()
        assert judged(out, tmp_path, capsys)[0] == 0
    assert [path.name for path in tmp_path.glob(".berkas*")] == []


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ([], 2),
        (["tidak-ada", "--out", "x.zip"], 1),
        (["tidak-ada"], 2),
        (["00000000-0000-4000-8000-000000000000", "--out", "x.zip"], 1),
    ],
)
def test_the_command_refuses_in_words(capsys, words, code):
    with pytest.raises(Exception) as refused:  # noqa: PT011
        call_command("dossier", *words, "--json")
    assert refused.value.returncode == code
    assert json.loads(capsys.readouterr().out)["errors"][0]["message"]


def test_a_folder_that_is_not_there_is_told_and_nothing_is_left(answered, tmp_path, capsys):
    with pytest.raises(Exception) as refused:  # noqa: PT011
        call_command("dossier", answered.number, "--out", str(tmp_path / "tidak" / "ada.zip"))
    assert refused.value.returncode == 1


def test_the_desk_orders_follows_and_takes_it_away(client, answered, monkeypatch):
    monkeypatch.setattr(second_factor, "waived", lambda: True)
    user = factories.make_officer(Role.PPID)
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    address = f"/admin/permohonan/{answered.pk}/berkas-perkara/"
    assert "Belum ada." in client.get(address).content.decode()
    assert client.post(address).status_code == 302
    assert 'http-equiv="refresh"' in client.get(address).content.decode()
    factories.run_queue()
    page = client.get(address).content.decode()
    row = Dossier.objects.get()
    assert row.file.sha256 in page
    assert 'http-equiv="refresh"' not in page
    answer = client.get(f"/admin/permohonan/berkas-perkara/{row.pk}/")
    assert answer.content == row.file.read()
    assert ReadLog.objects.filter(file=row.file, user=user).exists()
    client.force_login(factories.make_officer(Role.FRONT_DESK), backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(address).status_code in (302, 403)
