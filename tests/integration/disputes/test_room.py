"""The commission's reading room: only the invited, nothing shut is shown, every visit is kept."""

import datetime as dt
import io
import zipfile

import pytest
from django.utils import timezone

from portal import second_factor
from ppid.actions import review
from ppid.law.refusals import Invalid, Unlawful
from ppid.models import Dossier, Institution, ReadLog, Role, RoomVisit
from tests import disputing, factories, pictures
from tests.factories import moment

pytestmark = pytest.mark.django_db
BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture(autouse=True)
def keys(settings, tmp_path, monkeypatch):
    settings.KEYS_DIR = tmp_path / "keys"
    settings.SIGNING_KEY_FILE = settings.KEYS_DIR / "signing_key.pem"
    settings.PUBLIC_ROOT = tmp_path / "public"
    monkeypatch.setattr(second_factor, "waived", lambda: True)
    factories.make_institution(commission_name=disputing.COMMISSION, commission_source="UU 14/2008 Ps 27")


@pytest.fixture
def today():
    return Institution.load().day_of(timezone.now())


@pytest.fixture
def dispute(today):
    case = factories.file_case(at=moment(today - dt.timedelta(days=60)))
    objection = factories.object_to(case, at=moment(today - dt.timedelta(days=40)))
    return disputing.apply(objection=objection, on=today)


@pytest.fixture
def reviewer():
    return factories.make_officer(Role.REVIEWER, name="Komisioner Contoh")


def sign_in(client, user):
    client.force_login(user, backend=BACKEND)
    return client


def test_only_the_invited_reads_and_only_that_case_and_only_until_the_day(client, dispute, reviewer, today):
    address = f"/komisi/{dispute.pk}/"
    assert client.get(address).status_code == 302
    sign_in(client, reviewer)
    assert client.get(address).status_code == 404
    invitation = disputing.invite(dispute, reviewer, on=today)
    assert dispute.number in client.get("/komisi/").content.decode()
    assert client.get(address).status_code == 200
    assert client.get(f"/komisi/{dispute.contested_id}/").status_code == 404
    type(invitation).objects.filter(pk=invitation.pk).update(
        granted_on=today - dt.timedelta(9), until=today - dt.timedelta(1)
    )
    assert client.get(address).status_code == 404
    for role in (Role.PPID, Role.FRONT_DESK, Role.EDITOR):
        sign_in(client, factories.make_officer(role))
        assert client.get(address).status_code == 403


def test_the_room_shows_checks_chronology_clocks_and_papers(client, dispute, reviewer, today):
    disputing.invite(dispute, reviewer, on=today)
    page = sign_in(client, reviewer).get(f"/komisi/{dispute.pk}/").content.decode()
    assert "Hitungan termohon, bukan penilaian Komisi" in page
    for words in ("Kewenangan Komisi Informasi", "Kedudukan hukum pemohon", "Jangka waktu", "Kronologi", "Kalender"):
        assert words in page
    assert "Permohonan informasi 001/" in page
    assert "Tanggal permohonan sengketa belum dicatat" not in page
    assert "Bukti identitas pemohon belum ada" not in page


def test_as_of_a_past_day_what_came_later_is_not_there(client, dispute, reviewer, today):
    disputing.invite(dispute, reviewer, on=today)
    sign_in(client, reviewer)
    before = today - dt.timedelta(days=50)
    page = client.get(f"/komisi/{dispute.pk}/?per={before}").content.decode()
    assert "Permohonan informasi 001/" in page
    assert dispute.contested.number not in page
    for wrong in ("kemarin", (today + dt.timedelta(1)).isoformat()):
        answer = client.get(f"/komisi/{dispute.pk}/?per={wrong}")
        assert answer.status_code == 400
        assert 'role="alert"' in answer.content.decode()


def test_the_unredacted_version_is_pictures_for_named_readers_until_a_day(client, dispute, reviewer, today):
    other = factories.make_officer(Role.REVIEWER)
    for user in (reviewer, other):
        disputing.invite(dispute, user, on=today)
    document = disputing.seal(
        dispute, on=today, original=pictures_file("utuh.png"), redacted=pictures_file("hitam.png")
    )
    address = f"/komisi/{dispute.pk}/dokumen/{document.pk}/"
    page = sign_in(client, reviewer).get(address).content.decode()
    assert page.count("data:image/png") == 1
    assert client.get(f"/komisi/{dispute.pk}/berkas/{document.original_id}/").status_code == 404
    assert client.get(f"/komisi/{dispute.pk}/berkas/{document.redacted_id}/").status_code == 200
    superior = factories.make_officer(Role.SUPERIOR)
    opening = review.open_document(
        document=document, order=disputing.paper("perintah"), order_number="3/PM/2026", order_on=today,
        until=today + dt.timedelta(3), readers=[reviewer], acting_user=superior, on=today, at=moment(today, 16),
    )  # fmt: skip
    assert client.get(address).content.decode().count("data:image/png") == 2
    assert client.get(f"/komisi/{dispute.pk}/berkas/{document.original_id}/").status_code == 404
    assert ReadLog.objects.filter(file=document.original, user=reviewer).exists()
    assert sign_in(client, other).get(address).content.decode().count("data:image/png") == 1
    review.close_document(opening=opening, acting_user=superior, on=today, at=moment(today, 17))
    assert sign_in(client, reviewer).get(address).content.decode().count("data:image/png") == 1


