"""The applicant's own pack for the commission: after the code only, with what is the applicant's, verified."""

import io
import json
import zipfile

import pytest

from ppid import verify
from ppid.citizen import tracking
from ppid.models import Case, CaseFile, Dossier, PrivateFile, ReadLog, Role
from ppid.models.signing import signing_key
from ppid.queries.dossier import snapshot
from tests import disputing, factories
from tests.factories import moment, run_queue
from tests.integration.citizen.asking import follow
from tests.integration.citizen.test_given_parts import prove, state

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("body", "noon")]
PACK = "/lacak/berkas-perkara/"


@pytest.fixture(autouse=True)
def keys(settings, tmp_path, monkeypatch):
    monkeypatch.setattr(tracking, "STEADY", 0.0)
    settings.KEYS_DIR = tmp_path / "keys"
    settings.SIGNING_KEY_FILE = settings.KEYS_DIR / "signing_key.pem"
    settings.PUBLIC_ROOT = tmp_path / "public"


@pytest.fixture
def case():
    made = factories.answer_case()
    run_queue()
    return made


def test_without_the_code_there_is_no_pack(client, case):
    assert client.get(PACK).status_code == 302
    assert client.get(PACK + "unduh/").status_code == 404
    follow(client, case.tracking_code)
    assert client.get(PACK)["Location"].endswith("/lacak/kode/")
    assert client.post(PACK).status_code == 302
    assert client.get(PACK + "unduh/").status_code == 404
    assert not Dossier.objects.exists()


def test_one_click_builds_what_is_the_applicants_and_verify_says_whole(client, case, tmp_path):
    objection = factories.object_to(case, at=moment(factories.TODAY, 16))
    inner = PrivateFile.store(b"%PDF-1.7 disposisi", "disposisi.pdf")
    CaseFile.objects.create(case=Case.objects.get(pk=case.pk), file=inner, role=CaseFile.Role.ENDING)
    state(client, case)
    prove(client)
    assert PACK in state(client, case)
    assert client.post(PACK).status_code == 302
    assert 'http-equiv="refresh"' in client.get(PACK).content.decode()
    run_queue()
    row = Dossier.objects.get()
    assert (row.case_id, row.audience, row.state) == (objection.pk, "applicant", "ready")
    assert "Unduh berkas" in client.get(PACK).content.decode()
    answer = client.get(PACK + "unduh/")
    content = b"".join(answer.streaming_content)
    assert "no-store" in answer["Cache-Control"]
    assert ReadLog.objects.filter(file=row.file, role="applicant").exists()
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        name = next(one for one in packed.namelist() if one.endswith("data/indeks.json"))
        index = json.loads(packed.read(name))
    assert {log["kind"] for log in index["logs"]} == {"request", "objection"}
    assert inner.sha256 not in {one["sha256"] for one in index["documents"]}
    file, key = tmp_path / "berkas.zip", tmp_path / "kunci.pem"
    file.write_bytes(content)
    key.write_text(signing_key().public_pem)
    assert verify.main([str(file), "--key", str(key)]) == 0


def test_what_is_shut_is_not_even_named_in_the_applicants_pack(case):
    objection = factories.object_to(case, at=moment(factories.TODAY, 16))
    dispute = disputing.apply(objection=objection)
    sealed = disputing.seal(dispute)
    found = {
        audience: {source.file.pk for source in snapshot(dispute, audience=audience, on=factories.TODAY).sources}
        for audience in Dossier.Audience.values
    }
    assert sealed.redacted_id in found["applicant"]
    assert sealed.original_id not in found["applicant"]
    assert sealed.original_id in found["commission"], "its hash alone: the source is marked as sealed"
    sources = snapshot(dispute, audience="commission", on=factories.TODAY).sources
    assert [source.sealed for source in sources if source.file.pk == sealed.original_id] == [True]


def test_a_missing_key_is_told_and_loses_nothing(client, case, settings, tmp_path):
    settings.SIGNING_KEY_FILE = tmp_path / "luar" / "kunci.pem"
    state(client, case)
    prove(client)
    answer = client.post(PACK)
    assert answer.status_code == 503
    assert "Hubungi petugas" in answer.content.decode()


def test_the_desk_does_not_see_it_among_its_own(client, case):
    state(client, case)
    prove(client)
    client.post(PACK)
    run_queue()
    client.force_login(factories.make_officer(Role.PPID), backend="django.contrib.auth.backends.ModelBackend")
    row = Dossier.objects.get()
    assert client.get(f"/admin/permohonan/berkas-perkara/{row.pk}/").status_code in (302, 404)
