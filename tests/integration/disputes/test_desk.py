"""The dispute at the desk: recorded, led on, decided; what was typed stays when the law wants more."""

import datetime as dt

import pytest
from django.utils import timezone

from portal import second_factor
from ppid.actions import disputes
from ppid.models import Dispute, Institution, Role
from tests import disputing, factories
from tests.factories import moment

pytestmark = pytest.mark.django_db
LIST = "/admin/permohonan/sengketa/"


@pytest.fixture
def today(monkeypatch):
    monkeypatch.setattr(second_factor, "waived", lambda: True)
    factories.make_institution(commission_name=disputing.COMMISSION)
    return Institution.load().day_of(timezone.now())


@pytest.fixture
def desk(client, today):
    client.force_login(factories.make_officer(Role.PPID), backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def objection(today):
    case = factories.file_case(at=moment(today - dt.timedelta(days=60)))
    return factories.object_to(case, at=moment(today - dt.timedelta(days=40)))


def page(answer):
    return answer.content.decode()


def post(desk, dispute, step, **typed):
    from ppid.desk.steps import seen

    return desk.post(f"{LIST}{dispute.pk}/", {"langkah": step, "seen": seen(dispute), **typed})


def test_an_application_is_recorded_and_a_wrong_one_keeps_what_was_typed(desk, objection, today):
    typed = {
        "langkah": "permohonan",
        "objection": objection.pk,
        "applied_on": today,
        "heard_on": today - dt.timedelta(3),
    }
    answer = desk.post(LIST, {**typed, "commission_grounds": "Jawaban tidak lengkap."})
    assert answer.status_code == 400
    assert "Tanggal pengajuan harus" in page(answer)
    assert "Jawaban tidak lengkap." in page(answer)
    answer = desk.post(LIST, {**typed, "heard_on": today})
    assert answer.status_code == 302
    dispute = Dispute.objects.get()
    assert dispute.commission_name == disputing.COMMISSION
    assert dispute.number in page(desk.get(LIST))
    shown = page(desk.get(f"{LIST}{dispute.pk}/"))
    for words in (
        "Permohonan sengketa diajukan",
        "Seluruh penyelesaian sengketa (sekitar)",
        "Catat tahap sengketa",
        objection.number,
    ):
        assert words in shown
    assert "Catat putusan dilaksanakan" not in shown


def test_the_whole_way_to_a_decision_that_waits(desk, objection, today):
    dispute = disputing.apply(objection=objection, on=today)
    assert post(desk, dispute, "tahap", stage="adjudication", entered_on=today).status_code == 302
    answer = post(desk, dispute, "alasan", filed_on=today)
    assert answer.status_code == 400
    grounds = list(objection.grounds.values_list("ground", flat=True))
    reasons = {f"reason_{ground}": "Sudah dijawab." for ground in grounds}
    assert post(desk, dispute, "alasan", filed_on=today, **reasons).status_code == 302
    hearing = {
        "held_on": today, "starts_at": "09:30", "place": "Kantor Komisi", "agenda": "Pembuktian",
        "representative": "Kepala Bagian Hukum", "power_number": "1/SKK", "power": disputing.paper("kuasa"),
    }  # fmt: skip
    assert post(desk, dispute, "sidang", **hearing).status_code == 302
    decision = {
        "kind": "adjudication", "number": "12/PS", "read_on": today, "ruling": "open_part", "ordered": "Berikan.",
        "comply_days": 10, "file": disputing.paper("putusan"),
    }  # fmt: skip
    assert post(desk, dispute, "putusan", **decision).status_code == 302
    shown = page(desk.get(f"{LIST}{dispute.pk}/"))
    assert "menunggu berkekuatan hukum tetap" in shown
    assert "Sampai itu tidak ada informasi yang dibuka." in shown
    row = dispute.decisions.get()
    court = {"decision": row.pk, "received_body_on": today, "received_applicant_on": today}
    assert post(desk, dispute, "putusan-lanjut", **court).status_code == 302
    assert post(desk, dispute, "laksanakan", complied_on=today, how="x").status_code == 302
    dispute.refresh_from_db()
    assert dispute.closed_on is None


def test_the_grounds_are_the_commissions_own_list_and_the_dispute_keeps_their_words(desk, objection, today):
    factories.make_institution(commission_grounds="Alasan satu\n\nAlasan dua\n")
    shown = page(desk.get(LIST))
    assert "Alasan satu" in shown
    assert "Alasan dua" in shown
    typed = {"langkah": "permohonan", "objection": objection.pk, "applied_on": today, "heard_on": today}
    answer = desk.post(LIST, {**typed, "listed_grounds": ["Alasan tiga"]})
    assert answer.status_code == 400, "not on the list as it is now"
    assert not Dispute.objects.exists()
    typed |= {"listed_grounds": ["Alasan dua"], "commission_grounds": " Jawaban terlambat. "}
    assert desk.post(LIST, typed).status_code == 302
    factories.make_institution(commission_grounds="Alasan baru")
    dispute = Dispute.objects.get()
    assert dispute.commission_grounds == "Alasan dua\nJawaban terlambat."
    assert "Alasan dua" in page(desk.get(f"{LIST}{dispute.pk}/"))


def test_each_ground_shows_its_track(desk, objection, today):
    dispute = disputing.apply(objection=objection, on=today)
    assert "Jalur tiap alasan" in page(desk.get(f"{LIST}{dispute.pk}/"))
    typed = {"stage": "mediation", "entered_on": today, "grounds": ["c"], "note": "Mediator ditunjuk."}
    assert post(desk, dispute, "tahap", **typed).status_code == 302
    assert "Mediasi (alasan c)" in page(desk.get(f"{LIST}{dispute.pk}/"))
    wrong = post(desk, dispute, "tahap", **{**typed, "grounds": ["d"]})
    assert wrong.status_code == 400
    assert "Mediator ditunjuk." in page(wrong), "what was typed stays"
    assert post(desk, dispute, "tahap", **{**typed, "stage": "adjudication"}).status_code == 302
    assert "Mediasi gagal, diajudikasi" in page(desk.get(f"{LIST}{dispute.pk}/"))


def test_hearings_are_a_calendar_file_without_a_person(desk, objection, today):
    dispute = disputing.apply(on=today)
    user = factories.make_officer(Role.PPID)
    said = {"acting_user": user, "on": today, "at": timezone.now(), "closed": True}
    fields = {
        "place": "Ruang sidang; lantai 2", "agenda": "Pembuktian, saksi", "representative": "Rini Contoh",
        "power_number": "1/SKK",
    }  # fmt: skip
    for day, hour in ((today + dt.timedelta(3), dt.time(9, 30)), (today + dt.timedelta(9), None)):
        disputes.set_hearing(
            dispute=dispute, held_on=day, starts_at=hour, power=disputing.paper("kuasa"), **fields, **said
        )
    answer = desk.get(f"{LIST}{dispute.pk}/sidang.ics")
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert page(desk.get(f"{LIST}sidang.ics")).count("BEGIN:VEVENT") == 2
    lines = page(answer).replace("\r\n ", "").split("\r\n")
    day = today + dt.timedelta(3)
    assert f"DTSTART:{day:%Y%m%d}T023000Z" in lines, "half past nine in Jakarta"
    assert f"DTSTART;VALUE=DATE:{today + dt.timedelta(9):%Y%m%d}" in lines
    assert f"SUMMARY:Sidang sengketa {dispute.number} (tertutup)" in lines
    assert r"LOCATION:Ruang sidang\; lantai 2" in lines
    assert "Rini" not in page(answer)
    assert "Budi" not in page(answer)
    assert all(len(line.encode()) <= 75 for line in page(answer).split("\r\n"))
    before = [line for line in lines if line.startswith("UID:")]
    again = page(desk.get(f"{LIST}{dispute.pk}/sidang.ics")).replace("\r\n ", "").split("\r\n")
    assert [line for line in again if line.startswith("UID:")] == before, "taken again it is no second hearing"
    assert "sidang.ics" in page(desk.get(f"{LIST}{dispute.pk}/"))


def test_a_page_that_is_old_is_told_and_loses_nothing(desk, objection, today):
    dispute = disputing.apply(objection=objection, on=today)
    old = {"langkah": "tahap", "seen": 1, "stage": "mediation", "entered_on": today, "note": "Catatan panjang."}
    post(desk, dispute, "tahap", stage="registered", entered_on=today)
    answer = desk.post(f"{LIST}{dispute.pk}/", old)
    assert answer.status_code == 409
    assert "Catatan panjang." in page(answer)


@pytest.mark.parametrize("role", [Role.FRONT_DESK, Role.ASSISTANT, Role.EDITOR])
def test_others_have_no_door_here(client, objection, today, role):
    dispute = disputing.apply(objection=objection, on=today)
    client.force_login(factories.make_officer(role), backend="django.contrib.auth.backends.ModelBackend")
    for address in (LIST, f"{LIST}{dispute.pk}/", f"{LIST}{dispute.pk}/berkas-perkara/"):
        assert client.get(address).status_code in (302, 403)


def test_the_dispute_has_its_dossier(desk, objection, today, settings, tmp_path):
    settings.KEYS_DIR = tmp_path / "keys"
    settings.SIGNING_KEY_FILE = settings.KEYS_DIR / "signing_key.pem"
    settings.PUBLIC_ROOT = tmp_path / "public"
    dispute = disputing.apply(objection=objection, on=today)
    address = f"{LIST}{dispute.pk}/berkas-perkara/"
    assert desk.post(address).status_code == 302
    factories.run_queue()
    row = dispute.dossiers.get()
    assert (row.state, row.failure) == ("ready", "")
    assert desk.get(f"/admin/permohonan/berkas-perkara/{row.pk}/").content == row.file.read()