def pictures_file(name):
    from django.core.files.base import ContentFile

    return ContentFile(pictures.png(), name=name)


def test_only_the_superior_opens_and_only_on_a_written_order_to_the_invited(dispute, reviewer, today):
    document = disputing.seal(dispute, on=today)
    fields = {
        "document": document, "order": disputing.paper("perintah"), "order_number": "3/PM/2026", "order_on": today,
        "until": today + dt.timedelta(3), "readers": [reviewer], "on": today, "at": moment(today, 16),
    }  # fmt: skip
    with pytest.raises(Unlawful):
        review.open_document(**fields, acting_user=factories.make_officer(Role.PPID))
    superior = factories.make_officer(Role.SUPERIOR)
    with pytest.raises(Invalid, match="sudah diundang"):
        review.open_document(**fields, acting_user=superior)
    disputing.invite(dispute, reviewer, on=today)
    for wrong, field in (({"order_number": ""}, "order_number"), ({"until": today - dt.timedelta(1)}, "until")):
        with pytest.raises(Invalid) as refused:
            review.open_document(**{**fields, **wrong}, acting_user=superior)
        assert [problem.field for problem in refused.value.problems] == [field]


def test_every_visit_is_kept_and_the_body_learns_only_that_access_was_used(client, dispute, reviewer, today):
    disputing.invite(dispute, reviewer, on=today)
    desk = f"/admin/permohonan/{dispute.pk}/komisi/"
    ppid = factories.make_officer(Role.PPID)
    assert "belum dipakai" in sign_in(client, ppid).get(desk).content.decode()
    sign_in(client, reviewer).get(f"/komisi/{dispute.pk}/")
    assert list(RoomVisit.objects.values_list("page", flat=True)) == ["ruang"]
    page = sign_in(client, ppid).get(desk).content.decode()
    assert "dipakai" in page
    assert "belum dipakai" not in page
    assert "ruang" not in page.split("<main")[-1].replace("ruangan", "")


def test_the_reviewer_has_the_evidence_file_built_and_takes_it_away(client, dispute, reviewer, today):
    disputing.invite(dispute, reviewer, on=today)
    sign_in(client, reviewer)
    assert client.get(f"/komisi/{dispute.pk}/berkas-perkara/").status_code == 404
    assert client.post(f"/komisi/{dispute.pk}/berkas-perkara/susun/").status_code == 302
    factories.run_queue()
    row = Dossier.objects.get()
    assert (row.state, row.failure) == ("ready", "")
    answer = client.get(f"/komisi/{dispute.pk}/berkas-perkara/")
    content = b"".join(answer.streaming_content)
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        logs = [name for name in packed.namelist() if name.endswith(".jsonl")]
    assert sorted(name.rsplit("/", 1)[1].split("-")[0] for name in logs) == ["dispute", "objection", "request"]


def test_the_desk_invites_takes_up_and_opens_with_what_was_typed_kept(client, dispute, reviewer, today):
    address = f"/admin/permohonan/{dispute.pk}/komisi/"
    sign_in(client, factories.make_officer(Role.PPID))
    appointment = reviewer.appointments.get()
    answer = client.post(
        address, {"langkah": "undang", "reviewer": appointment.pk, "letter_number": "", "until": today}
    )
    assert answer.status_code == 400
    assert "Nomor surat belum diisi" in answer.content.decode()
    typed = {"langkah": "undang", "reviewer": appointment.pk, "letter_number": "7/ST/2026", "until": today}
    assert client.post(address, typed).status_code == 302
    sealed = {"langkah": "masukkan", "title": "Rincian", "original": disputing.paper("utuh")}
    assert client.post(address, sealed).status_code == 302
    assert "belum ada versi yang dihitamkan" in client.get(address).content.decode()
    assert client.post(address, {"langkah": "buka"}).status_code in (302, 403)
    sign_in(client, factories.make_officer(Role.SUPERIOR))
    document = dispute.sealed_documents.get()
    opened = {
        "langkah": "buka", "document": document.pk, "order_number": "3/PM/2026", "order_on": today,
        "order": disputing.paper("perintah"), "readers": [dispute.invitations.get().pk], "until": today,
    }  # fmt: skip
    assert client.post(address, opened).status_code == 302
    assert document.openings.get().readers.get() == reviewer
