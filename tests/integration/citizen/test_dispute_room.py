"""The applicant's side of the reading room: after the code only, the rest is open, what is shut stays shut."""

import datetime as dt

import pytest

from ppid.actions import dispositions, review
from ppid.citizen import tracking
from ppid.law import events
from ppid.models import CaseEvent, CaseFile, Letter, PrivateFile, ReadLog, Role
from ppid.queries.room import INNER
from ppid.queries.timeline import WORDS
from tests import disputing, factories
from tests.factories import TODAY, moment, run_queue
from tests.integration.citizen.asking import follow
from tests.integration.citizen.test_objecting import prove

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("body", "noon")]
ROOM = "/lacak/ruang-baca/"
BEFORE = TODAY - dt.timedelta(60)


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    monkeypatch.setattr(tracking, "STEADY", 0.0)


@pytest.fixture
def case():
    return factories.answer_case(factories.file_case(at=moment(BEFORE)), on=BEFORE)


@pytest.fixture
def dispute(case):
    objection = factories.object_to(case, at=moment(TODAY - dt.timedelta(40)))
    made = disputing.apply(objection=objection, on=TODAY)
    run_queue()
    return made


def opened(client, case):
    follow(client, case.tracking_code)
    prove(client)


def page(answer):
    return answer.content.decode()


def test_without_the_code_there_is_no_room_and_with_it_the_way_leads_back(client, case, dispute):
    assert client.get(ROOM)["Location"].endswith("/lacak/")
    follow(client, case.tracking_code)
    assert client.get(ROOM)["Location"].endswith("/lacak/kode/")
    file = CaseFile.objects.filter(case=case).first()
    assert client.get(f"{ROOM}berkas/{file.file_id if file else 1}/").status_code == 404
    assert prove(client)["Location"].endswith(ROOM)
    answer = client.get(ROOM)
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]


def test_a_case_without_a_dispute_has_none(client, case):
    opened(client, case)
    assert client.get(ROOM).status_code == 404


def test_it_shows_the_checks_the_clocks_and_the_documents_of_the_whole_chain(client, case, dispute):
    opened(client, case)
    shown = page(client.get(ROOM))
    for words in (
        "Hitungan termohon, bukan penilaian Komisi", "Kedudukan hukum pemohon", "Kronologi", "Kalender", dispute.number,
        case.number, "Dokumen dan bukti penyampaian", disputing.COMMISSION,
    ):  # fmt: skip
        assert words in shown
    notice = Letter.objects.get(case=case, kind="notice")
    answer = client.get(f"{ROOM}berkas/{notice.signed_id}/")
    assert answer["Content-Disposition"].startswith("attachment")
    assert ReadLog.objects.filter(file=notice.signed, role="applicant").exists()
    assert ROOM in page(client.get("/lacak/berkas-perkara/"))


def test_as_of_a_past_day_what_came_later_is_not_there(client, case, dispute):
    opened(client, case)
    before = (TODAY - dt.timedelta(50)).isoformat()
    shown = page(client.get(ROOM, {"per": before}))
    assert case.number in shown
    assert "Keberatan 0" not in shown
    assert client.get(ROOM, {"per": "kemarin"}).status_code == 400


def test_what_is_shut_and_what_is_the_offices_own_stays_there(client, case, dispute):
    sealed = disputing.seal(dispute)
    reviewer = factories.make_officer(Role.REVIEWER, name="Komisioner Contoh")
    disputing.invite(dispute, reviewer)
    review.open_document(
        document=sealed, order=disputing.paper("perintah"), order_number="3/PNT", order_on=TODAY,
        until=TODAY + dt.timedelta(9), readers=[reviewer], acting_user=factories.make_officer(Role.SUPERIOR), on=TODAY,
        at=moment(TODAY, 16),
    )  # fmt: skip
    inner = PrivateFile.store(b"%PDF-1.7 dalam", "dalam.pdf")
    CaseFile.objects.create(case=dispute, file=inner, role=CaseFile.Role.ENDING)
    stranger = factories.answer_case()
    opened(client, case)
    shown = page(client.get(ROOM))
    assert "Komisioner Contoh" not in shown, "no reviewer's name"
    officers = {event.actor.name for event in CaseEvent.objects.exclude(actor=None).select_related("actor")}
    assert officers
    assert not [name for name in officers if name in shown], "no officer's either"
    assert "versi yang dihitamkan" in shown
    assert client.get(f"{ROOM}berkas/{sealed.redacted_id}/").status_code == 200
    theirs = Letter.objects.get(case=stranger, kind="notice").signed_id
    for shut in (sealed.original_id, inner.pk, theirs):
        assert client.get(f"{ROOM}berkas/{shut}/").status_code == 404
    assert f'href="{ROOM}berkas/{inner.pk}/"' not in shown


def test_a_disposition_slip_and_its_event_words_stay_inside(client):
    filed = factories.file_case(at=moment(BEFORE))
    unit = factories.make_unit(name="Dinas Air")
    user = factories.make_officer(Role.FRONT_DESK)
    said = {"acting_user": user, "on": BEFORE, "at": moment(BEFORE, 15)}
    dispositions.dispose(case=filed, unit=unit, instruction="Mohon segera.", **said)
    disputing.apply(objection=factories.object_to(filed, at=moment(TODAY - dt.timedelta(40))), on=TODAY)
    run_queue()
    slip = Letter.objects.get(case=filed, kind="disposition")
    opened(client, filed)
    shown = page(client.get(ROOM))
    assert "Lembar disposisi" not in shown
    assert client.get(f"{ROOM}berkas/{slip.draft_id}/").status_code == 404


def test_what_is_left_out_are_kinds_that_there_are():
    assert set(WORDS) >= INNER
    assert {kind.kind for kind in events.Payload.__subclasses__()} & INNER
